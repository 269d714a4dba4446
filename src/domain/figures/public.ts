import { physicalSpaceCodes } from '../evidence/columns.ts';
import { sectionTitle } from '../profile/section-titles.ts';
import { policingDayOf, weekdayNames, weekdayOfDay } from '../time/policing-day.ts';
import type { Block, MapFigure, Section } from './blocks.ts';
import { countedIncidents, hoursOf, inSpace, tally, topOf } from './counting.ts';
import type { HotSpots, ProfileInputs } from './inputs.ts';
import { contextSentence, periodInWords } from './opening.ts';
import { partnerBlocks } from './partner.ts';
import {
  type HotPlace,
  placeInSentence,
  positionDoubt,
  rankedPlaces,
  whyNotRanked,
} from './places.ts';
import { monthChart, yearChange } from './trend.ts';
import {
  careful,
  clause,
  dateInWords,
  kindOfPlace,
  leftOutInWords,
  number,
  share,
} from './words.ts';

/** Half the width of the detail map. */
const detailMetres = 3_000;

/** The map of a hot spot run, whole or about one place, with perceptions as a layer of their own. */
function hotSpotMap(
  inputs: ProfileInputs,
  spots: HotSpots,
  places: readonly HotPlace[],
  around: HotPlace | null,
): Block {
  const what = inputs.isContextOnly
    ? 'All published records (all-victim context, not VAWG)'
    : 'Public-space VAWG, recorded incidents';
  const period =
    spots.from === null || spots.to === null
      ? `recorded ${periodInWords(inputs)}, whenever committed`
      : `committed ${dateInWords(spots.from)} to ${dateInWords(spots.to)}`;
  const reports = inputs.perceptions.length;
  const onlineOnly = onlineWithoutPlace(inputs);
  const map: MapFigure = {
    title:
      around === null
        ? `${what}, hot cells`
        : `${what}: detail about place ${rankOf(places, around)}, ${(2 * detailMetres) / 1_000} km across`,
    extent:
      around === null
        ? null
        : [
            around.centre[0] - detailMetres,
            around.centre[1] - detailMetres * 1.2,
            around.centre[0] + detailMetres,
            around.centre[1] + detailMetres * 1.2,
          ],
    ground: inputs.areas.flatMap((area) => area.polygons.map((polygon) => polygon[0] ?? [])),
    cells: spots.cells.map(({ ring, bin, count }) => ({ ring, bin, count })),
    felt: feltCells(inputs, spots),
    labels: rankedPlaces(places)
      .slice(0, 5)
      .map((place, index) => ({
        easting: place.centre[0],
        northing: place.centre[1],
        text: String(index + 1),
      })),
    notShown: [
      onlineOnly === 0 ? 'none' : `${number(onlineOnly)} online, with no place`,
      leftOutInWords(spots.leftOut, ['noLocation']),
      leftOutInWords(spots.leftOut, ['reportedAtLocation', 'outsideStudyArea']),
    ].filter((text) => text !== 'none'),
    source: `${inputs.force}, ${period}`,
    marking: inputs.marking,
  };
  return {
    kind: 'map',
    caption:
      around === null
        ? `${what}: cells of ${number(spots.cellMetres)} m, at most 1, 5 or 10 in 100 of the cells called hot expected by chance (Gi*, false discovery rate over ${number(spots.studyAreaCells)} cells); n = ${number(spots.countIn)}, ${period}; area rule: ${clause(spots.areaRule)}; run ${spots.run}.${reports === 0 ? '' : ` Hatched green: ten or more StreetSafe-style reports of feeling unsafe in a 500 m square (${number(reports)} reports in all); they are not crimes.`}${map.labels.length === 0 ? '' : ' Numbers mark the first five priority locations.'}`
        : `Detail of the map before, place ${rankOf(places, around)}, ${placeInSentence(around)}: the same run ${spots.run}, the same colours.`,
    map,
  };
}

/** A place's number among those that are ranked, as on the map; one that is not has its number by count. */
function rankOf(places: readonly HotPlace[], place: HotPlace): number {
  return rankedPlaces(places).indexOf(place) + 1 || places.indexOf(place) + 1;
}

/** VAWG incidents that are online and have neither a private nor a public space: in every total, on no map. */
function onlineWithoutPlace({ evidence, isContextOnly }: ProfileInputs): number {
  if (isContextOnly) return 0;
  const { physicalSpace } = evidence.incidents;
  return inSpace(evidence, countedIncidents(evidence, false), 'online').filter(
    (index) => physicalSpace[index] === physicalSpaceCodes.none,
  ).length;
}

