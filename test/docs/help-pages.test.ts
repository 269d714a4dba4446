import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rooms } from '../../renderer/app/rooms.ts';
import { methodChoices } from '../../renderer/explore/choice-words.ts';
import { t } from '../../renderer/words/t.ts';
import { analysisMethods } from '../../src/contract/hotspots.ts';

const docs = join(import.meta.dirname, '..', '..', 'docs');
const read = (name: string) => readFileSync(join(docs, name), 'utf8');
const headings = (text: string) => Array.from(text.matchAll(/^## (.+)$/gm), ([, title]) => title);

test('every method has its part in words, which says when not to trust it', () => {
  const text = read('methods-in-words.md');
  expect(methodChoices.map(([method]) => method).toSorted()).toEqual(analysisMethods.toSorted());
  expect(headings(text)).toEqual(expect.arrayContaining(methodChoices.map(([, name]) => name)));
  const parts = text.split(/^## /m).slice(1);
  const silent = parts.filter((part) => !/\*\*Do not trust it\*\*/.test(part));
  expect(silent.map((part) => part.split('\n')[0])).toEqual([]);
});

test('every screen has its part in the user guide', () => {
  expect(headings(read('user-guide.md'))).toEqual(
    expect.arrayContaining(rooms.map(([, words]) => t(words))),
  );
});

test('every picture of the user guide is there', () => {
  const names = Array.from(read('user-guide.md').matchAll(/\]\((guide\/[^)]+)\)/g), ([, at]) => at);
  expect(names.length).toBeGreaterThan(4);
  expect(names.filter((name) => !existsSync(join(docs, name ?? '')))).toEqual([]);
});
