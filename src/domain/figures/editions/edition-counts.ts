import type { CountCell, LinkedCounts, Sum } from '../../disclosure/linked-counts.ts';
import type { MostFromOne } from './contributors.ts';

/** Ids of numbers of all incidents or reports, by space and ground alone. Online is no ground. */
const groundNumber =
  /^(incidents|reports)(\|(space=(private|public|rest)|(position|victim|area|place|cell|area-piece|square)=[^|]*))*$/;

/** What is counted: its name begins every id, and tells how much of a number goes back to one contributor. */
export interface Unit {
  readonly name: string;
  /** Null where no person or address is known. */
  readonly mostFromOne: MostFromOne | null;
}

/** Whether a number is printed, or is one that a reader could subtract two printed ones to get. */
export type Printing = 'shown' | 'implied';

/** One part of a split: its label in the id, its records, and whether it is printed. */
export interface SplitPart {
  readonly label: string;
  readonly records: readonly number[];
  readonly printing: Printing;
}

/**
 * All the numbers of an edition as one system. Tables declare here what they will show, before anything is drawn; what
 * is drawn sees only what the gate lets through.
 */
export class EditionCounts {
  readonly #cells = new Map<string, CountCell>();
  readonly #sums: Sum[] = [];
  readonly #ground = new Map<string, readonly number[]>();

  /** Declares a number. Declaring the same id again shows it if either does. */
  declare(
    unit: Unit,
    id: string,
    records: readonly number[],
    printing: Printing = 'shown',
  ): string {
    if (groundNumber.test(id)) this.#ground.set(id, records);
    return this.declareCount(id, records.length, {
      fromOne: unit.mostFromOne?.(records) ?? null,
      printing,
    });
  }

  /** Declares a number that rests on no list of records, as numbers of people at an engagement. */
  declareCount(
    id: string,
    count: number,
    { fromOne, printing }: { readonly fromOne: number | null; readonly printing: Printing },
  ): string {
    const known = this.#cells.get(id);
    if (known !== undefined && known.count !== count)
      throw new RangeError(`The number "${id}" is declared with two counts.`);
    const isShown = printing === 'shown' || known?.standing === 'open';
    this.#cells.set(id, { id, count, fromOne, standing: isShown ? 'open' : 'implied' });
    return id;
  }

  /** Says that numbers add up to another; no parts say nothing. */
  tie(total: string, parts: readonly string[]): void {
    if (parts.length > 0) this.#sums.push({ total, parts });
  }

  /** Declares the parts of a number, which add up to it, as `total|name=label`; gives their ids in order. */
  split(unit: Unit, total: string, name: string, parts: readonly SplitPart[]): string[] {
    const ids = parts.map(({ label, records, printing }) =>
      this.declare(unit, `${total}|${name}=${label}`, records, printing),
    );
    this.tie(total, ids);
    return ids;
  }

  /**
   * The numbers of a unit that say where, with their records: layers tell numbers of the same ground. Numbers by time,
   * offence and the like are not among them, since no layer is cut so.
   */
  groundOf(unit: string): ReadonlyMap<string, readonly number[]> {
    return new Map([...this.#ground].filter(([id]) => id.split('|')[0] === unit));
  }

  /** The whole system, as the gate takes it. */
  release(): LinkedCounts {
    return { cells: [...this.#cells.values()], sums: this.#sums };
  }
}

/** Records by a label, in the order in which the labels first come. */
export function byLabel(
  records: readonly number[],
  labelOf: (record: number) => string,
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const record of records) {
    const label = labelOf(record);
    const group = groups.get(label);
    if (group === undefined) groups.set(label, [record]);
    else group.push(record);
  }
  return groups;
}

/** Fewest records on which a label of the records must stand to be printed: a text of one record could name somebody. */
const fewestOfLabel = 20;

/**
 * The commonest labels and the rest as "all others". The labels stand in alphabetical order, so that their order tells
 * nothing of a suppressed number among them.
 */
export function commonest(
  records: readonly number[],
  labelOf: (record: number) => string,
  most: number,
): { labels: string[]; labelOf: (record: number) => string } {
  const groups = [...byLabel(records, labelOf)].filter(([, own]) => own.length >= fewestOfLabel);
  const kept = groups
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([label]) => label)
    .sort();
  const known = new Set(kept);
  const others = 'all others';
  const hasOthers = records.some((record) => !known.has(labelOf(record)));
  return {
    labels: hasOthers ? [...kept, others] : kept,
    labelOf: (record) => {
      const label = labelOf(record);
      return known.has(label) ? label : others;
    },
  };
}
