import type { Question } from './rule-set.ts';

/** What one person, or the rules, said of a record. */
export interface Coded {
  readonly vawg: boolean;
  readonly online: boolean;
  readonly space: 'private' | 'public' | 'set-aside' | 'unclassified';
}

/** One record of an audit: both coders blind, the rules, and the questions that an analyst decided in their place. */
export interface AuditedRecord {
  readonly first: Coded;
  readonly second: Coded;
  readonly rules: Coded;
  readonly decided: readonly Question[];
}

/** A share with its 95 % interval (Wilson 1927); nulls where there is nothing to share. */
export interface Estimate {
  readonly hits: number;
  readonly of: number;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const questionOrder: readonly Question[] = ['vawg', 'online', 'space'];

/**
 * Agreement of the two coders (share and Cohen's kappa, Cohen 1960), and what the rules did against the records on
 * which the coders agree on the question: precision, and the shares of online and VAWG records that the rules
 * missed. Records on which they disagree are in the agreement and in nothing else; so are those that an analyst
 * decided on the question, where the rules said nothing: a record put right by hand is no success of a rule.
 */
export function auditResult(records: readonly AuditedRecord[]) {
  const agreement = Object.fromEntries(
    questionOrder.map((question) => [
      question,
      agreementOf(records.map(({ first, second }) => [first[question], second[question]])),
    ]),
  ) as Record<Question, { same: number; of: number; kappa: number | null }>;
  const agreed = (question: Question) =>
    records.filter(
      ({ first, second, decided }) =>
        first[question] === second[question] && !decided.includes(question),
    );
  const precisionOf = (question: Question, isIn: (coded: Coded) => boolean) => {
    const found = agreed(question).filter(({ rules }) => isIn(rules));
    return estimate(found.filter(({ first }) => isIn(first)).length, found.length);
  };
  const missedOf = (question: Question, isIn: (coded: Coded) => boolean) => {
    const real = agreed(question).filter(({ first }) => isIn(first));
    return estimate(real.filter(({ rules }) => !isIn(rules)).length, real.length);
  };
  return {
    agreement,
    /** Records of which an analyst decided at least one question. */
    decided: records.filter(({ decided }) => decided.length > 0).length,
    precision: {
      vawg: precisionOf('vawg', ({ vawg }) => vawg),
      online: precisionOf('online', ({ online }) => online),
      private: precisionOf('space', ({ space }) => space === 'private'),
      public: precisionOf('space', ({ space }) => space === 'public'),
    },
    missedOnline: missedOf('online', ({ online }) => online),
    missedVawg: missedOf('vawg', ({ vawg }) => vawg),
  };
}

/** Cohen's kappa: agreement beyond what the coders' own shares would give by chance; null where undefined. */
function agreementOf(pairs: readonly (readonly [string | boolean, string | boolean])[]) {
  const of = pairs.length;
  const same = pairs.filter(([first, second]) => first === second).length;
  if (of === 0) return { same, of, kappa: null };
  const answers = new Set(pairs.flat());
  let byChance = 0;
  for (const answer of answers) {
    const first = pairs.filter(([one]) => one === answer).length / of;
    const second = pairs.filter(([, one]) => one === answer).length / of;
    byChance += first * second;
  }
  const kappa = byChance === 1 ? null : (same / of - byChance) / (1 - byChance);
  return { same, of, kappa };
}

const normalQuantile = 1.959963984540054;

/** A share with its 95 % interval after Wilson (1927). */
export function estimate(hits: number, of: number): Estimate {
  if (of === 0) return { hits, of, share: null, low: null, high: null };
  const z2 = normalQuantile * normalQuantile;
  const share = hits / of;
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of);
  const half =
    (normalQuantile / (1 + z2 / of)) * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of));
  // At 0 and at all, rounding would leave a bound beyond what a share can be.
  const low = hits === 0 ? 0 : Math.max(0, middle - half);
  const high = hits === of ? 1 : Math.min(1, middle + half);
  return { hits, of, share, low, high };
}
