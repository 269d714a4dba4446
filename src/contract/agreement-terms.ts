/** Which law a sharing agreement stands under, as it is kept and printed. */
export const legalRegimes = ['Part 3 DPA 2018', 'UK GDPR'] as const;

/** The recipient of what is made for the public, as log and files name it in whatever language the window speaks. */
export const publicRecipient = 'the public';
