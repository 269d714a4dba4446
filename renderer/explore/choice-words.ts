import { type AnalysisMethod, methodTitles } from '../../src/contract/hotspots.ts';
import { t } from '../words/t.ts';

/** A value that can be chosen, and what it is called in a list. */
type Choice<Value extends string = string> = readonly [value: Value, words: string];

/** Every method and what it is called: the usual two first, the others under "more". */
export const methodChoices: readonly Choice<AnalysisMethod>[] = offered(
  [
    'gi-star',
    'counts',
    'kde',
    'relative-risk',
    'local-moran',
    'moran',
    'nearest-neighbour',
    'clusters',
    'near-repeat',
    'emerging',
    'aoristic',
    'concentration',
    'repeats',
    'gap',
    'evaluate',
    'stability',
    'assess',
  ],
  (method) => methodTitles[method],
);

// The others are said by the window: each time anew, so that no word is fixed before the language is.

export const spaces = ['all', 'public', 'private', 'online', 'unclassified'] as const;

export function spaceChoices(): Choice[] {
  return offered(spaces, (space) => t(`map.space.${space}`));
}

const evidences = ['vawg', 'all-incidents', 'partner', 'perceptions'] as const;

export function evidenceChoices(): Choice[] {
  return offered(evidences, (evidence) => t(`map.evidence.${evidence}`));
}

const threats = [
  'all',
  'domestic-abuse',
  'rape-serious-sexual',
  'child-sexual',
  'tech-enabled',
  'honour-based',
] as const;

export function threatChoices(): Choice[] {
  return offered(threats, (threat) => t(`map.threat.${threat}`));
}

export function victimChoices(): Choice[] {
  return offered(['all', 'female'] as const, (victims) => t(`map.victims.${victims}`));
}

export function dateChoices(): Choice[] {
  return offered(['committed', 'recorded'] as const, (basis) => t(`map.dateBasis.${basis}`));
}

export function shapeChoices(): Choice[] {
  return offered(['square', 'hexagon'] as const, (shape) => t(`map.shape.${shape}`));
}

/** The empty value leaves the rule of the study area to the method. */
export function areaRuleChoices(): Choice[] {
  const rules = ['boundary', 'occupied-ring', 'rectangle'] as const;
  return [['', t('map.area.automatic')], ...offered(rules, (rule) => t(`map.area.${rule}`))];
}

export function weightChoices(): Choice[] {
  return offered(['count', 'harm'] as const, (weight) => t(`map.weight.${weight}`));
}

/** Choices as a select takes them. */
export function optionsOf(choices: readonly Choice[]) {
  return choices.map(([value, label]) => ({ value, label }));
}

function offered<Value extends string>(
  values: readonly Value[],
  words: (value: Value) => string,
): Choice<Value>[] {
  return values.map((value) => [value, words(value)]);
}