/** Squares of 500 m with ten or more reports. */
function feltCells(inputs: ProfileInputs, spots: HotSpots): MapFigure['felt'] {
  if (spots.cells.length === 0) return [];
  const side = 500;
  const counts = new Map<string, number>();
  const { perceptions } = inputs;
  for (let index = 0; index < perceptions.length; index++) {
    const column = Math.floor((perceptions.easting[index] ?? Number.NaN) / side);
    const row = Math.floor((perceptions.northing[index] ?? Number.NaN) / side);
    if (Number.isNaN(column)) continue;
    const key = `${column} ${row}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= 10)
    .map(([key, count]) => {
      const [column = 0, row = 0] = key.split(' ').map(Number);
      const [west, south] = [column * side, row * side];
      return {
        count,
        ring: [
          [west, south],
          [west + side, south],
          [west + side, south + side],
          [west, south + side],
        ],
      };
    });
}

interface Band {
  readonly name: string;
  readonly holds: (day: number, hour: number) => boolean;
}

/** Bands of the week, Monday = 0. Stated on the page, since no national hours exist. */
const bands: readonly Band[] = [
  {
    name: 'Night-time economy: Friday and Saturday 18:00 to 06:00',
    holds: (day, hour) =>
      (hour >= 18 && (day === 4 || day === 5)) || (hour < 6 && (day === 5 || day === 6)),
  },
  {
    name: 'School run: Monday to Friday 15:00 to 17:00',
    holds: (day, hour) => day <= 4 && hour >= 15 && hour < 17,
  },
];

function hourBlocks(inputs: ProfileInputs, own: readonly number[]): Block[] {
  const { hours, untimed } = hoursOf(inputs.evidence, own);
  if (hours.used === 0)
    return [
      { kind: 'paragraph', text: 'No record has an hour of the day, so no times are shown.' },
    ];
  const shareOf = (band: Band): number =>
    hours.weights.reduce(
      (sum, weight, hour) => sum + (band.holds(Math.floor(hour / 24), hour % 24) ? weight : 0),
      0,
    );
  return [
    {
      kind: 'hours',
      caption: `Public-space VAWG by hour and weekday, by committed date, each incident shared over its from-to window; n = ${number(hours.used)}. Left out: ${number(hours.leftOut.windowTooLong)} with a window over 24 hours, ${number(hours.leftOut.timeUnknown)} at exactly midnight (time unknown), ${number(untimed)} without a time. ${extremes(hours.weights)}`,
      weights: [...hours.weights],
      colour: 'public',
    },
    policingDays(hours.weights, hours.used),
    {
      kind: 'table',
      caption: `Bands of the week, share of the ${number(hours.used)} timed incidents beside the share of the week's hours, by committed date`,
      columns: [
        { title: 'Band' },
        { title: 'Incidents', isNumber: true },
        { title: 'Share', isNumber: true },
        { title: 'Share of hours', isNumber: true },
      ],
      rows: bands.map((band) => {
        const held = shareOf(band);
        const hoursHeld = Array.from({ length: 168 }, (_, hour) => hour).filter((hour) =>
          band.holds(Math.floor(hour / 24), hour % 24),
        ).length;
        return [band.name, number(held), share(held, hours.used), share(hoursHeld, 168)];
      }),
    },
  ];
}

/** The darkest and the palest hour of the grid in words, so that its colours have a scale. */
function extremes(weights: Float64Array): string {
  let [most, least] = [0, 0];
  for (let hour = 1; hour < weights.length; hour++) {
    if ((weights[hour] ?? 0) > (weights[most] ?? 0)) most = hour;
    if ((weights[hour] ?? 0) < (weights[least] ?? 0)) least = hour;
  }
  const named = (hour: number): string =>
    `${weekdayNames[Math.floor(hour / 24)] ?? ''} ${String(hour % 24).padStart(2, '0')}:00 (${(weights[hour] ?? 0).toFixed(1)} incidents)`;
  return `Darkest: ${named(most)}; palest: ${named(least)}.`;
}

/** Weekday of the first day of a week that starts on a Monday: 1970-01-05 is day 4 since 1970-01-01. */
const firstMonday = 4;

