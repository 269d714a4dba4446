import type { ProfileFilter } from '../../contract/filter.ts';
import type { AnalysisQuestion } from '../../contract/hotspot-inputs.ts';
import { methodTitles, type Recipe } from '../../contract/hotspots.ts';
import { number } from '../../domain/figures/words.ts';
import type { Reader, Writer } from '../workspace/database.ts';
import { readSetting } from '../workspace/settings.ts';

/** The recipe of the terms of reference; null when none was set. */
export function recipeInForce(reader: Reader | Writer): Recipe | null {
  const text = readSetting(reader, 'recipe');
  return text === null ? null : (JSON.parse(text) as Recipe);
}

const areaTitles: Readonly<Record<string, string>> = {
  boundary: 'the boundary',
  'occupied-ring': 'occupied cells and one ring',
  rectangle: 'the rectangle around the records',
};

const evidenceTitles: Readonly<Record<ProfileFilter['evidence'], string>> = {
  vawg: 'VAWG incidents',
  'all-incidents': 'all incidents',
  partner: 'partner events',
  perceptions: 'reports of feeling unsafe',
};

const filterTitles: Readonly<Record<Exclude<keyof ProfileFilter, 'within'>, string>> = {
  evidence: 'Evidence',
  space: 'Space',
  threat: 'Threat',
  victims: 'Victims',
  dateBasis: 'Date',
  from: 'From',
  to: 'To',
};

/**
 * How a question departs from the recipe, in words; empty when it does not or none is set.
 * @param standardArea The area rule that holds where none was named.
 */
export function departuresFrom(
  recipe: Recipe | null,
  question: AnalysisQuestion,
  standardArea: string,
): string[] {
  if (recipe === null) return [];
  const words: string[] = [];
  const tell = (title: string, own: string, agreed: string): void => {
    if (own !== agreed) words.push(`${title}: ${own} instead of ${agreed}.`);
  };
  tell('Method', methodTitles[question.method], methodTitles[recipe.method]);
  tell('Cells', `${number(question.cellMetres)} m`, `${number(recipe.cellMetres)} m`);
  tell('Shape', question.shape, recipe.shape);
  tell(
    'Area rule',
    areaTitles[question.area ?? ''] ?? areaTitles[standardArea] ?? standardArea,
    areaTitles[recipe.area ?? ''] ?? areaTitles[standardArea] ?? standardArea,
  );
  tell('Weight', question.weight, recipe.weight);
  for (const [name, title] of Object.entries(filterTitles)) {
    const field = name as keyof typeof filterTitles;
    tell(title, question.filter[field] ?? 'open', recipe.filter[field] ?? 'open');
  }
  tell('Part of the map', partOf(question.filter), partOf(recipe.filter));
  const names = new Set([...Object.keys(question.settings), ...Object.keys(recipe.settings)]);
  for (const name of [...names].sort()) {
    const textOf = (settings: Readonly<Record<string, string>>): string =>
      settings[name] ?? 'the standard';
    tell(`Setting ${name}`, textOf(question.settings), textOf(recipe.settings));
  }
  return words;
}

/** The recipe in one sentence. */
export function recipeInWords({ method, cellMetres, shape, area, weight, filter }: Recipe): string {
  const period = `${filter.dateBasis} ${filter.from ?? 'from the start'} to ${filter.to ?? 'the end'}`;
  const areaWords =
    area === null
      ? 'the boundary where there is one, else occupied cells and one ring'
      : areaTitles[area];
  return `${methodTitles[method]} on ${evidenceTitles[filter.evidence]} (space: ${filter.space}; threat: ${filter.threat}; victims: ${filter.victims}; ${period}; part of the map: ${partOf(filter)}), weighed by ${weight}, ${shape}s of ${number(cellMetres)} m, area rule ${areaWords}.`;
}

function partOf({ within }: ProfileFilter): string {
  if (within === null) return 'the whole';
  // A drawn ring is told apart by its corners, which are not for reading.
  return within.kind === 'area'
    ? `area ${within.code}`
    : `a drawn area of ${within.ring.length} corners (${digest(within.ring)})`;
}

/** A few letters that differ where rings differ. */
function digest(ring: readonly (readonly [number, number])[]): string {
  let sum = 0;
  for (const value of ring.flat()) sum = (Math.imul(sum, 31) + Math.round(value * 1e6)) | 0;
  return (sum >>> 0).toString(36);
}
