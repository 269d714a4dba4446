import { expect, test } from 'vitest';
import { incidentsIn, type Row, rowsBy, sampleWith, sortable } from './sample-files.ts';

const sample = sampleWith({ seed: 3, incidents: 6000 });
const rows = sample.rowsOf('northmoor-incidents.csv');
const incidents = incidentsIn(rows);
const crimes = incidents.filter((row) => row['recordType'] === 'crime');
const byReference = rowsBy(rows, 'reference');

function people(of: readonly Row[], column: string): number {
  return new Set(of.map((row) => row[column]).filter((reference) => reference !== '')).size;
}

test('at least one crime in ten has two victims or two suspects, and two by two make four rows', () => {
  const several = crimes.filter((crime) => {
    const own = byReference.get(crime['reference'] ?? '') ?? [];
    return people(own, 'victimReference') > 1 || people(own, 'suspectReference') > 1;
  });
  expect(several.length / crimes.length).toBeGreaterThanOrEqual(0.1);
  for (const [reference, own] of byReference) {
    const pairs =
      Math.max(1, people(own, 'victimReference')) * Math.max(1, people(own, 'suspectReference'));
    expect(own, reference).toHaveLength(pairs);
  }
  expect([...byReference.values()].some((own) => own.length === 4)).toBe(true);
});

test('every row of an incident repeats its fields', () => {
  const ofPeople = /^(victim|suspect|relationship)/;
  for (const own of byReference.values()) {
    const [first] = own;
    for (const row of own) {
      for (const [column, value] of Object.entries(row)) {
        if (!ofPeople.test(column)) expect(value, column).toBe(first?.[column]);
      }
    }
  }
});

test('records lie in the 36 months, in the order of life', () => {
  const months = new Set<string>();
  for (const row of incidents) {
    const [from, reported, recorded] = ['occurredFrom', 'reportedOn', 'recordedOn'].map((column) =>
      sortable(row[column]),
    );
    const to = row['occurredTo'] === '' ? from : sortable(row['occurredTo']);
    expect([from, to, reported, recorded]).toEqual(
      [from, to, reported, recorded].toSorted((a, b) => String(a).localeCompare(String(b))),
    );
    expect(recorded && recorded >= '2023-11-01' && recorded <= '2026-10-31 23:59').toBe(true);
    months.add((recorded ?? '').slice(0, 7));
    if (row['outcomeOn'] !== '') {
      const outcome = sortable(row['outcomeOn']);
      expect(outcome >= (recorded ?? '').slice(0, 10) && outcome <= '2026-10-31').toBe(true);
    }
  }
  expect(months.size).toBe(36);
  expect(incidents.some((row) => sortable(row['occurredFrom']) < '2018')).toBe(true);
});

test('the newest months have the most undecided crimes', () => {
  const undecided = (from: string, to: string) => {
    const some = crimes.filter((row) => {
      const recorded = sortable(row['recordedOn']);
      return recorded >= from && recorded < to;
    });
    return some.filter((row) => row['outcomeCode'] === '').length / some.length;
  };
  expect(undecided('2026-10', '2026-11')).toBeGreaterThan(3 * undecided('2024-01', '2025-01'));
});

test('positions are whole metres inside the square, and a few incidents have none', () => {
  const located = incidents.filter((row) => row['easting'] !== '');
  for (const row of located) {
    expect(row['easting']).toMatch(/^\d{6}$/);
    expect(row['northing']).toMatch(/^\d{6}$/);
    expect(Number(row['easting'])).toBeGreaterThan(530_000);
    expect(Number(row['easting'])).toBeLessThan(570_000);
    expect(Number(row['northing'])).toBeGreaterThan(500_000);
    expect(Number(row['northing'])).toBeLessThan(540_000);
  }
  const missing = 1 - located.length / incidents.length;
  expect(missing).toBeGreaterThan(0.04);
  expect(missing).toBeLessThan(0.11);
});

test('a person is the same person in every row: one sex and a steady age', () => {
  for (const own of rowsBy(rows, 'victimReference').values()) {
    if (own[0]?.['victimReference'] === '') continue;
    expect(new Set(own.map((row) => row['victimSex']).filter(Boolean)).size).toBeLessThanOrEqual(1);
    const births = own
      .filter((row) => row['victimAge'] !== '')
      .map((row) => Number(sortable(row['occurredFrom']).slice(0, 4)) - Number(row['victimAge']));
    expect(Math.max(...births) - Math.min(...births) <= 1 || births.length === 0).toBe(true);
  }
});

test('ages fit the offence', () => {
  const agesOf = (code: string) =>
    rows
      .filter((row) => row['offenceCode'] === code && row['victimAge'] !== '')
      .map((row) => Number(row['victimAge']));
  for (const age of rows.flatMap((row) => [row['victimAge'], row['suspectAge']])) {
    if (age !== '') expect(Number(age)).toBeGreaterThanOrEqual(0);
  }
  expect(agesOf('019/08').length).toBeGreaterThan(10);
  expect(Math.min(...agesOf('019/08'))).toBeGreaterThanOrEqual(16);
  expect(Math.max(...agesOf('019/16'))).toBeLessThan(13);
  expect(Math.max(...agesOf('019/07'))).toBeLessThan(16);
});

test('known faults of real extracts are there: gaps, times unknown, an underused online flag', () => {
  const share = (of: readonly Row[], is: (row: Row) => boolean) => of.filter(is).length / of.length;
  expect(share(crimes, (row) => row['offenceCode'] === '')).toBeGreaterThan(0.02);
  expect(
    share(incidents, (row) => row['occurredFrom']?.endsWith('00:00') === true),
  ).toBeGreaterThan(0.02);
  const withVictim = rows.filter((row) => row['victimReference'] !== '');
  expect(share(withVictim, (row) => row['victimEthnicity'] === '')).toBeGreaterThan(0.15);
  const online = incidents.filter((row) => row['platform'] !== '');
  const flagged = share(online, (row) => row['onlineFlag'] === 'Y');
  expect(flagged).toBeGreaterThan(0.4);
  expect(flagged).toBeLessThan(0.75);
  expect(crimes.some((row) => row['crimeStatus'] === 'N100')).toBe(false);
  for (const status of ['recorded', 'cancelled', 'transferred']) {
    expect(
      crimes.some((row) => row['crimeStatus'] === status),
      status,
    ).toBe(true);
  }
});
