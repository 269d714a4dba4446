import type { LinkedCounts, Removal } from '../../disclosure/linked-counts.ts';
import { primaryRemoval, protectCounts } from '../../disclosure/protect.ts';
import type { DisclosureRule } from '../../disclosure/rule.ts';
import { type AttackResult, attack } from './attack.ts';
import { type KeptRelease, tieToEarlier, withholdFrom } from './ledger.ts';

/** What came through the gate, and what is to be kept so that the next release can be held against it. */
export interface GatedRelease {
  readonly values: ReadonlyMap<string, number | null>;
  /** Numbers that would have been printed and are not, by reason. */
  readonly removals: Readonly<Record<Removal, number>>;
  readonly shown: number;
  /** Ids of numbers that could be worked out whatever is suppressed: with any, the release must not leave. */
  readonly unsafe: readonly string[];
  readonly attack: AttackResult;
  readonly kept: KeptRelease;
}

/** Earlier releases that readers hold. */
export interface EarlierReleases {
  /** The latest that went to the same circle, or to a wider one. */
  readonly held: KeptRelease | null;
  /** The latest that a narrower circle holds; null for none. */
  readonly narrower: KeptRelease | null;
}

/** Times that a change since the last edition is hidden by withholding its number, before the release is refused. */
const mostRounds = 4;

/** Protects all numbers of an edition together with what was published before, and attacks the result. */
export function passGate(
  declared: LinkedCounts,
  rule: DisclosureRule,
  earlier: EarlierReleases,
): GatedRelease {
  let open = withholdFrom(declared, earlier.narrower);
  let made = protectAndAttack(open, rule, earlier.held);
  for (let round = 0; round < mostRounds && made.unsafe.length > 0; round++) {
    const unsafe = new Set(made.unsafe.map((id) => id.replace(/^(since|gone|before):/, '')));
    open = {
      ...open,
      cells: open.cells.map((cell) =>
        cell.standing === 'open' && unsafe.has(cell.id) ? { ...cell, standing: 'withheld' } : cell,
      ),
    };
    made = protectAndAttack(open, rule, earlier.held);
  }
  const { values } = made;
  const removals = { small: 0, 'one-person-or-place': 0, 'protects-another': 0, analyst: 0 };
  for (const cell of declared.cells) {
    if (cell.standing === 'implied' || values.get(cell.id) !== null) continue;
    const why = primaryRemoval(cell, rule) ?? 'protects-another';
    removals[why]++;
  }
  return {
    values,
    removals,
    shown: values.size,
    unsafe: made.unsafe,
    attack: made.attack,
    kept: {
      rule,
      cells: declared.cells.map(({ id, count, fromOne }) => ({
        id,
        count,
        fromOne,
        value: values.get(id) ?? null,
      })),
      sums: declared.sums,
    },
  };
}

/** One try: suppresses until every number is proved protected, then attacks what would leave. */
function protectAndAttack(
  open: LinkedCounts,
  rule: DisclosureRule,
  held: KeptRelease | null,
): {
  readonly values: Map<string, number | null>;
  readonly attack: AttackResult;
  readonly unsafe: readonly string[];
} {
  const tied = tieToEarlier(open, held, rule);
  const made = protectCounts(tied.release, rule);
  const values = new Map<string, number | null>();
  for (const { id, standing } of open.cells) {
    if (standing !== 'implied') values.set(id, tied.again.get(id) ?? made.values.get(id) ?? null);
  }
  const attacked = attack(tied.release, values, rule, tied.changes);
  return {
    values,
    attack: attacked,
    unsafe: [...new Set([...made.exposed, ...attacked.recovered])],
  };
}
