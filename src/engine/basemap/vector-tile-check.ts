/**
 * Whether bytes are a sound vector tile: every length inside what holds it, and every shape drawn by commands whose
 * numbers are there and in reach of the tile. The page draws tiles without such checks, and a damaged or hostile one
 * could keep it busy for ever. Fields are those of the Mapbox Vector Tile specification, version 2.
 */
export function isVectorTile(bytes: Uint8Array): boolean {
  try {
    checkTile(new Cursor(bytes, 0, bytes.length));
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const layersOfTile = 3;
const featuresOfLayer = 2;
const extentOfLayer = 5;
const geometryOfFeature = 4;
const smallestExtent = 64;
const largestExtent = 1 << 16;
/** In units of the tile, whose side is mostly 4,096: beyond it nothing is near the tile. */
const furthest = 1 << 20;

function checkTile(tile: Cursor): void {
  let layers = 0;
  tile.fields((field, wire) => {
    if (field !== layersOfTile) return tile.skip(wire);
    layers++;
    return checkLayer(tile.inner(wire));
  });
  if (layers === 0) throw new RangeError('no layers');
}

function checkLayer(layer: Cursor): void {
  layer.fields((field, wire) => {
    if (field === featuresOfLayer) return checkFeature(layer.inner(wire));
    if (field !== extentOfLayer || wire !== 0) return layer.skip(wire);
    const extent = layer.varint();
    if (extent < smallestExtent || extent > largestExtent) throw new RangeError('extent');
    return undefined;
  });
}

function checkFeature(feature: Cursor): void {
  feature.fields((field, wire) =>
    field === geometryOfFeature ? checkGeometry(feature.inner(wire)) : feature.skip(wire),
  );
}

const moveTo = 1;
const lineTo = 2;
const closePath = 7;

function checkGeometry(shape: Cursor): void {
  let [x, y] = [0, 0];
  let isBegun = false;
  while (!shape.isAtEnd) {
    const word = shape.varint();
    const command = word % 8;
    const count = Math.floor(word / 8);
    if (command === closePath && count === 1 && isBegun) continue;
    if (command !== moveTo && command !== lineTo) throw new RangeError('command');
    if (count === 0 || (command === lineTo && !isBegun)) throw new RangeError('command');
    isBegun = true;
    for (let point = 0; point < count; point++) {
      x += signed(shape.varint());
      y += signed(shape.varint());
      if (Math.abs(x) > furthest || Math.abs(y) > furthest) throw new RangeError('far off');
    }
  }
}

function signed(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

/** Reads a protocol buffer between two places and throws RangeError where something reaches beyond. */
class Cursor {
  readonly #bytes: Uint8Array;
  #at: number;
  readonly #end: number;

  constructor(bytes: Uint8Array, at: number, end: number) {
    this.#bytes = bytes;
    this.#at = at;
    this.#end = end;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#end;
  }

  /** Calls `take` with the number and wire type of each field; it has to read or skip the field's value. */
  fields(take: (field: number, wire: number) => void): void {
    while (!this.isAtEnd) {
      const key = this.varint();
      take(Math.floor(key / 8), key % 8);
    }
  }

  varint(): number {
    let value = 0;
    for (let scale = 1, read = 0; read < 10; scale *= 128, read++) {
      if (this.isAtEnd) throw new RangeError('cut off');
      const byte = this.#bytes[this.#at++] ?? 0;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    throw new RangeError('number too long');
  }

  /** A cursor over a field with a length, which is passed over here. */
  inner(wire: number): Cursor {
    if (wire !== 2) throw new RangeError('wire type');
    const length = this.varint();
    const from = this.#at;
    this.#step(length);
    return new Cursor(this.#bytes, from, this.#at);
  }

  skip(wire: number): void {
    if (wire === 0) this.varint();
    else if (wire === 1) this.#step(8);
    else if (wire === 2) this.#step(this.varint());
    else if (wire === 5) this.#step(4);
    else throw new RangeError('wire type');
  }

  #step(bytes: number): void {
    if (bytes > this.#end - this.#at) throw new RangeError('cut off');
    this.#at += bytes;
  }
}
