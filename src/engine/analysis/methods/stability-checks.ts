import { wholeFilter } from '../../../contract/filter.ts';
import { noMinutes } from '../../../domain/evidence/columns.ts';
import { minutesOf } from '../../../domain/evidence/select.ts';
import type { StudyAreaRule } from '../../../domain/geography/study-area.ts';
import type { StudyGround } from '../../../domain/geography/study-ground.ts';
import { quarticKernel } from '../../../domain/hotspots/kde.ts';
import { highestCells, type StabilityCheck } from '../../../domain/hotspots/stability.ts';
import { runSteps } from '../../jobs.ts';
import { otherBandwidths, otherCells } from '../stability-plan.ts';
import { hotCells } from './hot-cells.ts';
import type { MethodContext } from './method-runner.ts';
import { settledGround } from './settled-ground.ts';

/** One way to ask again. `title` follows "not": "not with cells of 125 m". */
interface PlannedCheck {
  readonly kind: 'size' | 'origin' | 'shape' | 'bandwidth' | 'year' | 'area';
  readonly title: string;
  readonly make: () => Promise<StabilityCheck & { readonly hotCells: number }>;
}

const areaTitles: Readonly<Record<StudyAreaRule, string>> = {
  boundary: 'over the whole force area',
  'occupied-ring': 'over the occupied cells and one ring',
  rectangle: 'over the rectangle around the records',
};

/**
 * Every check of a run's hot spots: other cell sizes, origins, the other shape, half and double bandwidth (as many
 * cells of the highest density as the run has hot ones), each year left out, and other study areas.
 */
export function plannedChecks(
  context: MethodContext,
  base: StudyGround,
  baseHotCells: number,
): PlannedCheck[] {
  const { question, points, ground } = context;
  const { cellMetres, shape } = question;
  const onGround = (
    kind: PlannedCheck['kind'],
    title: string,
    lay: () => StudyGround,
  ): PlannedCheck => ({ kind, title, make: () => hotOn(context, lay()) });
  const cells = otherCells(cellMetres, shape).map(({ kind, title, other }) =>
    onGround(kind, title, () => ground(other)),
  );
  const bandwidths = otherBandwidths(context.settings, cellMetres).map(
    ({ title, metres }): PlannedCheck => ({
      kind: 'bandwidth',
      title,
      make: async () => {
        const density = await runSteps(
          quarticKernel(points, base.cells, metres),
          context.job,
          'checking densities',
        );
        return hotPoints(base, highestCells(density, baseHotCells));
      },
    }),
  );
  return [...cells, ...bandwidths, ...yearChecks(context), ...areaChecks(context, onGround)];
}

/** Which records lie in a hot cell of a ground laid for all of them. */
async function hotOn(context: MethodContext, ground: StudyGround) {
  return hotPoints(ground, await hotCells(context, ground, context.points.weights));
}

function hotPoints({ placeOfPoint }: StudyGround, isHot: Uint8Array) {
  return {
    isHot: Uint8Array.from(placeOfPoint, (place) => isHot[place] ?? 0),
    takesPart: null,
    hotCells: isHot.reduce((sum, hot) => sum + hot, 0),
  };
}

/** A year with a smaller share of the records than this is not left out by itself: that would change nothing. */
const leastYearShare = 0.05;

/** The run without each year that has a part of the records worth speaking of, where there are at least two. */
function yearChecks(context: MethodContext): PlannedCheck[] {
  const { points, ground } = context;
  const yearOfPoint = yearsOf(context);
  const records = new Map<number, number>();
  for (const year of yearOfPoint) records.set(year, (records.get(year) ?? 0) + 1);
  const years = [...records.keys()]
    .filter((year) => year > 0)
    .filter((year) => (records.get(year) ?? 0) >= leastYearShare * yearOfPoint.length)
    .toSorted((a, b) => a - b);
  if (years.length < 2) return [];
  return years.map((year) => ({
    kind: 'year',
    title: `without ${year}`,
    make: async () => {
      const kept = Int32Array.from(yearOfPoint.keys()).filter((at) => yearOfPoint[at] !== year);
      const pick = (column: Float64Array) => Float64Array.from(kept, (at) => column[at] ?? 0);
      const laid = ground(
        {},
        { eastings: pick(points.eastings), northings: pick(points.northings) },
      );
      const hot = hotPoints(laid, await hotCells(context, laid, pick(points.weights)));
      const isHot = new Uint8Array(yearOfPoint.length);
      const takesPart = new Uint8Array(yearOfPoint.length);
      for (const [place, at] of kept.entries()) {
        takesPart[at] = 1;
        isHot[at] = hot.isHot[place] ?? 0;
      }
      return { isHot, takesPart, hotCells: hot.hotCells };
    },
  }));
}

/** The calendar year each record counts under; 0 where it has no date. */
function yearsOf({ question, points, standing, session }: MethodContext): Int32Array {
  const { evidence, dateBasis } = question.filter;
  const minutes =
    evidence === 'partner'
      ? session.partner().occurredFromMinutes
      : evidence === 'perceptions'
        ? session.perceptions().reportedMinutes
        : null;
  return points.indexes.map((index) => {
    const when =
      minutes === null
        ? minutesOf(standing.columns.incidents, index, dateBasis)
        : (minutes[index] ?? noMinutes);
    return when === noMinutes ? 0 : new Date(when * 60_000).getUTCFullYear();
  });
}

function areaChecks(
  context: MethodContext,
  onGround: (kind: 'area', title: string, lay: () => StudyGround) => PlannedCheck,
): PlannedCheck[] {
  const { question, session, ground, placesOn, pointsUnder } = context;
  const widest: StudyAreaRule = session.areas().index === null ? 'rectangle' : 'boundary';
  const rules = [widest, 'occupied-ring' as const].filter((rule) => rule !== question.area);
  return [
    ...rules.map((rule) => onGround('area', areaTitles[rule], () => ground({ rule }))),
    onGround('area', 'over the cells with any police record and those that touch one', () => {
      const all = pointsUnder({
        ...wholeFilter,
        evidence: 'all-incidents',
        within: question.filter.within,
      });
      const whole = ground({ rule: widest });
      return settledGround(whole, placesOn(whole, all));
    }),
  ];
}
