import type { CallName } from '../src/contract/calls.ts';
import type { EngineHost } from './engine-host.ts';
import type { SettingsFile } from './settings.ts';

/**
 * The head of the audit log that this computer saw last of each workspace, kept in the app's settings: an anchor
 * outside the file that nobody has to remember to keep. A workspace that was rolled back to an older copy, or whose
 * log was cut, no longer holds it.
 */
export class SeenHeads {
  readonly #engine: Pick<EngineHost, 'call'>;
  readonly #settings: Pick<SettingsFile, 'headOf' | 'rememberHead'>;
  #path: string | null = null;
  #isOlder = false;

  constructor(
    engine: Pick<EngineHost, 'call'>,
    settings: Pick<SettingsFile, 'headOf' | 'rememberHead'>,
  ) {
    this.#engine = engine;
    this.#settings = settings;
  }

  /** Whether the open workspace lacks the head that was seen last. */
  get isOlder(): boolean {
    return this.#isOlder;
  }

  /** Holds a workspace that was just opened against what was seen of it. */
  async opened(path: string): Promise<void> {
    this.#path = path;
    const anchor = this.#settings.headOf(path);
    const report = await this.#engine.call('readAudit', { anchor, limit: 1 });
    this.#isOlder = report.ok && report.value.anchored === false;
    if (report.ok) this.#settings.rememberHead(path, report.value.head);
  }

  /** A workspace that was just made has nothing to be held against. */
  async made(path: string): Promise<void> {
    this.#path = path;
    this.#isOlder = false;
    await this.note();
  }

  /** Notes the head as it stands; called before the workspace is closed. */
  async note(): Promise<void> {
    if (this.#path === null) return;
    const report = await this.#engine.call('readAudit', { limit: 1 });
    if (report.ok) this.#settings.rememberHead(this.#path, report.value.head);
  }

  /** What a call of the page means for what is open. Awaited before the page has its answer. */
  async follow(name: CallName, path: string | null): Promise<void> {
    if (path === null) return;
    if (name === 'openWorkspace') await this.opened(path);
    else await this.made(path);
  }
}
