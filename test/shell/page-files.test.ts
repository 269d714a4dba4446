import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isAppAddress, locate } from '../../electron/page-files.ts';

const folder = join('/srv', 'app', 'renderer');

test('addresses of the app lead to files of the page', () => {
  expect(locate('app://ui/', folder)).toEqual({ kind: 'file', path: join(folder, 'index.html') });
  expect(locate('app://ui/assets/a%20b.js?v=1#top', folder)).toEqual({
    kind: 'file',
    path: join(folder, 'assets', 'a b.js'),
  });
});

test('reports have addresses of their own', () => {
  const id = '7266e6dc-07d1-458d-9a56-45e1d0982d8c';
  expect(locate(`app://ui/report/${id}`, folder)).toEqual({ kind: 'report', id });
});

test.each([
  'app://ui/../main/main.cjs',
  'app://ui/%2e%2e/main/main.cjs',
  'app://ui/..%2fmain%2fmain.cjs',
  'app://ui/assets/..%2f..%2f..%2fetc/passwd',
  'app://ui/..%5cmain%5cmain.cjs',
  'app://ui/%00index.html',
  'app://ui/%zz',
])('%s never leaves the folder', (address) => {
  const place = locate(address, folder);
  if (place?.kind === 'file') expect(place.path.startsWith(`${folder}/`)).toBe(true);
  else expect(place).toBeNull();
});

test.each([
  'https://ui/index.html',
  'file:///etc/passwd',
  'app://other/index.html',
  'app://ui.example.com/',
  'app://someone@ui/',
  'app://ui:80/',
  'app:ui/index.html',
  'myapp://ui/',
  'https://example.com/?app://ui/',
  'not an address',
  '',
])('%s is not the app', (address) => {
  expect(isAppAddress(address)).toBe(false);
  expect(locate(address, folder)).toBeNull();
});

test('tiles of the base map have addresses of their own, with whole numbers only', () => {
  expect(locate('app://ui/tiles/14/8103/5234', folder)).toEqual({
    kind: 'tile',
    z: 14,
    x: 8103,
    y: 5234,
  });
  for (const path of [
    '1/2',
    '1/2/3/4',
    '-1/0/0',
    '1/0x1/0',
    '1/2/3.png',
    '1/../2/3',
    '1/2/999999999',
  ]) {
    expect(locate(`app://ui/tiles/${path}`, folder)?.kind).not.toBe('tile');
  }
  expect(locate('app://elsewhere/tiles/1/0/0', folder)).toBeNull();
});
