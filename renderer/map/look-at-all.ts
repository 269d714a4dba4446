import type L from 'leaflet';
import type { Ground } from './ground.ts';
import { extentOf, type Shapes } from './shapes.ts';

/** What the legend takes of the map's side: nothing that is hot may begin under it. */
const usualLegend = 260;
const legendMargin = 8;
/** A map is not made smaller than this for it. */
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
  const legend = map.getContainer().parentElement?.querySelector<HTMLElement>('.legend');
  const legendPixels = (legend?.offsetWidth ?? usualLegend) + legendMargin;
  const besideLegend = wide - legendPixels;
  map.fitBounds(
    [
      [south, west],
      [north, east],
    ],
    {
      animate: false,
      paddingBottomRight: [besideLegend >= leastPixels ? legendPixels : 0, 0],
    },
  );
}
