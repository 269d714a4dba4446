import type { OffenceKind } from './offence-kind.ts';
import { choices, type RandomStream } from './random.ts';

const statuses = choices(['recorded', 96.4], ['cancelled', 2.4], ['transferred', 1.2]);
const rapeKinds: ReadonlySet<string> = new Set([
  'rape',
  'rape-of-girl',
  'rape-of-small-girl',
  'rape-of-man',
]);

/** Whether it is a crime, and its status. Some reports of rape stay incidents under N100. */
export function crimeStatusOf(
  kind: OffenceKind,
  isPlanted: boolean,
  random: RandomStream,
): { recordType: 'crime' | 'non-crime'; crimeStatus: string } {
  if (kind.recordType === 'non-crime') return { recordType: 'non-crime', crimeStatus: '' };
  if (isPlanted) return { recordType: 'crime', crimeStatus: 'recorded' };
  if (rapeKinds.has(kind.key) && random.chance(0.05)) {
    return { recordType: 'non-crime', crimeStatus: 'N100' };
  }
  return { recordType: 'crime', crimeStatus: random.weighted(statuses) };
}

/** The offence as somebody wrote it: now and then without its code, or with two letters swapped. */
export function wordingOf(
  kind: OffenceKind,
  isPlanted: boolean,
  random: RandomStream,
): { title: string; code: string } {
  const [plain] = kind.wordings;
  if (plain === undefined) throw new RangeError(`${kind.key} has no wording`);
  if (isPlanted) return { title: plain[0], code: plain[1] };
  const [title, code] = random.chance(0.6) ? plain : random.pick(kind.wordings);
  return {
    title: random.chance(0.007) ? withSwappedLetters(title, random) : title,
    code: random.chance(0.025) ? '' : code,
  };
}

function withSwappedLetters(title: string, random: RandomStream): string {
  const at = random.integer(1, Math.max(1, title.length - 3));
  return `${title.slice(0, at)}${title.slice(at + 1, at + 2)}${title.slice(at, at + 1)}${title.slice(at + 2)}`;
}
