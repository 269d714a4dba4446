import L from 'leaflet';
import { middleOf, rowAt } from './find-row.ts';
import { paintRows } from './paint.ts';
import type { Painted } from './painted.ts';
import { degreesOf, type Shapes, type WorldPlace, worldOf } from './shapes.ts';
import { rowPixels, traceRow } from './trace.ts';
import type { View } from './view.ts';

/** Everything on the map besides the base map, from the bottom up. */
export interface Picture {
  readonly ground: Shapes | null;
  /** Without a base map the boundaries are filled; over one they are only lines. */
  readonly isGroundFilled: boolean;
  readonly rows: Painted | null;
  readonly venues: Shapes | null;
  /** The area that the filter is held to, as world places; drawn as an outline. */
  readonly ring: readonly WorldPlace[];
}

export const emptyPicture: Picture = {
  ground: null,
  isGroundFilled: true,
  rows: null,
  venues: null,
  ring: [],
};

/** What the map tells: the row under the pointer or picked, and places that were clicked while drawing. */
export interface RunMapListener {
  onHover(row: number | null): void;
  onPick(row: number | null): void;
  /** Null: a click picks a row. Otherwise clicks are corners of an area that is being drawn. */
  corner(): ((longitude: number, latitude: number) => void) | null;
}

/** Drawn beyond the frame on each side, as a share of it, so that a drag does not show an empty edge at once. */
const padding = 0.2;
const clickPixels = 5;
const boundaryLine = '#A39B94';
const groundFill = '#FBFAF9';
/** A row smaller than this is marked by a ring around it. */
const smallestMarkPixels = 12;
const cursorLine = '#3D2C8D';

/**
 * One canvas over Leaflet's map for boundaries, results and venues, in one plain class that React feeds. It draws in
 * an animation frame and only what is in view; the newest picture wins, and nothing is drawn on a map that was removed.
 */
export class RunMap {
  readonly #map: L.Map;
  readonly #canvas = document.createElement('canvas');
  readonly #listener: RunMapListener;
  #picture: Picture = emptyPicture;
  #cursor: number | null = null;
  #hovered: number | null = null;
  #frame = 0;
  #drawn: L.Bounds | null = null;

