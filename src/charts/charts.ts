import * as Plot from '@observablehq/plot';
import { parseMonth } from '../domain/time/months.ts';
import { weekdayNames } from '../domain/time/policing-day.ts';
import { meaningColours } from './colours.ts';

/** What a chart needs of the document it is drawn in: the page's own, or linkedom's in the engine. */
export type ChartDocument = Document;

type Drawn = SVGSVGElement | HTMLElement;
type Colour = keyof typeof meaningColours;

/** Width and height of a chart in its own units, for where the standard ones are too wide. */
interface ChartSize {
  readonly width: number;
  readonly height: number;
}

const standardSize: ChartSize = { width: 640, height: 190 };

const font = { fontFamily: 'Inter, sans-serif', fontSize: '10px', background: 'transparent' };

/** Counts by month as bars from zero; months still filling are hatched, and a legend says so. */
export function monthChart(
  data: {
    firstMonth: string;
    counts: readonly number[];
    fillingMonths: number;
    colour: Colour;
    unit: string;
    breaks: readonly string[];
    size?: ChartSize;
    suppressed?: readonly number[];
  },
  document: ChartDocument,
): Drawn {
  const hidden = new Set(data.suppressed);
  const first = parseMonth(data.firstMonth) ?? 0;
  const breaks = data.breaks.map((month) => new Date(Date.UTC(1970, parseMonth(month) ?? 0, 1)));
  const bars = data.counts.map((count, index) => ({
    start: new Date(Date.UTC(1970, first + index, 1)),
    end: new Date(Date.UTC(1970, first + index + 1, 1)),
    count,
    filling: index >= data.counts.length - data.fillingMonths,
    isHidden: hidden.has(index),
  }));
  const colour = meaningColours[data.colour];
  const unknown = `suppressed-${data.colour}`;
  const hatching = `still-filling-${data.colour}`;
  const place = { x1: 'start', x2: 'end', y: 'count', insetLeft: 0.5, insetRight: 0.5 } as const;
  const filling = bars.filter((bar) => bar.filling && !bar.isHidden);
  return Plot.plot({
    document,
    ...(data.size ?? standardSize),
    marginLeft: 46,
    style: font,
    // Few months would be marked by their days, which no bar stands for.
    x: { type: 'utc', label: null, ...(bars.length < 8 ? { ticks: 'month' } : {}) },
    y: { label: `${data.unit} a month`, grid: true, zero: true, nice: true },
    marks: [
      filling.length === 0 ? null : hatchingWithLegend(hatching, colour),
      Plot.rectY(
        bars.filter((bar) => !bar.filling && !bar.isHidden),
        { ...place, fill: colour, fillOpacity: 0.9 },
      ),
      Plot.rectY(filling, {
        ...place,
        fill: `url(#${hatching})`,
        stroke: colour,
        strokeWidth: 0.75,
      }),
      // Over the whole height: a suppressed number is not known, and never none.
      hidden.size === 0 ? null : openHatching(unknown, colour),
      Plot.rectX(
        bars.filter((bar) => bar.isHidden),
        { x1: 'start', x2: 'end', insetLeft: 0.5, insetRight: 0.5, fill: `url(#${unknown})` },
      ),
      Plot.ruleY([0]),
      Plot.ruleX(breaks, { strokeDasharray: '3,2', stroke: 'currentColor' }),
      Plot.text(breaks, {
        x: (date: Date) => date,
        frameAnchor: 'top',
        textAnchor: 'start',
        dx: 3,
        dy: 2,
        text: () => 'recording changed',
      }),
    ],
  });
}

/**
 * The pattern of months still filling and the legend that explains it, at the top right. Charts of one colour on one
 * page define the same pattern under the same name, so it does not matter which of them a bar refers to.
 */
function hatchingWithLegend(name: string, colour: string): Plot.RenderFunction {
  return (_index, _scales, _values, { width, marginRight }, { document }) => {
    const make = (tag: string, facts: Readonly<Record<string, string | number>>): Element => {
      const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
      for (const [key, value] of Object.entries(facts)) element.setAttribute(key, String(value));
      return element;
    };
    const group = make('g', { 'aria-label': 'still filling' });
    const pattern = make('pattern', {
      id: name,
      width: 5,
      height: 5,
      patternUnits: 'userSpaceOnUse',
      patternTransform: 'rotate(45)',
    });
    pattern.append(
      make('rect', { width: 5, height: 5, fill: colour, 'fill-opacity': 0.12 }),
      make('rect', { width: 2, height: 5, fill: colour, 'fill-opacity': 0.9 }),
    );
    const right = width - marginRight;
    const swatch = { x: right - 72, y: 1, width: 12, height: 9, stroke: colour };
    const words = make('text', { x: right, y: 9, 'text-anchor': 'end', fill: 'currentColor' });
    words.textContent = 'still filling';
    group.append(pattern, make('rect', { ...swatch, fill: `url(#${name})` }), words);
    return group as SVGElement;
  };
}

