import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalFields } from '../../../src/domain/evidence/canonical-fields.ts';
import {
  generateSampleForce,
  type SampleOptions,
  sampleForceName,
} from '../../../src/domain/sample/generate.ts';
import { incidentsIn, plainDegrees, rowsBy, sampleWith, sortable } from './sample-files.ts';

const sample = sampleWith({ seed: 1, incidents: 900 });
const tables = sample.files.filter((file) => file.name.endsWith('.csv'));

test('the same seed gives the same bytes, and each reading of a file too', () => {
  const again = sampleWith({ seed: 1, incidents: 900 });
  for (const { name } of sample.files) {
    const text = sample.textOf(name);
    expect(again.textOf(name) === text, name).toBe(true);
    expect(sample.textOf(name) === text, name).toBe(true);
  }
});

test('another seed gives another force', () => {
  const other = sampleWith({ seed: 2, incidents: 900 });
  for (const { name } of sample.files) {
    expect(other.textOf(name) === sample.textOf(name), name).toBe(false);
  }
});

test('the number of incidents does not disturb the other files', () => {
  const other = sampleWith({ seed: 1, incidents: 600 });
  for (const { name, kind } of sample.files) {
    const isAboutIncidents = ['incidents', 'truths', 'readme'].includes(kind);
    expect(other.textOf(name) === sample.textOf(name), name).toBe(!isAboutIncidents);
  }
});

test('headers are the canonical fields, and every record has as many fields', () => {
  expect(tables).toHaveLength(12);
  for (const { name, kind } of tables) {
    const { header, records } = sample.tableOf(name);
    expect(header, name).toEqual(canonicalFields[kind as keyof typeof canonicalFields]);
    expect(records.length, name).toBeGreaterThan(0);
    for (const record of records) expect(record, name).toHaveLength(header.length);
  }
});

test('the canonical fields are the ones that were promised', () => {
  // Other programs name these columns in their maps: a change is a new promise, made on purpose.
  const fingerprint = createHash('sha256').update(JSON.stringify(canonicalFields)).digest('hex');
  expect(fingerprint.slice(0, 16)).toBe('e1e194b9c9788df7');
});

test('the files hold as many records as promised', () => {
  expect(incidentsIn(sample.rowsOf('northmoor-incidents.csv'))).toHaveLength(900);
  expect(sample.rowsOf('northmoor-partner-health.csv')).toHaveLength(2600);
  expect(sample.rowsOf('northmoor-partner-council.csv')).toHaveLength(1400);
  expect(sample.rowsOf('northmoor-perceptions.csv')).toHaveLength(1500);
  expect(sample.rowsOf('northmoor-venues.csv').length).toBeGreaterThan(200);
});

test('25 engagements have 4 to 12 statements, and their columns repeat', () => {
  const byEngagement = rowsBy(sample.rowsOf('northmoor-voices.csv'), 'engagement');
  expect(byEngagement.size).toBe(25);
  for (const [name, rows] of byEngagement) {
    expect(rows.length, name).toBeGreaterThanOrEqual(4);
    expect(rows.length, name).toBeLessThanOrEqual(12);
    for (const column of ['heldOn', 'method', 'participants', 'women', 'girls', 'migrant']) {
      expect(new Set(rows.map((row) => row[column])).size, `${name} ${column}`).toBe(1);
    }
  }
  const heard = (column: string) =>
    [...byEngagement.values()].filter(
      ([row]) => Number(row?.[column]) * 2 > Number(row?.['participants']),
    ).length;
  expect(heard('girls')).toBeGreaterThanOrEqual(3);
  expect(heard('blackAndMinoritised')).toBeGreaterThanOrEqual(3);
  expect(heard('migrant')).toBeGreaterThanOrEqual(3);
  expect(heard('disabled')).toBeGreaterThanOrEqual(2);
});

test('reports of feeling unsafe have a pin, and often several reasons', () => {
  const rows = sample.rowsOf('northmoor-perceptions.csv');
  const reasons = rows.map((row) =>
    [row['environmentReasons'], row['behaviourReasons']]
      .flatMap((text) => (text ?? '').split(';'))
      .filter((reason) => reason !== ''),
  );
  for (const [index, row] of rows.entries()) {
    expect(row['longitude']).toMatch(/^-?\d+\.\d{6}$/);
    expect(row['latitude']).toMatch(/^\d+\.\d{6}$/);
    expect(reasons[index]?.length).toBeGreaterThan(0);
  }
  expect(reasons.filter((several) => several.length > 1).length / rows.length).toBeGreaterThan(0.4);
});

test('partner events lie in the period, and some have words instead of a position', () => {
  for (const name of ['northmoor-partner-health.csv', 'northmoor-partner-council.csv']) {
    const rows = sample.rowsOf(name);
    for (const row of rows) {
      const from = sortable(row['occurredFrom']);
      expect(from >= '2023-11-01' && from <= '2026-10-31 23:59', from).toBe(true);
      expect(row['easting'] !== '' || row['locationText'] !== '').toBe(true);
    }
    expect(rows.some((row) => row['easting'] === '')).toBe(true);
  }
});

test('the README says that all of it is made up, with the square and the seed', () => {
  const readme = sample.textOf('README.txt');
  expect(readme).toContain(sampleForceName);
  expect(readme).toMatch(/EVERYTHING HERE IS MADE UP/);
  expect(readme).toContain('530000, 500000');
  expect(readme).toMatch(/Seed +1\./);
});

test('a seed or number that cannot be used is refused', () => {
  const make = (options: Omit<SampleOptions, 'gridToWgs84'>) => () =>
    generateSampleForce({ ...options, gridToWgs84: plainDegrees });
  expect(make({ seed: -1 })).toThrow(RangeError);
  expect(make({ seed: 1.5 })).toThrow(RangeError);
  expect(make({ incidents: 299 })).toThrow(RangeError);
  expect(make({ incidents: Number.NaN })).toThrow(RangeError);
});
