import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type HarmWeightList, parseWeightList } from '../../../src/domain/harm/weight-list.ts';
import { normaliseOffenceCode } from '../../../src/domain/vawg/offence-code.ts';

const root = new URL('../../../', import.meta.url);
const shared = new URL('../shared/', root);
const file = 'ons-crime-severity-about-2018-20.csv';

type Row = Readonly<Record<string, string>>;

const row = (code: string, weight: string, more: Row = {}): Row => ({
  list: 'Cambridge Crime Harm Index',
  edition: 'made up',
  code,
  weight,
  ...more,
});

function problemsOf(rows: readonly Row[]): string[] {
  const parsed = parseWeightList({ file: 'harm.csv', rows }, 'test');
  return parsed.ok
    ? []
    : parsed.problems.map(({ file: name, line, message }) => `${name}:${line} ${message}`);
}

function csvRows(text: string): Row[] {
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

function shipped(): HarmWeightList {
  const rows = csvRows(readFileSync(new URL(`assets/harm/${file}`, root), 'utf8'));
  const parsed = parseWeightList({ file, rows }, 'shipped');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.list;
}

describe('a harm list', () => {
  it('is read in all three code systems, with codes written as everywhere else', () => {
    const rows = [
      row('866', '252', { list: ' cambridge crime harm index' }),
      row('019C', '1.5e3'),
      row('PH97008', '7'),
      row('', '9', { class: '8L' }),
      row('195/94', '10', { class: '8L' }),
    ];
    const parsed = parseWeightList({ file: 'harm.csv', rows }, 'own copy');
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { list } = parsed;
    expect(list).toMatchObject({
      name: 'Cambridge Crime Harm Index',
      edition: 'made up',
      unit: 'days',
      source: 'own copy',
    });
    expect([...list.byHomeOfficeCode]).toEqual([
      ['008/66', 252],
      ['195/94', 10],
    ]);
    expect([...list.byClass]).toEqual([
      ['19C', 1500],
      ['8L', 9],
    ]);
    expect([...list.byCjsCode]).toEqual([['PH97008', 7]]);
  });

  it('keeps the name of a list it does not know, as a score', () => {
    const parsed = parseWeightList(
      { file: 'harm.csv', rows: [row('8Q', '3', { list: 'Testshire weights' })] },
      'test',
    );
    expect(parsed).toMatchObject({ ok: true, list: { name: 'Testshire weights', unit: 'score' } });
  });

  it.each([
    ['ten days', 'weight "ten days" is not a number'],
    ['1,460', 'weight "1,460" is not a number'],
    ['Infinity', 'weight "Infinity" is not a number'],
    ['1e999', 'weight "1e999" is not a number'],
    ['NaN', 'weight "NaN" is not a number'],
    ['0x10', 'weight "0x10" is not a number'],
    ['-5', 'weight "-5" is negative'],
    ['1e308', 'weight "1e308" is beyond any weight of harm'],
    [' ', 'the weight is empty'],
  ])('refuses the weight %j', (weight, message) => {
    expect(problemsOf([row('8Q', '1'), row('8L', weight)])).toEqual([`harm.csv:3 ${message}`]);
  });

  it.each([
    ['', 'the code is empty'],
    ['stalking', 'code "stalking" is not written as an offence code'],
    ['44062', 'code "44062" looks like a code that a spreadsheet took for a date'],
    ['19-Aug', 'code "19-Aug" looks like a code that a spreadsheet took for a date'],
  ])('refuses the code %j', (code, message) => {
    expect(problemsOf([row(code, '1')])).toEqual([`harm.csv:2 ${message}`]);
  });

  it('names every problem with its line, and gives no part of the list', () => {
    expect(
      problemsOf([
        row('008/66', '1'),
        row('866', '1'),
        row('8L', 'x'),
        row('8L', '2', { edition: '2026' }),
        row('8M', '2', { list: 'Another' }),
        row('8N', '2', { list: '', edition: '' }),
        row('8P', '2', { class: 'stalking' }),
        row('8P', '2', { class: '008/66' }),
      ]),
    ).toEqual([
      'harm.csv:3 code 008/66 stands twice',
      'harm.csv:4 weight "x" is not a number',
      'harm.csv:5 two editions in one file: "made up" and "2026"',
      'harm.csv:5 code 8L stands twice',
      'harm.csv:6 two lists in one file: "Cambridge Crime Harm Index" and "Another"',
      'harm.csv:7 the list is empty',
      'harm.csv:7 the edition is empty',
      'harm.csv:8 class "stalking" is not written as an offence code',
      'harm.csv:9 class "008/66" is not written as an offence code',
    ]);
    expect(problemsOf([])).toEqual(['harm.csv:1 the list has no rows']);
  });
});

/** Some rows of table 2.3 of the domain notes: class and weight as printed. */
const printed: readonly (readonly [string, number])[] = [
  ['1', 7973.39],
  ['4.10', 7973.39],
  ['2', 4654.3],
  ['8N', 189.15],
  ['105A', 13.51],
  ['8L', 36.1],
  ['8Q', 56.35],
  ['19C', 2952.94],
  ['19K', 2975.39],
  ['20A', 459.07],
  ['88E', 39.92],
  ['66', 72.51],
  ['86', 137.28],
];

/** Classes and weights of the markdown table: `8L | ... | 36.10`, several of either separated by ` / `. */
function printedIn(markdown: string): (readonly [string, number])[] {
  const lines = markdown.split('\n');
  const start = lines.findIndex((line) => line.startsWith('| Class | Label |'));
  const table = lines.slice(start + 2);
  const end = table.findIndex((line) => !line.startsWith('|'));
  return table.slice(0, end).flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const weights = (cells[4] ?? '').split('/').map(Number);
    const names = (cells[1] ?? '').split(/[/,]/).map((text) => text.trim());
    // "1, 4.1, 4.2, 4.10" share one weight.
    return names.flatMap((name, index) => {
      const weight = weights[weights.length === 1 ? 0 : index] ?? Number.NaN;
      return normaliseOffenceCode(name)?.kind === 'class' ? [[name, weight] as const] : [];
    });
  });
}

