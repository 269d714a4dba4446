import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CallName } from '../src/contract/calls.ts';
import type { FailureCode } from '../src/contract/outcome.ts';

type LoggedEvent =
  | 'app-started'
  | 'app-stopped'
  | 'call-failed'
  | 'engine-restarted'
  | 'engine-stopped'
  | 'export-failed'
  | 'message-refused'
  | 'page-gone';

/** What an event may carry: numbers and words of fixed lists, so that no path, name or reference can get in. */
interface LoggedFacts {
  readonly call?: CallName;
  readonly code?: FailureCode;
  readonly exitCode?: number;
}

const largestBytes = 256 * 1024;

/** The log of what the program did, never of what was in the evidence: one file and the one before it. */
export class EventLog {
  readonly #file: string;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#file = join(folder, 'action-ten.log');
  }

  /** Adds one line. A log that cannot be written never stops the program. */
  write(event: LoggedEvent, facts: LoggedFacts = {}): void {
    const words = Object.entries(facts).map(([name, value]) => `${name}=${value}`);
    try {
      this.#turnOver();
      appendFileSync(this.#file, `${[new Date().toISOString(), event, ...words].join(' ')}\n`);
    } catch {
      // A full disk or a locked folder: the work itself will say so where it matters.
    }
  }

  #turnOver(): void {
    const facts = statSync(this.#file, { throwIfNoEntry: false });
    if (facts && facts.size > largestBytes) renameSync(this.#file, `${this.#file}.old`);
  }
}
