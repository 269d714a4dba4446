import type { GridPosition } from '../../domain/geography/cells.ts';
import { degreesOf } from '../analysis/page-result.ts';
import type { FeatureGeometry, SafeLayer } from './safe-layer.ts';

/** West, south, east, north. */
export type Box = [west: number, south: number, east: number, north: number];

/** The geometries of a layer as longitude and latitude, rounded as far as its level allows. */
export function geometriesInDegrees({ features, degreeDecimals }: SafeLayer): FeatureGeometry[] {
  const metres: number[] = [];
  for (const { geometry } of features) {
    for (const position of positionsOf(geometry)) metres.push(position[0], position[1]);
  }
  const degrees = degreesOf(Float64Array.from(metres));
  const factor = 10 ** degreeDecimals;
  let next = 0;
  const placed = (): GridPosition => {
    const longitude = Math.round((degrees[next++] ?? Number.NaN) * factor) / factor;
    const latitude = Math.round((degrees[next++] ?? Number.NaN) * factor) / factor;
    return [longitude, latitude];
  };
  return features.map(({ geometry }) =>
    geometry.kind === 'point'
      ? { kind: 'point', position: placed() }
      : {
          kind: 'areas',
          polygons: geometry.polygons.map((rings) => rings.map((ring) => ring.map(placed))),
        },
  );
}

/** Every position of a geometry, in order. */
export function positionsOf(geometry: FeatureGeometry): readonly GridPosition[] {
  return geometry.kind === 'point' ? [geometry.position] : geometry.polygons.flat(2);
}

/** The box around geometries. */
export function boxOf(geometries: readonly FeatureGeometry[]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const geometry of geometries) {
    for (const [x, y] of positionsOf(geometry)) {
      if (x < box[0]) box[0] = x;
      if (y < box[1]) box[1] = y;
      if (x > box[2]) box[2] = x;
      if (y > box[3]) box[3] = y;
    }
  }
  return box;
}

/** Rings closed, outer ones anticlockwise and holes clockwise, as RFC 7946 and the OGC ask. */
export function closedRings(rings: readonly (readonly GridPosition[])[]): GridPosition[][] {
  return rings.map((ring, at) => {
    const isAnticlockwise = signedArea(ring) > 0;
    const turned = isAnticlockwise === (at === 0) ? [...ring] : ring.toReversed();
    const [first] = turned;
    const last = turned.at(-1);
    const isClosed = first !== undefined && last?.[0] === first[0] && last[1] === first[1];
    return first === undefined || isClosed ? turned : [...turned, first];
  });
}

/** Shoelace formula from the first position, so that large coordinates keep their digits. */
function signedArea(ring: readonly GridPosition[]): number {
  const [originX, originY] = ring[0] ?? [0, 0];
  let doubled = 0;
  for (const [at, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[at + 1] ?? [originX, originY];
    doubled += (x - originX) * (nextY - originY) - (nextX - originX) * (y - originY);
  }
  return doubled / 2;
}
