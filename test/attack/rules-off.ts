import type {
  CountCell,
  LinkedCounts,
  NumberRange,
} from '../../src/domain/disclosure/linked-counts.ts';
import { primaryRemoval, protectCounts } from '../../src/domain/disclosure/protect.ts';
import { linkSets } from '../../src/domain/disclosure/record-sets.ts';
import { gateLayer } from '../../src/domain/disclosure/release.ts';
import { type DisclosureRule, publishedValue } from '../../src/domain/disclosure/rule.ts';
import { attack } from '../../src/domain/figures/editions/attack.ts';
import { passGate } from '../../src/domain/figures/editions/gate.ts';
import { tieToEarlier } from '../../src/domain/figures/editions/ledger.ts';
import type { GatedEdition, GatedShare } from './captured-gate.ts';
import { attackAll } from './intruder-of-all.ts';

/** One line of the report. */
export interface RuleOff {
  /** The rule that is off; `none` where all are on. */
  readonly rule: string;
  /** What leaves then. */
  readonly without: string;
  /** Numbers that must not be known, and how many of them the intruder works out. */
  readonly attacked: number;
  readonly recovered: number;
  /** An example of what is known then; empty where nothing is. */
  readonly example: string;
}

type Printed = ReadonlyMap<string, number | null>;

/** What a printed number tells somebody who knows the rounding, and that numbers below `least` are not printed. */
function toldBy(value: number | null, roundTo: number, least: number): NumberRange | null {
  if (value === null) return null;
  const half = (roundTo - 1) / 2;
  return { least: Math.max(least, value - half), most: value + half };
}

function line(
  names: Pick<RuleOff, 'rule' | 'without'>,
  release: LinkedCounts,
  rule: DisclosureRule,
  printed: Printed,
  { roundTo, least }: { roundTo: number; least: number } = {
    roundTo: rule.roundTo,
    least: rule.threshold,
  },
): RuleOff {
  const known = ({ id }: CountCell) => toldBy(printed.get(id) ?? null, roundTo, least);
  const { attacked, recovered } = attackAll(release, known, rule);
  const first = recovered.find(({ count }) => count < rule.threshold) ?? recovered[0];
  const example =
    first === undefined
      ? ''
      : first.count < rule.threshold
        ? `a number of ${first.count}`
        : `a number of ${first.count}, of which one person or address makes ${first.fromOne}`;
  return { ...names, attacked, recovered: recovered.length, example };
}

/** The values with every rule on but one, of the first edition that was released. */
export function editionLines({ declared, rule, gated }: GatedEdition): RuleOff[] {
  const printedBy = (release: LinkedCounts, value: (cell: CountCell) => number | null): Printed =>
    new Map(
      release.cells.flatMap((cell) =>
        cell.standing === 'open' ? [[cell.id, value(cell)] as const] : [],
      ),
    );
  const rounded = ({ count }: CountCell): number => publishedValue(count, rule);
  const unrelated = { cells: declared.cells, sums: [] };
  const implied = new Set(
    declared.cells.filter(({ standing }) => standing === 'implied').map(({ id }) => id),
  );
  const withoutImplied: LinkedCounts = {
    cells: declared.cells.filter(({ id }) => !implied.has(id)),
    sums: declared.sums.filter(({ total, parts }) =>
      [total, ...parts].every((id) => !implied.has(id)),
    ),
  };
  const anonymous: LinkedCounts = {
    ...declared,
    cells: declared.cells.map((cell) => ({ ...cell, fromOne: null })),
  };
  const oneByOne = new Set(
    declared.sums.flatMap((sum) => {
      const ids = new Set([sum.total, ...sum.parts]);
      const cells = declared.cells.filter(({ id }) => ids.has(id));
      return [...protectCounts({ cells, sums: [sum] }, rule).removals.keys()];
    }),
  );
  return [
    line({ rule: 'none', without: 'every rule is on' }, declared, rule, gated.values),
    line(
      { rule: 'threshold', without: 'small numbers are printed, rounded' },
      declared,
      rule,
      printedBy(declared, rounded),
      { roundTo: rule.roundTo, least: 0 },
    ),
    line(
      {
        rule: 'secondary suppression',
        without: 'only small numbers and those of one person or address are suppressed',
      },
      declared,
      rule,
      printedBy(declared, (cell) => (primaryRemoval(cell, rule) === null ? rounded(cell) : null)),
    ),
    line(
      { rule: 'rounding', without: 'the same numbers are suppressed, the others are exact' },
      declared,
      rule,
      printedBy(declared, ({ id, count }) =>
        (gated.values.get(id) ?? null) === null ? null : count,
      ),
      { roundTo: 1, least: rule.threshold },
    ),
    line(
      { rule: 'dominance', without: 'nobody looks at whose records a number counts' },
      declared,
      rule,
      protectCounts(anonymous, rule).values,
    ),
    line(
      { rule: 'tables as one system', without: 'each sum is protected by itself' },
      declared,
      rule,
      printedBy(declared, (cell) =>
        oneByOne.has(cell.id) || primaryRemoval(cell, rule) !== null ? null : rounded(cell),
      ),
    ),
    line(
      {
        rule: 'numbers nobody prints',
        without: 'differences between printed numbers are not protected',
      },
      declared,
      rule,
      protectCounts(withoutImplied, rule).values,
    ),
    line(
      { rule: 'all sums', without: 'each number is protected by itself' },
      declared,
      rule,
      protectCounts(unrelated, rule).values,
    ),
  ];
}

