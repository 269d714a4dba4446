import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ReadMessage, ReadRequest } from '../../../src/engine/intake/packing/batch.ts';
import { readFile } from '../../../src/engine/intake/read-file.ts';
import { fileOf, temporaryFolder } from '../support.ts';

const request: Omit<ReadRequest, 'path'> = {
  sheet: null,
  kind: null,
  preset: null,
  map: null,
  dates: 'dmy',
  damagedCodes: 'repair',
  keep: [],
  dryRun: false,
  knownTables: [],
  pseudonymKey: '7f'.repeat(32),
};

const text = fc.string({ unit: fc.constantFrom('a', 'Z', ' ', '"', ',', 'é', '7'), maxLength: 8 });
const dates = fc.constantFrom(
  '14/02/2026',
  '14/02/2026 22:30',
  '03/04/2026 00:01',
  '31/02/2026',
  '14/02/2026 24:00',
  '2026-02',
  '2026-02-14',
  '2026-02-00',
  '2026-02-30',
  '2026-02-14T00:00',
  '2026-02-14 10:15:59',
  '2026-02-14 10:15:61',
  '01/01/1900',
  '1900-01-01',
  '9999-12-31',
  ' 14/02/2026',
  '14 Feb 2026',
  'Unknown',
  '',
);
const metres = fc.constantFrom(
  '440000',
  '0',
  '440000.5',
  '53',
  ' 440000',
  '440,000',
  'x',
  '',
  '-1',
);
const reference = fc.constantFrom(
  'AA/2026/000001',
  'AA/2026/000000002',
  '1.00023E+11',
  'N/A',
  ' B2',
);
/** A canonical extract: each column with values that are read by different rules. */
const columns: Readonly<Record<string, fc.Arbitrary<string>>> = {
  reference: fc.oneof(reference, text),
  recordType: fc.constantFrom('crime', 'Non-crime', '', ' ', 'Unknown', 'odd'),
  offenceTitle: fc.oneof(fc.constantFrom('Stalking', 'Total', 'Rape'), text),
  offenceCode: fc.constantFrom('8Q', '19-Aug', '44062', '008/66', ''),
  recordedOn: dates,
  occurredFrom: dates,
  easting: metres,
  northing: metres,
  longitude: fc.constantFrom('-1.5', '53.1', '0', '', 'x'),
  latitude: fc.constantFrom('53.1', '-1.5', '0', '', 'x'),
  postcode: fc.constantFrom('ba10aq', 'BA1 0AQ', 'none', ''),
  uprn: fc.constantFrom('0', '100023336956', '1.0E+11', ''),
  victimReference: fc.oneof(reference, text),
  victimAge: fc.constantFrom('27', '27 years', '999', 'x', ''),
  domesticAbuseFlag: fc.constantFrom('Y', 'n', 'maybe', 'NULL', ''),
  suspectReference: text,
  relationship: text,
  summary: text,
};
const rows = fc.array(fc.tuple(...Object.values(columns)), { minLength: 1, maxLength: 30 });
const policeUk: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'Crime ID': text,
  Month: dates,
  Longitude: metres,
  Latitude: fc.constantFrom('53.1', '53.2', '440000', ''),
  Location: text,
  'LSOA code': text,
  'Crime type': text,
  'Last outcome category': text,
};
const streetRows = fc.array(fc.tuple(...Object.values(policeUk)), { minLength: 1, maxLength: 30 });

it('reads the same from bytes as from texts, whatever the values', async () => {
  const folder = temporaryFolder();
  const files = fc.oneof(
    rows.map((cells) => [Object.keys(columns), ...cells]),
    streetRows.map((cells) => [Object.keys(policeUk), ...cells]),
  );
  await fc.assert(
    fc.asyncProperty(files, fc.boolean(), async (table, isQuoted) => {
      const cellText = (cell: string): string =>
        isQuoted || /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
      const lines = table.map((row) => row.map(cellText).join(','));
      // The lines of old Macs are always read as texts.
      const [asBytes, asTexts] = await Promise.all(
        ['\n', '\r'].map((end, at) => messagesOf(fileOf(folder, `${at}.csv`, lines.join(end)))),
      );
      expect(asBytes).toEqual(asTexts);
    }),
    { numRuns: 60 },
  );
});

/** What reading a file gives, but for the bytes that it was read from. */
async function messagesOf(path: string): Promise<unknown[]> {
  const messages: ReadMessage[] = [];
  for await (const message of readFile({ ...request, path })) messages.push(message);
  return messages.map((message) =>
    message.type === 'table-end' ? { ...message, sha256: '' } : message,
  );
}

it.each([
  [
    'a month beside a day that does not exist',
    [
      'reference,offenceTitle,recordedOn',
      'A1,Stalking,2026-02',
      'A2,Stalking,2026-02-00',
      'A3,Stalking,2026-02',
      'A4,Stalking,0020-26-02',
    ],
  ],
  [
    'a first row that is not plain',
    [
      'reference,offenceTitle,recordedOn,Status',
      '"A1" ,Stalking,14/02/2026,Filed',
      'A2,Stalking,14/02/2026,Open',
    ],
  ],
  [
    'a title that is not plain',
    [
      '"Crimes" of February,,,',
      'reference,offenceTitle,recordedOn,Status',
      'A1,Stalking,14/02/2026,Filed',
    ],
  ],
])('reads the same from bytes as from texts where there is %s', async (_name, lines) => {
  const folder = temporaryFolder();
  const [asBytes, asTexts] = await Promise.all(
    ['\n', '\r'].map((end, at) => messagesOf(fileOf(folder, `${at}.csv`, lines.join(end)))),
  );
  expect(asBytes).toEqual(asTexts);
});
