import { physicalSpaceCodes } from '../evidence/columns.ts';
import { monthIndexOf } from '../time/months.ts';
import type { Block } from './blocks.ts';
import type { Activity } from './context.ts';
import { hoursOf, recordedPeriod, smallNumber, tally } from './counting.ts';
import { loadedMeasures } from './harm.ts';
import type { ProfileInputs, SpotStability } from './inputs.ts';
import { periodInWords } from './opening.ts';
import { type HotPlace, positionDoubt } from './places.ts';
import { clause, dateInWords, kindOfPlace, number, share } from './words.ts';

/** How near an activity must be to belong to a place. */
const activityMetres = 300;
const daysOfActivity = 365;
/** From this many incidents on, without another caution, a place's rank is taken as well known. */
const enoughForHigh = 50;
/** Share of the checks in which a place must stay hot to be known well. */
const mostlyStays = 0.8;
/** Kinds of public place where somebody on foot can be seen. */
const outdoors: ReadonlySet<string> = new Set(['street', 'transport', 'park', 'car-park']);
const mostlyOutdoors = 0.6;
const fewOutdoors = 0.3;

/** Places by count, by each harm list and by fear side by side; then why, how sure, and what is done there now. */
export function priorityBlocks(inputs: ProfileInputs, places: readonly HotPlace[]): Block[] {
  return [
    rankTable(inputs, places),
    knowledgeTable(inputs, places),
    ...stabilityList(inputs, places),
    actionTable(inputs, places),
    {
      kind: 'paragraph',
      text: 'Patrollable is what the register of locations says; where it says nothing, it is worked out from the kind of place on record and from nothing else: go and look before it is believed. An activity is no proof of an effect, and a place without one may have some that nobody wrote down.',
    },
  ];
}

function rankTable(inputs: ProfileInputs, places: readonly HotPlace[]): Block {
  const measures = [
    { title: 'count', of: (place: HotPlace) => place.count },
    ...loadedMeasures(inputs).map(({ short, weights }) => ({
      title: `${short} harm`,
      of: ({ incidents }: HotPlace) =>
        incidents.reduce((sum, at) => {
          const weight = weights[at] ?? Number.NaN;
          return sum + (Number.isNaN(weight) ? 0 : weight);
        }, 0),
    })),
    ...(inputs.perceptions.length === 0
      ? []
      : [{ title: 'fear', of: (place: HotPlace) => place.perceptions }]),
  ];
  const ranks = measures.map(({ of }) => ranksOf(places.map(of)));
  const missing = [
    inputs.harmLists.severity === null ? 'the ONS score is not loaded' : '',
    inputs.harmLists.cambridge === null ? 'the Cambridge index is not loaded' : '',
    inputs.perceptions.length === 0 ? 'no reports of feeling unsafe were imported' : '',
  ].filter((text) => text !== '');
  return {
    kind: 'table',
    caption: `Priority locations by rank of each measure, side by side and never blended into one, recorded ${periodInWords(inputs)}; n = ${number(places.reduce((sum, { count }) => sum + count, 0))} incidents at ${number(places.length)} places. Fear is the number of StreetSafe-style reports near the place, which are not crimes. Equal values share a rank. Where ranks differ, look at what the harm and the fear of the place rest on.${missing.length === 0 ? '' : ` Without: ${missing.join('; ')}.`}`,
    columns: [
      { title: 'Place' },
      ...measures.map(({ title }) => ({ title: `Rank by ${title}`, isNumber: true })),
      { title: 'What the ranks say' },
    ],
    rows: places.map((place, at) => {
      const own = ranks.map((rank) => rank[at] ?? 0);
      return [place.name, ...own.map(String), whatRanksSay(own, measures)];
    }),
  };
}

/** Whether the measures agree on a place, and if not which of them puts it first and which last. */
function whatRanksSay(ranks: readonly number[], measures: readonly { title: string }[]): string {
  if (ranks.length === 1) return 'one measure only';
  const [best, worst] = [Math.min(...ranks), Math.max(...ranks)];
  if (worst - best <= 1) return 'the measures agree';
  const by = (rank: number): string =>
    measures
      .filter((_, at) => ranks[at] === rank)
      .map(({ title }) => title)
      .join(' and ');
  return `higher by ${by(best)}, lower by ${by(worst)}`;
}

/** Rank of each value, the largest first; equal values share the better rank. */
function ranksOf(values: readonly number[]): number[] {
  return values.map((value) => 1 + values.filter((other) => other > value).length);
}

