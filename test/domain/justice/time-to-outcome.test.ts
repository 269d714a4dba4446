import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookUpOutcomes } from '../../../src/domain/justice/outcome-codes.ts';
import { durationsToOutcome, timeToOutcome } from '../../../src/domain/justice/time-to-outcome.ts';
import { evidenceOf } from '../../profile/made-up-inputs.ts';
import { shippedOutcomes } from './lists.ts';

const estimateOf = (decided: readonly number[], undecided: readonly number[]) =>
  timeToOutcome({
    decidedDays: Int32Array.from(decided),
    undecidedDays: Int32Array.from(undecided),
  });

describe('the time to an outcome', () => {
  it('is the Kaplan-Meier estimate', () => {
    // Ten offences. Day 10: two of 10 decided, 0.8 left. Day 20: one of 8, 0.7. One stays undecided at 20, still at
    // risk then. Day 40: two of 6, 0.7 x 4/6 = 0.46667. Day 100: one of 4, 0.35. Three undecided at 200.
    const made = estimateOf([10, 10, 20, 40, 40, 100], [20, 200, 200, 200]);
    expect(made).toMatchObject({ of: 10, undecided: 4, medianDays: 40 });
    const [thirty, ninety, half, year] = made.decidedBy.map(({ share }) => share);
    expect(thirty).toBeCloseTo(0.3, 12);
    expect(ninety).toBeCloseTo(1 - 0.7 * (4 / 6), 12);
    expect(half).toBeCloseTo(0.65, 12);
    // Nobody was watched for a year.
    expect(year).toBeNull();
    // Greenwood's sum and the log-log interval of the share left, by hand:
    // day 10: 2/(10x8) = 0.025; reach = exp(1.96 x 0.15811 / 0.22314) = 4.0096; 0.8^4.0096 = 0.4087: contains
    // one half already. Day 100: 0.025 + 1/56 + 2/24 + 1/12 = 0.20952; reach = exp(1.96 x 0.45774 / 1.04982) =
    // 2.3503; upper 0.35^(1/2.3503) = 0.6397: still above one half, so there is no upper end.
    expect(made.lowDays).toBe(10);
    expect(made.highDays).toBeNull();
  });

  it('has both ends where the data reach them', () => {
    // Twenty offences decided on days 1 to 20: left after day d is 1 - d / 20, Greenwood's variance is binomial.
    // Lower end: d = 6, left 0.7: sum = 6/(20x14) = 0.021429, reach = exp(1.96 x 0.146385 / 0.356675) = 2.2353,
    // 0.7^2.2353 = 0.4505 <= 0.5; d = 5, left 0.75: sum 1/60, reach = exp(1.96 x 0.1291 / 0.287682) = 2.4098,
    // 0.75^2.4098 = 0.49996 <= 0.5 also; d = 4, left 0.8: reach = exp(1.96 x 0.111803 / 0.223144) = 2.6700,
    // 0.8^2.67 = 0.5512. Upper end: d = 14, left 0.3: sum 14/(20x6) = 0.116667, reach =
    // exp(1.96 x 0.341565 / 1.203973) = 1.7437, 0.3^(1/1.7437) = 0.5013; d = 15, left 0.25: sum 0.15, reach =
    // exp(1.96 x 0.387298 / 1.386294) = 1.7291, 0.25^(1/1.7291) = 0.4486.
    const made = estimateOf(
      Array.from({ length: 20 }, (_, index) => index + 1),
      [],
    );
    expect(made).toMatchObject({ medianDays: 10, lowDays: 5, highDays: 15 });
    // All are decided by day 20, so a share is known for every later day.
    expect(made.decidedBy.map(({ share }) => share)).toEqual([1, 1, 1, 1]);
  });

  it('of one offence is not certain', () => {
    expect(estimateOf([5], [])).toMatchObject({ medianDays: 5, lowDays: 5, highDays: null });
    // Exact upper bound for none of 20: 1 - 0.025^(1/20) = 0.168.
    const twenty = Array.from({ length: 20 }, () => 5);
    expect(estimateOf(twenty, [])).toMatchObject({ medianDays: 5, lowDays: 5, highDays: 5 });
  });

  it('is the plain share where none is undecided, and keeps its order', () => {
    const days = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(days, fc.array(fc.integer({ min: 0, max: 400 })), (decided, undecided) => {
        const plain = estimateOf(decided, []);
        for (const { days: by, share } of plain.decidedBy)
          if (share !== null)
            expect(share).toBeCloseTo(
              decided.filter((one) => one <= by).length / decided.length,
              9,
            );
        const { medianDays, lowDays, highDays } = estimateOf(decided, undecided);
        if (medianDays !== null) expect(lowDays).toBeLessThanOrEqual(medianDays);
        if (highDays !== null)
          expect(highDays).toBeGreaterThanOrEqual(medianDays ?? Number.POSITIVE_INFINITY);
      }),
    );
  });

  it('has no median where fewer than half are decided, and nothing of nothing', () => {
    expect(estimateOf([5], [30, 30])).toMatchObject({ medianDays: null });
    expect(estimateOf([5], [30, 30]).decidedBy[0]?.share).toBeCloseTo(1 / 3, 12);
    expect(estimateOf([], [])).toMatchObject({ of: 0, medianDays: null, lowDays: null });
    expect(estimateOf([], []).decidedBy.every(({ share }) => share === null)).toBe(true);
  });
});

it('durations are whole days, and what cannot be timed is counted apart', () => {
  const recorded = '2026-05-01 23:00';
  const { incidents } = evidenceOf([
    { recorded, outcome: '16', outcomeOn: '2026-05-02' },
    { recorded, outcome: '16', outcomeOn: '2026-05-01' },
    { recorded, outcome: '' },
    { recorded, outcome: '1', outcomeOn: '2026-04-30' },
    { recorded, outcome: '1' },
    { recorded, outcome: '', outcomeOn: '2026-05-02' },
    { recorded, outcome: '1', outcomeOn: '2026-06-01' },
    { recorded, outcome: 'Filed', outcomeOn: '2026-05-02' },
    { recorded: '2026-06-01', outcome: '' },
  ]);
  const lookup = lookUpOutcomes(incidents.outcome, shippedOutcomes());
  const cutOff = Date.parse('2026-05-31T12:00Z') / 60_000;
  expect(durationsToOutcome(incidents, [0, 1, 2, 3, 4, 5, 6, 7, 8], lookup, cutOff)).toEqual({
    decidedDays: Int32Array.of(1, 0),
    undecidedDays: Int32Array.of(30, 30),
    negative: 1,
    missing: 2,
    decidedLater: 1,
    recordedLater: 1,
    notKnown: 1,
  });
});
