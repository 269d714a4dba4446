import { type AnalysisMethod, methodTitles } from '../../src/contract/hotspots.ts';

type Choice<Value extends string = string> = readonly [value: Value, words: string];

export const spaceChoices: readonly Choice[] = [
  ['all', 'All spaces'],
  ['public', 'Public'],
  ['private', 'Private'],
  ['online', 'Online'],
  ['unclassified', 'Unclassified'],
];

/** Every method: the usual two first, the others under "more", each with what it answers. */
export const methodChoices: readonly (readonly [AnalysisMethod, string, string])[] = [
  ['gi-star', methodTitles['gi-star'], 'Which cells stand out together from the rest of the area?'],
  ['counts', methodTitles['counts'], 'How many records has each cell?'],
  ['kde', methodTitles['kde'], 'How dense are records, smoothed over a stated distance?'],
  [
    'relative-risk',
    methodTitles['relative-risk'],
    'Where is VAWG dense for the violence recorded there?',
  ],
  [
    'local-moran',
    methodTitles['local-moran'],
    'Which cells are like, or unlike, the cells around them?',
  ],
  ['moran', methodTitles['moran'], 'Are records clustered at all, over the whole area?'],
  ['nearest-neighbour', methodTitles['nearest-neighbour'], 'Do records lie closer than by chance?'],
  [
    'clusters',
    methodTitles['clusters'],
    'Where do records lie close together, whatever the cells?',
  ],
  [
    'near-repeat',
    methodTitles['near-repeat'],
    'Does one incident bring others near it soon after?',
  ],
  ['emerging', methodTitles['emerging'], 'Which cells are becoming, or are no longer, hot?'],
  ['aoristic', methodTitles['aoristic'], 'When does it happen, uncertain times shared out?'],
  [
    'concentration',
    methodTitles['concentration'],
    'How few cells hold half, and how few by chance?',
  ],
  ['repeats', methodTitles['repeats'], 'Which places come again and again?'],
  ['gap', methodTitles['gap'], 'Where do fear and records agree, and where not?'],
  ['evaluate', methodTitles['evaluate'], 'Did earlier hot cells hold later incidents?'],
  [
    'stability',
    methodTitles['stability'],
    'Would it still be hot if the grid were drawn differently?',
  ],
  ['assess', methodTitles['assess'], 'Did an activity change anything, against places without it?'],
];

export const evidenceChoices: readonly Choice[] = [
  ['vawg', 'VAWG incidents'],
  ['all-incidents', 'All incidents'],
  ['partner', 'Partner events'],
  ['perceptions', 'Felt unsafe'],
];

export const threatChoices: readonly Choice[] = [
  ['all', 'All'],
  ['domestic-abuse', 'Domestic abuse'],
  ['rape-serious-sexual', 'Rape, serious sexual'],
  ['child-sexual', 'Child sexual'],
  ['tech-enabled', 'Tech-enabled'],
  ['honour-based', 'Honour-based'],
];

export const victimChoices: readonly Choice[] = [
  ['all', 'All'],
  ['female', 'Female'],
];

export const dateChoices: readonly Choice[] = [
  ['committed', 'Committed'],
  ['recorded', 'Recorded'],
];

export const shapeChoices: readonly Choice[] = [
  ['square', 'Squares'],
  ['hexagon', 'Hexagons'],
];

export const areaRuleChoices: readonly Choice[] = [
  ['', 'Automatic'],
  ['boundary', 'Inside the boundary'],
  ['occupied-ring', 'Occupied cells and one ring'],
  ['rectangle', 'Rectangle around all'],
];

export const weightChoices: readonly Choice[] = [
  ['count', 'Records'],
  ['harm', 'Harm'],
];

/** Choices as a select takes them. */
export function optionsOf(choices: readonly (readonly [string, string, ...unknown[]])[]) {
  return choices.map(([value, label]) => ({ value, label }));
}

/** The words of a value; the value itself where there are none. */
export function wordsOf(
  choices: readonly (readonly [string, string, ...unknown[]])[],
  value: string,
): string {
  return choices.find(([own]) => own === value)?.[1] ?? value;
}
