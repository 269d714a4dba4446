import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { ask, emptyWorkspace } from '../support.ts';
import { header, rows } from './made-up-extract.ts';

let engine: Engine;
let folder: string;

async function importText(name: string, content: string, kind: 'incidents' | 'harm' | 'offences') {
  const file = join(folder, name);
  writeFileSync(file, content);
  const { files } = await ask(engine, 'importFiles', { files: [file], kind });
  return files[0];
}

beforeEach(async () => {
  ({ engine, folder } = await emptyWorkspace());
  await importText('extract.csv', `${[header, ...rows].join('\r\n')}\r\n`, 'incidents');
});

const classified = () => ask(engine, 'classify', {});

describe('lists that are imported', () => {
  const index = 'list,edition,code,weight\nCambridge Crime Harm Index,2020 made up,';

  it('are taken whole or not at all, the line at fault named', async () => {
    for (const [content, line] of [
      [`${index}008/66,252\nCambridge Crime Harm Index,2020 made up,195/94,ten\n`, 'line 3'],
      [`${index}008/66,-4\n`, 'line 2'],
      [`${index}008/66,252\nCambridge Crime Harm Index,2026,195/94,10\n`, 'line 3'],
      [`${index}008/66,252\nCambridge Crime Harm Index,2020 made up,00866,10\n`, 'line 3'],
    ] as const) {
      const file = await importText('index.csv', content, 'harm').catch(String);
      expect(file).toMatchObject({ ok: false, error: { code: 'wrong-format' } });
      expect(JSON.stringify(file)).toContain(line);
    }
    const { lists } = await ask(engine, 'harmRanking', { by: 'offences' });
    expect(lists.cambridge).toBeNull();
  });

  it('are refused when nothing would be ranked by them', async () => {
    for (const name of ['CCHI', '']) {
      const content = `list,edition,code,weight\n${name},2020,008/66,252\n`;
      const file = await importText('named.csv', content, 'harm');
      expect(file).toMatchObject({ ok: false, error: { code: 'wrong-format' } });
      expect(file?.error?.remedy).toContain('Cambridge Crime Harm Index');
    }
  });

  it('give weights, and two editions are never mixed', async () => {
    await importText('index.csv', `${index}008/66,252\n`, 'harm');
    const { lists, rows: ranked } = await ask(engine, 'harmRanking', { by: 'offences' });
    expect(lists.cambridge).toMatchObject({ edition: '2020 made up', weights: 1 });
    expect(ranked.find((row) => row.unit.startsWith('Stalking'))?.cambridgeDays).toBe(252);
    const other = `${index}008/66,300\n`;
    expect(await importText('other.csv', other, 'harm').catch(String)).toMatchObject({ ok: false });
    const next = other.replaceAll('2020 made up', '2026 made up');
    await importText('next.csv', next, 'harm');
    const later = await ask(engine, 'harmRanking', { by: 'offences' });
    expect(later.lists.cambridge).toMatchObject({ edition: '2026 made up', weights: 1 });
  });

  it('keep a unit of few incidents and most harm in the ranking by each measure', async () => {
    const of = (code: string, count: number) =>
      Array.from({ length: count }, (_, at) => `${code}-${at},crime,${code},2026-04-01`);
    const codes = [...of('195/94', 9), ...of('008/66', 7), ...of('088/09', 5), ...of('019/08', 1)];
    const text = `reference,recordType,offenceCode,recordedOn\n${codes.join('\n')}\n`;
    await importText('more.csv', text, 'incidents');
    await importText('index.csv', `${index}019/08,900\n${index.split('\n')[1]}195/94,1\n`, 'harm');
    const ranking = await ask(engine, 'harmRanking', { by: 'offences', limit: 3 });
    expect(ranking.rows.map(({ unit }) => unit)).toContain('Rape of a female aged 16 and over');
    expect(ranking.rows.find(({ unit }) => unit.startsWith('Rape'))).toMatchObject({
      cambridgeRank: 1,
      topOffence: { cambridge: 'Rape of a female aged 16 and over (100 %)' },
    });
    expect(ranking).toMatchObject({ inNoUnit: 0, leftOut: { notVawg: 1, unmatchedOffence: 1 } });
    const people = await ask(engine, 'harmRanking', { by: 'victims' });
    expect(people.inNoUnit).toBe(22);
  });

  it('put a VAWG list in force, and undoing the batch puts the shipped one back', async () => {
    const text = 'class,code,title,tier,threat\n,046/01,Shoplifting,core,\n';
    const file = await importText('own.csv', text, 'offences');
    expect(await classified()).toMatchObject({ codeListVersion: '2026-11.1', vawg: { core: 1 } });
    await ask(engine, 'undoBatch', { batch: file?.batch ?? -1 });
    expect(await classified()).toMatchObject({ codeListVersion: '2026-11', vawg: { core: 3 } });
  });
});

