import { levelLimits } from '../../disclosure/levels.ts';
import { noMinutes, timePrecision } from '../../evidence/columns.ts';
import { minutesPerDay, policingDayOf, weekdayOfDay } from '../../time/policing-day.ts';
import type { MapFigure } from '../blocks.ts';
import type { HotSpotCell } from '../inputs.ts';
import { columnsOf } from '../people-blocks.ts';
import { number } from '../words.ts';
import type { DrawPart, EditionBasis } from './basis.ts';
import { byLabel, commonest } from './edition-counts.ts';
import type { OpenPlace, PlaceTables } from './place-tables.ts';
import type { SpaceSeries } from './scale-tables.ts';

const dayWords = ['Sunday to Thursday', 'Friday and Saturday'] as const;
const bandWords = ['06:00 to 12:00', '12:00 to 18:00', '18:00 to 24:00', '00:00 to 06:00'] as const;
const unknownTime = 'not known';
/** A window longer than a band does not say which band it was. */
const longestWindowMinutes = 6 * 60;

/** Bands of the policing week for incidents whose time is known to within a band. */
export function declareTimes(basis: EditionBasis, spaces: SpaceSeries): DrawPart {
  const { occurredFromMinutes, occurredToMinutes, occurredPrecision } =
    basis.inputs.evidence.incidents;
  const bandOf = (incident: number): string => {
    const from = occurredFromMinutes[incident] ?? noMinutes;
    const written = occurredToMinutes[incident] ?? noMinutes;
    const to = written === noMinutes ? from : written;
    const isTimed = from !== noMinutes && occurredPrecision[incident] === timePrecision.minute;
    if (!isTimed || to < from || to - from > longestWindowMinutes) return unknownTime;
    // Midnight sharp with no end is how many systems write "time unknown".
    if (from === to && from % minutesPerDay === 0) return unknownTime;
    const middle = Math.floor((from + to) / 2);
    const weekday = weekdayOfDay(policingDayOf(middle));
    const hour = Math.floor((((middle % minutesPerDay) + minutesPerDay) % minutesPerDay) / 60);
    const days = weekday === 4 || weekday === 5 ? dayWords[1] : dayWords[0];
    return `${days} ${bandWords[(Math.floor(hour / 6) + 3) % 4]}`;
  };
  const labels = [
    ...dayWords.flatMap((days) => bandWords.map((band) => `${days} ${band}`)),
    unknownTime,
  ];
  const groups = byLabel(spaces.recordsOf.public, bandOf);
  const ids = basis.counts.split(
    basis.unit,
    spaces.idOf('public'),
    'time',
    labels.map((label) => ({ label, records: groups.get(label) ?? [], printing: 'shown' })),
  );
  return (published) => [
    published.table(
      `VAWG in public spaces by policing day (06:00 to 06:00) and band of the day, by committed date; n = ${published.text(spaces.idOf('public'))} incidents. Friday and Saturday are two nights of seven: compare with that. Not known: no time, midnight sharp, or a window of more than six hours.`,
      columnsOf('Band', ...dayWords),
      [
        ...bandWords.map((band, at) => [band, { id: ids[at] ?? '' }, { id: ids[at + 4] ?? '' }]),
        ['Not known (all days)', { id: ids[8] ?? '' }, ''],
      ],
    ),
  ];
}

/** Kinds of public place. */
export function declareKinds(basis: EditionBasis, spaces: SpaceSeries): DrawPart {
  const { subtype } = basis.inputs.evidence.incidents;
  const records = spaces.recordsOf.public;
  const cut = commonest(
    records,
    (incident) => subtype.values[subtype.codes[incident] ?? 0] || 'not recorded',
    12,
  );
  const groups = byLabel(records, cut.labelOf);
  const ids = basis.counts.split(
    basis.unit,
    spaces.idOf('public'),
    'kind',
    cut.labels.map((label) => ({ label, records: groups.get(label) ?? [], printing: 'shown' })),
  );
  return (published) => [
    published.bars(
      `Kind of public place, recorded ${basis.period}; n = ${published.text(spaces.idOf('public'))} incidents.`,
      cut.labels.map((label, at) => ({ label, id: ids[at] ?? '' })),
      'public',
    ),
  ];
}

