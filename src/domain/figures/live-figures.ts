import { threatNames } from '../evidence/columns.ts';
import { offencesRecorded } from '../justice/offences.ts';
import { lookUpOutcomes } from '../justice/outcome-codes.ts';
import { countOutcomes } from '../justice/outcomes.ts';
import { repeatVictims } from '../people/victims.ts';
import type { LiveFigure } from '../profile/live-figure.ts';
import { compareLatestTwelve } from '../time/months.ts';
import { allRecordedChange, similarForcesChange } from './comparators.ts';
import { countedIncidents, inSpace, type Space, smallNumber, victimsOf } from './counting.ts';
import type { ProfileInputs } from './inputs.ts';
import { countFigure, type GivenFigure, shareFigure } from './made-figure.ts';
import { activityFigures, gapFigures, spaceFiguresBeyondCounts } from './more-figures.ts';
import { periodInWords } from './opening.ts';
import { type HotPlace, placeInSentence, positionDoubt, rankedPlaces } from './places.ts';
import { makeAnew, type Remember } from './remember.ts';
import { monthsOf, threatWords } from './trend.ts';
import { number } from './words.ts';

/** Everything that a figure is made from, worked out once. */
interface Ground {
  readonly inputs: ProfileInputs;
  readonly counted: readonly number[];
  readonly recorded: string;
  /** What a change between years must be read beside, the same for all. */
  readonly besideChange: LiveFigure['beside'];
  readonly figures: LiveFigure[];
}

/**
 * The live figures of a profile, in the order of its sections. Open data is context only and gives none: a number
 * that is not VAWG must not stand in a VAWG sentence.
 */
export function liveFigures(
  inputs: ProfileInputs,
  places: readonly HotPlace[],
  remember: Remember = makeAnew(inputs),
): LiveFigure[] {
  if (inputs.isContextOnly) return [];
  const base = remember('figures', (own) => ({
    counted: countedIncidents(own.evidence, false),
    recorded: `recorded ${periodInWords(own)}`,
    besideChange: changesBeside(own),
  }));
  const group = (
    name: string,
    add: (ground: Ground) => void,
    from: readonly unknown[] = [],
  ): readonly LiveFigure[] =>
    remember(
      `figures of ${name}`,
      (own) => {
        const ground: Ground = { ...base, inputs: own, figures: [] };
        add(ground);
        return ground.figures;
      },
      [base, ...from],
    );
  const figures = [
    group('data', dataFigures),
    group('scale', scaleFigures),
    ...(['online', 'private', 'public', 'unclassified'] as const).map((space) =>
      group(space, (ground) => spaceFigures(ground, space)),
    ),
    group('places', (ground) => placeFigures(ground, places), [places]),
    group('voices', voiceFigures),
    group('victims', victimFigures),
    group('outcomes', outcomeFigures),
    group('overlap and suspects', ({ inputs: own, counted, recorded, figures: made }) => {
      made.push(...spaceFiguresBeyondCounts(own, counted, recorded));
    }),
    group('gaps', ({ inputs: own, figures: made }) => {
      made.push(...gapFigures(own));
    }),
  ];
  return figures.flat().sort((a, b) => a.section - b.section);
}

function addCount({ figures }: Ground, given: GivenFigure, count: number): void {
  figures.push(countFigure(given, count));
}

function addShare({ figures }: Ground, given: GivenFigure, part: number, whole: number): void {
  figures.push(shareFigure(given, part, whole));
}

/** The latest twelve months, the twelve before and the change between, of some incidents. */
function addYear(
  ground: Ground,
  id: string,
  section: number,
  label: string,
  own: readonly number[],
): void {
  const { inputs, figures } = ground;
  const comparison = compareLatestTwelve(monthsOf(inputs, own));
  if (comparison === null) return;
  const { latest, previous, ratio } = comparison;
  const basis = 'by recorded date, the last two months still filling';
  const lastYear = { label: 'the twelve months before', text: number(previous) };
  const year = { section, basis: `latest twelve months, ${basis}` };
  addCount(
    ground,
    {
      ...year,
      id: `${id}.latest-year`,
      label: `${label}, latest twelve months`,
      beside: [lastYear],
    },
    latest,
  );
  const isEnough = ratio !== null && latest >= smallNumber && previous >= smallNumber;
  const change = isEnough ? (ratio.estimate - 1) * 100 : null;
  figures.push({
    id: `${id}.change`,
    section,
    label: `${label}, change on the year before`,
    value: change,
    text:
      change === null || ratio === null
        ? 'too few to speak of a change'
        : `${change >= 0 ? '+' : '-'}${Math.abs(change).toFixed(1)} %`,
    basis:
      ratio === null
        ? basis
        : `${basis}; 95 % interval ${((ratio.low - 1) * 100).toFixed(1)} to ${((ratio.high - 1) * 100).toFixed(1)} %; a change in counts may be a change in reporting or recording`,
    n: latest + previous,
    beside: [lastYear, ...ground.besideChange],
  });
}

