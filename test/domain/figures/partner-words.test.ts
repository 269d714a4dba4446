import { expect, it } from 'vitest';
import { findPersonalWords, wordsForPartners } from '../../../src/domain/profile/partner-words.ts';

const kindsIn = (text: string) => findPersonalWords(text).map(({ kind, words }) => [kind, words]);

it.each([
  ['Reported by Jane Smith on a Friday.', [['name', 'Jane Smith']]],
  ["Dr O'Brien spoke to them.", [['name', "Dr O'Brien"]]],
  ['Written to jane.smith@example.org twice', [['e-mail', 'jane.smith@example.org']]],
  [
    'Call 07700 900123 or +44 7700 900456',
    [
      ['telephone', '07700 900123'],
      ['telephone', '+44 7700 900456'],
    ],
  ],
  [
    'At NM1 4AB and nm14ab',
    [
      ['postcode', 'NM1 4AB'],
      ['postcode', 'nm14ab'],
    ],
  ],
  [
    'Crime 12A/34567/26 and NM-0001',
    [
      ['reference', '12A/34567/26'],
      ['reference', 'NM-0001'],
    ],
  ],
  ['Three of 4 in the group', [['number', '4']]],
])('points out in "%s"', (text, found) => {
  expect(kindsIn(text)).toEqual(found);
});

it('leaves plain words and years alone, and says each thing once', () => {
  expect(kindsIn('Since 2024 women avoid the path by the river after dark.')).toEqual([]);
  expect(kindsIn('Jane Smith. Jane Smith.')).toEqual([['name', 'Jane Smith']]);
});

it('takes the exact numbers of live figures out', () => {
  const text = [
    {
      type: 'paragraph',
      standing: null,
      content: [
        { type: 'text', text: 'About ' },
        { type: 'figure', figure: 'vawg.total', accepted: '13', keptAgainst: '' },
      ],
    },
  ] as const;
  expect(JSON.stringify(wordsForPartners(text))).toContain('[left out]');
  expect(JSON.stringify(wordsForPartners(text))).not.toContain('13');
});
