/** How the cells that take part in an analysis are chosen. */
export type StudyAreaRule = 'boundary' | 'occupied-ring' | 'rectangle';

/** Each rule in words, printed beside every result: it decides how many empty cells the busy ones stand out from. */
export const studyAreaSentences: Readonly<Record<StudyAreaRule, string>> = {
  boundary:
    'Every cell whose centre lies inside the boundaries, empty cells too. Cells on the border that hold a counted record are added.',
  'occupied-ring':
    'Every cell with at least one record, and the cells that touch one. Used when there are no boundaries.',
  rectangle:
    'Every cell of the rectangle around the records. Empty land, water and other forces count as cells without records.',
};
