import { noMinutes, threatNames } from '../../evidence/columns.ts';
import { isInSpace } from '../../evidence/select.ts';
import { compareLatestTwelve, monthIndexOf, monthText } from '../../time/months.ts';
import type { SpaceColour } from '../blocks.ts';
import { recordedPeriod } from '../counting.ts';
import { fillingIn, hatchedInWords } from '../filling-months.ts';
import { columnsOf } from '../people-blocks.ts';
import { recordingBreaks } from '../quality.ts';
import { changeCaveat, peopledAreas, threatWords } from '../trend.ts';
import { number } from '../words.ts';
import type { DrawPart, EditionBasis } from './basis.ts';
import { commonest } from './edition-counts.ts';
import type { Published } from './published.ts';

/**
 * The series that every table of incidents is cut by. Private, public and the rest (neither place known) make all;
 * online and offline make all once more, since an incident may be online and have a place.
 */
const series = ['private', 'public', 'rest', 'online', 'offline'] as const;
export type Series = (typeof series)[number];

const seriesWords: Readonly<Record<Series, string>> = {
  private: 'Private',
  public: 'Public',
  rest: 'No private or public place recorded',
  online: 'Online',
  offline: 'Not online',
};

/** Incidents of each series, and where their number stands. */
export interface SpaceSeries {
  readonly recordsOf: Readonly<Record<Series, readonly number[]>>;
  idOf(name: Series): string;
}

/** Declares all incidents by space. */
export function declareSpaces({ inputs, counts, unit, counted }: EditionBasis): SpaceSeries {
  const { incidents } = inputs.evidence;
  const within = (space: 'private' | 'public' | 'online'): number[] =>
    counted.filter((index) => isInSpace(incidents, index, space));
  const [own, open, online] = [within('private'), within('public'), within('online')];
  const placed = new Set([...own, ...open]);
  const isOnline = new Set(online);
  const recordsOf = {
    private: own,
    public: open,
    rest: counted.filter((index) => !placed.has(index)),
    online,
    offline: counted.filter((index) => !isOnline.has(index)),
  };
  const idOf = (name: Series): string => `${unit.name}|space=${name}`;
  for (const name of series) counts.declare(unit, idOf(name), recordsOf[name]);
  counts.tie(unit.name, [idOf('private'), idOf('public'), idOf('rest')]);
  counts.tie(unit.name, [idOf('online'), idOf('offline')]);
  return { recordsOf, idOf };
}

/** A cut of all incidents, shown for all, private, public and online; the rest and offline are implied by these. */
function crossCut(
  { counts, unit, counted }: EditionBasis,
  spaces: SpaceSeries,
  name: string,
  labels: readonly string[],
  labelOf: (incident: number) => string,
): (label: string, of: Series | 'all') => string {
  const idOf = (label: string, of: Series | 'all'): string =>
    `${of === 'all' ? unit.name : spaces.idOf(of)}|${name}=${label}`;
  const cut = (of: Series | 'all'): void => {
    const records = of === 'all' ? counted : spaces.recordsOf[of];
    const own = new Map(labels.map((label) => [label, [] as number[]]));
    for (const record of records) own.get(labelOf(record))?.push(record);
    counts.split(
      unit,
      of === 'all' ? unit.name : spaces.idOf(of),
      name,
      labels.map((label) => ({
        label,
        records: own.get(label) ?? [],
        printing: of === 'rest' || of === 'offline' ? 'implied' : 'shown',
      })),
    );
  };
  cut('all');
  for (const of of series) cut(of);
  for (const label of labels) {
    const parts = (...names: Series[]): string[] => names.map((of) => idOf(label, of));
    counts.tie(idOf(label, 'all'), parts('private', 'public', 'rest'));
    counts.tie(idOf(label, 'all'), parts('online', 'offline'));
  }
  return idOf;
}

