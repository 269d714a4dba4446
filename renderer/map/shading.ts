import { binColours } from '../../src/charts/colours.ts';
import type { RunColumn, RunResult, RunShade } from '../../src/contract/hotspots.ts';
import { formatNumber } from '../app/format.ts';
import { t, tCode } from '../words/t.ts';
import { type ClassStyle, dottedStyle, notDrawn, plainStyle } from './class-style.ts';
import { type Kind, linedStyle, styleAt } from './ramps.ts';
import { mostWords, othersColour, wordStyles } from './word-classes.ts';

export interface ShadeClass {
  readonly label: string;
  readonly style: ClassStyle;
  /** Rows of the class, drawn or not. */
  readonly rows: number;
}

/** What the colours of a result mean: at most seven classes besides "not given", and the class of each row. */
export interface Shading {
  readonly title: string;
  readonly unit: string;
  readonly classes: readonly ShadeClass[];
  readonly classOf: Uint8Array;
}

/** Of what is not drawn: the land shows. */
const landColour = '#FFFFFF';
/** Of a class that is the only one. */
const onlyShare = 2 / 3;
const noFinding = /^(none|no|noise|ns|not |no |0$)/i;

/** The classes of a result's first table, by its shade; one class where it has none. */
export function shadingOf(result: RunResult): Shading {
  const { shade, main } = result;
  const kind = kindOf(result);
  const column = main.columns.find(({ name }) => name === shade?.column);
  const rows = main.columns[0]?.values.length ?? 0;
  if (shade === null || column === undefined) {
    return {
      title: main.title,
      unit: '',
      classes: [{ label: main.title, style: styleAt(kind, onlyShare), rows }],
      classOf: new Uint8Array(rows),
    };
  }
  const classOf = new Uint8Array(rows).fill(notDrawn);
  const given = { shade, column, classOf, kind, counts: countsOf(result) };
  const classes =
    shade.kind === 'bins'
      ? binClasses(given)
      : shade.kind === 'classes'
        ? wordClasses(given)
        : breakClasses(given);
  if (shade.kind === 'bins') return { title: t('map.class.binsTitle'), unit: '', classes, classOf };
  const isSaid = shade.unit === column.title.toLowerCase();
  return { title: column.title, unit: isSaid ? '' : shade.unit, classes, classOf };
}

/** What the colours of a legend count, with its unit. */
export function titleWords({ title, unit }: Shading): string {
  return unit === '' ? title : t('map.titleUnit', { title, unit });
}

/** Which colours a result has: felt and partner evidence never look like recorded incidents. */
function kindOf({ run }: RunResult): Kind {
  // What is felt beside what is recorded is shaded by the reports of feeling unsafe.
  if (run.filter.evidence === 'perceptions' || run.method === 'gap') return 'felt';
  return run.filter.evidence === 'partner' ? 'partner' : 'recorded';
}

interface Given {
  readonly shade: RunShade;
  readonly column: RunColumn;
  readonly classOf: Uint8Array;
  readonly kind: Kind;
  readonly counts: Float64Array | null;
}

function countsOf({ main }: RunResult): Float64Array | null {
  const values = main.columns.find(({ name }) => name === 'count')?.values;
  return values instanceof Float64Array ? values : null;
}

/** In the order of the legend. */
const bins = [3, 2, 1, 0, -1, -2, -3];

/** Of 100 cells in a bin or beyond it, how many are expected to be false at most; null of what is not hot or cold. */
export function mostFalse(bin: number): number | null {
  return [null, 10, 5, 1][Math.abs(bin)] ?? null;
}

function binLabel(bin: number): string {
  const most = mostFalse(bin);
  if (most === null) return t('map.class.notHot');
  return t(bin > 0 ? 'map.class.hot' : 'map.class.cold', { most });
}

function binClasses({ column, classOf, kind, counts }: Given): ShadeClass[] {
  const rowsOf = bins.map(() => 0);
  for (let row = 0; row < classOf.length; row++) {
    const bin = Number(column.values[row]);
    // Cells without a record that are not cold either are the ground.
    if (Number.isNaN(bin) || (bin === 0 && counts?.[row] === 0)) continue;
    const place = bins.indexOf(bin);
    if (place < 0) continue;
    classOf[row] = place;
    rowsOf[place] = (rowsOf[place] ?? 0) + 1;
  }
  return bins.map((bin, place) => ({
    label: binLabel(bin),
    rows: rowsOf[place] ?? 0,
    style: binStyle(bin, kind),
  }));
}

/** Hot by its own kind, cold by level lines in blue: hot and cold alike on a grey print would be the worst of errors. */
function binStyle(bin: number, kind: Kind): ClassStyle {
  if (bin < 0) return linedStyle('partner', 'level', (-bin - 1) / 2);
  const own = plainStyle(binColours[String(bin)] ?? othersColour);
  return bin === 0 || kind === 'recorded' ? own : styleAt(kind, bin / 3);
}

