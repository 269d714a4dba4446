import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { array, assert, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areaAt,
  areaSquareKilometres,
  buildAreaIndex,
} from '../../../src/domain/geography/areas.ts';
import { shapeOnGrid } from '../../../src/engine/intake/boundaries/area-shape.ts';
import { gridFunction } from '../../../src/engine/intake/boundaries/reference-system.ts';
import { faultyRings } from '../../../src/engine/intake/boundaries/ring-faults.ts';
import { loadShiftGrid } from '../../../src/engine/shift-grid.ts';
import { emptyWorkspace, importOne } from '../support.ts';
import { geoJson, type Rings, square, type XY } from './make-files.ts';
import { importedContent } from './support.ts';

const origin = 400_000;
const toGrid = gridFunction('national-grid', loadShiftGrid());

/** Positions near the origin as short numbers. */
function at(...points: readonly XY[]): XY[] {
  return points.map(([x, y]) => [origin + x, origin + y]);
}

/** The shape of polygons given, and whether its ground holds a position near the origin. */
function repaired(...polygons: readonly Rings[]) {
  const shape = shapeOnGrid({ properties: null, polygons }, toGrid);
  const areas = [{ code: 'A', polygons: shape.polygons }];
  const index = buildAreaIndex(areas);
  return {
    ...shape,
    squareMetres: Math.round(areaSquareKilometres(areas[0] ?? { code: '', polygons: [] }) * 1e6),
    holds: (x: number, y: number): boolean => areaAt(index, origin + x, origin + y) >= 0,
    faultsLeft: faultyRings(
      shape.polygons.map((rings) =>
        rings.map((ring) =>
          ring.slice(1).map(([x, y]): XY => [Math.round(x * 100), Math.round(y * 100)]),
        ),
      ),
    ).size,
  };
}

/** Twice the signed area. */
function turn(ring: readonly XY[]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[i + 1] ?? ring[0] ?? [0, 0];
    return sum + (x - origin) * (nextY - origin) - (nextX - origin) * (y - origin);
  }, 0);
}

const plain = square(origin, origin, 100);
const hole = square(origin + 40, origin + 40, 20);

describe('a sound area', () => {
  it('is kept as it is, outline anticlockwise and hole clockwise, and not counted', () => {
    for (const outline of [plain, plain.toReversed()]) {
      for (const inner of [hole, hole.toReversed()]) {
        const { polygons, ringsRepaired } = repaired([outline, inner]);
        expect(ringsRepaired).toBe(0);
        const [first = [], second = []] = polygons[0] ?? [];
        expect([first.length, second.length]).toEqual([5, 5]);
        expect([turn(first) > 0, turn(second) > 0]).toEqual([true, false]);
        expect(first[0]).toEqual(first.at(-1));
      }
    }
  });

  it('may have an island in its hole, a hole that touches the outline, and parts that touch', () => {
    const lake = square(origin + 20, origin + 20, 60);
    expect(repaired([plain, lake], [hole]).ringsRepaired).toBe(0);
    const touching = at([0, 50], [20, 60], [20, 40], [0, 50]);
    expect(repaired([plain, touching]).ringsRepaired).toBe(0);
    const corner = square(origin + 100, origin + 100, 50);
    expect(repaired([plain], [corner]).ringsRepaired).toBe(0);
  });

  it('stays one area of several polygons', () => {
    const { polygons } = repaired([plain], [square(origin + 500, origin, 10)]);
    expect(polygons).toHaveLength(2);
  });
});