/**
 * A later edition beside the one that went out: held against it, and not. An edition that the gate calls unsafe is
 * refused: of it nothing is printed.
 */
export function laterEditionLines(
  { declared, rule, earlier, gated }: GatedEdition,
  came: string,
): RuleOff[] {
  const against = (rules: Pick<RuleOff, 'rule' | 'without'>, values: Printed): RuleOff => {
    // What is not printed again is not known again.
    const cells = declared.cells.map((cell) =>
      cell.standing === 'open' && (values.get(cell.id) ?? null) === null
        ? { ...cell, standing: 'withheld' as const }
        : cell,
    );
    const tied = tieToEarlier({ ...declared, cells }, earlier.held, rule);
    const { attacked, recovered } = attack(tied.release, values, rule, tied.changes);
    const first = tied.release.cells.find(({ id }) => id === recovered[0]);
    const example = first === undefined ? '' : `${first.count} records that came since`;
    return { ...rules, attacked, recovered: recovered.length, example };
  };
  const isRefused = gated.unsafe.length > 0;
  return [
    against(
      {
        rule: 'none',
        without: `a second edition after ${came} records came${isRefused ? ': it is refused, nothing leaves' : ''}`,
      },
      isRefused ? new Map() : gated.values,
    ),
    against(
      {
        rule: 'the edition before',
        without: `the second edition after ${came} records is made as if it were the first`,
      },
      passGate(declared, rule, { held: null, narrower: null }).values,
    ),
  ];
}

/** A layer after another was shared: held against what was told, and not. */
export function layerLines({ release, rule }: GatedShare): RuleOff[] {
  const against = (
    rules: Pick<RuleOff, 'rule' | 'without'>,
    published: typeof release.earlier,
  ): RuleOff => {
    // Of the same records two ranges may be told: each is a set with a name of its own.
    const sets = [...release.earlier, ...published].map(({ records, range }, at) => ({
      id: `told:${at}`,
      records,
      standing: range,
    }));
    const linked = linkSets(sets, release.contributorsOf);
    const { attacked, recovered } = attack(linked, new Map(), rule);
    const first = linked.cells.find(({ id }) => id === recovered[0]);
    const example = first === undefined ? '' : `${first.count} records between two cells`;
    return { ...rules, attacked, recovered: recovered.length, example };
  };
  return [
    against(
      { rule: 'none', without: 'hot spots of 1 km after those of 500 m' },
      gateLayer(release, rule).published,
    ),
    against(
      { rule: 'earlier shares', without: 'the layer of 1 km is made as if it were the first' },
      gateLayer({ ...release, earlier: [] }, rule).published,
    ),
  ];
}