/** Months by space: the charts of sections 4 to 7 are one system. Null where no record has a date. */
export function declareMonths(
  basis: EditionBasis,
  spaces: SpaceSeries,
): ((of: Series | 'all', what: string, colour: SpaceColour) => DrawPart) | null {
  const { inputs, period } = basis;
  const range = recordedPeriod(inputs.evidence);
  if (range === null) return null;
  const { recordedMinutes } = inputs.evidence.incidents;
  const months = Array.from({ length: range.last - range.first + 1 }, (_, at) =>
    monthText(range.first + at),
  );
  const undated = 'none';
  const labelOf = (incident: number): string => {
    const minutes = recordedMinutes[incident] ?? noMinutes;
    return minutes === noMinutes ? undated : monthText(monthIndexOf(minutes));
  };
  const labels = basis.counted.some((incident) => labelOf(incident) === undated)
    ? [...months, undated]
    : months;
  const idOf = crossCut(basis, spaces, 'month', labels, labelOf);
  const breaks = recordingBreaks(inputs);
  return (of, what, colour) => (published) => [
    published.months(
      `${what} by month of recording, ${period}; n = ${published.text(of === 'all' ? basis.unit.name : spaces.idOf(of))} incidents.${hatchedInWords(inputs.evidence, 'hatched narrowly')}`,
      { firstMonth: months[0] ?? '', ids: months.map((month) => idOf(month, of)) },
      { colour, unit: 'incidents', breaks, fillingMonths: fillingIn(inputs.evidence) },
    ),
  ];
}

/** The latest twelve months beside the twelve before, and the rate of women and girls; nothing for under two years. */
export function declareYears({ inputs, counts, unit, counted }: EditionBasis): DrawPart {
  const range = recordedPeriod(inputs.evidence);
  if (range === null || range.last - range.first < 23) return () => [];
  const { recordedMinutes, hasFemaleVictim } = inputs.evidence.incidents;
  const years = [range.last, range.last - 12].map((last) => {
    const months = Array.from({ length: 12 }, (_, at) => monthText(last - at));
    const id = `${unit.name}|year-to=${monthText(last)}`;
    const records = counted.filter((index) => {
      const minutes = recordedMinutes[index] ?? noMinutes;
      const month = minutes === noMinutes ? -1 : monthIndexOf(minutes);
      return month > last - 12 && month <= last;
    });
    counts.declare(unit, id, records);
    counts.tie(
      id,
      months.map((month) => `${unit.name}|month=${month}`),
    );
    const isFemale = (index: number): boolean => hasFemaleVictim[index] === 1;
    const [female] = counts.split(unit, id, 'victim', [
      { label: 'female', records: records.filter(isFemale), printing: 'shown' },
      {
        label: 'no-female',
        records: records.filter((index) => !isFemale(index)),
        printing: 'implied',
      },
    ]);
    return { id, female: female ?? '' };
  });
  const [latest, previous] = years;
  const women = peopledAreas(inputs.areas).reduce(
    (sum, area) => sum + (area.femalePopulation ?? 0),
    0,
  );
  return (published) => {
    if (latest === undefined || previous === undefined) return [];
    return [
      ...changeBlocks(published, latest.id, previous.id),
      {
        kind: 'paragraph',
        text: rateText(published.value(latest.female), women),
      },
    ];
  };
}

function changeBlocks(published: Published, latest: string, previous: string) {
  const [now, before] = [published.value(latest), published.value(previous)];
  if (now === null || before === null || before === 0)
    return [
      {
        kind: 'paragraph' as const,
        text: 'The change between the latest twelve months and the twelve before is not given, since one of the two is suppressed.',
      },
    ];
  const rest = Array.from({ length: 11 }, () => 0);
  const ratio = compareLatestTwelve([before, ...rest, now, ...rest])?.ratio ?? null;
  const per = (factor: number): string => {
    const change = Math.round((factor - 1) * 100);
    return `${change > 0 ? '+' : ''}${change} %`;
  };
  const change =
    ratio === null
      ? ''
      : ` (about ${per(ratio.estimate)}, 95 % interval ${per(ratio.low)} to ${per(ratio.high)}${ratio.low > 1 || ratio.high < 1 ? '' : '; within chance variation'})`;
  return [
    {
      kind: 'finding' as const,
      text: `Recorded VAWG incidents: about ${number(now)} in the latest twelve months and ${number(before)} in the twelve before${change}.`,
      basis: `rounded counts ${changeCaveat}`,
    },
  ];
}

