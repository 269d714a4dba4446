import { parseMonth } from '../time/months.ts';
import type { Block } from './blocks.ts';
import { recordedPeriod } from './counting.ts';
import type { ProfileInputs } from './inputs.ts';
import { dateInWords, number, share } from './words.ts';

/** Months of the period in which recording changed for the evidence that the profile counts. */
export function recordingBreaks(inputs: ProfileInputs): string[] {
  return changesInPeriod(inputs).map(({ changedOn }) => changedOn.slice(0, 7));
}

function changesInPeriod(inputs: ProfileInputs) {
  const period = recordedPeriod(inputs.evidence);
  if (period === null) return [];
  const concerns = ['all', inputs.isContextOnly ? 'open-data' : 'incidents'];
  return inputs.quality.recordingChanges.filter(({ changedOn, about }) => {
    const month = parseMonth(changedOn.slice(0, 7));
    // A change before the first month or in it breaks no series.
    return (
      concerns.includes(about) &&
      month !== undefined &&
      month > period.first &&
      month <= period.last
    );
  });
}

/** How well records are located and known, by source, and what calls for care. */
export function qualityBlocks(inputs: ProfileInputs): Block[] {
  const { sources } = inputs.quality;
  const measured = sources.filter(({ period }) => period !== null);
  const blocks: Block[] = [];
  if (measured.length > 0) {
    blocks.push({
      kind: 'table',
      caption:
        'How well the records of each source are located and known (records as they stand now; shares of victims are of victim entries)',
      columns: [
        { title: 'Source' },
        { title: 'Period' },
        { title: 'Records', isNumber: true },
        { title: 'Located' },
        { title: 'Known' },
      ],
      rows: measured.map((source) => [
        source.preset,
        source.period === null ? '-' : monthsInWords(source.period),
        number(source.records),
        locatedInWords(source),
        source.shares.map(({ what, known, of }) => `${what} ${share(known, of)}`).join('; ') || '-',
      ]),
    });
  }
  const items = cautions(inputs);
  if (items.length > 0) blocks.push({ kind: 'list', items });
  return blocks;
}

/** "November 2023 to October 2026": days would only make the column wider. */
function monthsInWords({ from, to }: { readonly from: string; readonly to: string }): string {
  const [first, last] = [from, to].map((day) => dateInWords(day.slice(0, 7)));
  return first === last ? `${first}` : `${first} to ${last}`;
}

function locatedInWords({ located, records }: ProfileInputs['quality']['sources'][number]): string {
  const ways = [
    ['own coordinates', located.coordinates],
    ['grid reference', located['grid-reference']],
    ['postcode', located.postcode],
    ['name of a place', located.place],
    ['area only', located['area-only']],
    ['not at all', located.none],
  ] as const;
  return ways
    .filter(([, count]) => count > 0)
    .map(([way, count]) => `${way} ${share(count, records)}`)
    .join('; ');
}

function cautions(inputs: ProfileInputs): string[] {
  const { positions, times, steps, crimeStatus, heldByTwoForces, sources } = inputs.quality;
  const items: string[] = [];
  if (positions.looksSnapped) {
    items.push(
      `Positions: ${number(positions.records)} located incidents stand on ${number(positions.distinct)} different points, so they look moved to shared map points. A point is not an address.`,
    );
  }
  const defaults = positions.suspects.filter(({ kind }) => kind === 'likely-default');
  if (positions.suspects.length > 0) {
    const onThem = positions.suspects.reduce((sum, { records }) => sum + records, 0);
    const named = defaults.flatMap(({ venue }) => (venue === null ? [] : [venue]));
    items.push(
      `Positions: ${number(positions.suspects.length)} single points hold ${number(onThem)} incidents${named.length === 0 ? ', more than places usually do' : `; likely default positions: ${[...new Set(named)].slice(0, 3).join(', ')}`}. Check them before reading a hot spot there.`,
    );
  }
  if ((positions.outsideForce ?? 0) > 0) {
    items.push(
      `Positions: ${number(positions.outsideForce ?? 0)} located incidents lie outside every imported boundary.`,
    );
  }
  if (times.suspicious) {
    items.push(
      `Time: ${number(times.atMidnight)} of ${number(times.timed)} timed incidents begin at 00:00 or 00:01, those of a longer time among them, where about ${number(Math.round(times.expectedAtMidnight))} would be usual: most of these hours are probably not known.`,
    );
  }
  for (const { month, before, after } of steps) {
    items.push(
      `Recording: the number of records steps in ${month}, from about ${number(before)} to about ${number(after)} a month. Find out whether recording changed before reading it as a trend.`,
    );
  }
  for (const { changedOn, what } of changesInPeriod(inputs)) {
    items.push(
      `Recording: ${dateInWords(changedOn)}: ${what} Trends are drawn with a break there.`,
    );
  }
  const leftOut = ['cancelled', 'transferred'].flatMap((status) => {
    const count = crimeStatus[status] ?? 0;
    return count === 0 ? [] : [`${number(count)} ${status}`];
  });
  if (leftOut.length > 0) {
    items.push(
      `Status: ${leftOut.join(' and ')} are in no count of VAWG or of offences. They stay among all recorded incidents, as outside VAWG.`,
    );
  }
  if (heldByTwoForces > 0) {
    items.push(
      `Two forces: ${number(heldByTwoForces)} records of the transport police have a reference that the force's own records have too; they are not added together.`,
    );
  }
  const repaired = sources.reduce(
    (sum, source) => sum + (source.warnings['offence-code-repaired'] ?? 0),
    0,
  );
  if (repaired > 0) {
    items.push(
      `Offence codes: ${number(repaired)} rows had a code that a spreadsheet had turned into a date; it was turned back.`,
    );
  }
  return items;
}
