import type { HotSpotCell } from '../inputs.ts';
import { columnsOf } from '../people-blocks.ts';
import { type HotPlace, hotPlaces, positionDoubt, rankedPlaces } from '../places.ts';
import { number } from '../words.ts';
import type { DrawPart, EditionBasis } from './basis.ts';
import { coveredAreas } from './covered-areas.ts';
import { byLabel } from './edition-counts.ts';
import { openName } from './place-names.ts';
import type { SpaceSeries } from './scale-tables.ts';

const mostAreas = 20;
const mostPlaces = 12;
/** An area that is named has at least this many incidents; smaller ones stand together. */
const fewestOfArea = 10;
const elsewhere = 'elsewhere';

/** A place of the edition: its cells stay with it so that the map and the table hide the same ones. */
export interface OpenPlace {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly HotSpotCell[];
  readonly centre: readonly [number, number];
  readonly isHotLately: boolean;
  readonly hasDoubt: boolean;
}

/** Areas and priority places: parts of one ground, so one is never to be subtracted from the other. */
export interface PlaceTables {
  readonly privateAreas: DrawPart;
  readonly publicAreas: DrawPart;
  readonly ranking: DrawPart;
  readonly places: readonly OpenPlace[];
}

/** Declares areas by space and the priority places, with the pieces in which they overlap. */
export function declarePlaces(basis: EditionBasis, spaces: SpaceSeries): PlaceTables {
  const { inputs, counts, unit } = basis;
  const listed = listedAreas(basis, spaces);
  const areaOf = (incident: number): string => {
    const area = inputs.areaOfIncident[incident] ?? -1;
    if (area < 0) return 'nowhere';
    return listed.has(area) ? (inputs.areas[area]?.code ?? '') : 'others';
  };
  const labels = [
    ...[...listed].map((area) => inputs.areas[area]?.code ?? ''),
    'others',
    'nowhere',
  ];
  const { hasFemaleVictim } = inputs.evidence.incidents;
  const own = spaces.recordsOf.private;
  const female = own.filter((index) => hasFemaleVictim[index] === 1);
  const [femaleId = ''] = counts.split(unit, spaces.idOf('private'), 'victim', [
    { label: 'female', records: female, printing: 'shown' },
    {
      label: 'no-female',
      records: own.filter((index) => hasFemaleVictim[index] !== 1),
      printing: 'implied',
    },
  ]);
  const split = (total: string, records: readonly number[]): string[] => {
    const groups = byLabel(records, areaOf);
    return counts.split(
      unit,
      total,
      'area',
      labels.map((label) => ({ label, records: groups.get(label) ?? [], printing: 'shown' })),
    );
  };
  const privateIds = split(femaleId, female);
  const publicIds = split(spaces.idOf('public'), spaces.recordsOf.public);
  const places = declareHotPlaces(basis, spaces, areaOf, labels);
  const names = [
    ...[...listed].map((area) => inputs.areas[area]?.name ?? ''),
    'All other areas',
    'No position, or outside',
  ];
  const women = [...listed].map((area) => inputs.areas[area]?.femalePopulation ?? 0);
  return {
    ...places,
    privateAreas: areaTable(basis, {
      caption: `VAWG in private spaces with a female victim, by area, recorded ${basis.period}`,
      ids: privateIds,
      total: femaleId,
      names,
      women,
    }),
    publicAreas: areaTable(basis, {
      caption: `VAWG in public spaces, by area, recorded ${basis.period}`,
      ids: publicIds,
      total: spaces.idOf('public'),
      names,
      women: null,
    }),
  };
}

/** Indexes of the areas with most incidents of private and public space, in the order of their names. */
function listedAreas({ inputs }: EditionBasis, { recordsOf }: SpaceSeries): Set<number> {
  const tally = new Map<number, number>();
  for (const incident of [...recordsOf.private, ...recordsOf.public]) {
    const area = inputs.areaOfIncident[incident] ?? -1;
    if (area >= 0) tally.set(area, (tally.get(area) ?? 0) + 1);
  }
  const most = [...tally]
    .filter(([, count]) => count >= fewestOfArea)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostAreas)
    .map(([area]) => area);
  const nameOf = (area: number): string => inputs.areas[area]?.name ?? '';
  return new Set(most.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)));
}

function areaTable(
  { inputs }: EditionBasis,
  facts: {
    readonly caption: string;
    readonly ids: readonly string[];
    readonly total: string;
    readonly names: readonly string[];
    readonly women: readonly number[] | null;
  },
): DrawPart {
  if (inputs.areas.length === 0)
    return () => [
      { kind: 'paragraph', text: 'No boundaries were imported, so nothing is shown by area.' },
    ];
  return (published) => {
    const rate = (at: number): string => {
      const value = published.value(facts.ids[at] ?? '');
      const women = facts.women?.[at] ?? 0;
      return value === null || women === 0 ? '-' : ((1_000 * value) / women).toFixed(0);
    };
    const columns =
      facts.women === null
        ? columnsOf('Area', 'Incidents')
        : columnsOf('Area', 'Incidents', 'Women and girls', 'Per 1,000');
    return [
      published.table(
        `${facts.caption}; n = ${published.text(facts.total)} incidents. The ${number(Math.max(0, facts.ids.length - 2))} areas with most incidents of private and public space together, in the order of their names; the others as one.${facts.women === null ? '' : ' Rates are of rounded numbers and of the whole period, not of a year.'}`,
        columns,
        facts.ids.map((id, at) => [
          facts.names[at] ?? '',
          { id },
          ...(facts.women === null
            ? []
            : [(facts.women[at] ?? 0) === 0 ? '-' : number(facts.women[at] ?? 0), rate(at)]),
        ]),
      ),
    ];
  };
}