/** The pattern of suppressed numbers: wide and pale, unlike that of months still filling. */
function openHatching(name: string, colour: string): Plot.RenderFunction {
  return (_index, _scales, _values, _dimensions, { document }) => {
    const make = (tag: string, facts: Readonly<Record<string, string | number>>): Element => {
      const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
      for (const [key, value] of Object.entries(facts)) element.setAttribute(key, String(value));
      return element;
    };
    const group = make('g', { 'aria-label': 'suppressed' });
    const pattern = make('pattern', {
      id: name,
      width: 8,
      height: 8,
      patternUnits: 'userSpaceOnUse',
      patternTransform: 'rotate(-45)',
    });
    pattern.append(make('rect', { width: 1.2, height: 8, fill: colour, 'fill-opacity': 0.55 }));
    group.append(pattern);
    return group as SVGElement;
  };
}

const dayNames = weekdayNames.map((name) => name.slice(0, 3));

/** Weights of the 168 hours of a week (Monday 00h first) as a grid, darker for more. */
export function hourChart(
  data: { weights: readonly number[]; colour: Colour; size?: ChartSize },
  document: ChartDocument,
): Drawn {
  const cells = data.weights.map((weight, index) => ({
    hour: index % 24,
    day: dayNames[Math.floor(index / 24)] ?? '',
    weight,
  }));
  return Plot.plot({
    document,
    ...(data.size ?? standardSize),
    marginLeft: 46,
    padding: 0.06,
    style: font,
    x: {
      label: 'hour of the day',
      // On a narrow chart 24 hours would be written over one another.
      ...(data.size === undefined ? {} : { ticks: [0, 3, 6, 9, 12, 15, 18, 21] }),
      tickFormat: (hour: number) => String(hour).padStart(2, '0'),
    },
    y: { domain: dayNames, label: null },
    color: { type: 'linear', range: ['#F6F3F0', meaningColours[data.colour]], label: 'incidents' },
    marks: [Plot.cell(cells, { x: 'hour', y: 'day', fill: 'weight' })],
  });
}

/** Ranked bars from zero with the label before and the number behind each. */
export function barChart(
  data: {
    bars: readonly { label: string; value: number; isSuppressed?: boolean }[];
    colour: Colour;
    width?: number;
  },
  document: ChartDocument,
): Drawn {
  const known = data.bars.filter((bar) => bar.isSuppressed !== true);
  const unknown = `suppressed-${data.colour}`;
  const stub = Math.max(1, ...known.map((bar) => bar.value)) / 6;
  const hidden = data.bars
    .filter((bar) => bar.isSuppressed === true)
    .map((bar) => ({ ...bar, value: stub }));
  const labels = data.bars.map((bar) => bar.label);
  const longest = Math.max(8, ...labels.map((label) => Math.min(label.length, 44)));
  return Plot.plot({
    document,
    width: data.width ?? standardSize.width,
    height: 26 + data.bars.length * 20,
    marginLeft: 14 + longest * 5.4,
    marginRight: 48,
    marginTop: 4,
    marginBottom: 6,
    style: font,
    x: { axis: null, zero: true },
    y: {
      domain: labels,
      label: null,
      tickSize: 0,
      tickFormat: (label: string) => (label.length > 44 ? `${label.slice(0, 43)}…` : label),
    },
    marks: [
      Plot.barX(known, {
        x: 'value',
        y: 'label',
        fill: meaningColours[data.colour],
        fillOpacity: 0.9,
        insetTop: 2,
        insetBottom: 2,
      }),
      hidden.length === 0 ? null : openHatching(unknown, meaningColours[data.colour]),
      Plot.barX(hidden, {
        x: 'value',
        y: 'label',
        fill: `url(#${unknown})`,
        insetTop: 2,
        insetBottom: 2,
      }),
      Plot.text(hidden, { x: 'value', y: 'label', text: () => '[c]', textAnchor: 'start', dx: 4 }),
      Plot.text(known, {
        x: 'value',
        y: 'label',
        text: (bar: { value: number }) => bar.value.toLocaleString('en-GB'),
        textAnchor: 'start',
        dx: 4,
      }),
      Plot.ruleX([0]),
    ],
  });
}
