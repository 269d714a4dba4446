import { closeSync, readSync } from 'node:fs';
import type { BaseMapFacts } from '../../contract/base-map.ts';
import { FailureError } from '../../contract/outcome.ts';
import { refuseWebPage } from '../intake/formats/refusals.ts';
import { openPlainFile } from '../intake/plain-file.ts';
import { sha256 } from '../workspace/digest.ts';

/** What a file of tiles says of itself and what is in it. */
export interface TileFacts extends Omit<BaseMapFacts, 'batch' | 'problem'> {
  readonly preset: 'mbtiles' | 'pmtiles';
  /** Tiles that lie outside the grid of their zoom: they are never drawn. */
  readonly outside: number;
}

/** An open file of tiles. */
export interface TileFile {
  /** @throws FailureError when it holds no tile that can be drawn, or is damaged. */
  facts(): Promise<TileFacts>;
  /** The tile as stored or unpacked; null when there is none. @throws FailureError when the file is damaged. */
  tile(z: number, x: number, y: number): Promise<Uint8Array | null>;
  close(): void;
}

/** The start of a file, with what it is known again by. */
export interface FileStart {
  readonly bytes: number;
  readonly head: Buffer;
  /** SHA-256 of the size and the first 64 KB: a file of many gigabytes is not read through. */
  readonly mark: string;
}

const headBytes = 64 << 10;

/** @throws FailureError when there is no such file, or it may not be read. */
export function readStart(path: string): FileStart {
  const { file, bytes } = openPlainFile(path);
  try {
    const buffer = Buffer.alloc(Math.min(bytes, headBytes));
    const head = buffer.subarray(0, readSync(file, buffer, 0, buffer.length, 0));
    return { bytes, head, mark: sha256(Buffer.concat([Buffer.from(`${bytes}\n`), head])) };
  } finally {
    closeSync(file);
  }
}

/** Which of the two kinds of tile file a start is that of; null for another file. */
export function tileFormatOf({ head }: FileStart): 'sqlite' | 'pmtiles' | null {
  const text = head.toString('latin1', 0, 16);
  if (text.startsWith('PMTiles')) return 'pmtiles';
  return text === 'SQLite format 3\0' ? 'sqlite' : null;
}

/** The refusal of what is no file of tiles. */
export function notTiles(start: FileStart): FailureError {
  refuseWebPage(start.head.toString('utf8', 0, 4096));
  return new FailureError(
    'wrong-format',
    'This is not a file of map tiles.',
    'Choose an MBTiles or a PMTiles (version 3) file.',
  );
}

/** The refusal of a file that ends before it says it does. */
export function cutOff(): FailureError {
  return new FailureError(
    'corrupt',
    'The file of map tiles is cut off: it is shorter than it says.',
    'Copy or download it again and import it. The workspace is as it was.',
  );
}

/** The refusal of a file whose tiles are of a kind that is not drawn. */
export function noUsableTiles(): FailureError {
  return new FailureError(
    'wrong-format',
    'The file has no tile that can be drawn: tiles are PNG, JPEG or WebP pictures or vector tiles, at zooms 0 to 22.',
    'Export the map again as one of these.',
  );
}

const entities: Readonly<Record<string, string>> = {
  '&copy;': '©',
  '&nbsp;': ' ',
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

/** A file's words as plain text of at most 200 characters: no markup, no control or direction characters. */
export function plainWords(words: unknown): string {
  if (typeof words !== 'string') return '';
  return words
    .slice(0, 10_000)
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:copy|nbsp|quot|#39|lt|gt|amp);/g, (entity) => entities[entity] ?? '')
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 200);
}

/** Degrees west, south, east, north where they make a box on the web map; null otherwise. */
export function soundBounds(numbers: readonly number[]): TileFacts['bounds'] {
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = numbers;
  const isBox = west >= -180 && west < east && east <= 180;
  return isBox && south >= -90 && south < north && north <= 90 ? [west, south, east, north] : null;
}
