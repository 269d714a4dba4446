import { plainText } from '../vawg/plain-text.ts';
import { notRecordedNames, notStatedNames } from './missing-words.ts';

/** Groups of the census (5+1), in the order they are printed. */
export const ethnicGroups = ['White', 'Mixed', 'Asian', 'Black', 'Other'] as const;
export type EthnicGroup = (typeof ethnicGroups)[number];

/** Which list of codes an answer belongs to; `both` where the two agree; null where only a group is said. */
export type EthnicityScheme = '16+1' | '18+1' | 'both';

/**
 * What a record says of ethnicity. Three answers are kept apart that are often thrown together: `not stated` (she
 * was asked and did not say), `not recorded` (nothing, or words for nothing) and `not understood` (text that
 * this list does not know).
 */
export type SelfDefinedEthnicity =
  | {
      readonly kind: 'stated';
      /** `W1` to `O9`; null where the record says a group, or a name that two codes have. */
      readonly code: string | null;
      readonly group: EthnicGroup;
      readonly scheme: EthnicityScheme | null;
    }
  | { readonly kind: 'not stated'; readonly code: 'NS' | null; readonly group: 'not stated' }
  | { readonly kind: 'not recorded' }
  | { readonly kind: 'not understood' };

interface EthnicityCode {
  readonly group: EthnicGroup;
  readonly scheme: EthnicityScheme;
  /** Plain wordings, without the name of the group before them. */
  readonly names: readonly string[];
}

/**
 * Codes of 16+1 and 18+1. O1 Chinese (16+1) and A4 Chinese (18+1) are the same answer; the census counts it as
 * Asian. Of 18+1 only the census groups and names are official; its codes are as forces use them.
 */
const codes: Readonly<Record<string, EthnicityCode>> = {
  W1: {
    group: 'White',
    scheme: 'both',
    names: [
      'british',
      'white british',
      'english welsh scottish northern irish british',
      'english welsh scottish northern irish or british',
      'english scottish welsh northern irish british',
    ],
  },
  W2: { group: 'White', scheme: 'both', names: ['irish', 'white irish'] },
  W3: {
    group: 'White',
    scheme: '18+1',
    names: ['gypsy or irish traveller', 'gypsy irish traveller', 'gypsy', 'irish traveller'],
  },
  W4: { group: 'White', scheme: '18+1', names: ['roma'] },
  W9: {
    group: 'White',
    scheme: 'both',
    names: ['any other white background', 'any other white', 'other white', 'white other'],
  },
  M1: {
    group: 'Mixed',
    scheme: 'both',
    names: ['white and black caribbean', 'white black caribbean'],
  },
  M2: { group: 'Mixed', scheme: 'both', names: ['white and black african', 'white black african'] },
  M3: { group: 'Mixed', scheme: 'both', names: ['white and asian', 'white asian'] },
  M9: {
    group: 'Mixed',
    scheme: 'both',
    names: [
      'any other mixed background',
      'any other mixed multiple ethnic background',
      'any other mixed or multiple ethnic background',
      'any other mixed multiple background',
      'other mixed',
      'mixed other',
    ],
  },
  A1: { group: 'Asian', scheme: 'both', names: ['indian'] },
  A2: { group: 'Asian', scheme: 'both', names: ['pakistani'] },
  A3: { group: 'Asian', scheme: 'both', names: ['bangladeshi'] },
  A4: { group: 'Asian', scheme: '18+1', names: [] },
  A9: {
    group: 'Asian',
    scheme: 'both',
    names: ['any other asian background', 'any other asian', 'other asian', 'asian other'],
  },
  B1: { group: 'Black', scheme: 'both', names: ['caribbean', 'black caribbean'] },
  B2: { group: 'Black', scheme: 'both', names: ['african', 'black african'] },
  B9: {
    group: 'Black',
    scheme: 'both',
    names: [
      'any other black background',
      'any other black african caribbean background',
      'any other black black british or caribbean background',
      'any other black',
      'other black',
      'black other',
    ],
  },
  O1: { group: 'Asian', scheme: '16+1', names: [] },
  O2: { group: 'Other', scheme: '18+1', names: ['arab'] },
  O9: { group: 'Other', scheme: 'both', names: ['any other ethnic group', 'any other'] },
};

