import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { normaliseOffenceCode } from '../../../src/domain/vawg/offence-code.ts';
import { lookUpOffence } from '../../../src/domain/vawg/offence-lookup.ts';
import { shippedCodeList } from './lists.ts';

const list = shippedCodeList();
const page = new URL('../../../../shared/domain/problem-profiles.md', import.meta.url);
const text = existsSync(page) ? readFileSync(page, 'utf8') : null;

interface TableRow {
  readonly classes: readonly string[];
  readonly codes: readonly string[];
  readonly tier: string;
}

/** Rows of table 2.3: class, label, key codes, two weights, tier. */
function tableRows(markdown: string): TableRow[] {
  const start = markdown.indexOf('### 2.3');
  const section = markdown.slice(start, markdown.indexOf('### 2.4', start));
  return section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.replaceAll('*', '').trim()))
    .filter((cells) => cells[1] !== 'Class')
    .map((cells) => {
      const [, classCell = '', label = '', codeCell = ''] = cells;
      return {
        classes: classCell
          .split(/[,/]/)
          .map((one) => one.trim())
          .filter((one) => /^\d/.test(one)),
        codes: [...new Set(`${label} ${codeCell}`.match(/\b\d{3}\/\d{2}\b/g) ?? [])],
        tier: cells.at(-2) ?? '',
      };
    });
}

/**
 * The tier that a row's last cell gives a code. A code may be named there apart ("flag; 008/67 core"). Sexual
 * offences against men are core, since the definition covers all victims; what is optional or core only with a
 * flag is flag-tier with a condition.
 */
function tierIn(cell: string, code: string): string {
  const named = cell.match(new RegExp(`${code} (core|flag)|(core|flag) \\(${code}\\)`));
  if (named !== null) return named[1] ?? named[2] ?? '';
  if (code === '008/52' && cell.includes('FGM core')) return 'core';
  if (cell.startsWith('core if')) return 'flag';
  if (cell.startsWith('sexual, male victim')) return 'core';
  if (cell.startsWith('CSAE option')) return 'flag';
  return /^(core|flag|exclude)/.exec(cell)?.[0] ?? '';
}

/** Classes that hold offences of several tiers: the class alone says less than the codes in it. */
const dividedClasses: ReadonlyMap<string, string> = new Map([
  ['8R', 'flag'],
  ['66', 'flag'],
]);

describe.skipIf(text === null)('every class and code named in table 2.3 of the facts', () => {
  const rows = tableRows(text ?? '');

  it('is read from the table', () => {
    expect(rows.length).toBeGreaterThan(35);
    expect(rows.flatMap(({ codes }) => codes).length).toBeGreaterThan(40);
  });

  const cases = rows.flatMap(({ classes, codes, tier }) => [
    ...classes.map((one) => [one, dividedClasses.get(one) ?? tierIn(tier, one)] as const),
    ...codes.map((one) => [one, tierIn(tier, one)] as const),
  ]);
  it.each(cases)('%s is %s', (code, tier) => {
    expect(tier).not.toBe('');
    expect(lookUpOffence(list, code, null)?.entry.tier).toBe(tier);
  });

  it('is found however the code is written', () => {
    for (const code of new Set(rows.flatMap(({ codes }) => codes))) {
      const entry = lookUpOffence(list, code, null)?.entry;
      const [number = '', part = ''] = code.split('/');
      const writings = [`${number}${part}`, `${Number(number)}/${part}`, ` ${code} `];
      for (const written of writings) {
        expect(normaliseOffenceCode(written)?.code, written).toBe(code);
        expect(lookUpOffence(list, written, null)?.entry, written).toBe(entry);
      }
    }
  });
});

describe.skipIf(text === null)('every wording quoted in section 2.2 of the facts', () => {
  const start = text?.indexOf('**Text variants**') ?? 0;
  const paragraph = (text ?? '').slice(start, (text ?? '').indexOf('\n', start));
  const quoted = [...paragraph.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '');
  const placeholders = /^(NOT SPECIFIED|EXPIRED|Non Crime)/;

  it('is read from the text', () => {
    expect(quoted.length).toBeGreaterThan(12);
  });

  // What begins or ends with an ellipsis is a part of a title, not one; bare "harassment" and the explanation of
  // "Breach of non" are named in the text, not wordings of an extract.
  const wordings = quoted
    .filter((wording) => !placeholders.test(wording) && !wording.includes('\u2026'))
    .filter((wording) => wording !== 'non-molestation order');
  it.each(wordings)('"%s" leads to a row of the list', (wording) => {
    expect(lookUpOffence(list, null, wording)).toBeDefined();
  });

  it.each(quoted.filter((wording) => placeholders.test(wording)))(
    '"%s" is no offence',
    (wording) => {
      expect(lookUpOffence(list, null, wording)).toBeUndefined();
    },
  );
});
