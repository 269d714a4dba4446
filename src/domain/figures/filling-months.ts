import { recordedPeriod } from './counting.ts';
import type { ProfileInputs } from './inputs.ts';

/** Months at the end of the period that are still filling: records and outcomes arrive late. */
export const mostFilling = 2;

/** How many months of the period are still filling: two, or the only one there is. */
export function fillingIn(evidence: ProfileInputs['evidence']): number {
  const period = recordedPeriod(evidence);
  return period === null ? 0 : Math.min(mostFilling, period.last - period.first + 1);
}

/** Whether there are two whole years, so that one can be laid beside the other. */
export function hasTwoYears(evidence: ProfileInputs['evidence']): boolean {
  const period = recordedPeriod(evidence);
  return period !== null && period.last - period.first + 1 >= 24;
}

/** Which bars of a month chart are hatched, as the end of its caption; '' where there is no month. */
export function hatchedInWords(evidence: ProfileInputs['evidence'], how = 'hatched'): string {
  const filling = fillingIn(evidence);
  if (filling === 0) return '';
  return filling === 1
    ? ` The only month, ${how}, is still filling.`
    : ` The latest two months, ${how}, are still filling.`;
}

/** The caution that late months need, in a list of one; none where there is no month. */
export function fillingLines(evidence: ProfileInputs['evidence']): string[] {
  const filling = fillingIn(evidence);
  if (filling === 0) return [];
  const what = filling === 1 ? 'The only month is' : 'The latest two months are';
  return [`${what} still filling: records and outcomes arrive late.`];
}
