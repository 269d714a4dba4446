import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ask, csv, emptyWorkspace, fileOf, importOne } from '../support.ts';

const header = ['reference', 'offenceTitle', 'recordedOn', 'victimReference', 'summary'];

async function filled() {
  const made = await emptyWorkspace();
  for (const [name, reference] of [
    ['old.csv', 'OLDREF1'],
    ['new.csv', 'NEWREF1'],
  ] as const) {
    const rows = [
      [reference, 'Stalking', '01/02/2026', 'V1', `Words about ${reference}`],
      [`${reference}X`, '', 'not a date', 'V1', 'refused'],
    ];
    await importOne(made.engine, fileOf(made.folder, name, csv(header, ...rows)));
  }
  return made;
}

it('says what is due, and forgets the date when the file is erased', async () => {
  const { engine } = await filled();
  await ask(engine, 'setRetention', { batch: 1, until: '2026-01-31' });
  const { sources } = await ask(engine, 'setRetention', { batch: 2, until: '2999-01-31' });
  expect(sources).toMatchObject([
    { batch: 1, file: 'old.csv', rows: 2, until: '2026-01-31', isDue: true },
    { batch: 2, file: 'new.csv', until: '2999-01-31', isDue: false },
  ]);
  expect(await engine.call('setRetention', { batch: 9, until: null })).toMatchObject({
    code: 'not-found',
  });
  await ask(engine, 'eraseRecords', { batch: 1, why: 'Retention ended' });
  expect((await ask(engine, 'listRetention', {})).sources).toMatchObject([{ batch: 2 }]);
  expect(await engine.call('setRetention', { batch: 1, until: null })).toMatchObject({
    code: 'not-found',
  });
});

it('proves an erasure in the log, and lists the backups that still hold the rows', async () => {
  const { engine, folder, path } = await filled();
  const { head } = await ask(engine, 'backupWorkspace', { out: join(folder, 'b.actionten') });
  const erased = await ask(engine, 'eraseRecords', { batch: 1, why: 'Retention ended' });
  expect(erased.proof).toEqual({ rowsLeft: 0, freePages: 0 });
  expect(erased.stillHolding).toMatchObject([{ what: 'backup', name: head }]);
  const { latest, intact } = await ask(engine, 'readAudit', { verify: true });
  expect(latest[0]).toMatchObject({
    action: 'erasure checked',
    detail: { of: erased.audit, rowsLeft: 0, freePages: 0 },
  });
  expect(intact).toBe(true);
  await engine.stop();
  const bytes = readFileSync(path);
  expect(bytes.includes('OLDREF1')).toBe(false);
  expect(bytes.includes('NEWREF1')).toBe(true);
  expect(readFileSync(join(folder, 'b.actionten')).includes('OLDREF1')).toBe(true);
});

it('a backup from before the file came in does not hold it', async () => {
  const { engine, folder } = await emptyWorkspace();
  await ask(engine, 'backupWorkspace', { out: join(folder, 'b.actionten') });
  const text = csv(header, ['R1', 'Stalking', '01/02/2026', 'V1', 'Words']);
  await importOne(engine, fileOf(folder, 'x.csv', text));
  const erased = await ask(engine, 'eraseRecords', { reference: 'R1', why: 'Request 1' });
  expect(erased.stillHolding).toEqual([]);
  expect(erased.proof).toEqual({ rowsLeft: 0, freePages: 0 });
});
