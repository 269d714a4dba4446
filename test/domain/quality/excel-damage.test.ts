import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { repairOffenceCode } from '../../../src/domain/quality/excel-damage.ts';

const sure = (code: string) => ({ code, repaired: true, doubtful: false });
const unsure = (code: string) => ({ code, repaired: true, doubtful: true });
const untouched = (code: string) => ({ code, repaired: false, doubtful: false });

describe('offence codes that became dates', () => {
  it.each([
    ['44062', '19/8'],
    ['44062.0', '19/8'],
    [' 19-Aug ', '19/8'],
    ['19 August', '19/8'],
    ['19-Aug-20', '19/8'],
    ['19/08/2020', '19/8'],
    ['08/19/2020', '19/8'],
    ['2020-08-19', '19/8'],
    ['2020-08-19 00:00:00', '19/8'],
    ['8-Nov', '8/11'],
    ['04/06/2020', '4/6'],
    ['43831', '1/1'],
    ['22129', '8/60'],
    ['20302', '8/55'],
    ['Aug-66', '8/66'],
    ['01/08/1966', '8/66'],
    ['Aug-1967', '8/67'],
  ])('reads %s as %s', (text, code) => {
    expect(repairOffenceCode(text)).toEqual(sure(code));
  });

  it.each([
    // 1 August: 1/8 typed in 2020, or 8/20.
    ['44044', '8/20'],
    ['2029-08-01', '8/29'],
    // 8/19, or the 19th of August with the month first.
    ['Aug-19', '8/19'],
    // Class 16 is not recorded any more.
    ['16-Jan', '16/1'],
  ])('reads %s as %s with doubt', (text, code) => {
    expect(repairOffenceCode(text)).toEqual(unsure(code));
  });

  it.each([
    '19/8',
    '8/19',
    '8/11',
    '8Q',
    '008/66',
    '00866',
    '866',
    '104/23',
    '10423',
    '12510',
    '19594',
    '80200',
    'PH97008',
    '4.10',
    '105A',
    '',
    'Rape',
  ])('leaves %s alone', (text) => {
    expect(repairOffenceCode(text)).toEqual(untouched(text));
  });

  it.each(['36800', '2002-08-19', '31/02/2020', '51000'])(
    'doubts %s, which is a date that no code became',
    (text) => {
      expect(repairOffenceCode(text)).toEqual({ code: text, repaired: false, doubtful: true });
    },
  );
});

const folder = new URL('../../../../shared/data/offences/', import.meta.url);
const haveFiles = existsSync(new URL('policeuk-ons-code-join.csv', folder));
if (!haveFiles) {
  // A skipped check must be seen: the log says which files are missing.
  // oxlint-disable-next-line no-console
  console.warn('Skipped: the damaged offence codes are not at ../shared/data/offences.');
}
function rowsOf(file: string): Record<string, string>[] {
  const text = readFileSync(new URL(file, folder), 'utf8');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}
const classNumber = (code: string) => Number(/^\d+/.exec(code)?.[0] ?? Number.NaN);

describe.skipIf(!haveFiles)('a real damaged file beside undamaged ones', () => {
  it('repairs every damaged code, to the class that stands in the same row', () => {
    const damaged = rowsOf('policeuk-ons-code-join.csv').flatMap((row) => {
      const text = row['POLICE_UK_CAT_MAP_code'] ?? '';
      const repair = repairOffenceCode(text);
      return repair.repaired || repair.doubtful
        ? [{ text, ...repair, truth: row['ONS_COUNTS_code'] ?? '' }]
        : [];
    });
    expect(damaged).toHaveLength(25);
    expect(damaged.filter(({ doubtful }) => doubtful)).toEqual([]);
    const known = new Set(
      rowsOf('CrimeCatMappings.csv').flatMap((row) =>
        (row['Offence_Code'] ?? '').split('/').map(classNumber),
      ),
    );
    for (const { code } of damaged) expect(known).toContain(classNumber(code));
    const elsewhere = damaged.filter(({ code, truth }) => classNumber(code) !== classNumber(truth));
    // Racially aggravated public order was class 8 when it was given 8/55; manslaughter is listed with murder, 1/1.
    expect(elsewhere.map(({ code, truth }) => `${code} in ${truth}`)).toEqual([
      '8/55 in 9B',
      '1/1 in 4.10',
      '1/1 in 4.2',
      '1/1 in 4.1',
    ]);
  });

  it('changes no code of the undamaged files', () => {
    const listFolder = '../../../assets/code-lists/';
    const lists = new URL(listFolder, import.meta.url);
    const ours = ['vawg-2026-11.csv', 'not-vawg-2026-11.csv'].flatMap((file) => {
      const text = readFileSync(new URL(file, lists), 'utf8');
      return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
    });
    const codes = [
      ...rowsOf('CrimeCatMappings.csv').map((row) => row['Offence_Code'] ?? ''),
      ...ours.flatMap((row) => [row['class'] ?? '', row['code'] ?? '']),
      ...ours.map((row) => (row['code'] ?? '').replace('/', '')),
    ];
    for (const code of codes) expect(repairOffenceCode(code)).toEqual(untouched(code));
  });
});
