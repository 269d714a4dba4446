import type { ExtractGrain } from '../../contract/results.ts';
import type { Writer } from './database.ts';
import type { FlatTable } from './flat-tables.ts';
import { Hash64 } from './hash.ts';
import { IndexedTable, type Landing } from './indexed-table.ts';
import { ColumnReader, type FilledColumn, type PackedRows, type SqlValue } from './packed-rows.ts';
import { UnnamedPeople } from './unnamed-people.ts';
import { Words } from './words.ts';

/** People of a batch's incidents, as the reader of files packs them. */
export interface PeopleRows {
  readonly victims: PackedRows;
  readonly victimOf: Int32Array;
  readonly suspects: PackedRows;
  readonly suspectOf: Int32Array;
  readonly links: PackedRows;
  readonly linkOf: Int32Array;
}

export interface RecordRows {
  readonly records: PackedRows;
  readonly people: PeopleRows | null;
}

/** Stores packed records of one kind for one batch and says where each went. */
export interface RecordStore {
  /** Where each record of the batch went. */
  put(rows: RecordRows): Landing[];
  /** Writes what waits and tells what the file was. */
  finish(): StoredRecords;
}

export interface StoredRecords {
  /** Earlier batches that hold records of this file. */
  readonly restsOn: number[];
  readonly grain: ExtractGrain | null;
  /** Rows that contradict an earlier one of the file and were kept for what else they bring. */
  readonly differing: number;
  /** Records stored beside an earlier one that has their reference, and another date and place. */
  readonly apart: number;
  /** Victims and suspects without an identifier who may be someone that their crime had already. */
  readonly maybeTwice: { readonly victims: number; readonly suspects: number };
}

const noneTwice: StoredRecords['maybeTwice'] = { victims: 0, suspects: 0 };

/** Records of a table without linked rows. */
export class FlatStore implements RecordStore {
  readonly #table: IndexedTable;
  readonly #reader: ColumnReader;

  constructor(
    writer: Writer,
    table: FlatTable,
    columns: readonly FilledColumn[],
    batch: number,
    isFrozen: boolean,
  ) {
    this.#table = new IndexedTable(writer, table, [], columns.map(nameOf), batch, { isFrozen });
    this.#reader = new ColumnReader(columns, new Words(writer));
  }

  put({ records }: RecordRows): Landing[] {
    const columns = this.#reader.read(records);
    return Array.from({ length: records.count }, (_, row) =>
      putRow(this.#table, records, [], columns, row),
    );
  }

  finish(): StoredRecords {
    this.#table.finish();
    const { restsOn, apart } = this.#table;
    return { restsOn: [...restsOn], grain: null, differing: 0, apart, maybeTwice: noneTwice };
  }
}

/**
 * Incidents with their victims and suspects. Rows of an extract are crime x victim x suspect: a row that adds a
 * victim, a suspect or their link to a known incident is accepted, one that only changes values updates, one that
 * brings nothing new is a duplicate.
 */
export class IncidentStore implements RecordStore {
  readonly #incidents: IndexedTable;
  readonly #victims: IndexedTable;
  readonly #suspects: IndexedTable;
  readonly #links: IndexedTable;
  /** Rows that brought a further victim or suspect of an incident that an earlier row had brought. */
  #victimRows = 0;
  #suspectRows = 0;
  /** Rows that contradict an earlier one about their incident, but add a person or a link. */
  #differing = 0;
  readonly #unnamedVictims = new UnnamedPeople('victim');
  readonly #unnamedSuspects = new UnnamedPeople('suspect');
  readonly #victimPerson: number;
  readonly #suspectPerson: number;
  readonly #writer: Writer;
  readonly #batch: number;
  readonly #incidentReader: ColumnReader;
  readonly #victimReader: ColumnReader;
  readonly #suspectReader: ColumnReader;
  readonly #linkReader: ColumnReader;

