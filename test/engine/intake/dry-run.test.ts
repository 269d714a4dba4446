import { expect, it } from 'vitest';
import { ask, csv, emptyWorkspace, fileOf, importOne } from '../support.ts';

it('counts the rows of a file that it does not recognise, and none when it is imported', async () => {
  const { engine, folder } = await emptyWorkspace();
  const path = fileOf(
    folder,
    'x.csv',
    csv(['Nr', 'What', 'When'], ['1', 'a', 'b'], ['2', 'c', 'd']),
  );
  const counted = {
    ok: false,
    kind: null,
    rows: 2,
    rejected: 2,
    withoutLocation: 2,
    reasons: { 'not-recognised': 2 },
    error: { code: 'no-known-columns' },
  };
  expect(await importOne(engine, path, { dryRun: true })).toMatchObject(counted);
  // A map that does not fit is the same: nothing of the file can come in.
  const map = { reference: 'Number', offenceTitle: 'What', recordedOn: 'When' };
  expect(await importOne(engine, path, { dryRun: true, map })).toMatchObject(counted);
  expect(await importOne(engine, path)).toMatchObject({ ok: false, rows: 0, reasons: {} });
  expect((await ask(engine, 'listBatches', {})).batches).toEqual([]);
});

it('shows a date as understood though its row is refused for something else', async () => {
  const { engine, folder } = await emptyWorkspace();
  const columns = ['reference', 'offenceTitle', 'recordedOn'];
  const path = fileOf(
    folder,
    'x.csv',
    csv(columns, ['A1', '', '14/02/2026'], ['A2', 'Stalking', '14/02/2026'], ['A3', 'S', 'soon']),
  );
  const { files } = await ask(engine, 'previewFiles', { files: [path] });
  expect(files[0]?.tables[0]?.dates.examples).toEqual([
    { written: '14/02/2026', understood: '2026-02-14' },
    { written: 'soon', understood: 'not understood' },
  ]);
});
