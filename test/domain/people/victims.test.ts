import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstEntries,
  repeatVictims,
  victimEscalation,
} from '../../../src/domain/people/victims.ts';
import { namesDisability, victimVulnerability } from '../../../src/domain/people/vulnerability.ts';
import { evidenceOf, type MadeUpIncident } from '../../profile/made-up-inputs.ts';

const of = (recorded: string, person: number, more: MadeUpIncident = {}): MadeUpIncident => ({
  recorded,
  victims: [{ person }],
  ...more,
});

const all = (evidence: { incidents: { length: number } }): number[] => [
  ...Array(evidence.incidents.length).keys(),
];

describe('repeat victims', () => {
  it('are those with an incident within 365 days after an earlier one', () => {
    // 2024 is a leap year: 2024-01-01 + 365 days is 2024-12-31, so 2025-01-01 is 366 days later.
    const evidence = evidenceOf([
      of('2024-12-31', 1),
      of('2024-01-01', 1),
      of('2024-01-01', 2),
      of('2025-01-01', 2),
      of('2025-06-01', 0),
      of('', 1),
    ]);
    const { repeats } = repeatVictims(evidence, all(evidence));
    expect(repeats).toMatchObject({
      identified: 2,
      repeated: 1,
      incidents: 4,
      repeatIncidents: 1,
      incidentsOfRepeated: 2,
      distribution: [0, 2, 0, 0],
      withoutIdentifier: 1,
      withoutDate: 1,
      sameDay: 0,
      // The data starts on 2024-01-01: 2025-01-01 is its 367th day. 2024-12-31 is the 366th.
      inFirstWindow: 2,
    });
  });

  it('count an incident once a person and take only the counted incidents', () => {
    const evidence = evidenceOf([
      { recorded: '2026-01-01', victims: [{ person: 5 }, { person: 5 }, { person: 6 }] },
      of('2026-02-01', 5),
      of('2026-03-01', 6),
    ]);
    expect(repeatVictims(evidence, [0]).repeats).toMatchObject({ identified: 2, repeated: 0 });
    expect(repeatVictims(evidence, [0, 1]).repeats).toMatchObject({
      repeated: 1,
      repeatIncidents: 1,
      distribution: [1, 1, 0, 0],
    });
  });

  it('say how many repeats were recorded on the same day, and count four or more together', () => {
    const days = ['2026-01-01', '2026-01-01 10:00', '2026-01-02', '2026-01-03', '2026-01-09'];
    const evidence = evidenceOf(days.map((day) => of(day, 1)));
    expect(repeatVictims(evidence, all(evidence)).repeats).toMatchObject({
      repeatIncidents: 4,
      sameDay: 1,
      distribution: [0, 0, 0, 1],
    });
  });

  it('take another window, and refuse none', () => {
    const evidence = evidenceOf([of('2026-01-01', 1), of('2026-02-01', 1)]);
    expect(repeatVictims(evidence, [0, 1], 30).repeats.repeated).toBe(0);
    expect(repeatVictims(evidence, [0, 1], 31).repeats.repeated).toBe(1);
    expect(() => repeatVictims(evidence, [0, 1], 0)).toThrow(RangeError);
  });

  it('are the same as by comparing every pair of incidents', () => {
    const entry = fc.record({
      day: fc.integer({ min: 0, max: 1_500 }),
      person: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 25 }), (entries) => {
        const evidence = evidenceOf(
          entries.map(({ day, person }) =>
            of(new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10), person),
          ),
        );
        const isLater = (a: number, b: number): boolean => {
          const [one, other] = [entries[a], entries[b]];
          if (one === undefined || other === undefined || one.person !== other.person) return false;
          const gap = one.day - other.day;
          return one.person !== 0 && (gap > 0 || (gap === 0 && a > b)) && gap <= 365;
        };
        const indexes = all(evidence);
        const expected = indexes.filter((a) => indexes.some((b) => isLater(a, b)));
        const { repeats } = repeatVictims(evidence, indexes);
        expect(repeats.repeatIncidents).toBe(expected.length);
        expect(repeats.repeated).toBe(new Set(expected.map((a) => entries[a]?.person)).size);
      }),
    );
  });

  it('of no incidents are none', () => {
    expect(repeatVictims(evidenceOf([]), []).repeats).toMatchObject({
      identified: 0,
      incidents: 0,
    });
  });
});

describe('escalation', () => {
  it('compares weighted days only and counts rises beside falls', () => {
    const evidence = evidenceOf([
      // Person 1: 10, then 5, then 20: rises and falls; intervals 31 and 28 days: shorter.
      of('2026-01-01', 1, { severityScore: 10 }),
      of('2026-02-01', 1, { severityScore: 5 }),
      of('2026-03-01', 1, { severityScore: 20 }),
      // Person 2: the unweighted one is no fall to 0; one weighted day is not assessable.
      of('2026-01-01', 2, { severityScore: 10 }),
      of('2026-02-01', 2),
      // Person 3: two of one day have no order, so there is one day and nothing to assess.
      of('2026-01-01', 3, { severityScore: 1 }),
      of('2026-01-01', 3, { severityScore: 9 }),
      // Person 4: no repeat (over a year).
      of('2023-01-01', 4, { severityScore: 1 }),
      of('2026-01-01', 4, { severityScore: 9 }),
      // Person 5: intervals 10 and 20 days: longer; equal weights.
      of('2026-01-01', 5, { severityScore: 3 }),
      of('2026-01-11', 5, { severityScore: 3 }),
      of('2026-01-31', 5, { severityScore: 3 }),
    ]);
    const repeat = repeatVictims(evidence, all(evidence));
    expect(victimEscalation(repeat, evidence.incidents.severityScore)).toEqual({
      harmAssessable: 2,
      harmRises: 1,
      harmFalls: 1,
      pairs: { higher: 1, lower: 1, same: 2 },
      intervalsAssessable: 2,
      intervalsShorten: 1,
      intervalsLengthen: 1,
    });
  });
});

describe('repeat against all victims', () => {
  const evidence = evidenceOf([
    {
      recorded: '2026-02-01',
      victims: [{ person: 1, disability: 'Mental health condition' }],
      riskLevel: 'High',
      riskIndicators: 'None',
    },
    of('2026-01-01', 1, { riskIndicators: 'Pregnancy' }),
    { recorded: '2026-01-01', victims: [{ person: 2, disability: 'No' }], riskLevel: 'Medium' },
    { recorded: '', victims: [{ person: 3 }], riskLevel: 'High' },
  ]);
  const repeat = repeatVictims(evidence, [0, 1, 2, 3]);

  it('takes each dated person once, by the first incident', () => {
    // Entry 1 is the first by date of person 1.
    expect(firstEntries(repeat)).toEqual({ all: [1, 2], repeated: [1] });
  });

  it('counts people with a sign of vulnerability on any incident', () => {
    const pregnancy = Uint8Array.of(0, 1, 0, 0);
    const both = { people: 2, disability: 1, pregnancy: 1, anyIndicator: 1, highRisk: 1 };
    expect(victimVulnerability(evidence, repeat, pregnancy)).toEqual({
      all: both,
      repeated: { ...both, people: 1 },
    });
  });

  it.each([
    ['Physical or mobility', true],
    ['N', false],
    ['Not stated', false],
    ['', false],
  ])('reads the disability cell "%s"', (text, expected) => {
    expect(namesDisability(text)).toBe(expected);
  });
});
