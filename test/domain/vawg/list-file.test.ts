import { describe, expect, it } from 'vitest';
import { parseCodeList, type VawgCodeList } from '../../../src/domain/vawg/code-list.ts';
import {
  differencesOf,
  listRows,
  readListRows,
  withAssignedOffence,
} from '../../../src/domain/vawg/list-file.ts';
import { lookUpOffence } from '../../../src/domain/vawg/offence-lookup.ts';
import { shippedCodeList } from './lists.ts';

const list = shippedCodeList();

function assigned(...asked: Parameters<typeof withAssignedOffence>): VawgCodeList {
  const made = withAssignedOffence(...asked);
  if (!made.ok) throw new Error(made.message);
  const parsed = parseCodeList([{ file: 'list', rows: made.rows }], 'next');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.list;
}

describe('a list file', () => {
  it('comes back as it was written', () => {
    const parsed = readListRows({ file: 'list', rows: listRows(list) }, list.version);
    expect(parsed).toEqual({ ok: true, list });
  });

  it('tells what was added, removed and changed', () => {
    const before = listRows(list);
    const [first, second, ...rest] = before;
    if (first === undefined || second === undefined) throw new Error('no rows');
    const own = { ...first, code: '', class: '', title: 'An own offence', aliases: '' };
    const after = [{ ...first, tier: 'core' }, own, ...rest];
    expect(differencesOf(before, after)).toEqual({
      added: ['An own offence'],
      removed: [second.title],
      changed: [{ title: first.title, columns: ['tier'] }],
    });
  });
});

describe('withAssignedOffence', () => {
  it('makes a wording an alias of a listed offence, and its code that of the row when it had none', () => {
    const next = assigned(list, { text: 'Stalkng', code: '' }, { title: 'Stalking' });
    expect(lookUpOffence(next, null, 'stalkng')?.entry.title).toBe('Stalking');
    expect(lookUpOffence(list, null, 'stalkng')).toBeUndefined();
  });

  it('gives a second code of an offence a row of its own, treated alike', () => {
    const title = 'Stalking involving serious alarm or distress';
    const next = assigned(list, { text: 'Local stalking code', code: '199/77' }, { title });
    expect(lookUpOffence(next, '199/77', null)?.entry.tier).toBe('core');
    expect(lookUpOffence(next, '008/66', null)?.entry.title).toBe(title);
  });

  it('takes a new row with its tier and threats', () => {
    const to = { tier: 'flag', threats: ['tech-enabled'] } as const;
    const next = assigned(list, { text: 'Doxing', code: '' }, to);
    const entry = lookUpOffence(next, null, 'doxing')?.entry;
    expect(entry).toMatchObject({ tier: 'flag', threats: ['tech-enabled'] });
    expect([...(entry?.conditions ?? [])]).toEqual(['online', 'female-victim']);
  });

  it.each([
    [{ text: '', code: '' }, { title: 'Stalking' }, 'neither'],
    [{ text: 'Anything', code: '' }, { title: 'No such title' }, 'no title of the list'],
    [{ text: 'Harassment', code: '' }, { title: 'Stalking' }, 'already'],
    [{ text: 'Stalking', code: '' }, { tier: 'core', threats: [] }, 'already'],
    [{ text: 'New wording', code: '008/66' }, { tier: 'core', threats: [] }, 'stands twice'],
  ] as const)('refuses %o as %o', (offence, to, message) => {
    const made = withAssignedOffence(list, offence, to);
    expect(made.ok).toBe(false);
    expect(made.ok ? '' : made.message).toContain(message);
  });
});
