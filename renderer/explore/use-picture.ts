import { useMemo } from 'react';
import type { RunResult } from '../../src/contract/hotspots.ts';
import type { Ground } from '../map/ground.ts';
import type { Picture } from '../map/run-map.ts';
import { type Shading, shadingOf, strongestRow } from '../map/shading.ts';
import { shapesOf, worldOf } from '../map/shapes.ts';

const noAreas = new Map<string, Float64Array[]>();

/** What is drawn of a result and what its colours mean. */
export interface Drawn {
  readonly picture: Picture;
  readonly shading: Shading | null;
  /** The row that says most; null where nothing is drawn. */
  readonly strongest: number | null;
  /** True when rows have a place but must not be drawn: points and outlines of points where homes are. */
  readonly isWithheld: boolean;
}

/** The picture of a result over the ground. `ring`: corners of an area, longitude and latitude. */
export function usePicture(
  result: RunResult | null,
  ground: Ground | null,
  ring: readonly (readonly [number, number])[],
  hasBase: boolean,
): Drawn {
  const rings = ground?.rings ?? noAreas;
  const rows = useMemo(() => {
    if (result === null)
      return { painted: null, shading: null, strongest: null, isWithheld: false };
    const shading = shadingOf(result);
    const { geometry } = result;
    const isWithheld = geometry.kind === 'none' && geometry.isWithheld === true;
    const shapes = shapesOf(geometry, rings);
    const painted =
      shapes === null
        ? null
        : {
            shapes,
            classOf: shading.classOf,
            styles: shading.classes.map(({ style }) => style),
            opacity: geometry.kind === 'hulls' ? 0.55 : 0.88,
            areSpots: geometry.kind === 'hulls' || geometry.kind === 'points',
          };
    const strongest = painted === null ? null : strongestRow(result, shading);
    return { painted, shading, strongest, isWithheld };
  }, [result, rings]);
  const picture = useMemo<Picture>(
    () => ({
      ground: ground?.areas ?? null,
      isGroundFilled: !hasBase,
      rows: rows.painted,
      venues: ground?.venues ?? null,
      ring: ring.map(([longitude, latitude]) => worldOf(longitude, latitude)),
    }),
    [ground, hasBase, rows, ring],
  );
  const { shading, strongest, isWithheld } = rows;
  return { picture, shading, strongest, isWithheld };
}