describe('the shipped ONS Crime Severity Score', () => {
  const list = shipped();

  it('says what is known of its edition', () => {
    expect(list.name).toBe('ONS Crime Severity Score');
    expect(list.unit).toBe('score');
    expect(list.edition).toBe('about 2018-20 (release not stated)');
    expect(list.byClass.size).toBe(133);
  });

  it.each(printed)('weighs class %s as the domain notes print it', (offenceClass, weight) => {
    expect(list.byClass.get(offenceClass)).toBeCloseTo(weight, 2);
  });

  const notes = new URL('domain/problem-profiles.md', shared);
  it.skipIf(!existsSync(notes))(
    'agrees with the whole table 2.3 (skipped without ../shared)',
    () => {
      const rows = printedIn(readFileSync(notes, 'utf8'));
      // Counted by hand in the table: 51 classes with a weight stand in it.
      expect(rows.length).toBeGreaterThan(45);
      const differing = rows.filter(
        ([name, weight]) => Math.abs((list.byClass.get(name) ?? Number.NaN) - weight) >= 0.00501,
      );
      expect(differing).toEqual([]);
      expect(rows.filter(([, weight]) => Number.isNaN(weight))).toEqual([]);
    },
  );

  const original = new URL('data/offences/ons_crime_severity_codes.csv', shared);
  it.skipIf(!existsSync(original))(
    'is the source file, no more (skipped without ../shared)',
    () => {
      const expected = new Map<string, number>();
      for (const source of csvRows(readFileSync(original, 'utf8'))) {
        const homicide = ['1', '4.1', '4.2', '4.10'];
        const isHomicide = source.code_severity === '1, 4.1/2/10';
        for (const code of isHomicide ? homicide : [source.code_original ?? '']) {
          expected.set(code, Number(source.weight));
        }
      }
      expect(Object.fromEntries(list.byClass)).toEqual(Object.fromEntries(expected));
    },
  );
});
