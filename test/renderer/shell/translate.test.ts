import { describe, expect, test } from 'vitest';
import { stretched } from '../../../renderer/words/stretched.ts';
import { t } from '../../../renderer/words/t.ts';
import { translator } from '../../../renderer/words/translate.ts';

// Welsh has six plural categories; the words here only show which one was chosen.
const words = {
  offences: {
    zero: 'dim',
    one: '{count} un',
    two: '{count} dau',
    few: '{count} tri',
    many: '{count} chwech',
    other: '{count} arall',
  },
  short: { one: '{count} un', other: '{count} arall' },
  title: 'Teitl {name}',
} as const;
const { t: welsh, pieces } = translator<typeof words>(words, 'cy');

describe('the words of the window', () => {
  test.each([
    [0, 'dim'],
    [1, '1 un'],
    [2, '2 dau'],
    [3, '3 tri'],
    [4, '4 arall'],
    [6, '6 chwech'],
    [1_234, '1,234 arall'],
  ])('Welsh chooses its own form for %i', (count, said) => {
    expect(welsh('offences', { count })).toBe(said);
  });

  test('a form that is left out is said as the general one', () => {
    expect(welsh('short', { count: 3 })).toBe('3 arall');
  });

  test('a value stands where it is named, and one that is missing is seen', () => {
    expect(welsh('title', { name: 'A {b}' })).toBe('Teitl A {b}');
    // @ts-expect-error -- the compiler refuses it; a catalogue that asks for more than the English one cannot be refused
    expect(welsh('title')).toBe('Teitl {name}');
  });

  test('a value that is no text keeps its place among the pieces', () => {
    const button = { button: 'Agor' };
    expect(pieces('title', { name: button })).toEqual(['Teitl ', button]);
    expect(pieces('short', { count: 1_200 })).toEqual(['1,200', ' arall']);
  });

  test('the stretched catalogue keeps names and forms, has brackets and is two fifths longer', () => {
    expect(
      stretched({ title: 'Open {name}', many: { one: '{count} file', other: '{count} files' } }),
    ).toEqual({
      title: '⟦ÓÓpéén {name}⟧',
      many: { one: '⟦{count} fííléé⟧', other: '⟦{count} fííléés⟧' },
    });
  });

  test('English says one and many', () => {
    expect(t('next.comments', { count: 1 })).toBe('1 comment is not settled.');
    expect(t('next.comments', { count: 1_200 })).toBe('1,200 comments are not settled.');
  });
});
