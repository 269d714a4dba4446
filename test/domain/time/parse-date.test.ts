import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalToMinutes,
  dayAndMonthNumbers,
  parseDateTime,
} from '../../../src/domain/time/parse-date.ts';

describe('dates as records write them', () => {
  it.each([
    ['1970-01-01T00:00', 'minute', '1970-01-01T00:00'],
    ['2026-10-31T22:30', 'minute', '2026-10-31T22:30'],
    ['2026-10-31 22:30:59', 'minute', '2026-10-31T22:30'],
    ['2026-10-31T22:30:59.123Z', 'minute', '2026-10-31T22:30'],
    ['2026-10-31T22:30+01:00', 'minute', '2026-10-31T22:30'],
    ['2026-10-31', 'day', '2026-10-31'],
    ['2026-10', 'month', '2026-10'],
    ['03/04/2026', 'day', '2026-04-03'],
    ['3/4/2026 9:05', 'minute', '2026-04-03T09:05'],
    ['03/04/2026 09:05:10', 'minute', '2026-04-03T09:05'],
    ['03-04-2026', 'day', '2026-04-03'],
    [' 29/02/2024 ', 'day', '2024-02-29'],
    ['31.10.2026 22:30', 'minute', '2026-10-31T22:30'],
    ['31 Oct 2026', 'day', '2026-10-31'],
    ['1-September-2026 7:05', 'minute', '2026-09-01T07:05'],
    // Two digits of a year: as databases read them.
    ['01/01/26', 'day', '2026-01-01'],
    ['31/10/49 22:30', 'minute', '2049-10-31T22:30'],
    ['31.10.75', 'day', '1975-10-31'],
    // Oracle, SQL Server, incident logs, long forms.
    ['31-OCT-26', 'day', '2026-10-31'],
    ['31-OCT-26 11.30.00 PM', 'minute', '2026-10-31T23:30'],
    ['31-OCT-26 11.30.00.123456 PM', 'minute', '2026-10-31T23:30'],
    ['Oct 31 2026 10:15AM', 'minute', '2026-10-31T10:15'],
    ['Oct  1 2026 12:05AM', 'minute', '2026-10-01T00:05'],
    ['31/10/2026 11:30:00 PM', 'minute', '2026-10-31T23:30'],
    ['31/10/2026 12:30 pm', 'minute', '2026-10-31T12:30'],
    ['31/10/2026 22:30 PM', 'minute', '2026-10-31T22:30'],
    ['31/10/2026 2230', 'minute', '2026-10-31T22:30'],
    ['31/10/2026 22:30hrs', 'minute', '2026-10-31T22:30'],
    ['31/10/2026 at 22.30', 'minute', '2026-10-31T22:30'],
    ['2026/10/31', 'day', '2026-10-31'],
    ['20261031', 'day', '2026-10-31'],
    ['20261031 22:30', 'minute', '2026-10-31T22:30'],
    ['Sat 31/10/2026 22:30', 'minute', '2026-10-31T22:30'],
    ['Saturday, 31st October 2026', 'day', '2026-10-31'],
    ['October 31, 2026', 'day', '2026-10-31'],
    // A spreadsheet's days since 1899-12-31, counted with the 29 February 1900 that never was.
    ['45231', 'day', '2023-11-01'],
    ['46326.9375', 'minute', '2026-10-31T22:30'],
    ['45231.4305555556', 'minute', '2023-11-01T10:20'],
    ['1900-01-01', 'day', '1900-01-01'],
    ['2100-12-31', 'day', '2100-12-31'],
  ])('reads %s', (text, precision, canonical) => {
    const parsed = parseDateTime(text, 'dmy');
    expect(parsed?.precision).toBe(precision);
    expect(parsed?.text).toBe(canonical);
    expect(parsed?.minutes).toBe(canonicalToMinutes(canonical));
  });

  it('counts minutes from 1970 on the clock of the record', () => {
    expect(parseDateTime('1970-01-02T01:01', 'dmy')?.minutes).toBe(1440 + 61);
    expect(parseDateTime('1969-12-31T23:59+05:00', 'dmy')?.minutes).toBe(-1);
    // The hour that the spring change skips is kept as written.
    expect(parseDateTime('2026-03-29T01:30', 'dmy')?.text).toBe('2026-03-29T01:30');
  });

  it('reads month first only when told', () => {
    expect(parseDateTime('03/04/2026', 'mdy')?.text).toBe('2026-03-04');
    expect(parseDateTime('13/04/2026', 'mdy')).toBeUndefined();
    expect(parseDateTime('2026-04-03', 'mdy')?.text).toBe('2026-04-03');
    expect(parseDateTime('3/4/2026 11:30:00 PM', 'mdy')?.text).toBe('2026-03-04T23:30');
    expect(parseDateTime('03/04/26', 'mdy')?.text).toBe('2026-03-04');
  });

  it.each([
    ['03/04/2026', [3, 4]],
    ['3/14/26 10:15 PM', [3, 14]],
    ['Sat 31.10.2026 22:30', [31, 10]],
    ['31 Oct 2026', undefined],
    ['2026/10/31', undefined],
    ['26-02-14', undefined],
  ])('knows which numbers of %s could be taken for each other', (text, numbers) => {
    expect(dayAndMonthNumbers(text)).toEqual(numbers);
  });

  it.each([
    '',
    '31/02/2026',
    '29/02/2026',
    '29/02/2100',
    '31/04/2026',
    '00/01/2026',
    '01/00/2026',
    '01/13/2026',
    '2026-13',
    '2026-00',
    '1899-12-31',
    '2101-01-01',
    '26-02-14',
    '14-02-26',
    '2026-10-31 13:30 AM',
    '31/10/2026 13:30 AM',
    '31/10/2026 24:30',
    '31/10/2026 2460',
    '31/10/260',
    '20261301',
    '202610311',
    'Foo 31 2026',
    '31 Oct 202',
    'Sunday',
    '2026-10-31T24:00',
    '2026-10-31T22:60',
    '2026-10-31T22:30:60',
    '2026-10-31T22',
    '2026-10-31x',
    '01/02-2026',
    '12345',
    '99999',
    '31 Foo 2026',
    '31 Feb 2026',
    'yesterday',
    '2026-10-31T22:30 and more',
  ])('refuses "%s"', (text) => {
    expect(parseDateTime(text, 'dmy')).toBeUndefined();
  });

  it('gives any minute back', () => {
    const first = Date.UTC(1900, 0, 1) / 60_000;
    const last = Date.UTC(2100, 11, 31, 23, 59) / 60_000;
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (minutes) => {
        const text = new Date(minutes * 60_000).toISOString().slice(0, 16);
        expect(parseDateTime(text, 'dmy')).toEqual({
          minutes,
          precision: 'minute',
          text,
          form: 'year-first',
          hasShortYear: false,
        });
        expect(canonicalToMinutes(text)).toBe(minutes);
      }),
      { seed: 7, numRuns: 1000 },
    );
  });

  it('reads only canonical texts of days that exist on the quick way', () => {
    expect(canonicalToMinutes('1970-02')).toBe(31 * 1440);
    const otherForms = ['', '2026', '2026/10', '2026-1x', '2026-10-31 22:30', '2026-10-31T22.30'];
    const noSuchDay = [
      '2026-02-31',
      '2100-02-29',
      '2026-13-01',
      '2026-00',
      '1899-12-31',
      '2101-01',
    ];
    const noSuchTime = ['2026-10-31T24:00', '2026-10-31T22:60'];
    for (const text of [...otherForms, ...noSuchDay, ...noSuchTime])
      expect(canonicalToMinutes(text), text).toBeUndefined();
  });

  it('knows every day that exists, by either way', () => {
    const day = 86_400_000;
    const days = new Set<string>();
    for (let time = Date.UTC(1900, 0, 1); time < Date.UTC(2101, 0, 1); time += day) {
      days.add(new Date(time).toISOString().slice(0, 10));
    }
    const two = (value: number) => String(value).padStart(2, '0');
    const wrong: string[] = [];
    for (let year = 1899; year <= 2101; year += 1) {
      for (let month = 0; month <= 13; month += 1) {
        for (let dayOfMonth = 0; dayOfMonth <= 32; dayOfMonth += 1) {
          const text = `${year}-${two(month)}-${two(dayOfMonth)}`;
          const minutes = days.has(text) ? Date.parse(`${text}T00:00Z`) / 60_000 : undefined;
          if (canonicalToMinutes(text) !== minutes) wrong.push(text);
          if (parseDateTime(text, 'dmy')?.minutes !== minutes) wrong.push(text);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