/** A cell's id tells its middle: the same ground is the same number in every edition and layer. */
function cellLabel({ centre }: HotSpotCell): string {
  return `E${Math.round(centre[0])}N${Math.round(centre[1])}`;
}

function declareHotPlaces(
  basis: EditionBasis,
  spaces: SpaceSeries,
  areaOf: (incident: number) => string,
  labels: readonly string[],
): Pick<PlaceTables, 'ranking' | 'places'> {
  const { inputs, counts, unit } = basis;
  const ranked = rankedPlaces(hotPlaces(inputs, inputs.whole?.cells ?? [])).slice(0, mostPlaces);
  const total = spaces.idOf('public');
  const latest = new Set(
    inputs.latest?.cells.filter(({ bin }) => bin >= 2).map((cell) => cellLabel(cell)),
  );
  const placeOf = new Map<number, string>();
  const places = ranked.map((place): OpenPlace => {
    const cells = place.cells.map((cell) => cellLabel(cell)).sort();
    const id = `${total}|place=${cells.join('+')}`;
    for (const incident of place.incidents) placeOf.set(incident, id);
    return {
      id,
      name: openName(inputs, place.centre, areaOfPlace(basis, place)),
      cells: place.cells,
      centre: place.centre,
      isHotLately: cells.some((cell) => latest.has(cell)),
      hasDoubt: positionDoubt(place) !== null,
    };
  });
  const groups = byLabel(spaces.recordsOf.public, (incident) => placeOf.get(incident) ?? elsewhere);
  const pieces = byLabel(
    spaces.recordsOf.public,
    (incident) => `${placeOf.get(incident) ?? elsewhere} ${areaOf(incident)}`,
  );
  const rest = `${total}|place=${elsewhere}`;
  counts.declare(unit, rest, groups.get(elsewhere) ?? []);
  const ids = [...places.map(({ id }) => id), rest];
  for (const { id, cells } of places) {
    counts.declare(unit, id, groups.get(id) ?? []);
    const parts = cells.map((cell) =>
      counts.declare(unit, `${total}|cell=${cellLabel(cell)}`, cell.incidents, 'implied'),
    );
    counts.tie(id, parts);
  }
  counts.tie(total, ids);
  // A place inside an area could be subtracted from it, so the pieces of both are numbers too.
  const pieceOf = (place: string, area: string): string => `${place}|area-piece=${area}`;
  const covered = coveredAreas(
    inputs.areas.filter(({ code }) => labels.includes(code)),
    places.flatMap(({ cells }) => cells),
  );
  const mayBeElsewhere = (area: string): boolean =>
    !covered.has(area) || pieces.has(`${elsewhere} ${area}`);
  for (const [at, place] of ids.entries()) {
    const key = at === ids.length - 1 ? elsewhere : place;
    // A place reaches into few areas; what is elsewhere could be in any that is not all place, though nothing is now.
    const parts = labels
      .filter((area) => (key === elsewhere ? mayBeElsewhere(area) : pieces.has(`${key} ${area}`)))
      .map((area) =>
        counts.declare(unit, pieceOf(place, area), pieces.get(`${key} ${area}`) ?? [], 'implied'),
      );
    counts.tie(place, parts);
  }
  for (const area of labels) {
    const parts = ids.filter((place) =>
      place === rest ? mayBeElsewhere(area) : pieces.has(`${place} ${area}`),
    );
    counts.tie(
      `${total}|area=${area}`,
      parts.map((place) => pieceOf(place, area)),
    );
  }
  return { places, ranking: drawRanking(basis, places) };
}

function areaOfPlace({ inputs }: EditionBasis, { incidents }: HotPlace): number {
  const groups = byLabel(incidents, (incident) => String(inputs.areaOfIncident[incident] ?? -1));
  const [most] = [...groups].sort((a, b) => b[1].length - a[1].length);
  return Number(most?.[0] ?? -1);
}

function drawRanking({ period }: EditionBasis, places: readonly OpenPlace[]): DrawPart {
  if (places.length === 0)
    return () => [
      { kind: 'paragraph', text: 'No public-space hot spot was found, so no location is ranked.' },
    ];
  return (published) => {
    const known = [...places].sort((a, b) => {
      const [one, two] = [published.value(a.id) ?? -1, published.value(b.id) ?? -1];
      return two - one || (a.name < b.name ? -1 : 1);
    });
    return [
      published.table(
        `Priority locations in public space: touching hot cells as one place, by rounded number of incidents recorded ${period}, whenever committed. Places of equal number stand in the order of their names. "Also hot lately": in the latest twelve months, by committed date.`,
        [
          { title: 'No.', isNumber: true },
          { title: 'Place' },
          { title: 'Incidents', isNumber: true },
          { title: 'Also hot lately' },
          { title: 'Caution' },
        ],
        known.map((place, at) => [
          String(at + 1),
          place.name,
          { id: place.id },
          place.isHotLately ? 'yes' : 'no',
          place.hasDoubt ? 'one position holds most: check' : '',
        ]),
      ),
      {
        kind: 'paragraph',
        text: 'Before anybody is sent, each place is to be checked for a default position of the records system, for existing activity, and for whether it can be patrolled. Private spaces are never ranked as places. A place is named by a public venue near it and its area; the venue is a landmark and not said to be the cause.',
      },
    ];
  };
}
