import type L from 'leaflet';
import type { Ground } from './ground.ts';
import { extentOf, type Shapes } from './shapes.ts';

/** What the boxes over the map take of its sides (map.css): nothing that is hot may begin under them. */
const legendPixels = 305;
const missingPixels = 185;
/** A map is not made smaller than this for them. */
const leastPixels = 240;

/** Looks at the whole ground, or, where there are no boundaries, at all rows. */
export function lookAtAll(
  map: L.Map,
  ground: Ground | null,
  { rows }: { readonly rows: { readonly shapes: Shapes } | null },
): void {
  const extent = ground?.extent ?? (rows === null ? null : extentOf(rows.shapes));
  if (extent === null) return;
  const [west, south, east, north] = extent;
  const { x: wide } = map.getSize();
  const besideLegend = wide - legendPixels;
  map.fitBounds(
    [
      [south, west],
      [north, east],
    ],
    {
      animate: false,
      paddingTopLeft: [besideLegend - missingPixels >= leastPixels ? missingPixels : 0, 0],
      paddingBottomRight: [besideLegend >= leastPixels ? legendPixels : 0, 0],
    },
  );
}
