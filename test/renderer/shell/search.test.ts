import { expect, test } from 'vitest';
import { type Entry, findEntries } from '../../../renderer/search/entry.ts';

const go = () => undefined;
const entry = (group: Entry['group'], words: string): Entry => ({ key: words, group, words, go });

const entries = [
  entry('search.sections', '7. Public spaces'),
  entry('search.screens', 'Map'),
  entry('search.screens', 'Data: Find a record'),
  entry('search.places', 'Caffè Quarter · 12 records'),
  entry('search.methods', 'Help: Hot spots (Gi*)'),
  ...Array.from({ length: 9 }, (_, index) => entry('search.findings', `F${index} public order`)),
];
const found = (typed: string) => findEntries(entries, typed).map(({ words }) => words);

test('nothing typed finds the screens', () => {
  expect(found('  ')).toEqual(['Map', 'Data: Find a record']);
});

test('each word typed begins a word of what is found', () => {
  expect(found('rec find')).toEqual(['Data: Find a record']);
  expect(found('ecord')).toEqual([]);
});

test('accents and case are nothing, and a star is a letter', () => {
  expect(found('CAFFE')).toEqual(['Caffè Quarter · 12 records']);
  expect(found('gi*')).toEqual(['Help: Hot spots (Gi*)']);
});

test('at most seven of a group are shown, groups in their order', () => {
  const words = found('public');
  expect(words[0]).toBe('7. Public spaces');
  expect(words).toHaveLength(8);
});
