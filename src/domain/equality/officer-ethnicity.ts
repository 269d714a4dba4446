import { plainText } from '../vawg/plain-text.ts';
import { notRecordedNames } from './missing-words.ts';

/**
 * How an officer saw somebody, in the order it is printed. These are descriptions by sight and not the groups of
 * the census, so they keep names of their own.
 */
export const officerDescriptions = [
  'White',
  'Mixed',
  'Black',
  'Asian',
  'Chinese, Japanese or South East Asian',
  'Middle Eastern',
  'Other',
] as const;
export type OfficerDescription = (typeof officerDescriptions)[number];

/** What a record says of ethnicity as an officer saw it. `not known`: the officer could not tell (IC9). */
export type OfficerDefinedEthnicity =
  | {
      readonly kind: 'seen';
      /** `IC1` to `IC6`; null where the record says a word. */
      readonly code: string | null;
      readonly description: OfficerDescription;
    }
  | { readonly kind: 'not known'; readonly code: 'IC0' | 'IC9' | null }
  | { readonly kind: 'not recorded' }
  | { readonly kind: 'not understood' };

const identityCodes: ReadonlyMap<string, OfficerDescription> = new Map([
  ['IC1', 'White'],
  ['IC2', 'White'],
  ['IC3', 'Black'],
  ['IC4', 'Asian'],
  ['IC5', 'Chinese, Japanese or South East Asian'],
  ['IC6', 'Middle Eastern'],
]);

const words: ReadonlyMap<string, OfficerDescription> = new Map([
  ['white', 'White'],
  ['white north european', 'White'],
  ['white northern european', 'White'],
  ['north european', 'White'],
  ['white south european', 'White'],
  ['white southern european', 'White'],
  ['dark european', 'White'],
  ['mixed', 'Mixed'],
  ['black', 'Black'],
  ['afro caribbean', 'Black'],
  ['asian', 'Asian'],
  ['chinese japanese or south east asian', 'Chinese, Japanese or South East Asian'],
  ['chinese japanese south east asian', 'Chinese, Japanese or South East Asian'],
  ['chinese', 'Chinese, Japanese or South East Asian'],
  ['middle eastern', 'Middle Eastern'],
  ['arab', 'Middle Eastern'],
  ['arab or north african', 'Middle Eastern'],
  ['arabic or north african', 'Middle Eastern'],
  ['other', 'Other'],
]);

/**
 * Reads officer-defined ethnicity: IC1 to IC6 and IC9 (IC0 in older systems), with or without their words, and
 * the words of data.police.uk. Never filled from what the person said, nor the other way round.
 */
export function officerDefinedEthnicity(text: string): OfficerDefinedEthnicity {
  const plain = plainText(text);
  const [, digit] = /^(?:ic ?)?(\d)(?: .*)?$/.exec(plain) ?? [];
  if (digit === '0' || digit === '9') return { kind: 'not known', code: `IC${digit}` };
  if (digit !== undefined) {
    const code = `IC${digit}`;
    const description = identityCodes.get(code);
    return description === undefined
      ? { kind: 'not understood' }
      : { kind: 'seen', code, description };
  }
  if (plain === 'unknown' || plain === 'not known') return { kind: 'not known', code: null };
  if (notRecordedNames.has(plain)) return { kind: 'not recorded' };
  const description = words.get(plain);
  return description === undefined
    ? { kind: 'not understood' }
    : { kind: 'seen', code: null, description };
}
