import L from 'leaflet';
import { binColours } from '../../src/charts/colours.ts';
import type { MapGround } from '../../src/contract/results.ts';
import type { MapCells } from './cells-of-run.ts';

/** What a click on a cell tells. */
export interface CellFacts {
  readonly count: number;
  readonly z: number;
  readonly bin: number;
}

/**
 * The map's layers in one plain class that React feeds. The newest picture wins: a picture given while another is
 * being drawn replaces it, and nothing is drawn on a map that was removed.
 */
export class HotSpotMap {
  readonly #map: L.Map;
  readonly #canvas = L.canvas({ padding: 0.4 });
  #ground: L.Layer | null = null;
  #cells: L.LayerGroup | null = null;
  #isAlive = true;
  #newest = 0;
  readonly #onCell: (facts: CellFacts) => void;

  constructor(map: L.Map, onCell: (facts: CellFacts) => void) {
    this.#map = map;
    this.#onCell = onCell;
    map.attributionControl.setPrefix(false);
  }

  /** Lays the boundaries under everything and looks at them. */
  showGround(ground: MapGround): void {
    if (!this.#isAlive) return;
    this.#ground?.remove();
    const areas: unknown = JSON.parse(new TextDecoder().decode(ground.areas));
    this.#ground = L.geoJSON(areas as Parameters<typeof L.geoJSON>[0], {
      interactive: false,
      style: { color: '#BDB6AF', weight: 0.7, fillColor: '#F1EEEB', fillOpacity: 1 },
      // @ts-expect-error renderer is an option of every path but is missing from this type
      renderer: this.#canvas,
    }).addTo(this.#map);
    if (ground.extent !== null) this.#lookAt(ground.extent);
  }

  /** Draws the cells of a run in place of those before, in slices so that the window stays quick. */
  async showCells(cells: MapCells | null, shadeByCount: boolean): Promise<void> {
    const mine = ++this.#newest;
    const layer = L.layerGroup();
    if (cells !== null) {
      const highest = cells.counts.reduce((most, count) => Math.max(most, count), 1);
      for (let cell = 0; cell < cells.counts.length; cell++) {
        layer.addLayer(this.#polygon(cells, cell, shadeByCount ? highest : null));
        if (cell % 2_000 === 1_999) {
          await new Promise((resolve) => {
            setTimeout(resolve, 0);
          });
          if (!this.#isAlive || mine !== this.#newest) return;
        }
      }
    }
    this.#cells?.remove();
    this.#cells = layer.addTo(this.#map);
    if (this.#ground === null && cells !== null && cells.counts.length > 0) {
      this.#lookAt(extentOf(cells.polygons));
    }
  }

  /** Ends the layers; the map itself belongs to React. */
  remove(): void {
    this.#isAlive = false;
    this.#cells?.remove();
    this.#ground?.remove();
  }

  #lookAt([west, south, east, north]: readonly [number, number, number, number]): void {
    this.#map.fitBounds([
      [south, west],
      [north, east],
    ]);
  }

  #polygon(cells: MapCells, cell: number, highest: number | null): L.Polygon {
    const { polygons, verticesPerCell } = cells;
    const ring: L.LatLngTuple[] = [];
    for (let vertex = 0; vertex < verticesPerCell; vertex++) {
      const at = 2 * (cell * verticesPerCell + vertex);
      ring.push([polygons[at + 1] ?? 0, polygons[at] ?? 0]);
    }
    const count = cells.counts[cell] ?? 0;
    const bin = cells.bins[cell] ?? 0;
    const polygon = L.polygon(ring, {
      renderer: this.#canvas,
      // The cell's own colour as its edge: cells that touch read as one place from far away.
      color: highest === null ? (binColours[String(bin)] ?? '#E9E4DF') : '#D55E00',
      weight: 0.5,
      fillColor: highest === null ? (binColours[String(bin)] ?? '#E9E4DF') : '#D55E00',
      fillOpacity: highest === null ? 0.88 : 0.15 + 0.8 * Math.sqrt(count / highest),
    });
    polygon.on('click', () => this.#onCell({ count, z: cells.z[cell] ?? Number.NaN, bin }));
    return polygon;
  }
}

function extentOf(polygons: Float64Array): [number, number, number, number] {
  const extent: [number, number, number, number] = [180, 90, -180, -90];
  for (let at = 0; at < polygons.length; at += 2) {
    const longitude = polygons[at] ?? 0;
    const latitude = polygons[at + 1] ?? 0;
    extent[0] = Math.min(extent[0], longitude);
    extent[1] = Math.min(extent[1], latitude);
    extent[2] = Math.max(extent[2], longitude);
    extent[3] = Math.max(extent[3], latitude);
  }
  return extent;
}
