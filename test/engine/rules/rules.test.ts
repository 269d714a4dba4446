import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../../src/domain/vawg/rule-set.ts';
import { writeOldFormat } from '../old-format.ts';
import { ask } from '../support.ts';
import {
  classified,
  engine,
  folder,
  importRows,
  incidentOf,
  inForce,
  queue,
} from './opened-extract.ts';

const without = (set: RuleSet, id: string): RuleSet => ({
  ...set,
  rules: set.rules.map((rule) => (rule.id === id ? { ...rule, isOn: false } : rule)),
});
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
    await ask(engine, 'saveRules', { set: { ...set, name: 'Successor framework' } });
    const { html } = await ask(engine, 'buildProfile', {});
    expect(html).toContain('Successor framework');
    expect(html).toContain('rules version 2026-11.2');
    await ask(engine, 'useRules', { version: '2026-11' });
    expect((await classified()).spaces.public).toBe(3);
    expect((await inForce()).versions).toMatchObject([
      { version: '2026-11.2', name: 'Successor framework', isInForce: false },
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
    [
      'everything but marks',
      { when: [{ field: 'locationText', test: 'is-not', values: ['---'] }] },
      'names no value',
    ],
    [
      'a text that is one thing and contains another',
      {
        when: [
          { field: 'locationText', test: 'is', values: ['the park'] },
          { field: 'locationText', test: 'contains', values: ['moon'] },
        ],
      },
      'cannot hold together',
    ],
    [
      'open data counted as VAWG',
      {
        when: [{ field: 'source', test: 'is', values: ['open-data'] }],
        answer: { question: 'vawg', tier: 'core' },
      },
      'open data is context',
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

  it('are refused when a question has no rule left, and the question is named', async () => {
    const { set } = await inForce();
    const rules = set.rules.map((rule) => ({ ...rule, isOn: rule.answer.question !== 'vawg' }));
    const { problems } = await ask(engine, 'previewRules', { set: { ...set, rules } });
    expect(problems).toMatchObject([{ place: 0 }]);
    expect(problems[0]?.message).toContain('every record would be unmatched');
  });

  it('give a public place no private kind when they say otherwise than the location type', async () => {
    const { set } = await inForce();
    const own = {
      id: 'flats-are-public',
      sentence: 'Flats are taken for public here.',
      isOn: true,
      when: [{ field: 'locationType', test: 'is', values: ['Flat'] }],
      answer: {
        question: 'space',
        space: 'public',
        subtype: 'from:location-type',
        confidence: 'coded-field',
      },
    } as const;
    await ask(engine, 'saveRules', { set: { ...set, rules: [own, ...set.rules] } });
    const { examples } = await ask(engine, 'ruleExamples', { rule: own.id });
    expect(examples).toMatchObject([{ space: 'public', subtype: '' }]);
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
    const old = join(folder, 'old.actionten');
    writeOldFormat(path, old, 2);
    const { status, summary } = await ask(engine, 'openWorkspace', { path: old });
    expect(status).toBe('migrated');
    expect(summary.classificationStale).toBe(true);
    expect(existsSync(`${old}-before-2`)).toBe(true);
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

  it('refuse to count open data as VAWG', async () => {
    const file = join(folder, 'street.csv');
    writeFileSync(
      file,
      'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context\r\n' +
        'a1,2026-10,F,F,-2.5,51.4,On or near Park Street,E01014540,Bristol 001A,Violence and sexual offences,Under investigation,\r\n',
    );
    await ask(engine, 'importFiles', { files: [file] });
    await classified();
    const { examples } = await ask(engine, 'ruleExamples', { rule: 'open-data-context' });
    const decided = await engine.call('decideRecords', {
      incidents: examples.map(({ incident }) => incident),
      answer: { question: 'vawg', tier: 'core' },
    });
    expect(examples).toHaveLength(1);
    expect(decided).toMatchObject({ ok: false, code: 'bad-request' });
    expect((await ask(engine, 'listDecisions', {})).decisions).toEqual([]);
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
