import type { Writer } from './database.ts';
import type { IndexedTable } from './indexed-table.ts';

/**
 * Victims (or suspects) without an identifier who came new to a crime that an earlier batch had brought. What is
 * recorded of them is all that they are known by: where an age was corrected between two extracts, nothing tells the
 * person from another one. They are kept as two, and those who may be one are counted.
 */
export class UnnamedPeople {
  readonly #table: 'victim' | 'suspect';
  /** How many of them came to each incident. */
  readonly #addedTo = new Map<number, number>();

  constructor(table: 'victim' | 'suspect') {
    this.#table = table;
  }

  /** Notes one more of them at an incident. */
  added(incident: number): void {
    this.#addedTo.set(incident, (this.#addedTo.get(incident) ?? 0) + 1);
  }

  /**
   * How many of them may be someone the crime had already: for each crime the lesser of those who came new, and of
   * those without an identifier that earlier batches had brought and this file does not bring again. Asked before the
   * table is finished.
   */
  whoMayBeTheSame({ database }: Writer, table: IndexedTable, batch: number): number {
    if (this.#addedTo.size === 0) return 0;
    const known = database
      .prepare<[number], [number, number]>(
        `SELECT id, incident FROM ${this.#table} WHERE person IS NULL AND batch <> ?`,
      )
      .raw()
      .iterate(batch);
    const incidentOf = new Map<number, number>();
    for (const [id, incident] of known) {
      if (this.#addedTo.has(incident)) incidentOf.set(id, incident);
    }
    const goneFrom = new Map<number, number>();
    for (const id of table.notBrought(incidentOf)) {
      const incident = incidentOf.get(id) ?? 0;
      goneFrom.set(incident, (goneFrom.get(incident) ?? 0) + 1);
    }
    let count = 0;
    for (const [incident, gone] of goneFrom) {
      count += Math.min(gone, this.#addedTo.get(incident) ?? 0);
    }
    return count;
  }
}
