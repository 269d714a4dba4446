import { z } from 'zod';

/** The base map of a workspace: a file of map tiles that stays where it is. */
export interface BaseMapFacts {
  /** The import it came with: another number is another base map. */
  readonly batch: number;
  readonly name: string;
  readonly kind: 'raster' | 'vector';
  /** Whom the map is from, as its file says, without markup; '' when the file does not say. */
  readonly attribution: string;
  /** Zooms of the web map that the file has tiles of. */
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Degrees west, south, east, north that the file says it covers; null when it does not say. */
  readonly bounds: readonly [west: number, south: number, east: number, north: number] | null;
  readonly tiles: number;
  /** Why it cannot be drawn now: its file is gone, changed or damaged. Null when it can. */
  readonly problem: {
    readonly code: string;
    readonly message: string;
    readonly remedy: string;
  } | null;
}

/** One whole tile, unpacked. */
export interface BaseMapTile {
  readonly mediaType:
    | 'image/png'
    | 'image/jpeg'
    | 'image/webp'
    | 'application/vnd.mapbox-vector-tile';
  readonly bytes: Uint8Array;
}

const whole = z.number().int().min(0);

export const baseMapCalls = {
  /** The base map that was imported last; null without one. */
  baseMap: { input: z.object({}), files: [] },
  /** A tile by zoom, column from the west and row from the north; null where the base map has none. */
  baseMapTile: { input: z.object({ z: whole, x: whole, y: whole }), files: [] },
} as const;

export interface BaseMapOutputs {
  baseMap: BaseMapFacts | null;
  baseMapTile: BaseMapTile | null;
}
