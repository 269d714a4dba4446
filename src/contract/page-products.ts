/** The pages that recommendations come out as, beside the profile. */
export const actionPages = ['tactical-plan', 'partner-actions'] as const;

/** What is made from a page by printing it, or saved as it is. */
export const pageProducts = [
  'profile-pdf',
  'profile-html',
  'brief-pdf',
  'tactical-plan-pdf',
  'tactical-plan-html',
  'partner-actions-pdf',
  'partner-actions-html',
] as const;
export type PageProduct = (typeof pageProducts)[number];
