import type { RunShade } from '../../../contract/hotspots.ts';
import { FailureError } from '../../../contract/outcome.ts';
import { number } from '../../../domain/figures/words.ts';
import type { StudyGround } from '../../../domain/geography/study-ground.ts';
import { quarticKernel, type WeightedPlaces } from '../../../domain/hotspots/kde.ts';
import { relativeRisk } from '../../../domain/hotspots/relative-risk.ts';
import { runSteps } from '../../jobs.ts';
import { chooseBandwidth } from '../choose-bandwidth.ts';
import { cellGeometry, cellIdColumn, cellSummary, numberColumn } from './cell-columns.ts';
import type { MethodContext, MethodRunner } from './method-runner.ts';
import { peopleOnCells } from './people-on-cells.ts';

/** What the cases are held against. */
interface Base {
  readonly places: WeightedPlaces;
  readonly total: number;
  readonly name: string;
  readonly floor: number;
  /** What the floor is called in a sentence. */
  readonly floorUnit: string;
  readonly ratioUnit: string;
  /** The ratio is given for so many of the base. */
  readonly per: number;
  readonly sentences: readonly string[];
}

/** Bounds of the classes of the map, in per cent above or below the whole. */
const bounds = [-50, -20, 0, 25, 100] as const;

/** VAWG for each incident of any kind, or for each woman living there, from two surfaces smoothed alike. */
export const relativeRiskRunner: MethodRunner = {
  settings: ['against', 'bandwidthMetres', 'floor'],
  needsPositions: true,
  usesArea: true,
  alsoReads: ['areas'],
  version: 1,
  async run(context) {
    const { question, settings, points, job } = context;
    refuseOtherEvidence(context);
    const against = settings.choice('against', ['all-incidents', 'population'], 'all-incidents');
    const incidents = against === 'all-incidents' ? incidentBase(context) : null;
    const ground = context.ground({}, incidents?.places ?? points);
    const base = incidents ?? populationBase(context, ground);
    const floor = settings.number('floor', base.floor, { least: 0.000_001 });
    const { bandwidthMetres, sentence } = chooseBandwidth(points, question.cellMetres, settings);
    const smooth = (places: WeightedPlaces, stage: string): Promise<Float64Array> =>
      runSteps(quarticKernel(places, ground.cells, bandwidthMetres), job, stage);
    const cases = await smooth(points, 'Smoothing the records');
    const under = await smooth(base.places, 'Smoothing what they are held against');
    const found = relativeRisk(
      cases,
      under,
      { cases: points.indexes.length, base: base.total },
      floor,
    );
    const ratio = found.ratio.map((value) => value * base.per);
    const above = found.relative.map((value) => 100 * (value - 1));
    const counts = new Float64Array(ground.counts.length);
    for (const place of context.placesOn(ground, points)) {
      if (place >= 0) counts[place] = (counts[place] ?? 0) + 1;
    }
    const highest = found.relative.reduce((most, value) => (value > most ? value : most), 0);
    const isNowhere = found.belowFloor === cases.length;
    const overall = (points.indexes.length / base.total) * base.per;
    return {
      main: {
        name: 'cells',
        title: 'Cells',
        columns: [
          cellIdColumn(ground.cells),
          numberColumn('count', 'Records', 'records', counts),
          numberColumn('raw', 'Kernel sum of the records', 'records', cases),
          numberColumn('base_raw', `Kernel sum of ${base.name}`, null, under),
          numberColumn('ratio', 'Ratio', base.ratioUnit, ratio),
          numberColumn('relative_risk', 'Over the ratio of the whole area', null, found.relative),
          numberColumn('above_pct', 'Above or below the whole area', '%', above),
        ],
      },
      geometry: cellGeometry(ground.cells),
      shade: divergingShade(above),
      summary: {
        ...cellSummary({ ...ground, counts }),
        overall,
        highestRelativeRisk: isNowhere ? null : highest,
        cellsBelowFloor: found.belowFloor,
        baseTotal: Math.round(base.total),
      },
      words: [
        `Over the whole area there are ${overall.toPrecision(3)} ${base.ratioUnit}. ${isNowhere ? 'No cell has enough beneath it to be given a ratio.' : `The highest cell has ${highest.toFixed(1)} times that.`}`,
        ...base.sentences,
        `${number(found.belowFloor)} of ${number(cases.length)} cells have too little beneath (a kernel sum below ${floor} ${base.floorUnit}) and are not given: their ratio would rest on a handful.`,
        'A high ratio is no count: a quiet place with little else has one too. No cell is tested here.',
        sentence,
      ],
      parameters: {
        kernel: 'quartic',
        bandwidthMetres,
        bandwidth: sentence,
        floorUnit: base.floorUnit,
      },
      ground: { ...ground, counts },
    };
  },
};

function refuseOtherEvidence({ question }: MethodContext): void {
  if (question.filter.evidence !== 'vawg') {
    throw new FailureError(
      'bad-request',
      'A relative risk holds VAWG incidents against all incidents or the people who live there.',
      'Choose the evidence vawg: other kinds of evidence are never divided by incidents.',
    );
  }
  if (question.weight === 'harm') {
    throw new FailureError(
      'bad-request',
      'A relative risk counts records: harm divided by incidents of every kind has no meaning.',
      'Leave the weight at count.',
    );
  }
}

/** All incidents of the same period, space and area, the VAWG ones among them. */
function incidentBase({ question, pointsUnder }: MethodContext): Base {
  const places = pointsUnder({
    ...question.filter,
    evidence: 'all-incidents',
    threat: 'all',
    victims: 'all',
  });
  return {
    places,
    total: places.indexes.length,
    name: 'all incidents',
    floor: 5,
    floorUnit: 'incidents',
    ratioUnit: 'in 100 incidents',
    per: 100,
    sentences: [
      `Held against ${number(places.indexes.length)} incidents of every kind in the same period, space and area, these among them. Where other crime is rarely recorded the ratio is high.`,
    ],
  };
}

/** Women and girls who live there, spread evenly over the cells of each area. */
function populationBase({ session, placesOn }: MethodContext, ground: StudyGround): Base {
  const people = peopleOnCells(session.areas().list, ground, (places) => placesOn(ground, places));
  if (!(people.total > 0)) {
    throw new FailureError(
      'nothing-to-show',
      'Nobody is known to live on this land: no population table fits the boundaries.',
      'Import boundaries and a population table with the same codes, or set against=all-incidents.',
    );
  }
  return {
    places: people.places,
    total: people.total,
    name: people.name,
    floor: 50,
    floorUnit: people.name,
    ratioUnit: `for 1,000 ${people.name}`,
    per: 1_000,
    sentences: [
      `Held against ${number(people.total)} ${people.name} living in ${number(people.areas)} areas, each area's spread evenly over its cells. People who only pass through or go out there are not in it, so town centres look worse than they are.`,
    ],
  };
}

function divergingShade(values: Float64Array): RunShade {
  const highest = values.reduce((most, value) => (value > most ? value : most), 0);
  const uppers = [...bounds.filter((bound) => bound < highest || bound <= 0), highest].filter(
    (bound, at, all) => at === 0 || bound > (all[at - 1] ?? bound),
  );
  const breaks = uppers.map((upTo, at) => {
    const below = uppers[at - 1] ?? Number.NEGATIVE_INFINITY;
    const rows = values.reduce((sum, value) => sum + (value > below && value <= upTo ? 1 : 0), 0);
    return { upTo, rows };
  });
  return {
    column: 'above_pct',
    kind: 'diverging',
    breaks,
    unit: '% above or below the whole area',
  };
}
