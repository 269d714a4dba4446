import loadHighs from 'highs';
import type { LinkedCounts, NumberRange } from '../../../src/domain/disclosure/linked-counts.ts';
import type { DisclosureRule } from '../../../src/domain/disclosure/rule.ts';

const highs = await loadHighs();

/**
 * An intruder who holds everything that was published and knows the rule, and who shares no code with the product:
 * the numbers as a mixed-integer programme, solved by HiGHS. Gives the least and the most that a number can be.
 */
export function intrude(
  release: LinkedCounts,
  values: ReadonlyMap<string, number | null>,
  rule: DisclosureRule,
  target: string,
): NumberRange {
  const name = new Map(release.cells.map(({ id }, at) => [id, `x${at}`]));
  const bounds = release.cells.map(({ id, standing }) => {
    const own = name.get(id);
    if (typeof standing === 'object') return ` ${standing.least} <= ${own} <= ${standing.most}`;
    const value = values.get(id) ?? null;
    if (value === null) return ` 0 <= ${own} <= 100000`;
    const half = (rule.roundTo - 1) / 2;
    return ` ${Math.max(rule.threshold, value - half)} <= ${own} <= ${value + half}`;
  });
  const sums = release.sums.map(
    ({ total, parts }) =>
      ` ${parts.map((part) => name.get(part)).join(' + ')} - ${name.get(total)} = 0`,
  );
  const solve = (sense: 'Minimize' | 'Maximize'): number => {
    const text = [
      sense,
      ` goal: ${name.get(target)}`,
      'Subject To',
      ...(sums.length > 0 ? sums : [` ${name.get(target)} >= 0`]),
      'Bounds',
      ...bounds,
      'General',
      ` ${[...name.values()].join(' ')}`,
      'End',
    ].join('\n');
    const solution = highs.solve(text);
    if (solution.Status !== 'Optimal') throw new Error(`the intruder found ${solution.Status}`);
    return Math.round(solution.ObjectiveValue);
  };
  return { least: solve('Minimize'), most: solve('Maximize') };
}
