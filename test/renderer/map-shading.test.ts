import { describe, expect, it } from 'vitest';
import { type ClassStyle, notDrawn } from '../../renderer/map/class-style.ts';
import { cellWords, countedWords, rowsWords, rowWords } from '../../renderer/map/row-words.ts';
import { shadingOf } from '../../renderer/map/shading.ts';
import { wholeFilter } from '../../src/contract/filter.ts';
import type { RunColumn, RunResult, RunShade } from '../../src/contract/hotspots.ts';

const numbers = (name: string, ...values: number[]): RunColumn => ({
  name,
  title: name,
  unit: null,
  values: Float64Array.from(values),
});

function made(
  columns: readonly RunColumn[],
  shade: RunShade | null,
  evidence: 'vawg' | 'perceptions' | 'partner' = 'vawg',
): RunResult {
  return {
    run: {
      run: 'abc',
      method: 'gi-star',
      parameters: {},
      filter: { ...wholeFilter, evidence },
      fingerprint: '',
      madeAt: '2026-11-01T10:00:00Z',
      countIn: 0,
      leftOut: {},
      summary: {},
      departures: [],
    },
    settings: {},
    main: { name: 'cells', title: 'Cells', columns },
    others: [],
    geometry: { kind: 'cells', verticesPerCell: 4, polygons: new Float64Array(0) },
    shade,
    words: [],
  };
}

/** Lightness (CIE L*) of a colour: what is left of it on a grey print. */
function lightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 116 * Math.cbrt(0.2126 * red + 0.7152 * green + 0.0722 * blue) - 16;
}

/** What an eye sees of a class from afar: lines cover nearly half of it. */
function seen({ fill, ground, lines }: ClassStyle): number {
  const part = lines === 'none' ? 1 : 0.45;
  return part * lightness(fill) + (1 - part) * lightness(ground);
}

const groundLightness = lightness('#FBFAF9');

const bins: RunShade = { column: 'bin_bh', kind: 'bins', breaks: [], unit: '' };

describe('the classes of hot and cold', () => {
  const columns = [numbers('count', 9, 4, 0, 0, 2), numbers('bin_bh', 3, 0, 0, -2, Number.NaN)];

  it('leave cells without a record to the ground, but draw a cold one', () => {
    const { classes, classOf } = shadingOf(made(columns, bins));
    const drawn = Array.from(classOf, (own) => (own === notDrawn ? null : classes[own]?.label));
    expect(drawn).toEqual([
      'hot, at most 1 in 100',
      'has records, not hot',
      null,
      'cold, at most 5 in 100',
      null,
    ]);
  });

  it.each(['vawg', 'perceptions', 'partner'] as const)(
    'are told apart, from "not hot" and from the ground, on a grey print (%s)',
    (evidence) => {
      const { classes } = shadingOf(made(columns, bins, evidence));
      const light = classes.map(({ style }) => seen(style));
      const [cold3 = 0, cold2 = 0, cold1 = 0] = light.slice(4).reverse();
      const order = [...light.slice(0, 4), groundLightness];
      for (const [place, own] of order.slice(1).entries()) {
        expect(own - (order[place] ?? 0)).toBeGreaterThanOrEqual(9);
      }
      expect(Math.min(cold2 - cold3, cold1 - cold2)).toBeGreaterThanOrEqual(9);
    },
  );

  it('have level lines where cold, so that a grey print tells it from hot', () => {
    const { classes } = shadingOf(made(columns, bins));
    expect(classes.map(({ style }) => style.lines)).toEqual([
      'none',
      'none',
      'none',
      'none',
      'level',
      'level',
      'level',
    ]);
  });

  it('are hatched where they are felt and not recorded', () => {
    const { classes } = shadingOf(made(columns, bins, 'perceptions'));
    expect(classes.slice(0, 3).map(({ style }) => style.lines)).toEqual([
      'slanted',
      'slanted',
      'slanted',
    ]);
  });
});

