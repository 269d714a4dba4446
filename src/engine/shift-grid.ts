import { brotliDecompressSync } from 'node:zlib';
import { decodeShiftGrid, type ShiftGrid } from '../domain/geography/british-national-grid.ts';
import { readAsset } from './assets.ts';

let loaded: ShiftGrid | null = null;

/** The OSTN15 transformation grid shipped in assets/grid, decoded once a process. */
export function loadShiftGrid(): ShiftGrid {
  loaded ??= decodeShiftGrid(brotliDecompressSync(readAsset('grid', 'ostn15.bin.br')));
  return loaded;
}