  constructor(
    writer: Writer,
    columns: {
      readonly columns: readonly FilledColumn[];
      readonly victimColumns: readonly FilledColumn[];
      readonly suspectColumns: readonly FilledColumn[];
    },
    batch: number,
    isFrozen: boolean,
  ) {
    const words = new Words(writer);
    this.#writer = writer;
    this.#batch = batch;
    this.#victimPerson = columns.victimColumns.findIndex(({ name }) => name === 'person');
    this.#suspectPerson = columns.suspectColumns.findIndex(({ name }) => name === 'person');
    this.#incidentReader = new ColumnReader(columns.columns, words);
    this.#victimReader = new ColumnReader(columns.victimColumns, words);
    this.#suspectReader = new ColumnReader(columns.suspectColumns, words);
    this.#linkReader = new ColumnReader([{ name: 'relationship', form: 'word' }], words);
    this.#incidents = new IndexedTable(writer, 'incident', [], columns.columns.map(nameOf), batch, {
      isFrozen,
    });
    this.#victims = new IndexedTable(
      writer,
      'victim',
      ['incident'],
      columns.victimColumns.map(nameOf),
      batch,
      { isFrozen },
    );
    this.#suspects = new IndexedTable(
      writer,
      'suspect',
      ['incident'],
      columns.suspectColumns.map(nameOf),
      batch,
      { isFrozen },
    );
    this.#links = new IndexedTable(
      writer,
      'victim_suspect',
      ['incident', 'victim', 'suspect'],
      ['relationship'],
      batch,
      { isFrozen },
    );
  }

  put({ records, people }: RecordRows): Landing[] {
    const columns = this.#incidentReader.read(records);
    const landings: Landing[] = [];
    const victims = people === null ? [] : this.#victimReader.read(people.victims);
    const suspects = people === null ? [] : this.#suspectReader.read(people.suspects);
    const links = people === null ? [] : this.#linkReader.read(people.links);
    for (let row = 0; row < records.count; row++) {
      const seenBefore = this.#incidents.seen;
      let landing = putRow(this.#incidents, records, [], columns, row);
      const isContradicted = landing === 'contradiction';
      const { id: incident, step } = this.#incidents;
      const isRepeated = this.#incidents.seen === seenBefore;
      const [victimsBefore, suspectsBefore] = [this.#victims.seen, this.#suspects.seen];
      if (people !== null) {
        const victim = people.victimOf[row] ?? -1;
        const suspect = people.suspectOf[row] ?? -1;
        const link = people.linkOf[row] ?? -1;
        const keys = [incident];
        if (victim >= 0) {
          const landed = putRow(this.#victims, people.victims, keys, victims, victim, step);
          const isUnnamed = (victims[this.#victimPerson]?.[victim] ?? null) === null;
          this.#noteUnnamed(this.#unnamedVictims, landed, isUnnamed);
          landing = better(landing, landed);
        }
        if (suspect >= 0) {
          const landed = putRow(this.#suspects, people.suspects, keys, suspects, suspect, step);
          const isUnnamed = (suspects[this.#suspectPerson]?.[suspect] ?? null) === null;
          this.#noteUnnamed(this.#unnamedSuspects, landed, isUnnamed);
          landing = better(landing, landed);
        }
        if (link >= 0) {
          const pair = [incident, this.#victims.id, this.#suspects.id];
          landing = better(landing, putRow(this.#links, people.links, pair, links, link, step));
        }
      }
      if (isRepeated && this.#victims.seen > victimsBefore) this.#victimRows++;
      if (isRepeated && this.#suspects.seen > suspectsBefore) this.#suspectRows++;
      if (isContradicted && landing !== 'contradiction') this.#differing++;
      landings.push(landing);
    }
    return landings;
  }

  /** Notes a person without an identifier who came new to an incident that an earlier batch had brought. */
  #noteUnnamed(people: UnnamedPeople, landed: Landing, isUnnamed: boolean): void {
    if (isUnnamed && landed === 'accepted' && this.#incidents.isFromEarlier) {
      people.added(this.#incidents.id);
    }
  }

  /** What a row stands for shows in what further rows of an incident bring. */
  #grain(): ExtractGrain {
    const byVictim = this.#victimRows > 0 ? ' x victim' : '';
    const bySuspect = this.#suspectRows > 0 ? ' x suspect' : '';
    return {
      is: `crime${byVictim}${bySuspect}`,
      incidents: this.#incidents.seen,
      victims: this.#victims.seen,
      suspects: this.#suspects.seen,
    };
  }

  finish(): StoredRecords {
    const tables = [this.#incidents, this.#victims, this.#suspects, this.#links];
    const [writer, batch] = [this.#writer, this.#batch];
    const maybeTwice = {
      victims: this.#unnamedVictims.whoMayBeTheSame(writer, this.#victims, batch),
      suspects: this.#unnamedSuspects.whoMayBeTheSame(writer, this.#suspects, batch),
    };
    for (const table of tables) table.close();
    // The largest index last: writing it takes its room several times over, and the others have given theirs back.
    for (const table of tables.toReversed()) table.finish();
    return {
      restsOn: [...new Set(tables.flatMap((table) => [...table.restsOn]))],
      grain: this.#grain(),
      differing: this.#differing,
      apart: this.#incidents.apart,
      maybeTwice,
    };
  }
}

/**
 * Records that come one by one (areas) and not packed: each is known by a text and told by its values. Finish it
 * with `table.finish()`.
 */
export class SingleStore {
  readonly table: IndexedTable;
  readonly #identity = new Hash64();
  readonly #content = new Hash64();

  constructor(writer: Writer, table: FlatTable, columns: readonly string[], batch: number) {
    this.table = new IndexedTable(writer, table, [], columns, batch);
  }

  put(identity: string, values: readonly string[]): Landing {
    const { high, low } = this.#identity.start().add(identity).finish();
    const content = this.#content.start();
    for (const value of values) content.add(value);
    content.finish();
    const columns = values.map((value) => [value]);
    return this.table.put(high, low, content.high, content.low, [], columns, 0);
  }
}

/** From what a row brings most to what it brings least. */
const order: readonly Landing[] = ['accepted', 'updated', 'duplicate', 'contradiction', 'repeat'];

/** What is told of a row that did several things: the one that brings most. */
export function better(one: Landing, other: Landing): Landing {
  return order.indexOf(one) < order.indexOf(other) ? one : other;
}

function putRow(
  table: IndexedTable,
  rows: PackedRows,
  keys: readonly SqlValue[],
  columns: readonly SqlValue[][],
  row: number,
  step = 0,
): Landing {
  return table.put(
    rows.high[row] ?? 0,
    rows.low[row] ?? 0,
    rows.contentHigh[row] ?? 0,
    rows.contentLow[row] ?? 0,
    keys,
    columns,
    row,
    step,
  );
}

function nameOf({ name }: FilledColumn): string {
  return name;
}