describe('classes by size', () => {
  const breaks = [0, 1, 2, 3, 5, 8, 13].map((upTo) => ({ upTo, rows: 1 }));
  const shade: RunShade = { column: 'count', kind: 'sequential', breaks, unit: 'records' };

  it('hold a value up to and with their upper bound', () => {
    const { classOf } = shadingOf(made([numbers('count', 0, 1, 1.5, 13, 14)], shade));
    expect([...classOf]).toEqual([notDrawn, 1, 2, 6, 6]);
  });

  it('say whole numbers as such, and others by their bounds', () => {
    const labels = (...values: number[]) =>
      shadingOf(made([numbers('count', ...values)], shade)).classes.map(({ label }) => label);
    expect(labels(0, 13)).toEqual([
      'none (not drawn)',
      '1',
      '2',
      '3',
      '4 to 5',
      '6 to 8',
      '9 to 13',
    ]);
    expect(labels(0.5, 13)[4]).toBe('over 3 to 5');
  });

  it('count rows without a value as such, dotted grey', () => {
    const { classes, classOf } = shadingOf(made([numbers('count', Number.NaN, 5)], shade));
    expect(classes[classOf[0] ?? 0]).toMatchObject({ label: 'not given', rows: 1 });
    // Slanted lines are what is felt, level ones what is below.
    expect(classes[classOf[0] ?? 0]?.style.lines).toBe('dots');
  });

  // Plain colours are twelve steps apart even where there are seven. Lines must be seen on their ground as well, which
  // takes some of that from them: seven.
  it.each([
    ['vawg', 11.9],
    ['partner', 11.9],
    ['perceptions', 7],
  ] as const)(
    'grow darker by steps of lightness that a grey print shows (%s)',
    (evidence, step) => {
      const most = [1, 2, 3, 5, 8, 13, 21].map((upTo) => ({ upTo, rows: 1 }));
      const { classes } = shadingOf(
        made([numbers('count', 1)], { ...shade, breaks: most }, evidence),
      );
      const light = [groundLightness, ...classes.map(({ style }) => seen(style))];
      expect(light).toHaveLength(8);
      for (const [place, own] of light.slice(1).entries()) {
        expect((light[place] ?? 0) - own).toBeGreaterThanOrEqual(step);
      }
    },
  );

  it('have lines that are seen on what lies between them, the palest too', () => {
    const { classes } = shadingOf(made([numbers('count', 1)], shade, 'perceptions'));
    for (const { style } of classes.slice(1)) {
      expect(style.lines).toBe('slanted');
      expect(lightness(style.ground) - lightness(style.fill)).toBeGreaterThan(22);
      expect(groundLightness - lightness(style.fill)).toBeGreaterThan(29);
    }
  });

  it('below zero have level lines and grow darker away from zero', () => {
    const both = [-2, -1, 0, 1, 2].map((upTo) => ({ upTo, rows: 1 }));
    const { classes } = shadingOf(
      made([numbers('d', 1)], { column: 'd', kind: 'diverging', breaks: both, unit: '' }),
    );
    expect(classes.map(({ style }) => style.lines)).toEqual([
      'level',
      'level',
      'level',
      'none',
      'none',
    ]);
    const light = classes.map(({ style }) => lightness(style.fill));
    expect(light[0]).toBeLessThan(light[2] ?? 0);
    expect(light[4]).toBeLessThan(light[3] ?? 0);
  });
});

describe('classes by word', () => {
  const words = (...values: string[]): RunColumn => ({
    name: 'class',
    title: 'Class',
    unit: null,
    values,
  });
  const shade: RunShade = { column: 'class', kind: 'classes', breaks: [], unit: '' };

  it('are ordered by rows, and what was not found is not drawn', () => {
    const { classes, classOf } = shadingOf(
      made([words('new', 'none', 'persistent', 'persistent')], shade),
    );
    expect(classes.map(({ label, rows }) => [label, rows])).toEqual([
      ['persistent', 2],
      ['new', 1],
    ]);
    expect(classOf[1]).toBe(notDrawn);
  });

  it('look alike on every map, whatever else is there, apart in grey and from the ground', () => {
    const patterns = [
      'persistent',
      'intensifying',
      'diminishing',
      'consecutive',
      'new',
      'sporadic',
    ];
    const names = [...patterns, 'historical'].map((pattern) => `${pattern} hot`);
    const all = shadingOf(made([words(...names)], shade)).classes;
    const light = [groundLightness, ...all.map(({ style }) => lightness(style.fill)).reverse()];
    const sorted = light.toSorted((a, b) => b - a);
    for (const [place, own] of sorted.slice(1).entries()) {
      expect((sorted[place] ?? 0) - own).toBeGreaterThanOrEqual(11.9);
    }
    const alone = shadingOf(made([words('new hot', 'new hot', 'persistent cold')], shade)).classes;
    const styleOf = (label: string) => all.find((one) => one.label === label)?.style;
    expect(alone[0]?.style).toEqual(styleOf('new hot'));
    expect(alone[1]?.style.lines).toBe('level');
  });

  it('are seven at most, the rest together', () => {
    const many = Array.from({ length: 9 }, (_, place) => `kind ${place}`);
    const { classes, classOf } = shadingOf(made([words(...many)], shade));
    expect(classes.map(({ label }) => label).at(-1)).toBe('others');
    expect(classes).toHaveLength(7);
    expect(classes.at(-1)?.rows).toBe(3);
    expect(classOf[8]).toBe(6);
  });
});

