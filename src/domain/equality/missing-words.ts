/** Words for "asked, and did not say", as plain text (see plainText). */
export const notStatedNames: ReadonlySet<string> = new Set([
  'ns',
  'not stated',
  'declined',
  'declined to say',
  'declined to state',
  'refused',
  'refused to say',
  'refused to state',
  'prefer not to say',
  'not disclosed',
]);

/** Words for nothing, as plain text: nobody asked, or nobody knows. Blank is the same. */
export const notRecordedNames: ReadonlySet<string> = new Set([
  '',
  'unknown',
  'not known',
  'not recorded',
  'not provided',
  'none recorded',
  'null',
  'blank',
  'n a',
]);