describe('repair', () => {
  it('closes a ring, and takes off repeated positions and spikes', () => {
    const open = repaired([plain.slice(0, -1)]);
    expect([open.ringsRepaired, open.squareMetres]).toEqual([1, 10_000]);
    const twice = repaired([at([0, 0], [0, 0], [0, 100], [100, 100], [100, 0], [0, 0])]);
    expect([twice.ringsRepaired, twice.polygons[0]?.[0]?.length]).toEqual([1, 5]);
    const spikes: XY[][] = [
      at([0, 0], [0, 100], [0, 150], [0, 100], [100, 100], [100, 0], [0, 0]),
      at([0, 0], [0, 150], [0, 100], [100, 100], [100, 0], [0, 0]),
      at([-50, 0], [0, 0], [0, 100], [100, 100], [100, 0], [0, 0], [-50, 0]),
      at([0, 0], [0, 100], [100, 100], [100, 0], [0, 0], [-50, 0], [0, 0]),
      at([0, 0], [0, 100], [50, 130], [70, 190], [50, 130], [0, 100], [100, 100], [100, 0], [0, 0]),
    ];
    for (const ring of spikes) {
      const { ringsRepaired, squareMetres, faultsLeft } = repaired([ring]);
      expect([ringsRepaired, squareMetres, faultsLeft]).toEqual([1, 10_000, 0]);
    }
  });

  it('drops a ring of fewer than three positions, and the holes of an outline that is dropped', () => {
    const line = at([10, 10], [20, 20], [10, 10]);
    const withLine = repaired([plain, line]);
    expect([withLine.ringsRepaired, withLine.polygons[0]?.length]).toEqual([1, 1]);
    expect(repaired([plain], [line, hole]).polygons).toHaveLength(1);
    expect(() => repaired([line])).toThrow('unreadable-shape');
    expect(() => repaired([])).toThrow('unreadable-shape');
    expect(() => repaired([at([0, 0], [5, 5], [10, 10], [0, 0])])).toThrow('unreadable-shape');
  });

  it('keeps both loops of a bow tie', () => {
    const { ringsRepaired, squareMetres, holds, polygons, faultsLeft } = repaired([
      at([0, 0], [100, 100], [100, 0], [0, 100], [0, 0]),
    ]);
    expect([ringsRepaired, squareMetres, polygons.length, faultsLeft]).toEqual([1, 5000, 2, 0]);
    expect([holds(10, 50), holds(90, 50), holds(50, 10), holds(50, 90)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('keeps ground that a ring goes round twice, which the even-odd rule alone would leave out', () => {
    const { squareMetres, holds } = repaired([
      at([0, 0], [100, 0], [100, 100], [40, 100], [40, 40], [60, 40], [60, 120], [0, 120], [0, 0]),
    ]);
    expect(holds(50, 70)).toBe(true);
    expect(squareMetres).toBe(100 * 100 + 60 * 20);
  });

  it('makes a hole of one that a ring touching itself goes round', () => {
    const { ringsRepaired, squareMetres, holds, polygons } = repaired([
      at(
        [0, 0],
        [100, 0],
        [100, 100],
        [0, 100],
        [0, 50],
        [20, 60],
        [40, 50],
        [20, 40],
        [0, 50],
        [0, 0],
      ),
    ]);
    expect([ringsRepaired, squareMetres, polygons[0]?.length]).toEqual([1, 10_000 - 400, 2]);
    expect(holds(20, 50)).toBe(false);
  });

  it('cuts a hole to its outline, joins holes that overlap, and drops one outside', () => {
    const across = repaired([plain, square(origin + 90, origin + 40, 20)]);
    expect([across.squareMetres, across.faultsLeft]).toEqual([10_000 - 200, 0]);
    expect([across.holds(105, 50), across.holds(95, 50)]).toEqual([false, false]);
    const joined = repaired([plain, hole, square(origin + 50, origin + 50, 20)]);
    expect([joined.squareMetres, joined.ringsRepaired]).toEqual([10_000 - 700, 2]);
    const outside = repaired([plain, square(origin + 500, origin, 20)]);
    expect([outside.squareMetres, outside.holds(510, 10)]).toEqual([10_000, false]);
    const inner = repaired([plain, hole, square(origin + 45, origin + 45, 5)]);
    expect([inner.squareMetres, inner.holds(47, 47)]).toEqual([10_000 - 400, false]);
  });

  it('joins polygons that overlap, share an edge or stand in one another, and leaves the others alone', () => {
    const far = square(origin + 1000, origin, 10);
    const overlapping = repaired([plain], [far], [square(origin + 50, origin, 100)]);
    expect([overlapping.squareMetres, overlapping.polygons.length]).toEqual([15_100, 2]);
    expect(repaired([plain], [square(origin + 100, origin, 100)]).polygons).toHaveLength(1);
    const inside = repaired([plain], [hole]);
    expect([inside.squareMetres, inside.holds(50, 50)]).toEqual([10_000, true]);
    expect(repaired([plain], [plain]).squareMetres).toBe(10_000);
  });

  it('leaves no fault in any ring however it is scribbled, and keeps what lies clearly inside', () => {
    const point = tuple(integer({ min: 0, max: 40 }), integer({ min: 0, max: 40 }));
    const ring = array(point, { minLength: 3, maxLength: 14 });
    assert(
      property(ring, array(ring, { maxLength: 2 }), (outline, others) => {
        let shape: ReturnType<typeof repaired>;
        try {
          shape = repaired([at(...outline)], ...others.map((other) => [at(...other)]));
        } catch (error) {
          expect(String(error)).toContain('unreadable-shape');
          return;
        }
        expect(shape.faultsLeft).toBe(0);
        for (let probe = 0; probe < 40; probe++) {
          const [x, y] = [probe + 0.37, ((probe * 17) % 40) + 0.71];
          if (clearance([outline, ...others], x, y) < 0.05) continue;
          const isWound = [outline, ...others].some((one) => windingOf(one, x, y) !== 0);
          expect(shape.holds(x, y)).toBe(isWound);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Distance of a position from the nearest edge: crossings are rounded to the centimetre, so close by is unsure. */
function clearance(rings: readonly (readonly XY[])[], x: number, y: number): number {
  const distances = rings.flatMap((ring) =>
    ring.map(([fromX, fromY], i) => {
      const [toX, toY] = ring[i + 1] ?? ring[0] ?? [0, 0];
      const [dx, dy] = [toX - fromX, toY - fromY];
      const along = ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy || 1);
      const part = Math.min(1, Math.max(0, along));
      return Math.hypot(x - fromX - part * dx, y - fromY - part * dy);
    }),
  );
  return Math.min(...distances);
}

/** How often a ring goes round a position. */
function windingOf(ring: readonly XY[], x: number, y: number): number {
  let winding = 0;
  for (const [i, [fromX, fromY]] of ring.entries()) {
    const [toX, toY] = ring[i + 1] ?? ring[0] ?? [0, 0];
    const side = (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX);
    if (fromY <= y && toY > y && side > 0) winding++;
    if (fromY > y && toY <= y && side < 0) winding--;
  }
  return winding;
}

it('warns of repaired rings and still counts every area once', async () => {
  const bow = at([0, 0], [100, 100], [100, 0], [0, 100], [0, 0]);
  const text = geoJson(
    [
      ['E01000001', [plain]],
      ['E01000002', [bow]],
      ['E01000003', [at([0, 0], [1, 1], [0, 0])]],
    ],
    'EPSG:27700',
  );
  const { file, areas } = await importedContent('a.geojson', text);
  expect(file).toMatchObject({ accepted: 2, rejected: 1, warnings: ['rings-repaired: 1'] });
  expect(areas[1]?.polygons).toHaveLength(2);
});

describe('real boundaries', () => {
  const folder = join('..', 'shared', 'data', 'boundaries');
  it('all 1,005 LSOAs of 2011 come in, with the few that touch themselves mended', async ({
    skip,
  }) => {
    if (!existsSync(folder)) skip('../shared/data is not here');
    const { engine } = await emptyWorkspace();
    let accepted = 0;
    let filesRepaired = 0;
    const start = performance.now();
    for (const name of readdirSync(folder).filter((one) => one.startsWith('lsoa11-'))) {
      const file = await importOne(engine, join(folder, name));
      expect(file.rejected).toBe(0);
      accepted += file.accepted;
      filesRepaired += Number(
        file.warnings.some((warning) => warning.startsWith('rings-repaired')),
      );
    }
    expect([accepted, filesRepaired]).toEqual([1005, 4]);
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it('police force areas come in whole', async ({ skip }) => {
    const path = join(folder, 'pfa2020_england_wales.geojson');
    if (!existsSync(path)) skip('../shared/data is not here');
    const { engine } = await emptyWorkspace();
    const file = await importOne(engine, path);
    expect(file).toMatchObject({ ok: true, accepted: 43, rejected: 0, warnings: [] });
  });
});
