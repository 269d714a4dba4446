import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { BaseMapFacts, BaseMapTile } from '../../contract/base-map.ts';
import { FailureError } from '../../contract/outcome.ts';
import { currentBaseMap, type StoredBaseMap } from '../workspace/base-maps.ts';
import type { Workspace } from '../workspace/open.ts';
import { openTileFile } from './open-tile-file.ts';
import { asTile } from './tile-bytes.ts';
import { readStart, type TileFile } from './tile-file.ts';

/** The base map of an open workspace: its file is opened for the first tile and kept open. */
export class BaseMapKeeper {
  readonly #workspace: Workspace;
  #open: { readonly batch: number; readonly file: TileFile } | null = null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** What is known of the base map, and whether its file is still there and the same. */
  facts(): BaseMapFacts | null {
    const stored = currentBaseMap(this.#workspace.reader);
    if (stored === null) return null;
    const { path: _path, mark: _mark, ...facts } = stored;
    try {
      this.#find(stored);
      return { ...facts, problem: null };
    } catch (error) {
      this.close();
      if (!(error instanceof FailureError)) throw error;
      const { code, message, remedy } = error.failure;
      return { ...facts, problem: { code, message, remedy } };
    }
  }

  /**
   * One tile; null where the base map has none that can be drawn.
   *
   * @throws FailureError when the file is gone, another or damaged.
   */
  async tile(z: number, x: number, y: number): Promise<BaseMapTile | null> {
    const stored = currentBaseMap(this.#workspace.reader);
    if (stored === null || z < stored.minZoom || z > stored.maxZoom) return null;
    if (x >= 2 ** z || y >= 2 ** z) return null;
    if (this.#open?.batch !== stored.batch) {
      this.close();
      const { path, start } = this.#find(stored);
      this.#open = { batch: stored.batch, file: openTileFile(path, start) };
    }
    const bytes = await this.#open.file.tile(z, x, y);
    const tile = bytes === null ? null : await asTile(bytes);
    const isPicture = tile?.mediaType.startsWith('image/') === true;
    return tile !== null && isPicture === (stored.kind === 'raster') ? tile : null;
  }

  close(): void {
    this.#open?.file.close();
    this.#open = null;
  }

  /** The file where it was imported from, or beside the workspace, where both may have been moved together. */
  #find({ path, mark }: StoredBaseMap) {
    const beside = join(dirname(this.#workspace.path), basename(path));
    const there = [path, beside].filter((one) => existsSync(one));
    for (const one of there) {
      const start = readStart(one);
      if (start.mark === mark) return { path: one, start };
    }
    if (there.length === 0) {
      throw new FailureError(
        'not-found',
        "The base map's file is not where it was when it was imported. Everything else is as it was.",
        'Put it back, put it beside the workspace, or import it again from where it is now.',
      );
    }
    throw new FailureError(
      'not-available',
      "The base map's file has changed since it was imported, so it is not drawn. Everything else is as it was.",
      'Import it again to use it as it is now.',
    );
  }
}
