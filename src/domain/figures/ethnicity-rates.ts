import { type EthnicGroup, ethnicGroups, selfDefinedEthnicity } from '../equality/ethnicity.ts';
import type { CodedText } from '../evidence/columns.ts';
import type { Groups } from '../people/groups.ts';
import type { Block } from './blocks.ts';
import { countInterval, smallestPrinted, smallNumber } from './counting.ts';
import type { ProfileInputs } from './inputs.ts';
import { periodInWords } from './opening.ts';
import { columnsOf } from './people-blocks.ts';
import { number, share } from './words.ts';

interface Asked {
  readonly groups: Groups;
  readonly ethnicity: CodedText;
  /** As in a caption: "suspects". */
  readonly plural: string;
  /** Whom the residents are: of women and girls only, or of everybody. */
  readonly residents: 'all' | 'female';
  /** Whether a person is in, by an entry. */
  readonly isIn: (entry: number) => boolean;
}

/**
 * Identified people by self-defined ethnicity per 1,000 residents of the same census group, in the census's order and
 * never by rate. A person has the latest answer that is one; those without any are counted and in no rate.
 */
export function ethnicityRates(inputs: ProfileInputs, asked: Asked): Block {
  const { ethnicPopulation } = inputs;
  const residentWords = asked.residents === 'female' ? 'women and girls' : 'residents';
  if (ethnicPopulation === null) {
    const text = `No population by ethnicity was imported, so no rates of ${asked.plural} by ethnicity are given.`;
    return { kind: 'paragraph', text };
  }
  const { counts, without } = peopleByGroup(asked);
  const people = [...counts.values()].reduce((sum, count) => sum + count, without);
  return {
    kind: 'table',
    caption: `Identified ${asked.plural} by self-defined ethnicity per 1,000 ${residentWords} of the same census group (95 % interval), recorded ${periodInWords(inputs)} (all of it, not a year); n = ${number(people)} people, ${number(without)} of them (${share(without, people)}) without an answer and in no row, so every rate is too low, and not by the same part in each group. People need not live where they are recorded. Fewer than ${smallestPrinted} show no number, fewer than ${smallNumber}: read with care. In the order of the census.`,
    columns: columnsOf(
      'Ethnic group',
      'People',
      asked.residents === 'female' ? 'Resident women and girls' : 'Residents',
      'Per 1,000',
    ),
    rows: ethnicGroups.map((group) => {
      const count = counts.get(group) ?? 0;
      const residents = ethnicPopulation[group][asked.residents];
      if (count > 0 && count < smallestPrinted)
        return [group, `fewer than ${smallestPrinted}`, number(residents), '-'];
      return [group, number(count), number(residents), rateInWords(count, residents)];
    }),
  };
}

function peopleByGroup({ groups, ethnicity, isIn }: Asked): {
  counts: Map<EthnicGroup, number>;
  without: number;
} {
  const answers = ethnicity.values.map(selfDefinedEthnicity);
  const counts = new Map<EthnicGroup, number>();
  let without = 0;
  for (let group = 0; group < groups.count; group++) {
    const entries = groups.entries.subarray(
      groups.starts[group] ?? 0,
      groups.starts[group + 1] ?? 0,
    );
    if (!entries.some(isIn)) continue;
    const latest = entries.findLast(
      (entry) => answers[ethnicity.codes[entry] ?? 0]?.kind === 'stated',
    );
    const answer = latest === undefined ? undefined : answers[ethnicity.codes[latest] ?? 0];
    if (answer?.kind === 'stated') counts.set(answer.group, (counts.get(answer.group) ?? 0) + 1);
    else without++;
  }
  return { counts, without };
}

function rateInWords(count: number, residents: number): string {
  if (residents === 0) return 'no residents';
  const perThousand = (value: number): string => ((1_000 * value) / residents).toFixed(1);
  const { low, high } = countInterval(count);
  return `${perThousand(count)} (${perThousand(low)} to ${perThousand(high)})`;
}