function knowledgeTable(inputs: ProfileInputs, places: readonly HotPlace[]): Block {
  const yearly = places.map((place) => byYear(inputs, place));
  const years = Math.max(0, ...yearly.map((counts) => counts.length));
  const yearRanks = Array.from({ length: years }, (_, year) =>
    ranksOf(yearly.map((counts) => counts[year] ?? 0)),
  );
  return {
    kind: 'table',
    caption: `How well each place is known: incidents in each twelve months to the end of the period, by recorded date, with the rank among these places; and confidence by a plain rule: low with a doubt about the position or fewer than ${smallNumber} incidents, high from ${enoughForHigh} incidents on when it is among the same ranks, at most one apart, in every year, else moderate. ${stabilityInCaption(inputs)} Direction compares the last year with the first and knows only chance: read it beside the change of all VAWG in section 4.`,
    columns: [
      { title: 'Place' },
      { title: 'Incidents by year, oldest first (rank)' },
      { title: 'Direction' },
      { title: 'Stays hot in' },
      { title: 'Confidence' },
      { title: 'Because' },
    ],
    rows: places.map((place, at) => {
      const counts = yearly[at] ?? [];
      const ranks = yearRanks.map((rank) => rank[at] ?? 0);
      const stability = stabilityOf(inputs, place);
      const [confidence, because] = confidenceOf(place, ranks, stability);
      return [
        place.name,
        counts.length === 0
          ? 'less than a year of records'
          : counts.map((count, year) => `${number(count)} (${ranks[year]})`).join(', '),
        directionOf(counts),
        stability === null ? 'not checked' : `${stability.stays} of ${stability.checks} checks`,
        confidence,
        because,
      ];
    }),
  };
}

/** Whole years back from the last month, the oldest first. */
function byYear(inputs: ProfileInputs, place: HotPlace): number[] {
  const period = recordedPeriod(inputs.evidence);
  if (period === null) return [];
  const years = Math.floor((period.last - period.first + 1) / 12);
  const counts = Array.from({ length: years }, () => 0);
  for (const at of place.incidents) {
    const month = monthIndexOf(inputs.evidence.incidents.recordedMinutes[at] ?? 0);
    const back = Math.floor((period.last - month) / 12);
    const year = years - 1 - back;
    if (counts[year] !== undefined) counts[year] = (counts[year] ?? 0) + 1;
  }
  return counts;
}

/** Growing or fading where the last year lies beyond chance of the first, by the square roots of the counts. */
function directionOf(counts: readonly number[]): string {
  const [first, last] = [counts[0], counts.at(-1)];
  if (first === undefined || last === undefined || counts.length < 2) return '-';
  if (first + last < smallNumber) return 'too few to say';
  const difference = 2 * (Math.sqrt(last) - Math.sqrt(first));
  // The root of a Poisson count has a standard deviation of about a half, so this one has about root two.
  if (Math.abs(difference) < 1.96 * Math.SQRT2) return 'within chance';
  return difference > 0 ? 'growing' : 'fading';
}

type Stability = SpotStability['spots'][number];

/** The hot spot of the stability run that most of a place's cells belong to; null where it was not checked. */
function stabilityOf({ stability }: ProfileInputs, { cells }: HotPlace): Stability | null {
  const own = new Set(cells.map(({ index }) => index));
  let [best, most]: [Stability | null, number] = [null, 0];
  for (const spot of stability?.spots ?? []) {
    const shared = spot.cells.filter((index) => own.has(index)).length;
    if (shared > most && spot.checks > 0) [best, most] = [spot, shared];
  }
  return best;
}

function stabilityInCaption({ stability }: ProfileInputs): string {
  return stability === null
    ? 'Whether the places stay hot with other cells, origins, bandwidths, years and study areas was not checked on these data: run the method Stability for public spaces and keep it.'
    : `"Stays hot in" counts checks with other cells, origins, bandwidths, years and study areas (stability run ${stability.run}); below ${mostlyStays * 100} in 100 confidence is moderate at most. The checks are not independent of each other: their number is no probability.`;
}

