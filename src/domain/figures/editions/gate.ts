import type { LinkedCounts, Removal } from '../../disclosure/linked-counts.ts';
import { primaryRemoval, protectCounts } from '../../disclosure/protect.ts';
import { givingAway } from '../../disclosure/release.ts';
import type { DisclosureRule } from '../../disclosure/rule.ts';
import { type AttackResult, attack } from './attack.ts';
import { type BesideLayers, toldByEdition } from './layers-beside.ts';
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

/**
 * Protects all numbers of an edition together with what was published before, and attacks the result. Then its numbers
 * of ground are laid beside what layers told, and those are withheld that give a small part away, until none does.
 *
 * @param beside What layers told of the records that this edition counts.
 */
export function passGate(
  declared: LinkedCounts,
  rule: DisclosureRule,
  earlier: EarlierReleases,
  beside: readonly BesideLayers[] = [],
): GatedRelease {
  let open = withholdFrom(declared, earlier.narrower);
  let made = protectUntilSafe(open, rule, earlier.held);
  let blamed = givenAway(beside, made.values, rule);
  while (blamed !== null && blamed.size > 0) {
    const ids = blamed;
    open = withholdWhere(open, ({ id }) => ids.has(id));
    made = protectUntilSafe(open, rule, earlier.held);
    blamed = givenAway(beside, made.values, rule);
  }
  if (blamed !== null) made = { ...made, unsafe: [...made.unsafe, 'beside layers'] };
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

/** Withholds the numbers behind whatever could be worked out, a few times over. */
function protectUntilSafe(
  declared: LinkedCounts,
  rule: DisclosureRule,
  held: KeptRelease | null,
): Tried {
  let open = declared;
  let made = protectAndAttack(open, rule, held);
  for (let round = 0; round < mostRounds && made.unsafe.length > 0; round++) {
    const unsafe = new Set(made.unsafe.map((id) => id.replace(/^(since|gone|before):/, '')));
    open = withholdWhere(open, ({ id }) => unsafe.has(id));
    made = protectAndAttack(open, rule, held);
  }
  return made;
}

function withholdWhere(
  release: LinkedCounts,
  isWithheld: (cell: LinkedCounts['cells'][number]) => boolean,
): LinkedCounts {
  return {
    ...release,
    cells: release.cells.map((cell) =>
      cell.standing === 'open' && isWithheld(cell) ? { ...cell, standing: 'withheld' } : cell,
    ),
  };
}

/**
 * Ids of numbers that give small parts away beside layers (givingAway), to anybody: who was told numbers down to a lower
 * threshold (a partner, when the public is told now) holds more to subtract from, and may know numbers down to it.
 * Null where nothing is given away.
 */
function givenAway(
  beside: readonly BesideLayers[],
  values: ReadonlyMap<string, number | null>,
  rule: DisclosureRule,
): Set<string> | null {
  const found = beside.flatMap(({ sets, told, contributorsOf }) => {
    const published = toldByEdition(sets, values, rule);
    const thresholds = new Set(told.map(({ threshold }) => Math.min(threshold, rule.threshold)));
    return [...thresholds].flatMap((threshold) => {
      const earlier = told.filter((one) => one.threshold >= threshold);
      const audience = { ...rule, threshold: threshold as DisclosureRule['threshold'] };
      const ids = givingAway({ earlier, contributorsOf }, published, audience);
      return ids === null ? [] : [ids];
    });
  });
  return found.length === 0 ? null : new Set(found.flat());
}

interface Tried {
  readonly values: ReadonlyMap<string, number | null>;
  readonly attack: AttackResult;
  readonly unsafe: readonly string[];
}

/** One try: suppresses until every number is proved protected, then attacks what would leave. */
function protectAndAttack(
  open: LinkedCounts,
  rule: DisclosureRule,
  held: KeptRelease | null,
): Tried {
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
