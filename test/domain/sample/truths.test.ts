import { expect, test } from 'vitest';
import { cellCount, cellIndexOf, gridOver } from '../../../src/domain/geography/cells.ts';
import { wholeGrid } from '../../../src/domain/geography/study-cells.ts';
import { benjaminiHochberg } from '../../../src/domain/hotspots/benjamini-hochberg.ts';
import { significanceBins } from '../../../src/domain/hotspots/bins.ts';
import { giStar } from '../../../src/domain/hotspots/gi-star.ts';
import { classifyRecords } from '../vawg/classify-records.ts';
import { recordOf } from './record-of-row.ts';
import { incidentsIn, plainMetres, sampleWith, sortable } from './sample-files.ts';

interface Truth {
  readonly id: string;
  readonly centre: { readonly easting: number; readonly northing: number };
  readonly radiusMetres: number;
  readonly expected: Readonly<Record<string, number>>;
  readonly people: readonly {
    readonly reference: string;
    readonly incidents: number;
    readonly references: readonly string[];
  }[];
}

const sizes = [600, 60_000].map((incidents) => {
  const sample = sampleWith({ seed: 1, incidents });
  const truths = (JSON.parse(sample.textOf('planted-truths.json')) as { truths: Truth[] }).truths;
  const rows = sample.rowsOf('northmoor-incidents.csv');
  return {
    sample,
    rows,
    incidents: incidentsIn(rows),
    truth(id: string): Truth {
      const found = truths.find((truth) => truth.id === id);
      if (!found) throw new Error(`no truth ${id}`);
      return found;
    },
  };
});
const whole = sizes[1];
if (!whole) throw new Error('no sample');

const saidOf = classifyRecords(whole.incidents.map(recordOf));
const known = whole.incidents.flatMap((row, index) => {
  const said = saidOf[index];
  return said === undefined ? [] : [{ row, said }];
});
const vawg = known.filter((incident) => incident.said.inVawg);
const publicVawg = vawg.filter(({ row, said }) => said.space === 'public' && row['easting'] !== '');

test('about a fifth is VAWG, in all three spaces, and little is unmatched', () => {
  const share = vawg.length / known.length;
  expect(share).toBeGreaterThan(0.18);
  expect(share).toBeLessThan(0.24);
  const inSpace = (is: (incident: (typeof vawg)[number]) => boolean) =>
    vawg.filter(is).length / vawg.length;
  expect(inSpace(({ said }) => said.space === 'private')).toBeGreaterThan(0.4);
  expect(inSpace(({ said }) => said.space === 'public')).toBeGreaterThan(0.15);
  expect(inSpace(({ said }) => said.online)).toBeGreaterThan(0.05);
  const unmatched = known.filter((incident) => incident.said.tier === 'unmatched').length;
  expect(unmatched).toBeGreaterThan(20);
  expect(unmatched / known.length).toBeLessThan(0.02);
});

test.each(['night-economy', 'school-run', 'growing', 'fading'])(
  'Gi* on 250 m cells finds %s among all public space VAWG',
  (id) => {
    const { centre } = whole.truth(id);
    expect(hotBinAt(centre.easting, centre.northing)).toBe('hot');
  },
);

test('Gi* does not find the place that women fear', () => {
  const { centre } = whole.truth('feared');
  expect(hotBinAt(centre.easting, centre.northing)).toBe('not hot');
});

const grid = gridOver(
  { minEasting: 530_000, minNorthing: 500_000, maxEasting: 570_000, maxNorthing: 540_000 },
  250,
  'square',
);
let hotCells: boolean[] | undefined;