/** Places that do not stay hot in every check, in words, so that a reader knows what their rank hangs on. */
function stabilityList(inputs: ProfileInputs, places: readonly HotPlace[]): Block[] {
  const namesOf = new Map<string, string[]>();
  for (const place of places) {
    const found = stabilityOf(inputs, place);
    if (found === null || found.stays === found.checks) continue;
    const words = clause(found.words);
    namesOf.set(words, [...(namesOf.get(words) ?? []), place.name]);
  }
  // Places that the same check put out are named together, so that one sentence does not stand four times.
  const items = [...namesOf].map(([words, names]) => `${names.join('; ')}: ${words}.`);
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function confidenceOf(
  place: HotPlace,
  ranks: readonly number[],
  stability: Stability | null,
): [string, string] {
  const doubt = positionDoubt(place);
  if (doubt !== null) return ['low', doubt];
  if (place.count < smallNumber) return ['low', `fewer than ${smallNumber} incidents`];
  const isStable = ranks.length > 1 && Math.max(...ranks) - Math.min(...ranks) <= 1;
  if (stability !== null && stability.stays < mostlyStays * stability.checks)
    return ['moderate', 'it does not stay hot in every way of asking'];
  if (place.count >= enoughForHigh && isStable) return ['high', 'many incidents, rank stable'];
  return ['moderate', isStable ? 'not many incidents' : 'its rank moves from year to year'];
}

function actionTable(inputs: ProfileInputs, places: readonly HotPlace[]): Block {
  const { activities } = inputs.context;
  const [first, last] = [activities[0]?.from ?? '', activities.at(-1)?.from ?? ''];
  return {
    kind: 'table',
    caption: `What drives each place, whether it can be patrolled, and what is done there now. ${activities.length === 0 ? 'No activities were imported, so what is done is not known.' : `Activities are those within ${activityMetres} m in the twelve months to ${dateInWords(last)}; n = ${number(activities.length)} activities from ${dateInWords(first)} on.`} Drivers are the commonest things on record there, not causes.`,
    columns: [
      { title: 'Place' },
      { title: 'Drivers on record' },
      { title: 'Patrollable' },
      { title: 'Present activity' },
    ],
    rows: places.map((place) => [
      place.name,
      driversOf(inputs, place),
      patrollable(inputs, place),
      activityInWords(inputs, place),
    ]),
  };
}

function daysBefore(day: string): string {
  const milliseconds = Date.parse(`${day}T00:00Z`) - daysOfActivity * 86_400_000;
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function driversOf({ evidence }: ProfileInputs, { incidents }: HotPlace): string {
  const { offence, subtype, alcohol } = evidence.incidents;
  const top = (column: typeof offence, inWords = (label: string): string => label): string => {
    const [most] = tally(column, incidents).filter(({ label }) => label !== 'not recorded');
    return most === undefined
      ? ''
      : `${inWords(most.label)} ${share(most.value, incidents.length)}`;
  };
  const drunk = incidents.filter((at) => alcohol[at] === 1).length;
  const { weights, used } = hoursOf(evidence, incidents).hours;
  const night = weights.reduce(
    (sum, weight, hour) => sum + (hour % 24 >= 21 || hour % 24 < 4 ? weight : 0),
    0,
  );
  return [
    top(offence),
    top(subtype, kindOfPlace),
    drunk === 0 ? '' : `alcohol flagged ${share(drunk, incidents.length)}`,
    used < smallNumber ? '' : `21:00 to 04:00 ${share(Math.round(night), Math.round(used))}`,
  ]
    .filter((text) => text !== '')
    .join('; ');
}

function patrollable({ evidence }: ProfileInputs, { incidents, register }: HotPlace): string {
  if (register !== null && register.patrollable !== 'unknown')
    return `${register.patrollable}: by the register`;
  const { subtype, physicalSpace } = evidence.incidents;
  const inPublic = incidents.filter((at) => physicalSpace[at] === physicalSpaceCodes.public);
  const outside = inPublic.filter((at) =>
    outdoors.has(subtype.values[subtype.codes[at] ?? 0] ?? ''),
  ).length;
  if (inPublic.length === 0) return 'not known';
  const part = outside / inPublic.length;
  const words = `${share(outside, inPublic.length)} outdoors`;
  if (part >= mostlyOutdoors) return `yes: ${words}`;
  return part >= fewOutdoors
    ? `partly: ${words}, the rest with those who run the premises`
    : `no: ${words}; work with those who run the premises`;
}

/** Activities near a place in the twelve months to the latest one that was imported. */
export function activitiesAt({ context }: ProfileInputs, place: HotPlace): Activity[] {
  const last = context.activities.at(-1)?.from ?? '';
  if (last === '') return [];
  const since = daysBefore(last);
  return context.activities.filter(
    ({ easting, northing, from }) =>
      from >= since &&
      place.cells.some(
        ({ centre }) => Math.hypot(centre[0] - easting, centre[1] - northing) <= activityMetres,
      ),
  );
}

function activityInWords(inputs: ProfileInputs, place: HotPlace): string {
  if (inputs.context.activities.length === 0) return 'not known';
  const near = activitiesAt(inputs, place);
  if (near.length === 0) return 'none on record';
  const types = new Map<string, { count: number; hours: number }>();
  for (const { type, hours } of near) {
    const own = types.get(type) ?? { count: 0, hours: 0 };
    types.set(type, { count: own.count + 1, hours: own.hours + (hours ?? 0) });
  }
  return [...types]
    .map(([type, { count, hours }]) => `${type}: ${number(count)} times, ${number(hours)} hours`)
    .join('; ');
}