/** The same weights by policing day, so that the small hours of Saturday count to Friday night. */
function policingDays(weights: Float64Array, used: number): Block {
  const bars = weekdayNames.map((label) => ({ label, value: 0 }));
  for (const [hour, weight] of weights.entries()) {
    const minutes = (firstMonday * 24 + hour) * 60;
    const bar = bars[weekdayOfDay(policingDayOf(minutes))];
    if (bar !== undefined) bar.value += weight;
  }
  return {
    kind: 'bars',
    caption: `The same ${number(used)} incidents by policing day (06:00 to 06:00), by committed date.`,
    bars: bars.map((bar) => ({ ...bar, value: Math.round(bar.value) })),
    colour: 'public',
  };
}

/** Section 7: streets, venues, transport, parks: where and when. */
export function publicSection(inputs: ProfileInputs, places: readonly HotPlace[]): Section {
  const { evidence, isContextOnly, whole } = inputs;
  const counted = countedIncidents(evidence, isContextOnly);
  const own = isContextOnly ? counted : inSpace(evidence, counted, 'public');
  const blocks: Block[] = [];
  const section: Section = { number: 7, title: sectionTitle(7), state: 'figures', blocks };
  if (isContextOnly) blocks.push({ kind: 'warning', text: contextSentence });
  if (own.length === 0) {
    blocks.push({
      kind: 'warning',
      text: 'No VAWG incident is recorded in public spaces. Check that the extract has a location type.',
    });
    blocks.push(...partnerBlocks(inputs));
    return section;
  }
  if (!isContextOnly) {
    blocks.push({
      kind: 'paragraph',
      text: `${careful(own.length)} VAWG incidents happened in public spaces (${share(own.length, counted.length)} of all VAWG incidents).`,
    });
    blocks.push(...yearChange(inputs, own, 'VAWG in public spaces'));
  }
  // Not a place that a default position may have made; published points all stand on shared coordinates.
  const first = places.find(
    (place) => whyNotRanked(place) === null && (isContextOnly || positionDoubt(place) === null),
  );
  if (whole === null)
    blocks.push({
      kind: 'warning',
      text: 'No record has a usable position, so no map can be drawn.',
    });
  else {
    const hot = whole.cells.filter((cell) => cell.bin >= 2);
    const cells = hot.length;
    const inHot = hot.reduce((sum, cell) => sum + cell.count, 0);
    blocks.push({
      kind: 'finding',
      text:
        cells === 0
          ? 'No cell stands out from chance: there is no hot spot to report.'
          : `${number(cells)} of ${number(whole.studyAreaCells)} cells are hot and hold ${share(inHot, whole.countIn)} of the mapped ${isContextOnly ? 'published records' : 'public-space VAWG'} (${number(inHot)} of ${number(whole.countIn)})${first === undefined || isContextOnly ? '' : `; the largest place is ${placeInSentence(first)}`}.`,
      basis: `Gi* run ${whole.run}`,
    });
    if (whole.concentration !== null) {
      blocks.push({
        kind: 'paragraph',
        text: `Concentration: ${number(whole.concentration.cells)} of ${number(whole.studyAreaCells)} cells hold half of the mapped records. As many records thrown at random on the same cells would need about ${number(whole.concentration.expectedCells)}, so compare the two and not the first with all cells.`,
      });
    }
    blocks.push(hotSpotMap(inputs, whole, places, null));
    if (first !== undefined) blocks.push(hotSpotMap(inputs, whole, places, first));
  }
  if (isContextOnly) {
    blocks.push(...partnerBlocks(inputs));
    return section;
  }
  blocks.push(
    monthChart(inputs, own, 'VAWG in public spaces', 'public'),
    ...hourBlocks(inputs, own),
    {
      kind: 'bars',
      caption: `Kind of public place, recorded ${periodInWords(inputs)}; n = ${number(own.length)} incidents. Institutions (school, workplace, health) are included.`,
      bars: topOf(tally(evidence.incidents.subtype, own), 12).map((bar) => ({
        ...bar,
        label: kindOfPlace(bar.label),
      })),
      colour: 'public',
    },
    {
      kind: 'bars',
      caption: `Offences in public spaces, recorded ${periodInWords(inputs)}; n = ${number(own.length)} incidents.`,
      bars: topOf(tally(evidence.incidents.offence, own), 8),
      colour: 'public',
    },
    ...partnerBlocks(inputs),
  );
  return section;
}
