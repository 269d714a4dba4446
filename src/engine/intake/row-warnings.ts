/** Suspicious or repaired values of a file, by a stable code. */
export type WarningCounts = Readonly<Record<string, number>>;

/** Counts suspicious and repaired values while a file is read: those of the rows that are kept. */
export class RowWarnings {
  /** How many were counted so far, those taken back included. */
  raised = 0;
  readonly #counts = new Map<string, number>();
  readonly #ofRow: string[] = [];

  get counts(): WarningCounts {
    return Object.fromEntries(this.#counts);
  }

  of(code: string): number {
    return this.#counts.get(code) ?? 0;
  }

  /** Counts one more value of the row at hand. */
  add(code: string): void {
    this.#counts.set(code, this.of(code) + 1);
    this.raised++;
    this.#ofRow.push(code);
  }

  /** Turns to another row: what was counted before stays. */
  beginRow(): void {
    this.#ofRow.length = 0;
  }

  /** Takes back what the row at hand raised, because it is refused or will be read once more. */
  takeRowBack(): void {
    for (const code of this.#ofRow) {
      const count = this.of(code) - 1;
      if (count > 0) this.#counts.set(code, count);
      else this.#counts.delete(code);
    }
    this.#ofRow.length = 0;
  }
}
