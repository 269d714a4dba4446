import { Hash64 } from '../../workspace/hash.ts';
import type { PackedRows } from '../../workspace/packed-rows.ts';
import type { TableRow } from '../formats/table-row.ts';
import type { PackedPeople } from './batch.ts';
import type { RowPacker } from './row-packer.ts';

interface Halves {
  readonly high: number;
  readonly low: number;
}

/** One kind of person of incidents: what packs their rows, and what reads the identifier of one. */
export interface PersonRows {
  readonly rows: RowPacker;
  /** The pseudonym that the staged row holds, once; null when it has none. */
  readonly person: () => string | null;
}

class PersonPacker {
  readonly identity = new Hash64();
  isPresent = false;
  readonly #source: PersonRows;
  readonly #of: Int32Array;

  constructor(source: PersonRows, capacity: number) {
    this.#source = source;
    this.#of = new Int32Array(capacity);
  }

  stage(row: TableRow, incident: Halves): void {
    const { rows, person } = this.#source;
    // Forgets the identifier of a row that was refused half way.
    person();
    rows.stage(row);
    this.isPresent = rows.hasValue;
    if (!this.isPresent) return;
    const pseudonym = person();
    this.identity.start().addNumber(incident.high).addNumber(incident.low);
    // Without an identifier only what is recorded can tell one person of the same incident from another.
    if (pseudonym !== null) this.identity.add(pseudonym);
    else this.identity.addNumber(rows.content.high).addNumber(rows.content.low);
    this.identity.finish();
  }

  commit(record: number): void {
    this.#of[record] = this.isPresent ? this.#source.rows.commit(this.identity) : -1;
  }

  finish(records: number): { rows: PackedRows; of: Int32Array } {
    return { rows: this.#source.rows.finish(), of: this.#of.slice(0, records) };
  }
}

/** Packs the victims and suspects of incidents, and the links between them. */
export class PeoplePacker {
  readonly #victims: PersonPacker;
  readonly #suspects: PersonPacker;
  readonly #links: RowPacker;
  readonly #linkOf: Int32Array;
  readonly #link = new Hash64();

  constructor(victims: PersonRows, suspects: PersonRows, links: RowPacker, capacity: number) {
    this.#victims = new PersonPacker(victims, capacity);
    this.#suspects = new PersonPacker(suspects, capacity);
    this.#links = links;
    this.#linkOf = new Int32Array(capacity);
  }

  /** Reads the people of a row; throws RowRejected before anything is kept. */
  stage(row: TableRow, incident: Halves): void {
    this.#victims.stage(row, incident);
    this.#suspects.stage(row, incident);
    if (!this.#victims.isPresent || !this.#suspects.isPresent) return;
    this.#links.stage(row);
    const [victim, suspect] = [this.#victims.identity, this.#suspects.identity];
    this.#link
      .start()
      .addNumber(victim.high)
      .addNumber(victim.low)
      .addNumber(suspect.high)
      .addNumber(suspect.low)
      .finish();
  }

  /** Keeps the people that were read, for the record at this place of the batch. */
  commit(record: number): void {
    this.#victims.commit(record);
    this.#suspects.commit(record);
    const isLinked = this.#victims.isPresent && this.#suspects.isPresent;
    this.#linkOf[record] = isLinked ? this.#links.commit(this.#link) : -1;
  }

  finish(records: number): PackedPeople {
    const victims = this.#victims.finish(records);
    const suspects = this.#suspects.finish(records);
    return {
      victims: victims.rows,
      victimOf: victims.of,
      suspects: suspects.rows,
      suspectOf: suspects.of,
      links: this.#links.finish(),
      linkOf: this.#linkOf.slice(0, records),
    };
  }
}
