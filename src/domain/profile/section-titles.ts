/** Titles of the eighteen sections by their number: known before any figure is, so that writing need not wait. */
const titles: readonly string[] = [
  'Cover and control',
  'Terms of reference',
  'Executive summary',
  'Data and limitations',
  'Scale, harm and trend',
  'Online spaces',
  'Private spaces',
  'Public spaces',
  'Voices of women and girls',
  'Victims',
  'Perpetrators',
  'Justice outcomes',
  'Priority locations',
  'Drivers and hypotheses',
  'Current response and what works',
  'Recommendations',
  'Assessment plan',
  'Method annex',
];

/** How many sections a problem profile has. */
export const sectionCount = titles.length;

/** Title of a section, 0 to 17. */
export function sectionTitle(number: number): string {
  return titles[number] ?? `Section ${number}`;
}