it('a row says its count beside the average, and what "hot" means', () => {
  const cells = [numbers('cell_id', 7, 8, 9), numbers('count', 31, 5, 0)];
  const result = made([...cells, numbers('bin_bh', 2, 0, 0)], bins);
  expect(rowWords(result, 0)).toBe(
    'Cell 7: 31 incidents; the average cell of the study area has 12; hot: one of a set of which at most 5 in 100 are expected to be false',
  );
  expect(rowWords(result, 2)).toContain('Cell 9: 0 incidents');
  expect(rowWords(made([numbers('count', 1_234, 0)], null), 0)).toMatch(/^1,234 incidents;/);
});

it('what is below is told from what is above on a grey print: level lines, none of them pale', () => {
  const shade: RunShade = {
    column: 'risk',
    kind: 'diverging',
    breaks: [-50, -20, 0, 25, 100, 400].map((upTo) => ({ upTo, rows: 1 })),
    unit: '%',
  };
  const { classes } = shadingOf(made([numbers('risk', -60, 30)], shade));
  const below = classes.slice(0, 3).map(({ style }) => style);
  expect(below.map(({ lines }) => lines)).toEqual(['level', 'level', 'level']);
  const light = below.map(({ fill }) => lightness(fill));
  // On a ground of nearly white, and each class apart from the next.
  expect(Math.max(...light)).toBeLessThan(70);
  for (const [place, own] of light.slice(1).entries()) {
    expect(own - (light[place] ?? 0)).toBeGreaterThanOrEqual(11.9);
  }
  expect(classes.slice(3).map(({ style }) => style.lines)).toEqual(['none', 'none', 'none']);
});

it('the swatch of what is not drawn is no colour of a class on a grey print', () => {
  const breaks = [0, 1, 2].map((upTo) => ({ upTo, rows: 1 }));
  const shade: RunShade = { column: 'count', kind: 'sequential', breaks, unit: 'records' };
  const { classes } = shadingOf(made([numbers('count', 1)], shade));
  const [none = 0, palest = 0] = classes.map(({ style }) => lightness(style.fill));
  expect(none - palest).toBeGreaterThan(8);
});

describe('the words of a legend', () => {
  const counted = (method: RunResult['run']['method'], geometry: RunResult['geometry']) => {
    const result = made([numbers('count', 1)], null);
    const parameters = { cellMetres: 1_000, shape: 'hexagon' };
    const summary = { perceptions: 7 };
    return { ...result, geometry, run: { ...result.run, method, parameters, summary, countIn: 3 } };
  };
  const cells: RunResult['geometry'] = {
    kind: 'cells',
    verticesPerCell: 4,
    polygons: new Float64Array(0),
  };
  const hulls: RunResult['geometry'] = {
    kind: 'hulls',
    starts: Int32Array.of(0),
    positions: new Float64Array(0),
  };

  it('name rows by what they are, and the kind that is drawn before what it lies beside', () => {
    expect(rowsWords(counted('counts', cells), 1)).toBe('1 cell');
    expect(rowsWords(counted('stability', hulls), 2_000)).toBe('2,000 hot spots');
    expect(rowsWords(counted('clusters', hulls), 1)).toBe('1 cluster');
    expect(cellWords(counted('counts', cells))).toBe('1,000 m hexagons');
    expect(cellWords(counted('clusters', hulls))).toBe('');
    expect(countedWords(counted('counts', cells))).toBe('n = 3 incidents');
    expect(countedWords(counted('gap', cells))).toBe(
      'n = 7 reports of feeling unsafe, beside 3 incidents',
    );
  });
});