  constructor(map: L.Map, listener: RunMapListener) {
    this.#map = map;
    this.#listener = listener;
    map.attributionControl?.setPrefix(false);
    this.#canvas.style.pointerEvents = 'none';
    map.getPanes().overlayPane.append(this.#canvas);
    map.on('moveend zoomend resize viewreset', this.#redraw);
    map.on('move', this.#redrawAtEdge);
    map.on('mousemove', this.#hover);
    map.on('mouseout', this.#leave);
    map.on('click', this.#click);
  }

  /** Shows another picture. The cursor goes when the rows are others. */
  show(picture: Picture): void {
    if (picture.rows?.shapes !== this.#picture.rows?.shapes) {
      this.#cursor = null;
      this.#hovered = null;
    }
    this.#picture = picture;
    this.#redraw();
  }

  /** Marks a row; null marks none. The map follows when the row is out of sight. */
  setCursor(row: number | null, middle: WorldPlace | null): void {
    this.#cursor = row;
    if (middle !== null) {
      const { longitude, latitude } = degreesOf(middle);
      const place = L.latLng(latitude, longitude);
      if (!this.#map.getBounds().contains(place)) this.#map.panTo(place, { animate: false });
    }
    this.#redraw();
  }

  /** Ends the layer; the map itself belongs to React. */
  remove(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = -1;
    this.#map.off('moveend zoomend resize viewreset', this.#redraw);
    this.#map.off('move', this.#redrawAtEdge);
    this.#map.off('mousemove', this.#hover);
    this.#map.off('mouseout', this.#leave);
    this.#map.off('click', this.#click);
    this.#canvas.remove();
  }

  readonly #redraw = (): void => {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  };

  /** During a drag the canvas moves along; it is drawn anew only when the frame reaches past what is drawn. */
  readonly #redrawAtEdge = (): void => {
    const size = this.#map.getSize();
    const corner = this.#map.containerPointToLayerPoint([0, 0]);
    if (this.#drawn?.contains(L.bounds(corner, corner.add(size))) !== true) this.#redraw();
  };

  #draw(): void {
    const map = this.#map;
    const size = map.getSize();
    const ratio = window.devicePixelRatio;
    const corner = map.containerPointToLayerPoint(size.multiplyBy(-padding)).round();
    const whole = size.multiplyBy(1 + 2 * padding).round();
    this.#drawn = L.bounds(corner, corner.add(whole));
    const canvas = this.#canvas;
    const [width, height] = [Math.round(whole.x * ratio), Math.round(whole.y * ratio)];
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = `${whole.x}px`;
      canvas.style.height = `${whole.y}px`;
    }
    L.DomUtil.setPosition(canvas, corner);
    const context = canvas.getContext('2d');
    if (context === null) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, whole.x, whole.y);
    const origin = map.getPixelOrigin().add(corner);
    this.#paint(context, {
      scale: 2 ** map.getZoom(),
      left: origin.x,
      top: origin.y,
      width: whole.x,
      height: whole.y,
    });
  }

  #paint(context: CanvasRenderingContext2D, view: View): void {
    const { ground, isGroundFilled, rows, venues, ring } = this.#picture;
    if (ground !== null) {
      context.beginPath();
      for (let row = 0; row < ground.rows; row++) traceRow(context, view, ground, row);
      context.fillStyle = groundFill;
      if (isGroundFilled) context.fill('evenodd');
      context.strokeStyle = boundaryLine;
      context.lineWidth = 0.7;
      context.stroke();
    }
    if (rows !== null) paintRows(context, view, rows);
    if (venues !== null && view.scale > 2 ** 13) paintVenues(context, view, venues);
    paintOutline(context, view, ring);
    for (const row of [this.#hovered, this.#cursor]) {
      if (row !== null && rows !== null) {
        paintMark(context, view, rows.shapes, row, row === this.#cursor);
      }
    }
  }

  #rowUnder(event: L.LeafletMouseEvent): number | null {
    const { rows } = this.#picture;
    if (rows === null) return null;
    const place = worldOf(event.latlng.lng, event.latlng.lat);
    return rowAt(rows.shapes, place, clickPixels / 2 ** this.#map.getZoom());
  }

  readonly #hover = (event: L.LeafletMouseEvent): void => {
    const row = this.#rowUnder(event);
    if (row === this.#hovered) return;
    this.#hovered = row;
    this.#redraw();
    this.#listener.onHover(row);
  };

  readonly #leave = (): void => {
    if (this.#hovered === null) return;
    this.#hovered = null;
    this.#redraw();
    this.#listener.onHover(null);
  };

  readonly #click = (event: L.LeafletMouseEvent): void => {
    const corner = this.#listener.corner();
    if (corner === null) this.#listener.onPick(this.#rowUnder(event));
    else corner(event.latlng.lng, event.latlng.lat);
  };
}

function paintVenues(context: CanvasRenderingContext2D, view: View, venues: Shapes): void {
  context.fillStyle = '#FFFFFF';
  context.strokeStyle = '#222222';
  context.lineWidth = 1.2;
  for (let row = 0; row < venues.rows; row++) {
    const x = ((venues.xy[2 * row] ?? 0) + venues.originX) * view.scale - view.left;
    const y = ((venues.xy[2 * row + 1] ?? 0) + venues.originY) * view.scale - view.top;
    if (!(x > 0 && y > 0 && x < view.width && y < view.height)) continue;
    context.fillRect(x - 3, y - 3, 6, 6);
    context.strokeRect(x - 3, y - 3, 6, 6);
  }
}

function paintOutline(
  context: CanvasRenderingContext2D,
  view: View,
  ring: readonly WorldPlace[],
): void {
  if (ring.length === 0) return;
  context.beginPath();
  for (const { x, y } of ring) {
    context.lineTo(x * view.scale - view.left, y * view.scale - view.top);
  }
  context.closePath();
  context.strokeStyle = cursorLine;
  context.lineWidth = 2;
  context.setLineDash([6, 4]);
  context.stroke();
  context.setLineDash([]);
  context.fillStyle = cursorLine;
  for (const { x, y } of ring) {
    context.fillRect(x * view.scale - view.left - 3, y * view.scale - view.top - 3, 6, 6);
  }
}

/** A frame around a row: dark on a white halo, so that it is seen on every colour. */
function paintMark(
  context: CanvasRenderingContext2D,
  view: View,
  shapes: Shapes,
  row: number,
  isCursor: boolean,
): void {
  context.beginPath();
  const middle = middleOf(shapes, row);
  if (middle !== null && rowPixels(view, shapes, row) < smallestMarkPixels) {
    const x = middle.x * view.scale - view.left;
    const y = middle.y * view.scale - view.top;
    context.arc(x, y, smallestMarkPixels / 2 + 2, 0, 2 * Math.PI);
  } else traceRow(context, view, shapes, row);
  context.strokeStyle = '#FFFFFF';
  context.lineWidth = isCursor ? 6 : 4;
  context.stroke();
  context.strokeStyle = cursorLine;
  context.lineWidth = isCursor ? 3 : 1.5;
  context.stroke();
}
