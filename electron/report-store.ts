import { randomUUID } from 'node:crypto';
import { appHost, appScheme } from './page-files.ts';

const kept = 2;

/** Reports that can be read at an address of the app: the newest two, so that a page never loses the one it shows. */
export class ReportStore {
  readonly #reports = new Map<string, string>();

  /** Keeps a report's HTML and gives the address it can be read at. */
  add(html: string): string {
    const id = randomUUID();
    this.#reports.set(id, html);
    for (const old of [...this.#reports.keys()].slice(0, -kept)) this.#reports.delete(old);
    return `${appScheme}://${appHost}/report/${id}`;
  }

  get(id: string): string | null {
    return this.#reports.get(id) ?? null;
  }
}
