import type { LiveFigure } from './live-figure.ts';

/** A place as a version knew it: where it is tells whether it is the same one in another version. */
export interface VersionPlace {
  readonly name: string;
  readonly count: number;
  /** Grid indexes would move with the grid: the centres of its cells, in grid metres. */
  readonly centres: readonly (readonly [number, number])[];
  readonly cellMetres: number;
}

/** What a published version holds for comparison; frozen with it. */
export interface VersionFacts {
  readonly version: string;
  readonly publishedOn: string;
  readonly figures: readonly LiveFigure[];
  readonly places: readonly VersionPlace[];
  readonly recommendations: readonly {
    readonly number: number;
    readonly text: string;
    readonly state: string;
  }[];
  readonly codeListVersion: string;
  readonly rulesVersion: string;
  readonly period: string;
}

/** What changed between two versions. */
export interface VersionComparison {
  readonly first: string;
  readonly second: string;
  readonly figures: readonly {
    readonly label: string;
    readonly before: string;
    readonly after: string;
    /** Difference of two counts in per cent of the first; null where there is none. */
    readonly changePercent: number | null;
    /** Difference of two shares or changes, which are in per cent themselves, in percentage points; else null. */
    readonly changePoints: number | null;
  }[];
  readonly appeared: readonly VersionPlace[];
  readonly persisted: readonly { readonly before: VersionPlace; readonly after: VersionPlace }[];
  readonly faded: readonly VersionPlace[];
  readonly recommendations: VersionFacts['recommendations'];
  /** What makes the two hard to compare: another list, other rules, another period. */
  readonly cautions: readonly string[];
}

/**
 * Holds two versions side by side. A place persists when a cell of it lies within one cell of a cell of the other:
 * a hot spot that moved across a line of the grid is the same place. Hot ground is divided into places that touch, so
 * each place is paired with one at most, those that share most ground first; what is left over appeared or faded.
 */
export function compareVersions(first: VersionFacts, second: VersionFacts): VersionComparison {
  const before = new Map(first.figures.map((figure) => [figure.id, figure]));
  const pairs = pairedPlaces(first.places, second.places);
  const stillThere = new Set(pairs.values());
  return {
    first: first.version,
    second: second.version,
    figures: second.figures.flatMap((after) => {
      const earlier = before.get(after.id);
      if (earlier === undefined || earlier.text === after.text) return [];
      return [
        {
          label: after.label,
          before: earlier.text,
          after: after.text,
          ...changeOf(earlier, after),
        },
      ];
    }),
    appeared: second.places.filter((place) => !pairs.has(place)),
    persisted: second.places.flatMap((after) => {
      const earlier = pairs.get(after);
      return earlier === undefined ? [] : [{ before: earlier, after }];
    }),
    faded: first.places.filter((place) => !stillThere.has(place)),
    recommendations: second.recommendations,
    cautions: cautionsOf(first, second),
  };
}

/** A share that goes from 1.2 to 13.9 % rose by 12.7 points: per cent of a per cent would read as a thousand. */
function changeOf(
  before: LiveFigure,
  after: LiveFigure,
): Pick<VersionComparison['figures'][number], 'changePercent' | 'changePoints'> {
  if (before.value === null || after.value === null)
    return { changePercent: null, changePoints: null };
  const difference = after.value - before.value;
  if (after.text.endsWith('%')) return { changePercent: null, changePoints: difference };
  return {
    changePercent: before.value === 0 ? null : (100 * difference) / before.value,
    changePoints: null,
  };
}

/** A change as it is printed: "+11.8 %", "+12.7 points", "-" where there is none. */
export function changeInWords({
  changePercent,
  changePoints,
}: Pick<VersionComparison['figures'][number], 'changePercent' | 'changePoints'>): string {
  const change = changePercent ?? changePoints;
  if (change === null) return '-';
  const size = Math.abs(change).toFixed(1);
  const sign = Number(size) === 0 ? '' : change > 0 ? '+' : '-';
  return `${sign}${size} ${changePercent === null ? 'points' : '%'}`;
}

/** The earlier place of each later one that has one: pairs that share most ground first, then those that are nearest. */
function pairedPlaces(
  before: readonly VersionPlace[],
  after: readonly VersionPlace[],
): ReadonlyMap<VersionPlace, VersionPlace> {
  const candidates = after.flatMap((later, second) =>
    before.flatMap((earlier, first) => {
      const common = commonGround(earlier, later);
      return common.near === 0 ? [] : [{ earlier, later, first, second, ...common }];
    }),
  );
  candidates.sort(
    (a, b) => b.shared - a.shared || b.near - a.near || a.second - b.second || a.first - b.first,
  );
  const pairs = new Map<VersionPlace, VersionPlace>();
  const taken = new Set<VersionPlace>();
  for (const { earlier, later } of candidates) {
    if (pairs.has(later) || taken.has(earlier)) continue;
    pairs.set(later, earlier);
    taken.add(earlier);
  }
  return pairs;
}

/** Ground that two places share, in square metres, and how many pairs of their cells lie within one cell. */
function commonGround(
  first: VersionPlace,
  second: VersionPlace,
): { readonly shared: number; readonly near: number } {
  const reach = Math.max(first.cellMetres, second.cellMetres);
  // Of two cells, what they share in one direction; the smaller one at most.
  const side = (apart: number): number =>
    Math.min(
      first.cellMetres,
      second.cellMetres,
      Math.max(0, (first.cellMetres + second.cellMetres) / 2 - apart),
    );
  let [shared, near] = [0, 0];
  for (const [e1, n1] of first.centres) {
    for (const [e2, n2] of second.centres) {
      const [east, north] = [Math.abs(e1 - e2), Math.abs(n1 - n2)];
      if (east > reach || north > reach) continue;
      near += 1;
      shared += side(east) * side(north);
    }
  }
  return { shared, near };
}

function cautionsOf(first: VersionFacts, second: VersionFacts): string[] {
  const cautions: string[] = [];
  if (first.codeListVersion !== second.codeListVersion) {
    cautions.push(
      `The VAWG list changed (${first.codeListVersion} to ${second.codeListVersion}): counts may differ for that alone.`,
    );
  }
  if (first.rulesVersion !== second.rulesVersion) {
    cautions.push(
      `The rules changed (${first.rulesVersion} to ${second.rulesVersion}): counts may differ for that alone.`,
    );
  }
  if (first.period !== second.period) {
    cautions.push(`The versions cover different periods: ${first.period}, and ${second.period}.`);
  }
  return cautions;
}