function hotBinAt(easting: number, northing: number): 'hot' | 'not hot' {
  if (!hotCells) {
    const counts = new Float64Array(cellCount(grid));
    for (const { row } of publicVawg) {
      const cell = cellIndexOf(grid, Number(row['easting']), Number(row['northing']));
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    const { z, p } = giStar(counts, wholeGrid(grid));
    hotCells = [...significanceBins(z, benjaminiHochberg(p))].map((bin) => bin >= 2);
  }
  return hotCells[cellIndexOf(grid, easting, northing)] ? 'hot' : 'not hot';
}

test.each(sizes)('the counts of the truths are those of the data ($incidents.length)', (size) => {
  for (const id of [
    'night-economy',
    'school-run',
    'feared',
    'growing',
    'fading',
    'default-geocode',
  ]) {
    const { centre, radiusMetres, expected } = size.truth(id);
    const within = size.incidents.filter((row) => {
      const east = Number(row['easting']) - centre.easting;
      const north = Number(row['northing']) - centre.northing;
      return row['easting'] !== '' && east * east + north * north <= radiusMetres ** 2;
    });
    expect(within, id).toHaveLength(expected['incidentsWithin'] ?? -1);
    expect(within.length, id).toBeGreaterThanOrEqual(expected['plantedIncidents'] ?? -1);
    expect(expected['plantedVawgIncidents'], id).toBeGreaterThan(0);
  }
});

test('the night-time economy is at night, the school run after school', () => {
  const hoursNear = (id: string) => {
    const { centre, radiusMetres } = whole.truth(id);
    return publicVawg
      .filter(({ row }) => {
        const east = Number(row['easting']) - centre.easting;
        const north = Number(row['northing']) - centre.northing;
        return east * east + north * north <= radiusMetres ** 2;
      })
      .map(({ row }) => Number(row['occurredFrom']?.slice(11, 13)));
  };
  const night = hoursNear('night-economy');
  const afternoon = hoursNear('school-run');
  expect(night.filter((hour) => hour >= 22 || hour < 3).length / night.length).toBeGreaterThan(0.8);
  expect(
    afternoon.filter((hour) => hour >= 15 && hour < 17).length / afternoon.length,
  ).toBeGreaterThan(0.8);
});

test('the growing place grows and the fading place fades', () => {
  const halves = (id: string) => {
    const byMonth = whole.truth(id).expected['plantedVawgByMonth'] as unknown as number[];
    const sum = (from: number, to: number) =>
      byMonth.slice(from, to).reduce((total, count) => total + count, 0);
    return { first: sum(0, 18), second: sum(18, 36) };
  };
  expect(halves('growing').second).toBeGreaterThan(2 * halves('growing').first);
  expect(halves('fading').first).toBeGreaterThan(2 * halves('fading').second);
});

test.each(sizes)(
  'the default geocode holds many sorts of record on one point ($incidents.length)',
  (size) => {
    const { centre, expected } = size.truth('default-geocode');
    const there = size.incidents.filter(
      (row) =>
        row['easting'] === String(centre.easting) && row['northing'] === String(centre.northing),
    );
    expect(there.length).toBeGreaterThanOrEqual(expected['plantedIncidents'] ?? -1);
    expect(new Set(there.map((row) => row['offenceTitle'])).size).toBeGreaterThan(5);
  },
);

test.each(sizes)(
  'the feared place has reports, statements and few incidents ($incidents.length)',
  (size) => {
    const { centre, radiusMetres, expected } = size.truth('feared');
    const reports = size.sample.rowsOf('northmoor-perceptions.csv').filter((row) => {
      const { easting, northing } = plainMetres(Number(row['longitude']), Number(row['latitude']));
      return (
        (easting - centre.easting) ** 2 + (northing - centre.northing) ** 2 <=
        (radiusMetres + 1) ** 2
      );
    });
    expect(reports.length).toBeGreaterThan(80);
    expect(expected['statements']).toBeGreaterThan(10);
    expect(expected['incidentsWithin']).toBeLessThan(10);
  },
);

test.each(sizes)(
  'repeat victims and prolific suspects are named in the rows ($incidents.length)',
  (size) => {
    for (const [id, column, fewest] of [
      ['repeat-victims', 'victimReference', 4],
      ['prolific-suspects', 'suspectReference', 5],
    ] as const) {
      const { people } = size.truth(id);
      expect(people.length, id).toBeGreaterThanOrEqual(2);
      for (const person of people) {
        const references = new Set(
          size.rows
            .filter((row) => row[column] === person.reference)
            .map((row) => row['reference']),
        );
        expect(references, id).toEqual(new Set(person.references));
        expect(references.size, id).toBe(person.references.length);
        expect(references.size, id).toBeGreaterThanOrEqual(fewest);
      }
    }
    for (const person of size.truth('prolific-suspects').people) {
      const own = size.rows.filter((row) => row['suspectReference'] === person.reference);
      expect(new Set(own.map((row) => row['victimReference'])).size).toBeGreaterThanOrEqual(5);
    }
  },
);

test('the school run is in term: nothing in August', () => {
  const { centre, radiusMetres } = whole.truth('school-run');
  const planted = publicVawg.filter(
    ({ row }) =>
      Math.hypot(
        Number(row['easting']) - centre.easting,
        Number(row['northing']) - centre.northing,
      ) <= radiusMetres && /^1[56]:/.test(row['occurredFrom']?.slice(11) ?? ''),
  );
  const august = planted.filter(({ row }) => sortable(row['occurredFrom']).slice(5, 7) === '08');
  expect(august.length / planted.length).toBeLessThan(0.03);
});
