import type { NumberRange } from './linked-counts.ts';

/** What counts may leave, and how fine. The choices are those in use; nothing else can be asked for. */
export interface DisclosureRule {
  /** Fewest records a published number may stand for. ONS's 10-5 rule is 10 with rounding to 5. */
  readonly threshold: 3 | 5 | 10;
  /** Published numbers are rounded to the nearest multiple; 1 leaves them as they are. */
  readonly roundTo: 1 | 5;
}

/** The rule unless a force chooses another: fewer than five suppressed, others to the nearest five. */
export const standardRule: DisclosureRule = { threshold: 5, roundTo: 5 };

/** The rule in words, as it stands on every table, layer and certificate. */
export function ruleInWords({ threshold, roundTo }: DisclosureRule): string {
  const rounding =
    roundTo === 1
      ? 'Other numbers are exact.'
      : `Other numbers are rounded to the nearest ${roundTo}.`;
  return `Numbers below ${threshold}, numbers that one victim, suspect or address makes, and the further numbers from which those could be worked out are suppressed. ${rounding}`;
}

/** The published form of a number: the nearest multiple of `roundTo` (an odd one, so there are no halves). */
export function publishedValue(count: number, { roundTo }: DisclosureRule): number {
  return Math.round(count / roundTo) * roundTo;
}

/** The numbers that a published value can stand for; never below the threshold, since those are not published. */
export function rangeOfPublished(
  value: number,
  { threshold, roundTo }: DisclosureRule,
): NumberRange {
  const half = (roundTo - 1) / 2;
  return { least: Math.max(threshold, value - half), most: value + half };
}
