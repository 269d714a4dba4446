import type { SourcePolygon, SourceRing } from './boundary-file.ts';
import { doubledArea, ringLiesIn } from './ring-geometry.ts';

/**
 * Polygons with each hole moved to the smallest outline that it lies in. A shapefile does not say which outline a
 * hole belongs to, and the library that reads it goes by the boxes around them alone, which may overlap. A hole
 * in no outline stays where it is.
 */
export function assignHoles(polygons: readonly SourcePolygon[]): SourcePolygon[] {
  const nested: SourceRing[][] = polygons.map(([outline]) =>
    outline === undefined ? [] : [outline],
  );
  const bySize = polygons
    .flatMap(([outline], index) =>
      outline === undefined ? [] : [{ outline, index, size: Math.abs(doubledArea(outline)) }],
    )
    .sort((one, other) => one.size - other.size);
  for (const [index, [, ...holes]] of polygons.entries()) {
    for (const hole of holes) {
      const home = bySize.find(({ outline }) => ringLiesIn(hole, outline));
      nested[home?.index ?? index]?.push(hole);
    }
  }
  return nested;
}
