import { copyFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { ask, emptyWorkspace, fileOf, importOne, newEngine, temporaryFolder } from './support.ts';

const passphrase = "three random wörds ' and a quote";
const secrets = ['SECRETREF', 'Zebedee', 'Followed home from the fair'];

async function encrypted(): Promise<{ engine: Engine; folder: string; path: string }> {
  const folder = temporaryFolder();
  const path = join(folder, 'locked.actionten');
  const engine = newEngine();
  await ask(engine, 'createWorkspace', { path, force: 'Zebedeeshire', passphrase });
  const file = fileOf(
    temporaryFolder(),
    'extract.csv',
    'reference,offenceTitle,recordedOn,victimReference,summary\n' +
      'SECRETREF1,Stalking,01/02/2026,V1,Followed home from the fair\n' +
      'SECRETREF2,Nonsense,not a date,V2,Followed home from the fair\n',
  );
  await importOne(engine, file);
  await ask(engine, 'indexTexts', {});
  await ask(engine, 'classify', {});
  return { engine, folder, path };
}

/** Names of the files in a folder that hold any of the words in plain text. */
function inPlain(folder: string, words: readonly string[]): string[] {
  return readdirSync(folder).filter((name) => {
    const bytes = readFileSync(join(folder, name));
    return words.some(
      (word) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')),
    );
  });
}

describe('an encrypted workspace', () => {
  it('shows nothing in plain text, in itself or beside it, while it is open and when it is closed', async () => {
    const { engine, folder } = await encrypted();
    expect(readdirSync(folder).some((name) => name.endsWith('-wal'))).toBe(true);
    expect(inPlain(folder, secrets)).toEqual([]);
    await engine.stop();
    expect(inPlain(folder, secrets)).toEqual([]);
  });

  it('opens with its passphrase alone, and says what is wrong otherwise', async () => {
    const { engine, path } = await encrypted();
    await engine.stop();
    const other = newEngine();
    expect(await other.call('openWorkspace', { path })).toMatchObject({
      code: 'wrong-passphrase',
      detail: { needed: true },
    });
    expect(await other.call('openWorkspace', { path, passphrase: 'guess' })).toMatchObject({
      code: 'wrong-passphrase',
    });
    const { summary } = await ask(other, 'openWorkspace', { path, passphrase });
    expect(summary).toMatchObject({ isEncrypted: true, counts: { incidents: 1 } });
  });

  it('changes its passphrase, takes encryption off and puts it on, whole each time', async () => {
    const { engine, folder, path } = await encrypted();
    expect(await ask(engine, 'changePassphrase', { passphrase: 'new' })).toEqual({
      encrypted: true,
      isWeak: true,
      recoveryKey: null,
    });
    expect((await ask(engine, 'workspaceSummary', {})).counts.incidents).toBe(1);
    expect(inPlain(folder, secrets)).toEqual([]);
    await engine.stop();
    const other = newEngine();
    expect(await other.call('openWorkspace', { path, passphrase })).toMatchObject({
      code: 'wrong-passphrase',
    });
    await ask(other, 'openWorkspace', { path, passphrase: 'new' });
    await ask(other, 'changePassphrase', { passphrase: null });
    expect(inPlain(folder, ['SECRETREF'])).toEqual(['locked.actionten']);
    await ask(other, 'changePassphrase', { passphrase });
    expect(inPlain(folder, secrets)).toEqual([]);
    expect((await ask(other, 'readAudit', { verify: true })).intact).toBe(true);
    expect((await ask(other, 'checkWorkspace', {})).intact).toBe(true);
  });

  it('is called damaged, not locked, when its end is cut off', async () => {
    const { engine, path } = await encrypted();
    await engine.stop();
    truncateSync(path, 4_096 * 3);
    const opened = await newEngine().call('openWorkspace', { path, passphrase });
    expect(opened).toMatchObject({ ok: false, code: 'corrupt' });
  });

  it('is copied under the same passphrase, and never over a file', async () => {
    const { engine, folder, path } = await encrypted();
    const out = join(folder, 'copy.actionten');
    const { head } = await ask(engine, 'backupWorkspace', { out });
    expect(await engine.call('backupWorkspace', { out })).toMatchObject({ code: 'exists' });
    expect(await engine.call('backupWorkspace', { out: path })).toMatchObject({ code: 'exists' });
    await engine.stop();
    expect(inPlain(folder, secrets)).toEqual([]);
    const other = newEngine();
    await ask(other, 'openWorkspace', { path: out, passphrase });
    expect((await ask(other, 'readAudit', { anchor: head })).anchored).toBe(true);
  });
});

describe('the audit log', () => {
  const history = async () => {
    const made = await emptyWorkspace();
    for (let round = 0; round < 4; round++) await ask(made.engine, 'classify', {});
    const { head } = await ask(made.engine, 'readAudit', {});
    await made.engine.stop();
    return { ...made, head };
  };
  const changed = (path: string, sql: string): void => {
    const database = new Database(path);
    database.exec(
      'DROP TRIGGER audit_entry_is_never_changed; DROP TRIGGER audit_entry_is_never_deleted',
    );
    database.exec(sql);
    database.close();
  };
  const verify = async (path: string, anchor: string | null = null) => {
    const engine = newEngine();
    await ask(engine, 'openWorkspace', { path });
    return ask(engine, 'readAudit', { verify: true, anchor });
  };

  it.each([
    ["UPDATE audit_entry SET actor = actor || 'x' WHERE sequence = 2"],
    ["UPDATE audit_entry SET detail = replace(detail, '0', '1') WHERE sequence = 3"],
    ['DELETE FROM audit_entry WHERE sequence = 2'],
    [
      'UPDATE audit_entry SET sequence = -sequence WHERE sequence IN (2, 3); UPDATE audit_entry SET sequence = 5 + sequence WHERE sequence < 0',
    ],
  ])('shows a change without an anchor: %s', async (sql) => {
    const { path } = await history();
    changed(path, sql);
    expect((await verify(path)).intact).toBe(false);
  });

  it('shows an entry that was written without the key', async () => {
    const { path, head } = await history();
    changed(
      path,
      `INSERT INTO audit_entry (sequence, at, actor, action, detail, previous, hash, keyed)
       SELECT sequence + 1, at, actor, action, detail, hash, lower(hex(randomblob(32))), 0
       FROM audit_entry WHERE hash = '${head}'`,
    );
    expect((await verify(path)).intact).toBe(false);
  });

  it('shows a tail that was cut off by an anchor, and only by it', async () => {
    const { path, head } = await history();
    changed(path, 'DELETE FROM audit_entry WHERE sequence >= 4');
    expect((await verify(path)).intact).toBe(true);
    expect(await verify(path, head)).toMatchObject({ intact: false, anchored: false });
  });

  it('shows a workspace that was rolled back to an earlier copy', async () => {
    const { path, folder } = await history();
    const earlier = join(folder, 'earlier.actionten');
    copyFileSync(path, earlier);
    const engine = newEngine();
    await ask(engine, 'openWorkspace', { path });
    await ask(engine, 'classify', {});
    const { head } = await ask(engine, 'readAudit', {});
    await engine.stop();
    writeFileSync(path, readFileSync(earlier));
    expect(await verify(path, head)).toMatchObject({ intact: false, anchored: false });
  });
});

describe('sharing agreements', () => {
  const agreement = {
    reference: 'ISA-1',
    party: 'Council',
    purpose: 'Night-time economy',
    gateway: 'Crime and Disorder Act 1998, section 115',
    expires: '2999-01-01',
  };

  it('are registered once, and refused when they have expired', async () => {
    const { engine } = await emptyWorkspace();
    expect(await ask(engine, 'registerAgreement', agreement)).toMatchObject({ isLive: true });
    expect(await engine.call('registerAgreement', agreement)).toMatchObject({ code: 'exists' });
    const expired = { ...agreement, reference: 'ISA-2', expires: '2020-01-01' };
    expect(await engine.call('registerAgreement', expired)).toMatchObject({ code: 'bad-request' });
    expect((await ask(engine, 'listAgreements', {})).agreements).toHaveLength(1);
  });

  it('can be ended early, and taken back while nothing was made under them', async () => {
    const { engine } = await emptyWorkspace();
    await ask(engine, 'registerAgreement', agreement);
    const ended = { reference: 'ISA-1', expires: '2020-01-01' };
    expect(await ask(engine, 'changeAgreement', ended)).toMatchObject({ isLive: false });
    const { latest } = await ask(engine, 'readAudit', {});
    expect(latest[0]?.detail).toEqual({ ...ended, before: '2999-01-01' });
    await ask(engine, 'removeAgreement', { reference: 'ISA-1' });
    expect((await ask(engine, 'listAgreements', {})).agreements).toEqual([]);
    expect(await engine.call('changeAgreement', ended)).toMatchObject({ code: 'not-found' });
  });

  it('are needed for every share, with the party that they name', async () => {
    const { engine, folder } = await emptyWorkspace();
    await ask(engine, 'registerAgreement', agreement);
    const share = { layer: 'hotspots', format: 'geojson', level: 'partner' };
    const out = join(folder, 'layer.geojson');
    for (const [recipient, reference] of [
      ['Health board', null],
      ['Health board', 'ISA-1'],
      ['Council', 'ISA-9'],
    ] as const) {
      expect(
        await engine.call('shareLayer', { ...share, recipient, agreement: reference, out }),
      ).toMatchObject({ code: 'not-permitted' });
    }
  });
});

describe('erasing', () => {
  const header =
    'reference,offenceTitle,recordedOn,victimReference,victimSex,suspectReference,relationship,summary\n';
  const rows = [
    'KEEPREF1,Stalking,01/02/2026,VKEEP,female,SGONE,Stranger,Kept words',
    'GONEREF2,Stalking,02/02/2026,VGONE,female,SKEEP,Partner,Words of a lost record',
    'KEEPREF3,Harassment,03/02/2026,VGONE,female,SKEEP,Partner,Words about somebody',
    'GONEREF2,,not a date,VGONE,female,SKEEP,Partner,Rejected words',
  ];

  const filled = async () => {
    const made = await emptyWorkspace();
    const file = fileOf(made.folder, 'extract.csv', `${header}${rows.join('\n')}\n`);
    await importOne(made.engine, file);
    await ask(made.engine, 'indexTexts', {});
    await ask(made.engine, 'classify', {});
    return { ...made, file };
  };

  it('takes a record, its people and every text that names it out of the file, byte for byte', async () => {
    const { engine, path } = await filled();
    const { erased } = await ask(engine, 'eraseRecords', {
      reference: 'GONEREF2',
      why: 'Request 12',
    });
    expect(erased).toMatchObject({
      incident: 1,
      victim: 1,
      suspect: 1,
      victim_suspect: 1,
      texts: 2,
    });
    expect((await ask(engine, 'workspaceSummary', {})).counts.incidents).toBe(2);
    expect((await ask(engine, 'checkWorkspace', {})).problems).toEqual([]);
    await engine.stop();
    const bytes = readFileSync(path);
    expect(bytes.includes('KEEPREF1')).toBe(true);
    for (const word of ['GONEREF2', 'lost record', 'Rejected words']) {
      expect(bytes.includes(word)).toBe(false);
    }
  });

  it('takes a person out wherever the pseudonym stands, and the words about them', async () => {
    const { engine, path } = await filled();
    const { erased } = await ask(engine, 'eraseRecords', { reference: 'VGONE', why: 'Request 13' });
    expect(erased).toMatchObject({ victim: 2, victim_suspect: 2 });
    const { summary } = await ask(engine, 'classify', {}).then(async () => ({
      summary: await ask(engine, 'workspaceSummary', {}),
    }));
    expect(summary.counts).toMatchObject({ incidents: 3, victims: 1 });
    await engine.stop();
    expect(readFileSync(path).includes('Words about somebody')).toBe(false);
  });

  it('is logged without what was erased, and refuses a reason that names it', async () => {
    const { engine } = await filled();
    const refused = await engine.call('eraseRecords', {
      reference: 'GONEREF2',
      why: 'gonereF2 asked',
    });
    expect(refused).toMatchObject({ code: 'bad-request' });
    await ask(engine, 'eraseRecords', { reference: 'GONEREF2', why: 'Request 14' });
    const { latest, intact } = await ask(engine, 'readAudit', { verify: true });
    expect(latest[1]).toMatchObject({ action: 'erased', detail: { why: 'Request 14' } });
    expect(JSON.stringify(latest)).not.toContain('GONEREF2');
    expect(intact).toBe(true);
    expect(
      await engine.call('eraseRecords', { reference: 'GONEREF2', why: 'again' }),
    ).toMatchObject({
      code: 'not-found',
    });
  });

  it('takes a whole batch out of the file', async () => {
    const { engine, path } = await filled();
    await ask(engine, 'eraseRecords', { batch: 1, why: 'Retention ended' });
    await engine.stop();
    const bytes = readFileSync(path);
    for (const word of ['KEEPREF1', 'Kept words']) expect(bytes.includes(word)).toBe(false);
  });
});
