/** The edition of the lists and rules that came with the app. */
export const shippedListVersion = '2026-11';