function wordClasses({ column, classOf, kind }: Given): ShadeClass[] {
  const rowsOf = new Map<string, number>();
  for (const value of column.values) {
    const word = String(value);
    rowsOf.set(word, (rowsOf.get(word) ?? 0) + 1);
  }
  const words = [...rowsOf.keys()]
    .filter((word) => !noFinding.test(word) && word !== '')
    .sort((a, b) => (rowsOf.get(b) ?? 0) - (rowsOf.get(a) ?? 0) || (a < b ? -1 : 1));
  const named = words.slice(0, words.length > mostWords ? mostWords - 1 : mostWords);
  for (let row = 0; row < classOf.length; row++) {
    const word = String(column.values[row]);
    const place = named.indexOf(word);
    if (place >= 0) classOf[row] = place;
    else if (words.includes(word)) classOf[row] = named.length;
  }
  const styles = wordStyles(named, kind);
  const classes = named.map((word, place) => ({
    // Classes whose names only experts know are said in words; of others the name is one.
    label: tCode(`map.moran.${word}`),
    rows: rowsOf.get(word) ?? 0,
    style: styles[place] ?? plainStyle(othersColour),
  }));
  if (named.length === words.length) return classes;
  const others = words.slice(named.length);
  const rows = others.reduce((sum, word) => sum + (rowsOf.get(word) ?? 0), 0);
  const style = plainStyle(othersColour);
  return [...classes, { label: t('map.class.others'), rows, style }];
}

function breakClasses({ shade, column, classOf, kind }: Given): ShadeClass[] {
  const { breaks } = shade;
  // Nothing is ground, not a colour: its cells are counted in the legend and not drawn.
  const nothing = shade.kind === 'sequential' && breaks[0]?.upTo === 0 ? 1 : 0;
  let missing = 0;
  for (let row = 0; row < classOf.length; row++) {
    const value = Number(column.values[row]);
    if (Number.isNaN(value)) {
      classOf[row] = breaks.length;
      missing++;
      continue;
    }
    const found = breaks.findIndex(({ upTo }) => value <= upTo);
    const place = found < 0 ? breaks.length - 1 : found;
    if (place >= nothing) classOf[row] = place;
  }
  const areWhole = column.values instanceof Float64Array && column.values.every(Number.isInteger);
  const below =
    shade.kind === 'diverging' ? breaks.filter(({ upTo }) => upTo <= 0).length : nothing;
  const classes = breaks.map(({ rows }, place) => ({
    label: breakLabel(breaks, place, areWhole),
    rows,
    style:
      place < nothing
        ? plainStyle(landColour)
        : place < below
          ? linedStyle('partner', 'level', shareOf(below - 1 - place, below))
          : styleAt(kind, shareOf(place - below, breaks.length - below)),
  }));
  if (missing === 0) return classes;
  return [...classes, { label: t('map.class.notGiven'), rows: missing, style: dottedStyle }];
}

/** The values of a class in words: "4 to 6" of whole numbers, "over 3.2 to 6.5" of others. */
function breakLabel(breaks: RunShade['breaks'], place: number, areWhole: boolean): string {
  const upTo = breaks[place]?.upTo ?? 0;
  if (upTo === 0 && place === 0) return t('map.class.none');
  const before = breaks[place - 1]?.upTo;
  if (areWhole && before !== undefined) {
    if (before + 1 >= upTo) return short(upTo);
    return t('map.class.range', { least: short(before + 1), most: short(upTo) });
  }
  if (place === 0) return t('map.class.upTo', { most: short(upTo) });
  return t('map.class.over', { less: short(before ?? 0), most: short(upTo) });
}

/** The row that says most: of those drawn, the highest by the shade's column, then by count. Null when none is. */
export function strongestRow(result: RunResult, { classOf }: Shading): number | null {
  const shaded = result.main.columns.find(({ name }) => name === result.shade?.column)?.values;
  const counts = countsOf(result);
  const rank = (row: number): readonly [number, number] => {
    const value = shaded instanceof Float64Array ? (shaded[row] ?? Number.NaN) : 0;
    return [Number.isNaN(value) ? -Infinity : value, counts?.[row] ?? 0];
  };
  let best: number | null = null;
  for (let row = 0; row < classOf.length; row++) {
    if (classOf[row] === notDrawn) continue;
    const [value, count] = rank(row);
    const [mostValue, mostCount] = best === null ? [-Infinity, -Infinity] : rank(best);
    if (value > mostValue || (value === mostValue && count > mostCount)) best = row;
  }
  return best;
}

/** How far class `index` of `of` is on a ramp: few classes lie as far apart as they can. */
function shareOf(index: number, of: number): number {
  return of <= 1 ? onlyShare : index / (of - 1);
}

/** A number for a legend: whole ones, which are counts, in full; of others at most three digits that count. */
export function short(value: number): string {
  return Number.isInteger(value) ? formatNumber(value) : formatNumber(value, 3);
}
