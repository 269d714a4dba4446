import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RuleSet } from '../../../src/domain/vawg/rule-set.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { ask, emptyWorkspace } from '../support.ts';
import { header, rows } from './made-up-extract.ts';

let engine: Engine;
let folder: string;

beforeEach(async () => {
  ({ engine, folder } = await emptyWorkspace());
  await importRows(rows);
});

async function importRows(lines: readonly string[], name = 'extract.csv'): Promise<number> {
  const file = join(folder, name);
  writeFileSync(file, `${[header, ...lines].join('\r\n')}\r\n`);
  const { files } = await ask(engine, 'importFiles', { files: [file] });
  return files[0]?.batch ?? -1;
}

const inForce = () => ask(engine, 'readRules', {});
const classified = () => ask(engine, 'classify', {});
const without = (set: RuleSet, id: string): RuleSet => ({
  ...set,
  rules: set.rules.map((rule) => (rule.id === id ? { ...rule, isOn: false } : rule)),
});
const queue = (about: string, onlyVawg = false) =>
  ask(engine, 'reviewQueue', { about: about as 'decided', onlyVawg });
const incidentOf = async (offence: string): Promise<number> => {
  const set = await inForce();
  for (const rule of set.set.rules) {
    const { examples } = await ask(engine, 'ruleExamples', { rule: rule.id });
    const found = examples.find((line) => line.offence.startsWith(offence));
    if (found !== undefined) return found.incident;
  }
  throw new Error(`no record of ${offence}`);
};

describe('rules', () => {
  it('tell what each matches, and what a change would move, without saving it', async () => {
    const { set, matches, incidents, versions } = await inForce();
    expect(incidents).toBe(6);
    expect(matches).toMatchObject({ 'core-code': 2, 'core-code-with-domestic-abuse': 1 });
    expect(versions).toMatchObject([{ isShipped: true, isInForce: true }]);
    const draft = without(set, 'location-type-public');
    const preview = await ask(engine, 'previewRules', { set: draft });
    expect(preview.problems).toEqual([]);
    expect(preview.before.public).toBe(3);
    expect(preview.after.public).toBe(0);
    expect(preview.moved).toMatchObject([
      { question: 'space', from: 'location-type-public', to: 'no-location-type', count: 3 },
    ]);
    expect((await classified()).spaces.public).toBe(3);
  });

  it('are kept in versions, and an earlier one can be put in force again', async () => {
    const { set } = await inForce();
    const first = await ask(engine, 'saveRules', {
      set: without(set, 'location-type-public'),
      note: 'trial',
    });
    expect(first.version).toBe('2026-11.1');
    expect((await ask(engine, 'workspaceSummary', {})).classification).toMatchObject({
      rulesVersion: '2026-11.1',
      spaces: { public: 0 },
    });
    await ask(engine, 'useRules', { version: '2026-11' });
    expect((await classified()).spaces.public).toBe(3);
    expect((await inForce()).versions).toMatchObject([
      { version: '2026-11.1', note: 'trial', isInForce: false },
      { version: '2026-11', isInForce: true },
    ]);
    expect(await engine.call('useRules', { version: '2030-01' })).toMatchObject({
      ok: false,
      code: 'not-found',
    });
  });

  it.each([
    ['no condition', { when: [] }, 'no condition'],
    ['no value', { when: [{ field: 'onlineFlag', test: 'is', values: [] }] }, 'names no value'],
    [
      'a contradiction',
      {
        when: [
          { field: 'onlineFlag', test: 'is', values: ['yes'] },
          { field: 'onlineFlag', test: 'is', values: ['no'] },
        ],
      },
      'cannot hold together',
    ],
    [
      'everything',
      { when: [{ field: 'hasLocation', test: 'is', values: ['yes', 'no'] }] },
      'hold of every record',
    ],
    ['a name that means something else', { id: 'analyst' }, 'means something else'],
    [
      'a value from a newer version',
      { when: [{ field: 'crimeStatus', test: 'is', values: ['paused'] }] },
      'newer version',
    ],
  ])('are refused with %s, and nothing changes', async (_name, change, message) => {
    const { set } = await inForce();
    const bad = {
      ...set,
      rules: set.rules.map((rule, at) => (at === 2 ? { ...rule, ...change } : rule)),
    } as RuleSet;
    const preview = await ask(engine, 'previewRules', { set: bad });
    expect(preview.problems).toMatchObject([{ place: 3 }]);
    expect(preview.problems[0]?.message).toContain(message);
    expect(await engine.call('saveRules', { set: bad })).toMatchObject({ ok: false });
    expect((await inForce()).versions).toHaveLength(1);
  });

  it('leave as a file that comes back the same, and a bad file is named and not taken', async () => {
    const out = join(folder, 'rules.json');
    await ask(engine, 'exportRules', { out });
    const { set } = await inForce();
    expect(await ask(engine, 'readRuleFile', { file: out })).toEqual({
      set,
      problems: [],
    });
    const bad = join(folder, 'bad.json');
    const messagesOf = async (text: string): Promise<string> => {
      writeFileSync(bad, text);
      const { set: draft, problems } = await ask(engine, 'readRuleFile', { file: bad });
      expect(draft).toBeNull();
      return problems.map((problem) => problem.message).join('; ');
    };
    expect(await messagesOf('{"format": 1,\n "rules": [')).toContain('JSON');
    expect(await messagesOf('[]')).toContain('expected object');
    expect(await messagesOf('{"format": 2}')).toContain('form 2');
    const odd = readFileSync(out, 'utf8').replace('"source"', '"__proto__"');
    expect(await messagesOf(odd)).toContain('rules.0');
  });
});

