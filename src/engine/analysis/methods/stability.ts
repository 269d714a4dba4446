import { FailureError } from '../../../contract/outcome.ts';
import { number } from '../../../domain/figures/words.ts';
import {
  hotPlacesOf,
  largestPlaceCells,
  largestPlaceMetres,
} from '../../../domain/hotspots/hot-places.ts';
import {
  type CheckedSpots,
  shareStillHot,
  stabilityWords,
  staysHotFrom,
} from '../../../domain/hotspots/stability.ts';
import { breathe } from '../../jobs.ts';
import { surfaceOf } from '../hot-groups.ts';
import { inferenceSettingNames } from '../inference-settings.ts';
import { sequentialShade } from './cell-columns.ts';
import { hotCells } from './hot-cells.ts';
import { hotSpotHulls, hotSpotsOf } from './hot-spots.ts';
import type { MethodContext, MethodRunner } from './method-runner.ts';
import { plannedChecks } from './stability-checks.ts';
import {
  cellTable,
  checkTable,
  type MadeCheck,
  shareTable,
  spotTable,
  type ToldSpot,
} from './stability-tables.ts';

/** Said of a hot spot whose records mostly stand at one coordinate that suspiciously many share. */
const sharedPointWords =
  'Most of its records stand at one coordinate, perhaps a default of the records system: no place to patrol before it was looked at.';

/** How many hot spots are told in words; all stand in the table. */
const spotsInWords = 10;

/** For each hot spot of Gi*, how often it stays hot when the same question is asked in other ways. */
export const stability: MethodRunner = {
  settings: [...inferenceSettingNames, 'bandwidthMetres'],
  needsPositions: true,
  usesArea: true,
  alsoReads: ['incidents'],
  version: 2,
  async run(context) {
    const ground = context.ground();
    const isHot = await hotCells(context, ground, context.points.weights);
    const hot = isHot.reduce((sum, one) => sum + one, 0);
    const places = hotPlacesOf(
      [...isHot.keys()].filter((cell) => isHot[cell] === 1),
      surfaceOf(ground, context.points),
    );
    const spots = hotSpotsOf(context, ground, places);
    const spotOfCell = new Int32Array(isHot.length).fill(-1);
    for (const [spot, { cells }] of spots.entries())
      for (const cell of cells) spotOfCell[cell] = spot;
    const { weights } = context.points;
    const checked: Checked = {
      spots: {
        spotOfPoint: ground.placeOfPoint.map((place) => spotOfCell[place] ?? -1),
        spots: spots.length,
        weights,
      },
      cells: { spotOfPoint: ground.placeOfPoint, spots: isHot.length, weights },
    };
    const { checks, notMade } =
      spots.length === 0
        ? { checks: [], notMade: [] }
        : await makeChecks(context, plannedChecks(context, ground, hot), checked);
    const told = spots.map((spot, at) => {
      const shares = checks.map((check) => check.shares[at] ?? 0);
      const stays = shares.filter((share) => share >= staysHotFrom).length;
      return {
        ...spot,
        stays,
        words: [
          stabilityWords(shares, checks),
          spot.rests,
          spot.restsOnSharedPoint ? sharedPointWords : '',
        ]
          .filter((text) => text !== '')
          .join(' '),
      };
    });
    const main = spotTable(context, told, checks.length);
    return {
      main,
      others: [
        checkTable(checks),
        shareTable(checks, spots.length),
        cellTable(ground, spotOfCell, checks),
      ],
      geometry: hotSpotHulls(ground, spots),
      shade: sequentialShade(
        'stays_hot_in',
        Float64Array.from(told, ({ stays }) => stays),
        'checks',
      ),
      summary: {
        hotSpots: spots.length,
        hotCells: hot,
        checks: checks.length,
        stayInAll: told.filter(({ stays }) => stays === checks.length).length,
        stayInHalf: told.filter(({ stays }) => stays * 2 >= checks.length).length,
        cellsOfNoHotSpot: isHot.filter((one, cell) => one === 1 && spotOfCell[cell] === -1).length,
        restOnOneThing: told.filter(({ rests }) => rests !== '').length,
      },
      words: [...wordsOf(told, checks.length), ...notMade],
      ground: null,
    };
  },
};

/** What every check is held against: the hot spots, and each cell by itself. */
interface Checked {
  readonly spots: CheckedSpots;
  readonly cells: CheckedSpots;
}

/** Makes every check, one after the other; one that needs too many cells is left out and told. */
async function makeChecks(
  { job }: MethodContext,
  planned: ReturnType<typeof plannedChecks>,
  { spots, cells }: Checked,
): Promise<{ checks: MadeCheck[]; notMade: string[] }> {
  const checks: MadeCheck[] = [];
  const notMade: string[] = [];
  for (const [at, { kind, title, make }] of planned.entries()) {
    job.report({ stage: `checking ${title}`, done: at, total: planned.length });
    await breathe(job);
    try {
      const made = await make();
      checks.push({
        kind,
        title,
        hotCells: made.hotCells,
        shares: shareStillHot(spots, made),
        cellShares: shareStillHot(cells, made),
      });
    } catch (error) {
      if (!(error instanceof FailureError) || error.failure.code !== 'bad-request') throw error;
      notMade.push(`Not checked ${title}: ${error.message}`);
    }
  }
  return { checks, notMade };
}

function wordsOf(spots: readonly ToldSpot[], checks: number): string[] {
  if (spots.length === 0) {
    return [
      'No cell stands out from chance: there is no hot spot whose stability could be checked.',
    ];
  }
  const firm = spots.filter(({ stays }) => stays === checks).length;
  return [
    `${number(firm)} of ${number(spots.length)} hot spots stay hot in all ${checks} checks.`,
    `A hot spot is a group of adjoining hot cells no larger than can be patrolled (${number(largestPlaceMetres)} m, or ${largestPlaceCells} cells where these are larger). It stays hot in a check where at least half of its records lie in cells that are hot there. The checks are not independent of each other: their number is a description, not a probability.`,
    ...spots
      .slice(0, spotsInWords)
      .map(
        ({ words, cells, members }, at) =>
          `Hot spot ${at + 1} (records: ${number(members.length)}, cells: ${number(cells.length)}): ${words}`,
      ),
  ];
}
