import { describe, expect, it } from 'vitest';
import { repeatAddresses, repeatPositions } from '../../../src/domain/people/places.ts';
import { expectedShare, powerFew } from '../../../src/domain/people/power-few.ts';
import { evidenceOf, type MadeUpIncident } from '../../profile/made-up-inputs.ts';

describe('repeat places', () => {
  it('of private space go by address and never by coordinate', () => {
    const at = (recorded: string, place: number, space: 'private' | 'public' = 'private') => ({
      recorded,
      place,
      space,
      easting: 400_000,
      northing: 300_000,
    });
    const incidents = [
      at('2026-01-01', 7),
      at('2026-02-01', 7),
      at('2026-01-01', 8),
      at('2026-02-01', 0),
      at('2026-03-01', 0),
      at('2026-03-01', 7, 'public'),
    ];
    const made = repeatAddresses(evidenceOf(incidents), [...incidents.keys()]);
    expect(made).toMatchObject({ incidents: 5, setAside: 0 });
    expect(made.repeats).toMatchObject({
      identified: 2,
      repeated: 1,
      repeatIncidents: 1,
      incidentsOfRepeated: 2,
      withoutIdentifier: 2,
    });
  });

  it('of public space go by exact coordinate and subtype', () => {
    const at = (easting: number, subtype: string, more: MadeUpIncident = {}): MadeUpIncident => ({
      recorded: '2026-01-01',
      easting,
      northing: 300_000,
      subtype,
      ...more,
    });
    const incidents = [
      at(400_000, 'pub'),
      at(400_000, 'pub', { recorded: '2026-05-01' }),
      at(400_000, 'street'),
      at(400_001, 'pub'),
      at(Number.NaN, 'pub'),
      at(400_000, 'pub', { setAside: true }),
    ];
    const made = repeatPositions(evidenceOf(incidents), [...incidents.keys()]);
    expect(made).toMatchObject({ incidents: 5, setAside: 1 });
    expect(made.repeats).toMatchObject({
      identified: 3,
      repeated: 1,
      repeatIncidents: 1,
      withoutIdentifier: 1,
    });
  });
});

describe('the power few', () => {
  it('hold their share of incidents and of harm, beside chance', () => {
    // Ten people, 20 incidents: one with 11, nine with one. Top 10 % is one person: 11 of 20.
    const made = powerFew(
      [1, 1, 1, 11, 1, 1, 1, 1, 1, 1],
      [1, 1, 1, 5, Number.NaN, 20, 1, 1, 1, 1],
    );
    expect(made).toMatchObject({ people: 10, incidents: 20, peopleWithHarm: 9, isSmall: true });
    const row = made.rows.find(({ topPercent }) => topPercent === 10);
    expect(row).toMatchObject({ people: 1, incidents: 0.55, harmPeople: 1 });
    // 20 of 1 x 7 + 5 + 20 = 32.
    expect(row?.harm).toBe(0.625);
    expect(row?.expectedIncidents).toBeCloseTo(expectedShare(2, 0.1), 12);
  });

  it('by chance hold what the zero-truncated Poisson distribution gives', () => {
    expect(expectedShare(1, 0.05)).toBe(0.05);
    // Rate 1: mean 1 / (1 - 1/e) = 1.5819767; P(1) = 1 / (e - 1) = 0.5819767. The top 0.4180233 are all those with
    // two or more: they hold (mean - P(1)) / mean = 1 / 1.5819767 = 0.6321206.
    expect(expectedShare(1 / (1 - Math.exp(-1)), 1 - 1 / (Math.E - 1))).toBeCloseTo(0.6321206, 6);
    expect(expectedShare(3, 1)).toBe(1);
    expect(expectedShare(0.5, 0.1)).toBeNaN();
  });

  it('takes exact tops of round numbers, and no people as nothing', () => {
    const people = powerFew(new Float64Array(700).fill(1), new Float64Array(700));
    expect(people.rows.map((row) => row.people)).toEqual([7, 35, 70, 140]);
    expect(people.rows[0]?.incidents).toBe(0.01);
    expect(people.rows[0]?.harm).toBeNaN();
    expect(people.isSmall).toBe(false);
    expect(powerFew([], []).people).toBe(0);
    expect(() => powerFew([1], [])).toThrow(RangeError);
    expect(() => powerFew([0], [1])).toThrow(RangeError);
  });
});