describe('a workspace of the format before', () => {
  it('is brought up to date with a copy beside it, and its classes are made anew', async () => {
    const before = await classified();
    const path = join(folder, 'test.actionten');
    await ask(engine, 'closeWorkspace', {});
    const file = new Database(path);
    for (const table of ['decided_record', 'review_decision', 'audit_code', 'audit_record']) {
      file.exec(`DROP TABLE ${table}`);
    }
    file.exec('DROP TABLE audit_sample; DROP TABLE kept_list');
    for (const table of ['profile_item', 'profile_edit', 'profile_version', 'agreement']) {
      file.exec(`DROP TABLE ${table}`);
    }
    file.exec('ALTER TABLE audit_entry DROP COLUMN keyed');
    for (const column of ['edition', 'conditions', 'source', 'valid_from']) {
      file.exec(`ALTER TABLE offence_entry DROP COLUMN ${column}`);
    }
    file.pragma('user_version = 2');
    file.close();
    const { status, summary } = await ask(engine, 'openWorkspace', { path });
    expect(status).toBe('migrated');
    expect(summary.classificationStale).toBe(true);
    expect(existsSync(`${path}-before-2`)).toBe(true);
    expect(await classified()).toEqual(before);
    // The log was written under a key that the older format has not: taking it away is what the check must notice.
    expect((await ask(engine, 'checkWorkspace', {})).problems).toEqual([
      'The audit log was changed after it was written.',
    ]);
  });
});

describe('decisions', () => {
  it('outrank rules, are told, and can be taken back', async () => {
    const incident = await incidentOf('Common assault');
    expect((await queue('unclassified')).rows).toMatchObject([{ incident }]);
    const { decision } = await ask(engine, 'decideRecords', {
      incidents: [incident],
      answer: { question: 'space', space: 'public', subtype: 'transport' },
    });
    expect((await queue('unclassified')).total).toBe(0);
    expect((await queue('decided')).rows).toMatchObject([
      { incident, space: 'public', subtype: 'transport', confidence: 'analyst' },
    ]);
    expect((await classified()).spaces).toMatchObject({ public: 4, unclassified: 0 });
    const why = await ask(engine, 'whyRecord', { incident });
    expect(why.questions[2]).toMatchObject({ isAnalyst: true, answer: 'public: transport' });
    expect(why.questions[2]?.beaten.map(({ rule }) => rule)).toEqual([]);
    await ask(engine, 'undoDecision', { decision });
    expect((await classified()).spaces).toMatchObject({ public: 3, unclassified: 1 });
    expect(await engine.call('undoDecision', { decision })).toMatchObject({ ok: false });
  });

  it('go with their records when a batch is taken back, and never come to others', async () => {
    const batch = await importRows(
      ['B1,crime,Stalking,008/66,2026-02-05,2026-02-04 10:00,430000,430000,Zeppelin,N,N,,,,'],
      'later.csv',
    );
    const { rows: found } = await queue('unclassified');
    const incident = found.find((row) => row.offence.startsWith('Stalking'))?.incident ?? -1;
    await ask(engine, 'decideRecords', {
      incidents: [incident],
      answer: { question: 'vawg', tier: 'outside' },
    });
    await ask(engine, 'undoBatch', { batch });
    await importRows(
      ['C1,crime,Stalking,008/66,2026-03-05,2026-03-04 10:00,430000,430000,Street,N,N,,,,'],
      'other.csv',
    );
    expect((await queue('decided')).total).toBe(0);
    expect((await classified()).vawg['total']).toBe(4);
  });

  it('refuse a kind of place that there is not, and a record that is not here', async () => {
    const incident = await incidentOf('Common assault');
    for (const [incidents, subtype] of [
      [[incident], 'moon'],
      [[9_999], 'street'],
    ] as const) {
      const answer = { question: 'space', space: 'public', subtype } as const;
      expect(
        await engine.call('decideRecords', { incidents: [...incidents], answer }),
      ).toMatchObject({ ok: false });
    }
    expect((await ask(engine, 'listDecisions', {})).decisions).toEqual([]);
  });
});

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
    ];
    for (const [content, message] of cases) {
      const { problems, version } = await read(content);
      expect(problems.map((problem) => problem.message).join('; ')).toContain(message);
      expect(version).toBeNull();
    }
    expect((await ask(engine, 'readCodeList', {})).version).toBe('2026-11');
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
    const { audits } = await ask(engine, 'listAudits', {});
    expect(audits).toMatchObject([
      { audit, records: 10, seed: 3, coded: { first: 10, second: 10, both: 10 } },
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
