import { expect, test } from 'vitest';
import { FileTokens } from '../../electron/file-tokens.ts';

test('a token stands for the path it was given for, and the page sees only the name', () => {
  const tokens = new FileTokens();
  const chosen = tokens.give('/home/analyst/cases/march.csv');
  expect(chosen.name).toBe('march.csv');
  expect(JSON.stringify(chosen)).not.toContain('analyst');
  const swapped = tokens.swap('openWorkspace', { path: chosen.token });
  expect(swapped).toEqual({ ok: true, value: { path: '/home/analyst/cases/march.csv' } });
});

test('the same path keeps its token', () => {
  const tokens = new FileTokens();
  expect(tokens.give('/a/one.csv')).toEqual(tokens.give('/a/one.csv'));
  expect(tokens.give('/b/one.csv')).not.toEqual(tokens.give('/a/one.csv'));
});

test('lists and empty fields are swapped, other fields pass as they are', () => {
  const tokens = new FileTokens();
  const [one, two] = [tokens.give('/a/one.csv'), tokens.give('/a/two.csv')];
  const swapped = tokens.swap('importFiles', {
    files: [one.token, two.token],
    rejects: null,
    dates: 'dmy',
  });
  expect(swapped).toEqual({
    ok: true,
    value: { files: ['/a/one.csv', '/a/two.csv'], rejects: null, dates: 'dmy' },
  });
});

test.each([
  ['a path in the place of a token', { path: '/etc/passwd' }],
  ['a token that was never given', { path: '00000000-0000-4000-8000-000000000000' }],
  ['an object', { path: { token: 'x' } }],
  ['a name from the object’s own chain', { path: '__proto__' }],
])('%s is refused', (_what, input) => {
  const tokens = new FileTokens();
  tokens.give('/a/one.csv');
  expect(tokens.swap('openWorkspace', input)).toMatchObject({ ok: false, code: 'not-permitted' });
});

test('one unknown token among known ones refuses the whole list', () => {
  const tokens = new FileTokens();
  const known = tokens.give('/a/one.csv').token;
  for (const files of [[known, '/etc/passwd'], [known, 7], [[known]]]) {
    expect(tokens.swap('importFiles', { files })).toMatchObject({
      ok: false,
      code: 'not-permitted',
    });
  }
});

test.each([[undefined], [null], ['text'], [[]]])(
  'an input that is no object (%j) is refused',
  (input) => {
    expect(new FileTokens().swap('classify', input)).toMatchObject({
      ok: false,
      code: 'bad-request',
    });
  },
);
