import { expect, test } from 'vitest';
import { FileTokens } from '../../electron/file-tokens.ts';
import { calls } from '../../src/contract/calls.ts';

test('a token stands for the path it was given for, and the page sees only the name', () => {
  const tokens = new FileTokens();
  const chosen = tokens.give('/home/analyst/cases/march.csv', 'read');
  expect(chosen.name).toBe('march.csv');
  expect(JSON.stringify(chosen)).not.toContain('analyst');
  const swapped = tokens.swap('openWorkspace', { path: chosen.token });
  expect(swapped).toEqual({ ok: true, value: { path: '/home/analyst/cases/march.csv' } });
});

test('the same path keeps its token', () => {
  const tokens = new FileTokens();
  expect(tokens.give('/a/one.csv', 'read')).toEqual(tokens.give('/a/one.csv', 'read'));
  expect(tokens.give('/b/one.csv', 'read')).not.toEqual(tokens.give('/a/one.csv', 'read'));
});

test('lists and empty fields are swapped, other fields pass as they are', () => {
  const tokens = new FileTokens();
  const [one, two] = [tokens.give('/a/one.csv', 'read'), tokens.give('/a/two.csv', 'read')];
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
  tokens.give('/a/one.csv', 'read');
  expect(tokens.swap('openWorkspace', input)).toMatchObject({ ok: false, code: 'not-permitted' });
});

test('one unknown token among known ones refuses the whole list', () => {
  const tokens = new FileTokens();
  const known = tokens.give('/a/one.csv', 'read').token;
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

test('a file that was chosen to be read is not one to write to, until it is chosen for that too', () => {
  const tokens = new FileTokens();
  const { token } = tokens.give('/a/one.gpkg', 'read');
  const asked = (): unknown => tokens.swap('shareLayer', { layer: 'hotspots', out: token });
  expect(asked()).toMatchObject({ ok: false, code: 'not-permitted' });
  expect(tokens.swap('createWorkspace', { path: token })).toMatchObject({ ok: false });
  expect(tokens.give('/a/one.gpkg', 'write').token).toBe(token);
  expect(asked()).toMatchObject({ ok: true, value: { out: '/a/one.gpkg' } });
});

test('every call that makes a file names it in a field that is known to be written', () => {
  const written = new Set(['out', 'pack', 'csv', 'rejects', 'directory']);
  const read = new Set(['path', 'boundary', 'files', 'file', 'template', 'references', 'document']);
  for (const [name, { files }] of Object.entries(calls)) {
    for (const field of files)
      expect([name, written.has(field) || read.has(field)]).toEqual([name, true]);
  }
});
