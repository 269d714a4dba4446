import type { MapGround } from '../../src/contract/results.ts';
import { compareTexts } from '../app/format.ts';
import { areaShapes, pointShapes, type RingsOfArea, type Shapes } from './shapes.ts';

export interface Venue {
  readonly name: string;
  readonly category: string;
}

/** The map's ground, read once: boundaries as shapes and by code, venues as points with their names. */
export interface Ground {
  readonly areas: Shapes | null;
  readonly rings: RingsOfArea;
  readonly names: readonly { readonly code: string; readonly name: string }[];
  readonly venues: Shapes | null;
  readonly venueFacts: readonly Venue[];
  readonly extent: MapGround['extent'];
}

interface AreaFeature {
  readonly properties: { readonly code: string; readonly name: string };
  readonly geometry: { readonly coordinates: readonly (readonly (readonly number[])[])[][] };
}

/** Reads the boundaries (GeoJSON bytes, multipolygons in longitude and latitude) and venues of a workspace. */
export function readGround(ground: MapGround): Ground {
  const text = new TextDecoder().decode(ground.areas);
  const { features } = JSON.parse(text) as { features: readonly AreaFeature[] };
  const rings = new Map<string, Float64Array[]>();
  for (const { properties, geometry } of features) {
    const own = rings.get(properties.code) ?? [];
    for (const polygon of geometry.coordinates) {
      for (const ring of polygon) own.push(Float64Array.from(openRing(ring).flat()));
    }
    rings.set(properties.code, own);
  }
  return {
    areas: rings.size === 0 ? null : areaShapes([...rings.values()]),
    rings,
    names: features
      .map(({ properties: { code, name } }) => ({ code, name }))
      .sort((a, b) => compareTexts(a.name, b.name)),
    venues: ground.venues.length === 0 ? null : pointShapes(ground.venuePositions),
    venueFacts: ground.venues,
    extent: ground.extent,
  };
}

/** A ring without its last vertex where that repeats the first. */
function openRing(ring: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const first = ring[0];
  const last = ring.at(-1);
  const isClosed = ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return isClosed ? ring.slice(0, -1) : ring;
}
