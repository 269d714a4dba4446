import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const settingsShape = z.object({
  window: z
    .object({
      x: z.number().int(),
      y: z.number().int(),
      width: z.number().int().min(400),
      height: z.number().int().min(300),
      isMaximized: z.boolean(),
      /** 1 is the usual size of what is in the window. */
      zoomFactor: z.number().min(0.5).max(3).default(1),
    })
    .nullable()
    .default(null),
  recent: z.array(z.string()).default([]),
  /** Head of the audit log that was seen last, by absolute path. */
  heads: z.record(z.string(), z.string()).default({}),
});

type Settings = z.output<typeof settingsShape>;
export type WindowPlace = NonNullable<Settings['window']>;

const recentKept = 8;

/** What the shell remembers from one start to the next: where the window stood, how large its contents were and which workspaces were open. */
export class SettingsFile {
  readonly #file: string;
  #settings: Settings;

  constructor(folder: string) {
    this.#file = join(folder, 'settings.json');
    this.#settings = read(this.#file);
  }

  get window(): WindowPlace | null {
    return this.#settings.window;
  }

  /** Absolute paths, the newest first. */
  get recent(): readonly string[] {
    return this.#settings.recent;
  }

  rememberWindow(window: WindowPlace): void {
    this.#save({ ...this.#settings, window });
  }

  rememberWorkspace(path: string): void {
    const others = this.#settings.recent.filter((other) => other !== path);
    this.#save({ ...this.#settings, recent: [path, ...others].slice(0, recentKept) });
  }

  /** Head of the log of a workspace as it was seen last; null when it was never open here. */
  headOf(path: string): string | null {
    return this.#settings.heads[path] ?? null;
  }

  rememberHead(path: string, head: string): void {
    if (this.headOf(path) === head) return;
    this.#save({ ...this.#settings, heads: { ...this.#settings.heads, [path]: head } });
  }

  #save(settings: Settings): void {
    this.#settings = settings;
    try {
      writeFileSync(`${this.#file}.part`, JSON.stringify(settings), { mode: 0o600 });
      renameSync(`${this.#file}.part`, this.#file);
    } catch {
      // A convenience only: without it the next start opens as the first one did.
    }
  }
}

/** The settings in the file; the first start's where there is none, or where it is not what was written. */
function read(file: string): Settings {
  try {
    return settingsShape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return settingsShape.parse({});
  }
}
