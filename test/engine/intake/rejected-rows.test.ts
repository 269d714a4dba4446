import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ask, csv, emptyWorkspace, fileOf, importOne } from '../support.ts';

const columns = ['reference', 'offenceTitle', 'recordedOn', 'longitude', 'latitude', 'summary'];
const rows = [
  ['0001', 'Stalking', '14/02/2026', '-2.6', '51.45', 'text'],
  ['0002', 'Stalking', 'yesterday', '-2.61', '51.46', '"He said ""no"", then\nleft"'],
  ['=A3', 'Stalking', 'today', '', '', "'-quoted"],
  ['0004', 'Stalking', '14/02/2026'],
];

it('writes rejected rows so that the corrected file, imported alone, adds exactly them', async () => {
  const { engine, folder } = await emptyWorkspace();
  const rejects = join(folder, 'rejects.csv');
  const source = fileOf(folder, 'x.csv', csv(columns, ...rows));
  expect(await importOne(engine, source, { rejects })).toMatchObject({ accepted: 1, rejected: 3 });
  const written = readFileSync(rejects, 'utf8');
  expect(written.split('\r\n')[0]).toBe(`file,line,reason,${columns.join(',')}`);
  expect(written).toContain('x.csv,3,unreadable-date,0002,Stalking,yesterday,-2.61,51.46,');
  expect(written).toContain(`"'=A3"`);
  // As it is, nothing comes in; the rows are refused for the same reasons.
  expect(await importOne(engine, rejects)).toMatchObject({
    kind: 'incidents',
    rows: 3,
    rejected: 3,
    reasons: { 'unreadable-date': 2, 'wrong-number-of-fields': 1 },
  });
  const corrected = written
    .replace('yesterday', '13/02/2026')
    .replace('today', '13/02/2026')
    .replace('0004,Stalking,14/02/2026', '0004,Stalking,14/02/2026,,,');
  writeFileSync(rejects, corrected);
  expect(await importOne(engine, rejects)).toMatchObject({
    preset: 'force-extract',
    rows: 3,
    accepted: 3,
    withoutLocation: 2,
  });
  // The source as it should have been brings nothing new: each row is known, to the letter.
  const whole = csv(
    columns,
    rows[0] ?? [],
    (rows[1] ?? []).with(2, '13/02/2026'),
    (rows[2] ?? []).with(2, '13/02/2026'),
    [...(rows[3] ?? []), '', '', ''],
  );
  expect(await importOne(engine, fileOf(folder, 'whole.csv', whole))).toMatchObject({
    duplicates: 4,
    updated: 0,
  });
});

it('saves the rejected rows of a batch in the same form, for a source without column names too', async () => {
  const { engine, folder } = await emptyWorkspace();
  const codes = '"E92000001","E19000001","E18000010","","E06000022","E05001935"';
  const source = fileOf(
    folder,
    'zz.csv',
    `"ZZ1 1ZZ",10,358000,173000,${codes}\r\n"ZZ1 1ZY",10,east,173000,${codes}\r\n`,
  );
  expect(await importOne(engine, source)).toMatchObject({ accepted: 1, rejected: 1, batch: 1 });
  const out = join(folder, 'saved.csv');
  expect(await ask(engine, 'saveRejectedRows', { batch: 1, out })).toEqual({ rows: 1 });
  writeFileSync(out, readFileSync(out, 'utf8').replace(',east,', ',358010,'));
  const { files } = await ask(engine, 'previewFiles', { files: [out] });
  expect(files[0]?.tables[0]?.recognised?.preset).toBe('code-point-open');
  expect(await importOne(engine, out)).toMatchObject({ accepted: 1, rejected: 0 });
});

it('writes one file for each set of columns', async () => {
  const { engine, folder } = await emptyWorkspace();
  const other = ['engagement', 'heldOn', 'reason', 'quote'];
  const { files } = await ask(engine, 'importFiles', {
    files: [
      fileOf(folder, 'x.csv', csv(columns, ...rows)),
      fileOf(folder, 'y.csv', csv(other, ['Walk', 'some day', 'Badly lit', 'I cross over'])),
    ],
    rejects: join(folder, 'rejects.csv'),
  });
  expect(files.map(({ rejected }) => rejected)).toEqual([3, 1]);
  expect(files[0]?.warnings).toContain('rejects-in-several-files: 2');
  expect(readdirSync(folder).filter((name) => name.startsWith('rejects'))).toEqual([
    'rejects-2.csv',
    'rejects.csv',
  ]);
  const further = join(folder, 'rejects-2.csv');
  writeFileSync(further, readFileSync(further, 'utf8').replace('some day', '14/02/2026'));
  // Its own column "reason" is read, not the one that says why the row was rejected.
  expect(await importOne(engine, further)).toMatchObject({ kind: 'voices', accepted: 1 });
});
