import type { CountCell, LinkedCounts, Removal } from '../../disclosure/linked-counts.ts';
import { primaryRemoval, protectCounts } from '../../disclosure/protect.ts';
import { givingAway } from '../../disclosure/release.ts';
import { type DisclosureRule, rangeOfPublished } from '../../disclosure/rule.ts';
import { type AttackResult, attack } from './attack.ts';
import { type BesideLayers, tieToLayers, toldByEdition, toldFrom } from './layers-beside.ts';
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
 * Protects all numbers of an edition together with what was published before, and attacks the result.
 *
 * Who was told numbers down to a lower threshold by layers (a partner, when the public is told now) holds more to
 * subtract from: the edition is held against each such audience first, the strictest last, as a layer is (gateLayer).
 *
 * @param beside What layers told of the records that this edition counts.
 */
export function passGate(
  declared: LinkedCounts,
  rule: DisclosureRule,
  earlier: EarlierReleases,
  beside: readonly BesideLayers[] = [],
): GatedRelease {
  const lower = new Set(
    beside
      .flatMap(({ told }) => told.map(({ threshold }) => threshold))
      .filter((threshold) => threshold < rule.threshold),
  );
  const audiences = [...lower].sort((a, b) => a - b).map((threshold) => ({ ...rule, threshold }));
  let open = withholdFrom(declared, earlier.narrower);
  for (const audience of audiences) {
    const tried = protectUntilSafe(open, audience, null, toldFrom(beside, audience.threshold));
    open = withholdWhere(open, ({ id }) => tried.values.get(id) === null);
  }
  const own = toldFrom(beside, rule.threshold);
  let made = protectUntilSafe(open, rule, earlier.held, own);
  for (let more = givenAway(own, made.values, rule); more !== null; ) {
    if (more.size === 0) {
      made = { ...made, unsafe: [...made.unsafe, 'layers'] };
      break;
    }
    const blamed = more;
    open = withholdWhere(open, ({ id }) => blamed.has(id));
    made = protectUntilSafe(open, rule, earlier.held, own);
    more = givenAway(own, made.values, rule);
  }
  const exposed = (): string[] =>
    audiences.flatMap((audience) => exposedTo(declared, audience, rule, made.values, beside));
  if (exposed().length > 0) {
    // The lowest printed number tells more than the audiences were tried with: "10" is at least 10 here.
    const { values } = made;
    open = withholdWhere(open, ({ id }) => (values.get(id) ?? null) === rule.threshold);
    made = protectUntilSafe(open, rule, earlier.held, own);
    made = { ...made, unsafe: [...made.unsafe, ...exposed()] };
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

/** Withholds the numbers behind whatever could be worked out, a few times over. */
function protectUntilSafe(
  declared: LinkedCounts,
  rule: DisclosureRule,
  held: KeptRelease | null,
  beside: readonly BesideLayers[],
): Tried {
  let open = declared;
  let made = protectAndAttack(tieToLayers(open, beside), rule, held);
  for (let round = 0; round < mostRounds && made.unsafe.length > 0; round++) {
    const unsafe = new Set(made.unsafe.map((id) => id.replace(/^(since|gone|before):/, '')));
    // A part is hidden by withholding the numbers that it is subtracted from.
    for (const { total, parts } of tieToLayers(open, beside).sums.slice(open.sums.length)) {
      if (parts.some((part) => unsafe.has(part))) unsafe.add(total);
    }
    open = withholdWhere(open, ({ id }) => unsafe.has(id));
    made = protectAndAttack(tieToLayers(open, beside), rule, held);
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
 * Ids of numbers that give small ones away beside layers once what is withheld is out of sight (givingAway); null where
 * nothing is given away.
 */
function givenAway(
  beside: readonly BesideLayers[],
  values: ReadonlyMap<string, number | null>,
  rule: DisclosureRule,
): Set<string> | null {
  const found = beside
    .filter(({ told }) => told.length > 0)
    .map(({ sets, told, contributorsOf }) =>
      givingAway({ earlier: told, contributorsOf }, toldByEdition(sets, values, rule), rule),
    )
    .filter((ids) => ids !== null);
  return found.length === 0 ? null : new Set(found.flat());
}

/** Ids of small numbers that an audience could work out from the layers it holds and what is to be printed. */
function exposedTo(
  declared: LinkedCounts,
  audience: DisclosureRule,
  rule: DisclosureRule,
  values: ReadonlyMap<string, number | null>,
  beside: readonly BesideLayers[],
): readonly string[] {
  const cells = declared.cells.map((cell): CountCell => {
    if (cell.standing === 'implied') return cell;
    const value = values.get(cell.id) ?? null;
    if (value === null) return { ...cell, standing: 'withheld' };
    const { least, most } = rangeOfPublished(value, rule);
    // A number that is printed again as it stood may be off its own range.
    return {
      ...cell,
      standing: { least: Math.min(least, cell.count), most: Math.max(most, cell.count) },
    };
  });
  const tied = tieToLayers({ ...declared, cells }, toldFrom(beside, audience.threshold));
  return protectCounts(tied, audience).exposed;
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
    if (standing === 'open' || standing === 'withheld')
      values.set(id, tied.again.get(id) ?? made.values.get(id) ?? null);
  }
  const attacked = attack(tied.release, values, rule, tied.changes);
  return {
    values,
    attack: attacked,
    unsafe: [...new Set([...made.exposed, ...attacked.recovered])],
  };
}