/** Names of groups as they stand alone or before a name ("Asian/Asian British - Indian"). Longer ones first. */
const groupNames: readonly (readonly [string, EthnicGroup])[] = [
  ['mixed or multiple ethnic groups', 'Mixed'],
  ['mixed multiple ethnic groups', 'Mixed'],
  ['mixed', 'Mixed'],
  ['asian asian british or asian welsh', 'Asian'],
  ['asian or asian british', 'Asian'],
  ['asian asian british', 'Asian'],
  ['asian', 'Asian'],
  ['black black british black welsh caribbean or african', 'Black'],
  ['black african caribbean black british', 'Black'],
  ['black african caribbean or black british', 'Black'],
  ['black or black british', 'Black'],
  ['black black british', 'Black'],
  ['black', 'Black'],
  ['white', 'White'],
  ['chinese or other ethnic group', 'Other'],
  ['chinese or other', 'Other'],
  ['other ethnic groups', 'Other'],
  ['other ethnic group', 'Other'],
  ['other', 'Other'],
];

const codeOfName = new Map(
  Object.entries(codes).flatMap(([code, { names }]) => names.map((name) => [name, code] as const)),
);

/**
 * Reads self-defined ethnicity: codes of 16+1 and 18+1 (`W1`, `NS`), with or without their name, names, names
 * of groups, and the texts of data.police.uk. A code beside a name of another group is not understood: one of
 * the two is wrong and nobody can say which. Never filled from what an officer saw.
 */
export function selfDefinedEthnicity(text: string): SelfDefinedEthnicity {
  const plain = plainText(text);
  if (notRecordedNames.has(plain)) return { kind: 'not recorded' };
  const [, token = '', rest = ''] = /^([wmabo]\d|ns)(?: (.*))?$/.exec(plain) ?? [];
  if (token === 'ns') return { kind: 'not stated', code: 'NS', group: 'not stated' };
  if (token === '') return named(plain);
  const code = token.toUpperCase();
  const known = codes[code];
  if (known === undefined) return { kind: 'not understood' };
  const beside = rest === '' ? undefined : named(rest);
  const contradicts =
    beside?.kind === 'not stated' || (beside?.kind === 'stated' && beside.group !== known.group);
  if (contradicts) return { kind: 'not understood' };
  return { kind: 'stated', code, group: known.group, scheme: known.scheme };
}

function named(plain: string): SelfDefinedEthnicity {
  const whole = statedByName(plain);
  if (whole !== null) return whole;
  for (const [name, group] of groupNames) {
    if (plain === name) return { kind: 'stated', code: null, group, scheme: null };
    if (!plain.startsWith(`${name} `)) continue;
    const rest = plain.slice(name.length + 1);
    if (rest === 'chinese') return chineseUnder(group);
    const own = statedByName(rest);
    // "Black - Indian" says two groups: neither is taken.
    if (own !== null && (own.kind !== 'stated' || own.group === group)) return own;
  }
  return { kind: 'not understood' };
}

function statedByName(name: string): SelfDefinedEthnicity | null {
  if (notStatedNames.has(name)) return { kind: 'not stated', code: null, group: 'not stated' };
  if (name === 'chinese') return { kind: 'stated', code: null, group: 'Asian', scheme: null };
  const code = codeOfName.get(name);
  const known = code === undefined ? undefined : codes[code];
  return code === undefined || known === undefined
    ? null
    : { kind: 'stated', code, group: known.group, scheme: known.scheme };
}

/** Chinese is A4 under Asian (18+1) and O1 under "Chinese or other" (16+1): the group is Asian in both. */
function chineseUnder(group: EthnicGroup): SelfDefinedEthnicity {
  if (group === 'Asian') return { kind: 'stated', code: 'A4', group: 'Asian', scheme: '18+1' };
  if (group === 'Other') return { kind: 'stated', code: 'O1', group: 'Asian', scheme: '16+1' };
  return { kind: 'not understood' };
}
