import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ask } from '../support.ts';
import { classified, engine, folder, importRows, incidentOf, queue } from './opened-extract.ts';

describe('the VAWG list', () => {
  it('takes an offence that matched nothing, as a wording or as a row of its own', async () => {
    const before = await classified();
    expect(before.unmatchedOffences).toEqual([
      { text: 'Words nobody has seen', code: '', count: 1 },
    ]);
    const offence = { text: 'Words nobody has seen', code: '' };
    const { version } = await ask(engine, 'assignOffence', {
      ...offence,
      to: { title: 'Stalking' },
    });
    expect(version).toBe('2026-11.1');
    expect(await classified()).toMatchObject({
      codeListVersion: version,
      unmatchedOffences: [],
      vawg: { total: (before.vawg['total'] ?? 0) + 1 },
    });
    await ask(engine, 'useCodeList', { version: '2026-11' });
    await ask(engine, 'assignOffence', { ...offence, to: { tier: 'outside', threats: [] } });
    expect(await classified()).toMatchObject({
      unmatchedOffences: [],
      vawg: { total: before.vawg['total'] },
    });
    expect(
      await engine.call('assignOffence', { ...offence, to: { title: 'Shoplifting' } }),
    ).toMatchObject({ ok: false });
  });

  it('comes back from a file, and a faulty file is named by line and changes nothing', async () => {
    const out = join(folder, 'list.csv');
    await ask(engine, 'exportCodeList', { out });
    const text = readFileSync(out, 'utf8');
    const read = async (content: string, use = true) => {
      writeFileSync(out, content);
      return ask(engine, 'readCodeListFile', { file: out, use });
    };
    expect(await read(text, false)).toMatchObject({
      problems: [],
      added: [],
      removed: [],
      changed: [],
      version: null,
    });
    const [head = '', first = '', second = '', ...rest] = text.split('\r\n');
    const cases: readonly (readonly [string, string])[] = [
      [[head, first, first, ...rest].join('\r\n'), 'stands twice'],
      [[head, first.replace('001/01', 'x/y/z'), second, ...rest].join('\r\n'), 'not written as'],
      [[head, first.replace(',flag,', ',orbit,'), second, ...rest].join('\r\n'), 'newer version'],
      [[head.replace('tier', 'rank'), first].join('\r\n'), 'column tier is missing'],
      [
        [`${head},edition`, `${first},2026`, `${second},2027`].join('\r\n'),
        'second edition, "2027"',
      ],
      ['', 'no rows'],
      [[head, first.replace('Murder', '"Murder'), second, ...rest].join('\r\n'), 'never closed'],
      [[head, `${first},more`, second].join('\r\n'), '11 cells where the header has 10'],
      [[`${head},tier`, `${first},core`].join('\r\n'), 'the column tier stands twice'],
      ['PK\u0003\u0004', 'save the list as CSV'],
    ];
    for (const [content, message] of cases) {
      const { problems, version } = await read(content);
      expect(problems.map((problem) => problem.message).join('; ')).toContain(message);
      expect(version).toBeNull();
    }
    // The line is that of the file: blank lines and breaks inside a cell are counted.
    const broken = first.replace(',Murder,', ',"Mur\r\nder",');
    const shifted = await read([head, '', broken, second, second].join('\r\n'));
    expect(shifted.problems[0]).toMatchObject({ line: 6 });
    expect((await ask(engine, 'readCodeList', {})).version).toBe('2026-11');
  });

  it('is read in the encoding it is written in', async () => {
    const file = join(folder, 'old.csv');
    const text = 'class,code,title,tier\r\n,046/01,Caf\u00e9 theft,outside\r\n';
    for (const bytes of [
      Buffer.from(text, 'latin1'),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(text.replaceAll(',', ';')),
    ]) {
      writeFileSync(file, bytes);
      expect(await ask(engine, 'readCodeListFile', { file, use: false })).toMatchObject({
        problems: [],
        added: ['Caf\u00e9 theft'],
      });
    }
  });
});

