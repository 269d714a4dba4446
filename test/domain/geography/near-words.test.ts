import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildNearWords, editsBetween } from '../../../src/domain/geography/near-words.ts';

describe('words spelt almost alike', () => {
  it('counts letters put in, taken out, changed and swapped', () => {
    expect(editsBetween('crown', 'crown')).toBe(0);
    expect(editsBetween('crown', 'crowns')).toBe(1);
    expect(editsBetween('crown', 'corwn')).toBe(1);
    expect(editsBetween('crown', 'brawn')).toBe(2);
    expect(editsBetween('', 'abc')).toBe(3);
  });

  it('finds all that comparing with every word finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 12 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, (vocabulary, text) => {
        const most = (one: string) => (one.length >= 6 ? 2 : 1);
        const expected = vocabulary.filter(
          (other) =>
            other !== text && editsBetween(text, other) <= Math.min(most(text), most(other)),
        );
        const found = buildNearWords(vocabulary)(text).map((near) => near.word);
        expect(found.sort()).toEqual(expected.sort());
      }),
      { seed: 5, numRuns: 2000 },
    );
  });

  it('knows no near words for short words and numbers', () => {
    const near = buildNearWords(['head', 'bar', 'club1532']);
    expect(near('hed')).toEqual([{ word: 'head', edits: 1 }]);
    expect(near('bat')).toEqual([]);
    expect(near('club1533')).toEqual([]);
  });
});
