import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalFields } from '../../../src/domain/evidence/canonical-fields.ts';
import { ask, csv, emptyWorkspace, fileOf, importOne, newEngine } from '../support.ts';

const header = ['reference', 'offenceTitle', 'recordedOn', 'easting', 'northing', 'summary'];
const good = ['A1', 'Stalking', '14/02/2026', '440000', '330000', 'text'];
const sum = (file: { accepted: number; rejected: number; duplicates: number; updated: number }) =>
  file.accepted + file.rejected + file.duplicates + file.updated;

describe('hostile files', () => {
  it('refuses a row with a NUL byte and keeps the others', async () => {
    const { engine, folder } = await emptyWorkspace();
    const bad = ['A2', 'Stalking', '14/02/2026', '440000', '330000', 'a\u0000b'];
    const file = await importOne(engine, fileOf(folder, 'x.csv', csv(header, good, bad)));
    expect(file).toMatchObject({ rows: 2, accepted: 1, reasons: { 'unreadable-text': 1 } });
  });

  it.each([
    ['a line of 50 MB', () => `${csv(header, good)}A2,"${'x'.repeat(50 << 20)}`],
    [
      'a header of a million columns',
      () => Array.from({ length: 1_000_000 }, (_, at) => `c${at}`).join(','),
    ],
  ])('refuses %s with a clear error, and nothing is kept', async (_name, content) => {
    const { engine, folder } = await emptyWorkspace();
    const file = await importOne(engine, fileOf(folder, 'x.csv', content()));
    expect(file.ok).toBe(false);
    expect(['truncated-quote', 'wrong-format']).toContain(file.error?.code);
    expect((await ask(engine, 'workspaceSummary', {})).counts.incidents).toBe(0);
  });

  it('keeps formulas and script as text, and disarms them in the file of rejected rows', async () => {
    const { engine, folder } = await emptyWorkspace();
    const formula = ['=HYPERLINK(1)', '<script>alert(1)</script>', '14/02/2026', '', '', '@x'];
    const rejected = ['=1+1', '=cmd()', 'no date', '', '', ''];
    const rejects = join(folder, 'rejects.csv');
    const file = await importOne(engine, fileOf(folder, 'x.csv', csv(header, formula, rejected)), {
      rejects,
    });
    expect(file).toMatchObject({ accepted: 1, rejected: 1 });
    const saved = readFileSync(rejects, 'utf8').split('\r\n')[1] ?? '';
    expect(saved.split(',').slice(3).join(',')).toMatch(/^"?'/);
    const { unmatchedOffences } = await ask(engine, 'classify', {});
    expect(unmatchedOffences[0]?.text).toBe('<script>alert(1)</script>');
  });

  it('takes script in any field for text, or refuses the row with a reason', async () => {
    const { engine, folder } = await emptyWorkspace();
    const script = '<script>alert(1)</script>';
    const fields = canonicalFields.incidents;
    const plain: Readonly<Record<string, string>> = {
      offenceTitle: 'Stalking',
      recordedOn: '14/02/2026',
      easting: '440000',
      northing: '330000',
    };
    const rows = fields.map((hostile, at) =>
      fields.map((field) => {
        if (field === hostile) return script;
        return field === 'reference' ? `A${at}` : (plain[field] ?? '');
      }),
    );
    const path = fileOf(folder, 'x.csv', csv(fields, ...rows));
    const file = await importOne(engine, path, { keep: { address: 'Test' } });
    expect(file).toMatchObject({ ok: true, rows: fields.length, updated: 0, duplicates: 0 });
    expect(sum(file)).toBe(fields.length);
    // Words of a list, flags, numbers and dates are refused; the rest is text.
    expect(Object.keys(file.reasons).sort()).toEqual([
      'unknown-value',
      'unreadable-date',
      'unreadable-flag',
      'unreadable-number',
      'unreadable-position',
    ]);
    expect((await ask(engine, 'checkWorkspace', {})).problems).toEqual([]);
  });

  it('lets one of two windows import, and tells the other who writes', async () => {
    const { engine, path, folder } = await emptyWorkspace();
    const second = newEngine();
    await ask(second, 'openWorkspace', { path });
    const file = fileOf(folder, 'x.csv', csv(header, good));
    const [first, refused] = await Promise.all([
      engine.call('importFiles', { files: [file] }),
      second.call('importFiles', { files: [file] }),
    ]);
    expect(first).toMatchObject({ ok: true, value: { files: [{ accepted: 1 }] } });
    expect(refused).toMatchObject({ ok: false, code: 'locked' });
    expect((await ask(second, 'workspaceSummary', {})).counts.incidents).toBe(1);
  });

  it('repairs offence codes that a spreadsheet damaged, or refuses them, as chosen', async () => {
    const { engine, folder } = await emptyWorkspace();
    const columns = ['reference', 'offenceCode', 'recordedOn'];
    const damaged = csv(columns, ['A1', '44062', '14/02/2026'], ['A2', '19/8', '14/02/2026']);
    const path = fileOf(folder, 'x.csv', damaged);
    expect(await importOne(engine, path, { dryRun: true })).toMatchObject({
      accepted: 2,
      warnings: ['offence-code-repaired: 1'],
    });
    expect(await importOne(engine, path, { damagedCodes: 'reject' })).toMatchObject({
      accepted: 1,
      reasons: { 'damaged-offence-code': 1 },
    });
  });

  it('reads day and month as the file shows them, and never the wrong way in silence', async () => {
    const { engine, folder } = await emptyWorkspace();
    const dated = (...dates: string[]) =>
      fileOf(
        folder,
        'x.csv',
        csv(header, ...dates.map((date, at) => [`A${at}`, 'Stalking', date, '', '', ''])),
      );
    const dry = { dryRun: true } as const;
    expect((await importOne(engine, dated('03/04/2026'), dry)).warnings).toContain(
      'day-before-month-assumed: 1',
    );
    expect((await importOne(engine, dated('03/04/2026', '14/02/2026'), dry)).warnings).toEqual([]);
    const wrong = await importOne(engine, dated('03/04/2026', '02/14/2026'), dry);
    expect(wrong.error).toMatchObject({ code: 'bad-request' });
    expect(wrong.error?.remedy).toContain('--dates mdy');
    const told = await importOne(engine, dated('03/04/2026', '02/14/2026'), {
      ...dry,
      dates: 'mdy',
    });
    expect(told).toMatchObject({ accepted: 2, rejected: 0 });
  });

  it('puts coordinates right that stand in the wrong columns, and says so', async () => {
    const { engine, folder } = await emptyWorkspace();
    const columns = ['reference', 'offenceTitle', 'recordedOn', 'longitude', 'latitude'];
    const at = (reference: string, x: string, y: string) => [
      reference,
      'Stalking',
      '14/02/2026',
      x,
      y,
    ];
    const file = await importOne(
      engine,
      fileOf(
        folder,
        'x.csv',
        csv(
          columns,
          at('A1', '-2.6', '51.45'),
          at('A2', '51.45', '-2.6'),
          at('A3', '358000', '173000'),
          at('A4', '0', '0'),
          at('A5', '12.5', '41.9'),
          at('A6', '', ''),
          at('A7', '-289431', '6702000'),
        ),
      ),
    );
    expect(file).toMatchObject({ accepted: 7, withoutLocation: 3 });
    expect([...file.warnings].sort()).toEqual([
      'grid-metres-in-degree-columns: 1',
      'longitude-latitude-swapped: 1',
      'position-outside-great-britain: 1',
      'position-zero: 1',
      'web-mercator-metres: 1',
    ]);
  });

  it('leaves columns of people out unless the analyst says why', async () => {
    const { engine, folder, path } = await emptyWorkspace();
    const columns = ['reference', 'offenceTitle', 'recordedOn', 'Victim Name', 'summary'];
    const file = fileOf(
      folder,
      'x.csv',
      csv(columns, ['A1', 'Stalking', '14/02/2026', 'Zaphira Quillfeather', 'text']),
    );
    const map = {
      reference: 'reference',
      offenceTitle: 'offenceTitle',
      recordedOn: 'recordedOn',
      locationText: 'Victim Name',
    };
    expect(await importOne(engine, file, { map, kind: 'incidents' })).toMatchObject({
      accepted: 1,
      warnings: ['personal-column-left-out: Victim Name'],
    });
    await engine.stop();
    expect(readFileSync(path).toString('latin1')).not.toContain('Quillfeather');
  });

  it('counts every row exactly once, whatever bytes and dialect it meets', async () => {
    const { engine, folder } = await emptyWorkspace();
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        'A1',
        'Stalking',
        '14/02/2026',
        '2026-02',
        '440000',
        'N/A',
        '=1',
        '"',
        '0',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    const table = fc.record({
      rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { maxLength: 12 }),
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      newline: fc.constantFrom('\n', '\r\n', '\r'),
      quotes: fc.boolean(),
      mark: fc.constantFrom('', '\uFEFF'),
    });
    await fc.assert(
      fc.asyncProperty(table, fc.uint8Array({ maxLength: 40 }), async (wanted, noise) => {
        const quoted = (text: string) => (wanted.quotes ? `"${text.replaceAll('"', '""')}"` : text);
        const lines = [header, ...wanted.rows].map((row) => row.map(quoted).join(wanted.delimiter));
        const text = Buffer.from(`${wanted.mark}${lines.join(wanted.newline)}${wanted.newline}`);
        const path = fileOf(folder, 'x.csv', Buffer.concat([text, noise]));
        const file = await importOne(engine, path, { kind: 'incidents', dryRun: true });
        expect(sum(file)).toBe(file.rows);
        if (!file.ok) expect(file.error?.code).not.toBe('internal');
      }),
      { seed: 11, numRuns: 150 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const file = await importOne(engine, fileOf(folder, 'y.csv', bytes), { dryRun: true });
        expect(sum(file)).toBe(file.rows);
        expect(file.error?.code).not.toBe('internal');
      }),
      { seed: 12, numRuns: 150 },
    );
    expect((await ask(engine, 'checkWorkspace', {})).problems).toEqual([]);
  });
});

it('reads by a saved mapping, and says what changed when the columns did', async () => {
  const { engine, folder } = await emptyWorkspace();
  const map = { reference: 'Nr', offenceTitle: 'Was', recordedOn: 'Wann' };
  const columns = ['Nr', 'Was', 'Wann', 'Wo'];
  await ask(engine, 'saveMapping', { name: 'Ours', kind: 'incidents', header: columns, map });
  const next = csv(['Was', 'Nr', 'Wann', 'Wer'], ['Stalking', 'A1', '14/02/2026', 'x']);
  const path = fileOf(folder, 'x.csv', next);
  const { files } = await ask(engine, 'previewFiles', { files: [path] });
  expect(files[0]?.tables[0]).toMatchObject({
    recognised: { kind: 'incidents', map },
    mapping: { name: 'Ours', goneColumns: ['Wo'], newColumns: ['Wer'] },
  });
  expect(await importOne(engine, path, { preset: 'Ours' })).toMatchObject({
    ok: true,
    accepted: 1,
    kind: 'incidents',
  });
  await ask(engine, 'removeMapping', { name: 'Ours' });
  expect((await ask(engine, 'listMappings', {})).mappings).toEqual([]);
});
