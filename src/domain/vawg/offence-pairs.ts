import type { CodedText, IncidentFacts } from '../evidence/columns.ts';
import type { OffenceLookup, OffenceMatch } from './offence-lookup.ts';

/** The distinct pairs of offence code and title that records hold, and each record's pair. */
export interface OffencePairs {
  readonly pairOf: Uint32Array;
  readonly pairs: readonly { readonly code: string; readonly title: string }[];
}

/** Finds the distinct pairs: a million records hold a few hundred. */
export function offencePairs(
  facts: Pick<IncidentFacts, 'offenceCode' | 'offenceTitle'>,
): OffencePairs {
  const { offenceCode, offenceTitle } = facts;
  const codes = offenceCode.codes;
  const titles = offenceTitle.codes;
  const pairOf = new Uint32Array(codes.length);
  const known = new Map<number, number>();
  const pairs: { code: string; title: string }[] = [];
  const width = offenceTitle.values.length;
  for (let index = 0; index < codes.length; index++) {
    const key = (codes[index] ?? 0) * width + (titles[index] ?? 0);
    let pair = known.get(key);
    if (pair === undefined) {
      pair = pairs.length;
      known.set(key, pair);
      pairs.push({
        code: textOf(offenceCode, codes[index] ?? 0),
        title: textOf(offenceTitle, titles[index] ?? 0),
      });
    }
    pairOf[index] = pair;
  }
  return { pairOf, pairs };
}

/** What the list says of each pair. */
export function matchPairs(
  { pairs }: OffencePairs,
  find: OffenceLookup,
): readonly (OffenceMatch | undefined)[] {
  return pairs.map(({ code, title }) =>
    find(code === '' ? null : code, title === '' ? null : title),
  );
}

function textOf(column: CodedText, code: number): string {
  return column.values[code] ?? '';
}