function rateText(female: number | null, women: number): string {
  if (women === 0)
    return 'No population by sex was imported, so no rate per 1,000 women and girls is given.';
  if (female === null) return 'The rate per 1,000 women and girls is suppressed.';
  return `Rate: about ${((1_000 * female) / women).toFixed(1)} recorded VAWG incidents with a female victim per 1,000 resident women and girls in the latest twelve months (about ${number(female)} incidents, ${number(women)} women and girls), by recorded date.`;
}

/** How many incidents are in which space. */
export function drawSpaces(basis: EditionBasis, spaces: SpaceSeries): DrawPart {
  return (published) => [
    published.table(
      `VAWG incidents by space, recorded ${basis.period}; n = ${published.text(basis.unit.name)} incidents. An online incident may have a place as well, so online stands beside the others and is not added to them.`,
      columnsOf('Space', 'Incidents', 'Share'),
      [
        ...(['private', 'public', 'rest', 'online'] as const).map((name) => [
          seriesWords[name],
          { id: spaces.idOf(name) },
          published.share(spaces.idOf(name), basis.unit.name),
        ]),
        ['All', { id: basis.unit.name }, ''],
      ],
    ),
  ];
}

/** National threats by space. One incident may be under several, so each is a cut of its own. */
export function declareThreats(basis: EditionBasis, spaces: SpaceSeries): DrawPart {
  const { threats, online } = basis.inputs.evidence.incidents;
  const has = (incident: number, bit: number): boolean =>
    ((threats[incident] ?? 0) & (1 << bit)) !== 0;
  // By most definitions tech-enabled is online: a second name of the same number, whose difference from it is none by
  // definition and no secret.
  const isOnline = (bit: number): boolean =>
    basis.counted.every((incident) => has(incident, bit) === (online[incident] === 1));
  const cut = threatNames.flatMap((threat, bit) =>
    isOnline(bit)
      ? []
      : [
          {
            threat,
            idOf: crossCut(basis, spaces, threat, ['yes', 'no'], (incident) =>
              has(incident, bit) ? 'yes' : 'no',
            ),
          },
        ],
  );
  const same = threatNames.filter((threat) => !cut.some((one) => one.threat === threat));
  const note =
    same.length === 0
      ? ''
      : ` ${same.map((one) => threatWords[one]).join(', ')}: the online incidents of section 5.`;
  const shown = ['all', 'online', 'private', 'public'] as const;
  return (published) => [
    published.table(
      `VAWG incidents by national threat and space, recorded ${basis.period}. One incident may be under several threats and, when online, in two spaces, so neither rows nor columns add up.${note}`,
      columnsOf('Threat', 'All', 'Online', 'Private', 'Public'),
      cut.map(({ threat, idOf }) => [
        threatWords[threat],
        ...shown.map((of) => ({ id: idOf('yes', of) })),
      ]),
    ),
  ];
}

const mostOffences = 10;

/** Offences by space. */
export function declareOffences(
  basis: EditionBasis,
  spaces: SpaceSeries,
): (of: Series | 'all') => DrawPart {
  const { offence } = basis.inputs.evidence.incidents;
  const cut = commonest(
    basis.counted,
    (incident) => offence.values[offence.codes[incident] ?? 0] || 'not recorded',
    mostOffences,
  );
  const idOf = crossCut(basis, spaces, 'offence', cut.labels, cut.labelOf);
  const colours = { all: 'all', private: 'private', public: 'public', online: 'online' } as const;
  return (of) => (published) => [
    published.bars(
      `Offences, ${of === 'all' ? 'all spaces' : `${of} spaces`}, recorded ${basis.period}; n = ${published.text(of === 'all' ? basis.unit.name : spaces.idOf(of))} incidents. The ${mostOffences} commonest offences of all spaces; the others together.`,
      cut.labels.map((label) => ({ label, id: idOf(label, of) })),
      of === 'rest' || of === 'offline' ? 'all' : colours[of],
    ),
  ];
}
