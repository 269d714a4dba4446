import type { ProfileFilter } from '../../src/contract/filter.ts';
import type { AskedQuestion } from '../../src/contract/hotspot-inputs.ts';
import type {
  AnalysisMethod,
  AnalysisRun,
  FilterChartData,
  Recipe,
} from '../../src/contract/hotspots.ts';
import { permittedCellMetres } from '../../src/domain/disclosure/homes.ts';
import { t } from '../words/t.ts';

/** The one filter and how it is analysed, as chosen on the map. */
export interface MapChoices extends Omit<ProfileFilter, 'from' | 'to'> {
  readonly method: AnalysisMethod;
  /** Months, `YYYY-MM`; empty sets no bound. */
  readonly from: string;
  readonly to: string;
  readonly cellMetres: number;
  readonly shape: 'square' | 'hexagon';
  readonly area: 'boundary' | 'occupied-ring' | 'rectangle' | null;
  readonly weight: 'count' | 'harm';
  /** The method's own settings as lines of `name=value`. */
  readonly settings: string;
}

export const firstChoices: MapChoices = {
  method: 'gi-star',
  evidence: 'vawg',
  space: 'public',
  threat: 'all',
  victims: 'all',
  dateBasis: 'committed',
  within: null,
  from: '',
  to: '',
  cellMetres: 250,
  shape: 'square',
  area: null,
  weight: 'count',
  settings: '',
};

/** The chosen months as whole days; an empty month sets no bound. */
export function periodOf({ from, to }: Pick<MapChoices, 'from' | 'to'>): {
  from: string | null;
  to: string | null;
} {
  const isMonth = (text: string) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
  const [year = 0, month = 0] = to.split('-').map(Number);
  return {
    from: isMonth(from) ? `${from}-01` : null,
    to: isMonth(to) ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) : null,
  };
}

/** The filter of a set of choices as the contract has it. */
export function filterOf(choices: MapChoices): ProfileFilter {
  const { evidence, space, threat, victims, dateBasis, within } = choices;
  return { evidence, space, threat, victims, dateBasis, within, ...periodOf(choices) };
}

/** The question that a set of choices asks. Cells of private spaces are never finer than 500 m. */
export function questionOf(choices: MapChoices): Required<AskedQuestion> {
  const { method, shape, area, weight } = choices;
  const cellMetres = permittedCellMetres(choices, choices.cellMetres);
  const settings = Object.fromEntries(
    choices.settings
      .split('\n')
      .map((line) => line.split(/=(.*)/s).map((part) => part.trim()))
      .filter(([name, value]) => name !== '' && value !== undefined),
  ) as Record<string, string>;
  return { method, filter: filterOf(choices), cellMetres, shape, area, weight, settings };
}

type Asked = Pick<Recipe, 'method' | 'filter' | 'cellMetres' | 'shape' | 'area' | 'weight'> & {
  readonly settings: Readonly<Record<string, string>>;
};

/** The choices that ask what a recipe or a run asked. */
export function choicesOf(asked: Asked): MapChoices {
  const { filter, method, cellMetres, shape, area, weight } = asked;
  return {
    ...filter,
    from: filter.from?.slice(0, 7) ?? '',
    to: filter.to?.slice(0, 7) ?? '',
    method,
    cellMetres,
    shape,
    area,
    weight,
    settings: Object.entries(asked.settings)
      .map(([name, value]) => `${name}=${value}`)
      .join('\n'),
  };
}

/** Whether choices ask just what the recipe of the terms of reference asks. */
export function isAsRecipe(choices: MapChoices, recipe: Recipe): boolean {
  return inOrder(choicesOf(recipe)) === inOrder(choicesOf(questionAsked(choices)));
}

/** A text that is the same for the same choices, in whatever order they were written down. */
function inOrder(choices: MapChoices): string {
  return JSON.stringify(Object.entries(choices).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function questionAsked(choices: MapChoices): Asked {
  const question = questionOf(choices);
  return { ...question, filter: filterOf(choices), settings: question.settings } as Asked;
}

/** The first and the last month with a record. */
interface Months {
  readonly first: string;
  readonly last: string;
}

/** Which months the records of a run are from; null where that is not known, or where it left some of them out. */
export function monthsOf({ leftOut }: AnalysisRun, charts: FilterChartData | null): Months | null {
  const first = charts?.months[0]?.month;
  const last = charts?.months.at(-1)?.month;
  const isCut = (leftOut['outsideRecords'] ?? 0) > 0;
  return first === undefined || last === undefined || isCut ? null : { first, last };
}

/**
 * Days of a run's period in words, and by which date: only incidents have more than one. The months its records are
 * from say what the whole period is.
 */
export function periodWords(
  {
    from,
    to,
    dateBasis,
    evidence,
  }: Pick<AnalysisRun['filter'], 'from' | 'to' | 'dateBasis' | 'evidence'>,
  months: Months | null = null,
): string {
  const by = evidence === 'partner' || evidence === 'perceptions' ? evidence : dateBasis;
  return t(`map.period.${by}`, { days: daysWords(from, to, months) });
}

function daysWords(from: string | null, to: string | null, months: Months | null): string {
  if (from !== null && to !== null) return t('map.period.span', { from, to });
  if (from !== null) return t('map.period.from', { from });
  if (to !== null) return t('map.period.to', { to });
  return months === null
    ? t('map.period.whole')
    : t('map.period.wholeSpan', { from: months.first, to: months.last });
}