describe('a VAWG list that went out and comes back by import', () => {
  async function exported(): Promise<string> {
    const out = join(folder, 'list.csv');
    await ask(engine, 'exportCodeList', { out });
    return readFileSync(out, 'utf8');
  }

  it('means what it meant: wordings, conditions, sources and dates are kept', async () => {
    const before = await ask(engine, 'readCodeList', {});
    const counted = await classified();
    const file = await importText('back.csv', await exported(), 'offences');
    expect(file?.warnings).toEqual(['code-list-in-force: 2026-11.1']);
    expect((await ask(engine, 'readCodeList', {})).rows).toEqual(before.rows);
    expect(await classified()).toEqual({ ...counted, codeListVersion: '2026-11.1' });
  });

  it('can be followed by its next edition, which is named', async () => {
    const [head = '', ...lines] = (await exported()).trim().split('\r\n');
    const edition = (name: string) =>
      [`${head},edition`, ...lines.map((line) => `${line},${name}`)].join('\r\n');
    expect(await importText('one.csv', edition('2026'), 'offences')).toMatchObject({ ok: true });
    expect(await importText('two.csv', edition('2027'), 'offences')).toMatchObject({ ok: true });
    const { version, versions } = await ask(engine, 'readCodeList', {});
    expect(version).toBe('2026-11.2');
    expect(versions.map(({ name }) => name)).toEqual([
      'VAWG list imported by the force, edition 2027',
      'VAWG list imported by the force, edition 2026',
      'VAWG list of Action Ten',
    ]);
  });

  it('says so when it has no conditions, which then are assumed', async () => {
    const text = 'class,code,title,tier,threat\n,046/01,Shoplifting,flag,\n';
    const file = await importText('plain.csv', text, 'offences');
    expect(file?.warnings).toContain('code-list-conditions-assumed');
    const { rows: kept } = await ask(engine, 'readCodeList', {});
    expect(kept[0]?.conditions).toBe('online|female-victim');
  });
});

describe('suspects ranked by harm', () => {
  it('leave out who was eliminated and who was under 18', async () => {
    const columns =
      'reference,recordType,offenceCode,recordedOn,suspectReference,suspectStatus,suspectAge';
    const of = (reference: string, suspect: string, status: string, age: string): string =>
      `${reference},crime,008/66,2026-04-01,${suspect},${status},${age}`;
    const lines = [
      of('S1', 'P1', 'suspect', '30'),
      of('S2', 'P2', 'eliminated', '30'),
      of('S3', 'P3', 'suspect', '16'),
      of('S4', 'P4', 'charged', ''),
    ];
    await importText('suspects.csv', `${[columns, ...lines].join('\r\n')}\r\n`, 'incidents');
    const { rows: ranked } = await ask(engine, 'harmRanking', { by: 'suspects' });
    expect(ranked.map(({ unit }) => unit)).toEqual(['Suspect 1', 'Suspect 4']);
  });
});
