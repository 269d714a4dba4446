import type { BarsBlock, MonthsBlock, SpaceColour, TableBlock } from '../blocks.ts';
import { number } from '../words.ts';

/** How a suppressed number is printed: the sign of the Government Analysis Function for "confidential". */
const suppressedSign = '[c]';

/** What stands below every table and chart that has a suppressed number. */
const suppressedNote =
  ' [c] and hatching: suppressed to protect people; the number may be small or large, and is not nought.';

/** The numbers that passed the gate. Everything an edition prints is drawn from here and from nothing else. */
export class Published {
  readonly #values: ReadonlyMap<string, number | null>;
  readonly #note: string;

  /** @param exemption Named beside each removal, where one is needed; '' for none. */
  constructor(values: ReadonlyMap<string, number | null>, exemption: string) {
    this.#values = values;
    this.#note = `${suppressedNote}${exemption === '' ? '' : ` Exempt: ${exemption}.`}`;
  }

  /** The published value; null is suppressed. @throws RangeError for a number that was not declared as shown. */
  value(id: string): number | null {
    const value = this.#values.get(id);
    if (value === undefined) throw new RangeError(`The number "${id}" did not pass the gate.`);
    return value;
  }

  text(id: string): string {
    const value = this.value(id);
    return value === null ? suppressedSign : number(value);
  }

  /** A share of published numbers in whole per cent: finer would promise more than rounded numbers hold. */
  share(part: string, whole: string): string {
    const [own, all] = [this.value(part), this.value(whole)];
    if (own === null || all === null) return suppressedSign;
    return all < 100 ? '-' : `${Math.min(100, Math.round((100 * own) / all))} %`;
  }

  /** A table of published numbers: a row is its words and then the ids of its numbers, or finished texts. */
  table(
    caption: string,
    columns: TableBlock['columns'],
    rows: readonly (readonly (string | { readonly id: string })[])[],
  ): TableBlock {
    const texts = rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? cell : this.text(cell.id))),
    );
    const hasHole = texts.some((row) => row.some((cell) => cell.includes(suppressedSign)));
    return {
      kind: 'table',
      caption: `${caption}${hasHole ? this.#note : ''}`,
      columns,
      rows: texts,
    };
  }

  /** Bars of published numbers, the longest first; suppressed ones last, hatched and without a length of their own. */
  bars(
    caption: string,
    bars: readonly { readonly label: string; readonly id: string }[],
    colour: SpaceColour,
  ): BarsBlock {
    const drawn = bars.map(({ label, id }) => {
      const value = this.value(id);
      return value === null ? { label, value: 0, isSuppressed: true } : { label, value };
    });
    const order = (bar: { value: number; isSuppressed?: boolean }): number =>
      bar.isSuppressed === true ? -1 : bar.value;
    drawn.sort((a, b) => order(b) - order(a) || (a.label < b.label ? -1 : 1));
    const hasHole = drawn.some((bar) => 'isSuppressed' in bar);
    return {
      kind: 'bars',
      caption: `${caption}${hasHole ? this.#note : ''}`,
      bars: drawn,
      colour,
    };
  }

  /** Published numbers by month; suppressed months are hatched over the whole height. */
  months(
    caption: string,
    { firstMonth, ids }: { readonly firstMonth: string; readonly ids: readonly string[] },
    facts: Pick<MonthsBlock, 'colour' | 'unit' | 'breaks' | 'fillingMonths'>,
  ): MonthsBlock {
    const values = ids.map((id) => this.value(id));
    const suppressed = values.flatMap((value, month) => (value === null ? [month] : []));
    return {
      kind: 'months',
      caption: `${caption}${suppressed.length > 0 ? this.#note : ''}`,
      firstMonth,
      counts: values.map((value) => value ?? 0),
      suppressed,
      ...facts,
    };
  }
}