/** The map of priority places: hot cells only, never a point; suppressed ones hatched. */
export function drawMapOf(
  { inputs, period, level }: EditionBasis,
  { places }: PlaceTables,
  marking: string,
): DrawPart {
  const { whole } = inputs;
  if (whole === null || places.length === 0)
    return () => [{ kind: 'paragraph', text: 'No map: no public-space hot spot was found.' }];
  const finest = levelLimits[level].cellMetres;
  const isCoarser = whole.cellMetres < finest;
  const squaresOf = ({ cells }: OpenPlace): DrawnCell[] =>
    isCoarser ? coarseSquares(cells, finest) : cells.map(({ ring, bin }) => ({ ring, bin }));
  const ground = inputs.areas.flatMap((area) => area.polygons.map((polygon) => polygon[0] ?? []));
  return (published) => {
    const isShown = (id: string): boolean => published.value(id) !== null;
    const order = [...places].sort((a, b) => {
      const [one, two] = [published.value(a.id) ?? -1, published.value(b.id) ?? -1];
      return two - one || (a.name < b.name ? -1 : 1);
    });
    const map: MapFigure = {
      title: 'Public-space VAWG: priority locations',
      extent: null,
      ground,
      cells: places
        .filter(({ id }) => isShown(id))
        .flatMap((place) => squaresOf(place).map((cell) => ({ ...cell, count: 0 }))),
      suppressed: places
        .filter(({ id }) => !isShown(id))
        .flatMap((place) => squaresOf(place).map(({ ring }) => ring)),
      onlyHot: true,
      felt: [],
      labels: order.flatMap((place, at) =>
        isShown(place.id) ? [{ ...labelled(squaresOf(place)), text: String(at + 1) }] : [],
      ),
      notShown: ['online and private spaces', 'cells that are not hot', 'points of any kind'],
      source: `${inputs.force}, recorded ${period}`,
      marking,
    };
    return [
      {
        kind: 'map',
        caption: `Public-space VAWG, priority locations: cells of ${number(whole.cellMetres)} m, at most 1 or 5 in 100 of the cells called hot expected by chance (Gi*, false discovery rate)${isCoarser ? `, drawn as the squares of ${number(finest)} m that they lie in: nothing finer leaves at this level` : ''}. Numbers as in the table of section 12. Hatched: hot, but the numbers are suppressed.`,
        map,
      },
    ];
  };
}

interface DrawnCell {
  readonly ring: HotSpotCell['ring'];
  readonly bin: number;
}

/** The squares of so many metres in which cells have their middle, each as sure as the surest of its cells. */
function coarseSquares(cells: readonly HotSpotCell[], metres: number): DrawnCell[] {
  const squares = new Map<string, DrawnCell>();
  for (const { centre, bin } of cells) {
    const [west, south] = centre.map((at) => Math.floor(at / metres) * metres);
    if (west === undefined || south === undefined) continue;
    const known = squares.get(`${west} ${south}`);
    const ring = [
      [west, south],
      [west + metres, south],
      [west + metres, south + metres],
      [west, south + metres],
    ] as const;
    squares.set(`${west} ${south}`, { ring, bin: Math.max(bin, known?.bin ?? bin) });
  }
  return [...squares.values()];
}

/** The middle of what is drawn, where a place's number stands: no finer than the drawing. */
function labelled(cells: readonly DrawnCell[]): { easting: number; northing: number } {
  const corners = cells.flatMap(({ ring }) => ring);
  const middle = (axis: 0 | 1): number =>
    corners.reduce((sum, corner) => sum + corner[axis], 0) / Math.max(1, corners.length);
  return { easting: middle(0), northing: middle(1) };
}
