import type { ReactNode } from 'react';
import type { Ground } from './ground.ts';
import type { MapSync } from './map-sync.ts';
import type { Picture } from './run-map.ts';

export type ViewExtent = readonly [west: number, south: number, east: number, north: number];

/** What the frame needs to know and to tell. */
export interface MapViewProps {
  readonly label: string;
  readonly ground: Ground | null;
  readonly picture: Picture;
  readonly cursor: number | null;
  /** Where the first arrow key goes; null where nothing is drawn. */
  readonly firstRow: number | null;
  readonly onCursor: (row: number | null) => void;
  readonly onHover: (row: number | null) => void;
  /** Enter on the cursor, or a click on a row. */
  readonly onPick: (row: number | null) => void;
  readonly onCorner: ((longitude: number, latitude: number) => void) | null;
  /** Told what is in view, degrees west, south, east, north, whenever the map has moved. */
  readonly onView?: (extent: ViewExtent) => void;
  /** Maps with the same one move together. */
  readonly sync?: MapSync;
  /** Layers below the canvas: the base map. */
  readonly base?: ReactNode;
  /** Boxes inside the frame: legend, what is not on the map. */
  readonly children?: ReactNode;
}
