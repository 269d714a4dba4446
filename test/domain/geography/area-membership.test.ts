import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignAreas } from '../../../src/domain/geography/area-membership.ts';
import { type AreaShape, areaAt, buildAreaIndex } from '../../../src/domain/geography/areas.ts';
import { area, box } from './made-up-areas.ts';

function oneByOne(areas: readonly AreaShape[], easting: Float64Array, northing: Float64Array) {
  const index = buildAreaIndex(areas);
  return Int32Array.from(easting, (east, i) => areaAt(index, east, northing[i] ?? Number.NaN));
}

/** The same ring test without any index, bands or cells, written anew. */
function bruteForce(areas: readonly AreaShape[], east: number, north: number): number {
  return areas.findIndex((shape) =>
    shape.polygons.some((polygon) => {
      let inside = false;
      for (const ring of polygon) {
        for (const [i, end] of ring.entries()) {
          const start = ring.at(i - 1) ?? end;
          const [low, high] = start[1] < end[1] ? [start, end] : [end, start];
          if (low[1] > north === high[1] > north) continue;
          const left = (east - low[0]) * (high[1] - low[1]);
          if (left < (high[0] - low[0]) * (north - low[1])) inside = !inside;
        }
      }
      return inside;
    }),
  );
}

describe('the areas of many places at once', () => {
  it('knows insides, holes, second polygons, overlaps, outsides and missing positions', () => {
    const areas = [
      area('A1', [box(0, 0, 1000, 1000), box(400, 400, 600, 600)], [box(2000, 0, 3000, 1000)]),
      area('A2', [box(900, 0, 2000, 1000)]),
    ];
    const easting = Float64Array.of(50, 500, 2500, 950, 1500, 3500, Number.NaN, 1000);
    const northing = Float64Array.of(50, 500, 500, 500, 500, 500, 500, 500);
    expect([...assignAreas(buildAreaIndex(areas), easting, northing)]).toEqual([
      0, -1, 0, 0, 1, -1, -1, 1,
    ]);
  });

  it('answers for no areas, no points and a single point, and refuses unequal arrays', () => {
    const one = Float64Array.of(5);
    expect([...assignAreas(buildAreaIndex([]), one, one)]).toEqual([-1]);
    const index = buildAreaIndex([area('A', [box(0, 0, 10, 10)])]);
    expect(assignAreas(index, new Float64Array(), new Float64Array())).toHaveLength(0);
    expect([...assignAreas(index, one, one)]).toEqual([0]);
    expect(() => assignAreas(index, one, new Float64Array(2))).toThrow(RangeError);
  });

  it('gives the answer of the plain ring test for any polygons, overlapping and with holes', () => {
    // Multiples of 50 put many corners and points on the lines between cells of 100 m and on each other.
    const along = fc.oneof(
      fc.integer({ min: 0, max: 20 }).map((n) => n * 50),
      fc.integer({ min: 0, max: 1_000_000 }).map((millimetres) => millimetres / 1000),
    );
    const position = fc.tuple(along, along);
    const ring = fc.array(position, { minLength: 3, maxLength: 7 });
    const polygon = fc.array(ring, { minLength: 1, maxLength: 3 });
    const shape = fc
      .array(polygon, { minLength: 1, maxLength: 2 })
      .map((polygons) => area('R', ...polygons));
    const areasOf = fc.array(shape, { minLength: 1, maxLength: 5 });
    const points = fc.array(position, { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(areasOf, points, (areas, positions) => {
        const corners = areas.flatMap(({ polygons }) => polygons.flat(2));
        const all = [...positions, ...corners];
        const easting = Float64Array.from(all, ([east]) => east);
        const northing = Float64Array.from(all, ([, north]) => north);
        const fast = assignAreas(buildAreaIndex(areas), easting, northing);
        expect([...fast]).toEqual([...oneByOne(areas, easting, northing)]);
        expect([...fast]).toEqual(all.map(([east, north]) => bruteForce(areas, east, north)));
      }),
      { seed: 11, numRuns: 1500 },
    );
  });

  it('puts a point on a shared border into exactly one area', () => {
    const parts = [
      area('W', [box(0, 0, 250, 400)]),
      area('E', [box(250, 0, 500, 400)]),
      area('N', [box(0, 400, 500, 800)]),
    ];
    const easting = Float64Array.from({ length: 81 }, () => 250);
    const northing = Float64Array.from({ length: 81 }, (_, i) => i * 10 - (i === 80 ? 1 : 0));
    for (const [i, east] of easting.entries()) {
      const holding = parts.filter((part) => {
        const alone = assignAreas(
          buildAreaIndex([part]),
          Float64Array.of(east),
          northing.slice(i, i + 1),
        );
        return alone[0] === 0;
      });
      expect(holding).toHaveLength(1);
    }
    expect([...assignAreas(buildAreaIndex(parts), easting, northing)]).not.toContain(-1);
  });

  it('agrees with the full ring test on 1,000,000 points in 3,000 areas of 100 corners', () => {
    const side = 55;
    const cell = 1000;
    const areas = Array.from({ length: side * side }, (_, i) => {
      const east = 300_000 + (i % side) * cell + cell / 2;
      const north = 100_000 + Math.floor(i / side) * cell + cell / 2;
      const wavy = Array.from({ length: 100 }, (__, corner): [number, number] => {
        const turn = (corner / 100) * 2 * Math.PI;
        const reach = cell * (0.5 + 0.05 * Math.sin(7 * turn));
        return [east + reach * Math.cos(turn), north + reach * Math.sin(turn)];
      });
      return area(`A${i}`, [wavy]);
    });
    const index = buildAreaIndex(areas);
    let state = 12345;
    const next = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 4294967296;
    };
    const easting = Float64Array.from({ length: 1_000_000 }, () => 300_000 + next() * side * cell);
    const northing = Float64Array.from({ length: 1_000_000 }, () => 100_000 + next() * side * cell);
    const fast = assignAreas(index, easting, northing);
    for (let i = 0; i < easting.length; i += 199) {
      expect(fast[i]).toBe(areaAt(index, easting[i] ?? 0, northing[i] ?? 0));
    }
  });
});