function changesBeside(inputs: ProfileInputs): LiveFigure['beside'] {
  const all = allRecordedChange(inputs);
  const similar = similarForcesChange(inputs);
  return [
    ...(all === null ? [] : [{ label: 'all recorded incidents', text: all }]),
    ...(similar === null ? [] : [{ label: 'similar forces', text: similar }]),
  ];
}

function dataFigures(ground: Ground): void {
  const { evidence, unmatchedOffences } = ground.inputs;
  const { incidents } = evidence;
  const located = ground.counted.filter((at) => !Number.isNaN(incidents.easting[at] ?? Number.NaN));
  const given = { section: 3, basis: `VAWG incidents ${ground.recorded}` };
  addShare(
    ground,
    { ...given, id: 'data.located', label: 'VAWG incidents with a position' },
    located.length,
    ground.counted.length,
  );
  addCount(
    ground,
    {
      section: 3,
      basis: 'all records',
      id: 'data.unmatched',
      label: 'Records whose offence is not recognised',
    },
    unmatchedOffences.reduce((sum, { count }) => sum + count, 0),
  );
}

function scaleFigures(ground: Ground): void {
  const { inputs, counted, recorded } = ground;
  const { incidents } = inputs.evidence;
  const given = { section: 4, basis: `VAWG incidents ${recorded}` };
  addCount(ground, { ...given, id: 'all.count', label: 'Recorded VAWG incidents' }, counted.length);
  addShare(
    ground,
    { ...given, id: 'all.share', label: 'VAWG as a share of all recorded incidents' },
    counted.length,
    incidents.length,
  );
  addYear(ground, 'all', 4, 'Recorded VAWG incidents', counted);
  for (const [bit, threat] of threatNames.entries()) {
    const own = counted.filter((at) => ((incidents.threats[at] ?? 0) & (1 << bit)) !== 0);
    const label = threatWords[threat];
    addCount(
      ground,
      { ...given, id: `threat.${threat}.count`, label: `${label}, incidents` },
      own.length,
    );
    addYear(ground, `threat.${threat}`, 4, label, own);
  }
}

const sectionOfSpace: Readonly<Record<Space, number>> = {
  online: 5,
  private: 6,
  public: 7,
  unclassified: 4,
};

function spaceFigures(ground: Ground, space: Space): void {
  const own = inSpace(ground.inputs.evidence, ground.counted, space);
  const section = sectionOfSpace[space];
  const what = space === 'unclassified' ? 'Unclassified VAWG' : `VAWG in ${space} spaces`;
  const given = {
    section,
    basis: `VAWG incidents ${ground.recorded}; online and private or public counts in both`,
  };
  addCount(ground, { ...given, id: `${space}.count`, label: `${what}, incidents` }, own.length);
  addShare(
    ground,
    { ...given, id: `${space}.share`, label: `${what}, share of all VAWG` },
    own.length,
    ground.counted.length,
  );
  addYear(ground, space, section, what, own);
}

