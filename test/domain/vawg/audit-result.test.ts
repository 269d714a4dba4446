import { describe, expect, it } from 'vitest';
import {
  type AuditedRecord,
  auditResult,
  type Coded,
  estimate,
} from '../../../src/domain/vawg/audit-result.ts';

const coded = (vawg: boolean, online = false, space: Coded['space'] = 'public'): Coded => ({
  vawg,
  online,
  space,
});
type Audited = Omit<AuditedRecord, 'decided'>;
const times = (count: number, record: Audited): Audited[] =>
  Array.from({ length: count }, () => record);
const byRulesAlone = (records: readonly Audited[]): AuditedRecord[] =>
  records.map((record) => ({ ...record, decided: [] }));

const resultOf = (records: readonly Audited[]) => auditResult(byRulesAlone(records));

describe('auditResult', () => {
  it("gives Cohen's kappa: 20 and 15 alike, 5 and 10 apart give 0.7 agreement, 0.5 by chance", () => {
    const rules = coded(true);
    const { agreement } = resultOf([
      ...times(20, { first: coded(true), second: coded(true), rules }),
      ...times(5, { first: coded(true), second: coded(false), rules }),
      ...times(10, { first: coded(false), second: coded(true), rules }),
      ...times(15, { first: coded(false), second: coded(false), rules }),
    ]);
    // First says yes on 25 of 50, second on 30: 0.5 x 0.6 + 0.5 x 0.4 = 0.5; (0.7 - 0.5) / 0.5 = 0.4.
    expect(agreement.vawg).toEqual({ same: 35, of: 50, kappa: expect.closeTo(0.4, 12) });
    // One answer throughout: nothing can be said beyond chance.
    expect(agreement.online).toEqual({ same: 50, of: 50, kappa: null });
  });

  it('measures the rules only where the coders agree', () => {
    const { precision, missedOnline, missedVawg } = resultOf([
      { first: coded(true, true), second: coded(true, true), rules: coded(true, false) },
      { first: coded(true, true), second: coded(true, true), rules: coded(true, true) },
      { first: coded(false), second: coded(false), rules: coded(true) },
      { first: coded(true), second: coded(false), rules: coded(true) },
      {
        first: coded(true, false, 'private'),
        second: coded(true, false, 'private'),
        rules: coded(false, false, 'public'),
      },
    ]);
    expect(precision.vawg).toMatchObject({ hits: 2, of: 3 });
    expect(precision.public).toMatchObject({ hits: 4, of: 5 });
    expect(precision.private).toMatchObject({ hits: 0, of: 0, share: null });
    expect(missedOnline).toMatchObject({ hits: 1, of: 2, share: 0.5 });
    expect(missedVawg).toMatchObject({ hits: 1, of: 3 });
  });
});

describe('a record that an analyst decided', () => {
  it('is in the agreement and holds nothing for or against the rules', () => {
    const right = { first: coded(true), second: coded(true), rules: coded(true) };
    const { agreement, precision, decided } = auditResult([
      { ...right, decided: ['vawg'] },
      { ...right, rules: coded(true), decided: [] },
    ]);
    expect(decided).toBe(1);
    expect(agreement.vawg).toMatchObject({ same: 2, of: 2 });
    expect(precision.vawg).toMatchObject({ hits: 1, of: 1 });
    expect(precision.public).toMatchObject({ hits: 2, of: 2 });
  });
});

describe('estimate', () => {
  it('is the interval of Wilson', () => {
    // 8 of 10 with z = 1.96: centre 0.71676, half width 0.22656.
    expect(estimate(8, 10)).toMatchObject({
      share: 0.8,
      low: expect.closeTo(0.4902, 4),
      high: expect.closeTo(0.9433, 4),
    });
    expect(estimate(0, 10)).toMatchObject({ low: 0, high: expect.closeTo(0.2775, 4) });
    expect(estimate(10, 10)).toMatchObject({ low: expect.closeTo(0.7225, 4), high: 1 });
    expect(estimate(0, 0)).toMatchObject({ share: null, low: null, high: null });
  });
});
