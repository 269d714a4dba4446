import type { RunTable } from '../../../contract/hotspots.ts';

/** A figure with its name as `stats` writes it, for a table of one figure a row. */
export type Figure = readonly [name: string, title: string, value: number];

/** A table of figures: name, what it is, value. */
export function figuresTable(title: string, figures: readonly Figure[]): RunTable {
  return {
    name: 'figures',
    title,
    columns: [
      { name: 'statistic', title: 'Figure', unit: null, values: figures.map(([name]) => name) },
      {
        name: 'value',
        title: 'Value',
        unit: null,
        values: Float64Array.from(figures, ([, , value]) => value),
      },
      { name: 'title', title: 'What it is', unit: null, values: figures.map(([, own]) => own) },
    ],
  };
}
