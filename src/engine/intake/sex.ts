import { isMissing } from '../../domain/quality/missing-words.ts';
import { type ReadingRules, warn } from './values.ts';

const female = new Set(['f', 'female', 'woman', 'girl', 'fem']);
const male = new Set(['m', 'male', 'man', 'boy']);
const other = new Set([
  'other',
  'o',
  'x',
  'i',
  'indeterminate',
  'intersex',
  'another',
  'non-binary',
  'non binary',
  'nonbinary',
  'trans',
  'transgender',
  'self-described',
  'prefer to self-describe',
]);
const notSaid = new Set(['u', 'prefer not to say', 'refused', 'n', '0', '9']);

/**
 * Sex as `female`, `male` or `other`; null when blank or said to be unknown. The codes 1 and 2 are male and female
 * (ISO/IEC 5218, as the NHS writes them), with a warning; a word that no rule knows is left out with a warning.
 */
export function sexOrNull(text: string, rules: ReadingRules): string | null {
  // How nearly every system writes it.
  if (text === 'Female' || text === 'F') return 'female';
  if (text === 'Male' || text === 'M') return 'male';
  const plain = text.trim().toLowerCase();
  if (female.has(plain)) return 'female';
  if (male.has(plain)) return 'male';
  if (other.has(plain)) return 'other';
  if (isMissing(plain) || notSaid.has(plain)) return null;
  if (plain === '1' || plain === '2') {
    warn(rules, 'sex-from-codes');
    return plain === '1' ? 'male' : 'female';
  }
  warn(rules, 'sex-not-understood');
  return null;
}