function placeFigures(ground: Ground, places: readonly HotPlace[]): void {
  const { whole } = ground.inputs;
  if (whole === null) return;
  const hot = whole.cells.filter((cell) => cell.bin >= 2);
  const held = hot.reduce((sum, cell) => sum + cell.count, 0);
  const basis = `public-space VAWG with a position, run ${whole.run}, ${whole.studyAreaCells} cells of ${whole.cellMetres} m`;
  const given = { section: 7, basis };
  addCount(
    ground,
    { ...given, id: 'public.hot-cells', label: 'Public-space hot cells' },
    hot.length,
  );
  addShare(
    ground,
    { ...given, id: 'public.hot-cells-share', label: 'Mapped public-space VAWG in hot cells' },
    held,
    whole.countIn,
  );
  if (whole.concentration !== null) {
    addCount(
      ground,
      {
        ...given,
        id: 'public.half-cells',
        label: 'Cells that hold half of mapped public-space VAWG',
        beside: [
          {
            label: 'as many records thrown at random',
            text: number(whole.concentration.expectedCells),
          },
        ],
      },
      whole.concentration.cells,
    );
  }
  const sound = rankedPlaces(places).filter((place) => positionDoubt(place) === null);
  const doubtful = rankedPlaces(places).find((place) => positionDoubt(place) !== null);
  if (doubtful !== undefined) {
    ground.figures.push({
      section: 12,
      basis,
      n: doubtful.count,
      beside: [],
      id: 'place.doubtful.name',
      label: 'Largest place whose positions are in doubt, name',
      value: null,
      text: doubtful.name,
    });
  }
  ground.figures.push(...activityFigures(ground.inputs, sound.slice(0, 5)));
  for (const [at, place] of sound.slice(0, 5).entries()) {
    const own = { section: 12, basis, n: place.count, beside: [] };
    ground.figures.push(
      {
        ...own,
        id: `place.${at + 1}.name`,
        label: `Priority location ${at + 1}, name`,
        value: null,
        text: placeInSentence(place),
      },
      {
        ...own,
        id: `place.${at + 1}.count`,
        label: `Priority location ${at + 1}, incidents`,
        value: place.count,
        text: number(place.count),
      },
    );
  }
}

function voiceFigures(ground: Ground): void {
  const { engagements, perceptions } = ground.inputs;
  const statements = engagements.reduce((sum, { statements: own }) => sum + own.length, 0);
  const people = engagements.reduce((sum, { participants }) => sum + (participants ?? 0), 0);
  const given = { section: 8, basis: 'all that was imported; people chose to take part' };
  addCount(
    ground,
    { ...given, id: 'voices.engagements', label: 'Engagements with women and girls' },
    engagements.length,
  );
  addCount(ground, { ...given, id: 'voices.people', label: 'People heard' }, people);
  addCount(ground, { ...given, id: 'voices.statements', label: 'Statements' }, statements);
  addCount(
    ground,
    {
      section: 8,
      basis: 'all that was imported; not crimes',
      id: 'reports.count',
      label: 'Reports of feeling unsafe',
    },
    perceptions.length,
  );
}

function victimFigures(ground: Ground): void {
  const { inputs, counted, recorded } = ground;
  const { evidence } = inputs;
  const entries = victimsOf(evidence, counted);
  const basis = `victim entries on VAWG incidents ${recorded}`;
  const aged = entries.filter((at) => (evidence.victims.ageYears[at] ?? -1) >= 0);
  const children = aged.filter((at) => (evidence.victims.ageYears[at] ?? 0) < 18);
  addCount(
    ground,
    { section: 9, basis, id: 'victims.entries', label: 'Victim entries' },
    entries.length,
  );
  addShare(
    ground,
    {
      section: 9,
      basis: `${basis} with an age`,
      id: 'victims.children',
      label: 'Victims under 18',
    },
    children.length,
    aged.length,
  );
  const { repeats } = repeatVictims(evidence, counted);
  addShare(
    ground,
    {
      section: 9,
      basis: `identified victims, ${recorded}, a further incident within ${repeats.windowDays} days`,
      id: 'victims.repeat',
      label: 'Repeat victims',
    },
    repeats.repeated,
    repeats.identified,
  );
}

function outcomeFigures(ground: Ground): void {
  const { evidence, outcomeCodes } = ground.inputs;
  if (outcomeCodes === undefined) return;
  const { offences } = offencesRecorded(evidence.incidents, Int32Array.from(ground.counted), {
    fromMinutes: null,
    toMinutes: null,
  });
  const counts = countOutcomes(
    evidence.incidents,
    offences,
    lookUpOutcomes(evidence.incidents.outcome, outcomeCodes),
  );
  const basis = `VAWG offences ${ground.recorded} that are decided; ${number(counts.decided)} of ${number(counts.offences)}`;
  const shares = [
    ['charged', 'Charged or summonsed', counts.charged],
    ['14', 'Outcome 14', counts.fourteen],
    ['15', 'Outcome 15', counts.fifteen],
    ['16', 'Outcome 16', counts.sixteen],
  ] as const;
  for (const [id, label, { count }] of shares) {
    addShare(
      ground,
      { section: 11, basis, id: `outcomes.${id}`, label: `${label}, share of decided offences` },
      count,
      counts.decided,
    );
  }
}
