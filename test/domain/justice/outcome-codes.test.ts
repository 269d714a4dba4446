import { existsSync, readdirSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
  lookUpOutcomes,
  outcomeGroups,
  parseOutcomeCodes,
  recogniseOutcome,
} from '../../../src/domain/justice/outcome-codes.ts';
import { shippedOutcomes } from './lists.ts';

const list = shippedOutcomes();
const codeOf = (text: string): string | null => recogniseOutcome(text, list)?.code ?? null;

describe('the shipped list of outcomes', () => {
  it('has 1 to 22 and 1A to 3A, and every group', () => {
    const numbers = Array.from({ length: 22 }, (_, index) => `${index + 1}`);
    for (const code of [...numbers, '1A', '2A', '3A']) expect(list.byCode.get(code)).toBeDefined();
    expect(new Set(list.outcomes.map(({ group }) => group))).toEqual(
      new Set(Object.keys(outcomeGroups)),
    );
    // The facts call every number but 14, 15 and 16 unconfirmed.
    for (const { code, source } of list.outcomes)
      if (/^\d+A?$/.test(code) && !['14', '15', '16'].includes(code))
        expect(source, code).toContain('number unconfirmed [C]');
  });

  it('knows its own names and labels', () => {
    for (const outcome of list.outcomes) expect(codeOf(outcome.name)).toBe(outcome.code);
  });
});

describe('an outcome as written', () => {
  it.each([
    ['16', '16'],
    [' 016 ', '16'],
    ['16.0', '16'],
    ['1a', '1A'],
    ['01A', '1A'],
    ['Outcome 16', '16'],
    ['OUTCOME TYPE 03A', '3A'],
    ['OC16', '16'],
    ['Type 16', '16'],
    ['Type 14: Evidential Difficulties Victim Based - Named Suspect Not Identified', '14'],
    ['16 - Evidential difficulties, victim does not support', '16'],
    ['18 - Investigation complete', '18'],
    ['Charge/Summons', '1'],
    ['CHARGE / SUMMONSED WITH ALTERNATE OFFENCE', '1A'],
    ['Evidential Difficulties Victim Based - Named Suspect Not Identified', '14'],
    ['Named Suspect Identified: Victim Supports Police Action But Evidential Difficulties', '15'],
    [
      'Named Suspect Identified: Evidential Difficulties - Victim Does Not Support Police Action',
      '16',
    ],
    ['Evidential Difficulties - Victim Does Not Support Police Action', '14-16'],
    ['Evidential difficulties (victim does not support action)', '14-16'],
    ['Diversionary, Educational Or Intervention Activity Under', '22'],
    ['Prosecution Prevented: Named Suspect Too Ill To Prosecute', '12'],
    ['Offender given penalty notice', '6'],
    ['Offender given a penalty notice', '6'],
    ['Unable to prosecute suspect', 'unable-to-prosecute'],
    ['Under investigation', 'undecided'],
    ['Status update unavailable', 'status-unavailable'],
    ['Awaiting court outcome', 'court'],
    ['Investigation complete; no suspect identified', '18'],
  ])('"%s" is %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it.each([
    '',
    '0',
    '23',
    '4A',
    '16B',
    '18 months',
    'Filed',
    '16/05/2026',
    '1616',
    'Other',
    '16 - Charged',
  ])('"%s" is not known', (text) => {
    expect(codeOf(text)).toBeNull();
  });

  it('that merges 14, 15 and 16 is none of them', () => {
    expect(recogniseOutcome('Unable to prosecute suspect', list)?.group).toBe('merged');
  });
});

it('keeps texts that are not known, and blank is not one of them', () => {
  const lookup = lookUpOutcomes(
    { codes: Uint8Array.of(0, 1, 2), values: ['', '16', 'Filed'] },
    list,
  );
  expect(lookup.ofText.map((outcome) => outcome?.code ?? null)).toEqual([null, '16', null]);
  expect([...lookup.unknown]).toEqual([2]);
});

it('reports every problem with its line', () => {
  const rows = [
    { code: '16', name: 'Sixteen', labels: 'Same', group: 'merged', source: 's' },
    { code: '16', name: 'Again', labels: 'SAME', group: 'merged', source: 's' },
    { code: '23', name: '', labels: '', group: 'none', source: '' },
  ];
  const parsed = parseOutcomeCodes({ file: 'x.csv', rows }, 'v');
  expect(parsed.ok ? [] : parsed.problems.map(({ line, message }) => `${line} ${message}`)).toEqual(
    [
      '3 code "16" stands twice',
      '3 label "SAME" stands for 16 too',
      '4 code "23" is not 1 to 22, 1A to 3A, or words joined by hyphens',
      expect.stringContaining('4 group "none" is not one of') as string,
      '4 the name is empty',
      '4 the source is empty',
    ],
  );
  expect(parseOutcomeCodes({ file: 'x.csv', rows: [] }, 'v')).toMatchObject({ ok: false });
});

const published = new URL('../../../../shared/data/police-uk-street/', import.meta.url);
const files = existsSync(published)
  ? readdirSync(published).filter((name) => name.endsWith('-street.csv'))
  : [];

it.skipIf(files.length === 0)(
  'knows every outcome of published files (skipped without them)',
  () => {
    const seen = new Set<string>();
    for (const name of files) {
      const text = readFileSync(new URL(name, published), 'utf8');
      const { data } = Papa.parse<Record<string, string>>(text, { header: true });
      for (const row of data) seen.add(row['Last outcome category'] ?? '');
    }
    seen.delete('');
    expect(seen.size).toBeGreaterThan(5);
    expect([...seen].filter((text) => codeOf(text) === null)).toEqual([]);
  },
);