describe('why', () => {
  it('names the list row, the rule, what it beat and the weights', async () => {
    const incident = await incidentOf('Non-fatal strangulation');
    const why = await ask(engine, 'whyRecord', { incident });
    expect(why).toMatchObject({
      inVawg: true,
      codeListVersion: '2026-11',
      rulesVersion: '2026-11',
      listRow: { code: '008/77', matchedBy: 'home-office-code' },
      severityScore: null,
      cambridgeDays: null,
    });
    expect(why.questions[0]).toMatchObject({
      rule: 'core-code-with-domestic-abuse',
      answer: 'core',
      when: ['Domestic abuse flag is yes', 'Condition on the VAWG list is core-if-domestic-abuse'],
    });
    expect(why.questions[0]?.beaten.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['domestic-abuse-flag', 'female-victim-flag-tier']),
    );
    expect(why.questions[2]).toMatchObject({ answer: 'private: home', beaten: [] });
  });

  it('offers a platform named in the free text for review, and does not class by it', async () => {
    const { rows: hinted } = await queue('platform-hint');
    expect(hinted).toMatchObject([{ platformHint: 'Snapchat', online: false }]);
  });
});

describe('an audit', () => {
  it('shows a record without what the rules said, and measures them by two coders', async () => {
    await importRows(
      Array.from(
        { length: 12 },
        (_, at) =>
          `D${at},crime,Stalking,008/66,2026-02-05,2026-02-04 10:00,430000,430000,Street,N,N,,,,`,
      ),
      'more.csv',
    );
    const { audit } = await ask(engine, 'drawAudit', { records: 10, seed: 3 });
    for (const coder of ['first', 'second'] as const) {
      for (;;) {
        const { record } = await ask(engine, 'nextAuditRecord', { audit, coder });
        if (record === null) break;
        expect(record.isOtherCoder).toBe(coder === 'second');
        expect(Object.keys(record)).not.toEqual(expect.arrayContaining(['tier', 'space']));
        await ask(engine, 'codeAuditRecord', {
          audit,
          coder,
          incident: record.incident,
          vawg: record.offenceTitle === 'Stalking',
          online: false,
          space: 'public',
        });
      }
    }
    // The record coded last comes again, and no other.
    expect(await ask(engine, 'undoAuditCode', { audit, coder: 'second' })).toEqual({ left: 1 });
    const { record: again } = await ask(engine, 'nextAuditRecord', { audit, coder: 'second' });
    const code = {
      vawg: again?.offenceTitle === 'Stalking',
      online: false,
      space: 'public',
    } as const;
    const incident = again?.incident ?? 0;
    await ask(engine, 'codeAuditRecord', { audit, coder: 'second', incident, ...code });
    const { audits } = await ask(engine, 'listAudits', {});
    expect(audits).toMatchObject([
      { audit, records: 10, seed: 3, coded: { first: 10, second: 10, both: 10, oneAccount: 10 } },
    ]);
    expect(audits[0]?.result?.agreement.vawg).toMatchObject({ same: 10, of: 10 });
    expect(await engine.call('drawAudit', { records: 500 })).toMatchObject({
      ok: false,
      code: 'nothing-to-show',
    });
  });
});

describe('harm', () => {
  it('ranks by count and by weight, and counts what has no weight', async () => {
    const ranking = await ask(engine, 'harmRanking', { by: 'offences' });
    expect(ranking.lists).toMatchObject({
      severity: { name: 'ONS Crime Severity Score' },
      cambridge: null,
    });
    expect(ranking.incidents).toBe(3);
    expect(ranking.unweighted).toEqual({ severity: 1, cambridge: 3 });
    const strangled = ranking.rows.find((row) => row.unit.startsWith('Non-fatal'));
    expect(strangled).toMatchObject({ severity: null, severityRank: null, unweightedSeverity: 1 });
  });

  it('ranks people by keyed numbers and matches nobody by a missing identifier', async () => {
    const { rows: ranked, units } = await ask(engine, 'harmRanking', { by: 'victims' });
    // V1 stands on two of the three VAWG records, V4 on the third.
    expect(units).toBe(2);
    expect(ranked.map(({ unit, count }) => [unit, count])).toEqual([
      ['Victim 1', 2],
      ['Victim 4', 1],
    ]);
    expect((await ask(engine, 'harmRanking', { by: 'suspects' })).rows).toEqual([]);
    expect((await ask(engine, 'harmRanking', { by: 'addresses' })).rows).toEqual([]);
  });
});
