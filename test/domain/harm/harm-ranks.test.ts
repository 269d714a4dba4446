import { describe, expect, it } from 'vitest';
import type { EvidenceColumns } from '../../../src/domain/evidence/columns.ts';
import {
  competitionRanks,
  harmRanks,
  membersOf,
  unitMembers,
} from '../../../src/domain/harm/harm-ranks.ts';
import {
  harmEvidence,
  type RestsOn,
  restsOn,
  topOffence,
} from '../../../src/domain/harm/rests-on.ts';
import { inputsOf, type MadeUpIncident } from '../../profile/made-up-inputs.ts';

const none = Number.NaN;

describe('the incidents of units', () => {
  it('come from one unit an incident', () => {
    const members = unitMembers(3, Int32Array.of(2, 0, -1, 2, 5));
    expect(Array.from({ length: 3 }, (_, unit) => [...membersOf(members, unit)])).toEqual([
      [1],
      [],
      [0, 3],
    ]);
  });

  it('come from pairs, each incident once a unit', () => {
    const units = Uint32Array.of(1, 1, 0, 1, 4294967295, 0);
    const incidents = Int32Array.of(7, 7, 7, 3, 2, 3);
    const members = unitMembers(2, units, incidents);
    expect([...membersOf(members, 0)]).toEqual([7, 3]);
    expect([...membersOf(members, 1)]).toEqual([7, 3]);
    expect(unitMembers(0, new Int32Array()).units).toBe(0);
  });
});

describe('ranks', () => {
  it('are shared by ties, and the next is skipped', () => {
    // 0.1 + 0.2 is not 0.3 to the last digit and has to tie with it.
    expect([...competitionRanks(Float64Array.of(5, 9, 5, 1, none))]).toEqual([2, 1, 2, 4, 0]);
    expect([...competitionRanks(Float64Array.of(0.1 + 0.2, 0.3, 0))]).toEqual([1, 1, 3]);
  });

  it('stand side by side by count and by both lists', () => {
    // Unit 0: incidents 0, 1, 2. Unit 1: incident 3. Unit 2: incident 4. Unit 3: none.
    const ranks = harmRanks(
      {
        severityScore: Float64Array.of(10, none, 10, 100, none),
        cambridgeDays: new Float64Array(5).fill(none),
      },
      unitMembers(4, Int32Array.of(0, 0, 0, 1, 2)),
    );
    expect([...ranks.count]).toEqual([3, 1, 1, 0]);
    expect([...ranks.countRank]).toEqual([1, 2, 2, 0]);
    expect([...ranks.severity.sum]).toEqual([20, 100, none, none]);
    expect([...ranks.severity.unweighted]).toEqual([1, 0, 1, 0]);
    expect([...ranks.severity.rank]).toEqual([2, 1, 0, 0]);
    expect(ranks.severity.hasWeights).toBe(true);
    expect([...ranks.cambridge.rank]).toEqual([0, 0, 0, 0]);
    expect([...ranks.cambridge.unweighted]).toEqual([3, 1, 1, 0]);
    expect(ranks.cambridge.hasWeights).toBe(false);
  });

  it('take a million incidents', () => {
    const length = 1_000_000;
    const units = 50_000;
    const weights = Float64Array.from({ length }, (_, index) =>
      index % 7 === 0 ? none : index % 90,
    );
    const pairs = Int32Array.from({ length }, (_, index) => index);
    const unitOf = Int32Array.from({ length }, (_, index) => (index * 7919) % units);
    const ranks = harmRanks(
      { severityScore: weights, cambridgeDays: weights },
      unitMembers(units, unitOf, pairs),
    );
    expect(ranks.count.every((count) => count === 20)).toBe(true);
  });
});

interface Person {
  readonly incident: number;
  readonly person: number;
}

/** Evidence of these incidents with these victims and suspects in place of the made-up ones. */
function evidenceOf(
  incidents: readonly MadeUpIncident[],
  victims: readonly Person[] = [],
  suspects: readonly Person[] = [],
): EvidenceColumns {
  const { evidence } = inputsOf(incidents);
  const entries = (people: readonly Person[]) => ({
    length: people.length,
    incident: Int32Array.from(people, ({ incident }) => incident),
    person: Uint32Array.from(people, ({ person }) => person),
  });
  return {
    ...evidence,
    victims: { ...evidence.victims, ...entries(victims) },
    suspects: { ...evidence.suspects, ...entries(suspects) },
  };
}

function restOf(evidence: EvidenceColumns): RestsOn[] {
  const all = Uint32Array.from({ length: evidence.incidents.length }, (_, index) => index);
  return restsOn(harmEvidence(evidence), all, evidence.incidents.severityScore);
}

const kindsOf = (evidence: EvidenceColumns): string[] => restOf(evidence).map(({ kind }) => kind);

describe('what the harm of a unit rests on', () => {
  it('is one record where it carries more than half', () => {
    // 300 of 500 is 60 %.
    const found = restOf(
      evidenceOf([
        { severityScore: 100, recorded: '2026-01-01' },
        { severityScore: 300, recorded: '2026-01-02' },
        { severityScore: 100, recorded: '2026-01-03' },
        { recorded: '2026-01-04' },
      ]),
    );
    expect(found.map(({ kind }) => kind)).toEqual(['record', 'recording-day']);
    expect(found[0]).toEqual({ kind: 'record', share: 0.6, which: 1, records: 1 });
    // 2026-01-02 is 20,455 days after 1970-01-01.
    expect(found[1]?.which).toBe(20_455);
  });

  it('is nothing where two carry half each, where nothing is weighted, or where weights are 0', () => {
    expect(restOf(evidenceOf([{ severityScore: 0.1 }, { severityScore: 0.1 }]))).toEqual([]);
    expect(restOf(evidenceOf([{}, {}]))).toEqual([]);
    expect(restOf(evidenceOf([{ severityScore: 0 }]))).toEqual([]);
    expect(restOf(evidenceOf([]))).toEqual([]);
  });

  it('is one victim or suspect over several records, each record once', () => {
    const incidents = [{ severityScore: 10 }, { severityScore: 10 }, { severityScore: 10 }];
    const people = [
      { incident: 0, person: 7 },
      { incident: 0, person: 7 },
      { incident: 1, person: 7 },
      { incident: 2, person: 8 },
    ];
    const found = restOf(evidenceOf(incidents, people));
    expect(found).toEqual([{ kind: 'victim', share: 20 / 30, which: 7, records: 2 }]);
    expect(kindsOf(evidenceOf(incidents, [], people))).toEqual(['suspect']);
  });

  it('never takes people without an identifier for one person', () => {
    const incidents = [{ severityScore: 10 }, { severityScore: 10 }, { severityScore: 10 }];
    const people = incidents.map((_, incident) => ({ incident, person: 0 }));
    expect(kindsOf(evidenceOf(incidents, people, people))).toEqual([]);
  });

  it('is one event: records of the same address and minute', () => {
    const at = (committed: string, place: number) => ({ severityScore: 10, committed, place });
    const minute = '2026-01-01 20:15';
    const found = restOf(evidenceOf([at('2026-01-02 20:15', 4), at(minute, 4), at(minute, 4)]));
    expect(found).toEqual([{ kind: 'event', share: 20 / 30, which: 1, records: 2 }]);
    // No address, or a day without a minute: not known to be the same.
    expect(kindsOf(evidenceOf([at(minute, 0), at(minute, 0), at(minute, 0)]))).toEqual([]);
    const day = '2026-01-01';
    expect(kindsOf(evidenceOf([at(day, 4), at(day, 4), at(day, 4)]))).toEqual([]);
  });

  it('is one recording day, and records without a day are not of one day', () => {
    const on = (recorded: string) => ({ severityScore: 10, recorded });
    const catchUp = [on('2026-03-01 09:00'), on('2026-03-01 23:59'), on('2026-03-02')];
    expect(restOf(evidenceOf(catchUp))).toMatchObject([
      { kind: 'recording-day', which: 20_513, records: 2 },
    ]);
    expect(kindsOf(evidenceOf([on(''), on(''), on('')]))).toEqual([]);
  });
});

describe('what harm rests on, against adding up every key', () => {
  /** Numbers 0 to below - 1 in a fixed order that looks random (Park and Miller's generator). */
  function numbers(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
  }

  /** Keys that carry more than half, by adding up all of them. */
  function overHalf(keys: readonly (string | null)[], weights: readonly number[]): string[] {
    const sums = new Map<string, number>();
    for (const [index, key] of keys.entries()) {
      if (key !== null) sums.set(key, (sums.get(key) ?? 0) + (weights[index] ?? 0));
    }
    const half = weights.reduce((sum, weight) => sum + weight, 0) / 2;
    return [...sums].filter(([, sum]) => sum > half).map(([key]) => key);
  }

  it('finds the same events and days in 500 made-up units', () => {
    let events = 0;
    let days = 0;
    for (let seed = 1; seed <= 500; seed++) {
      const next = numbers(seed * 7919);
      const incidents = Array.from({ length: 1 + next(9) }, () => ({
        // Whole numbers add up exactly, so that a half is a half in both ways.
        severityScore: next(4),
        place: next(3),
        committed: `2026-01-0${1 + next(2)}${next(5) === 0 ? '' : ' 10:00'}`,
        recorded: next(5) === 0 ? '' : `2026-02-0${1 + next(2)}`,
      }));
      const found = kindsOf(evidenceOf(incidents));
      const weights = incidents.map(({ severityScore }) => severityScore);
      const eventKeys = incidents.map(({ place, committed }) =>
        place === 0 || committed.length === 10 ? null : `${place} ${committed}`,
      );
      const dayKeys = incidents.map(({ recorded }) => recorded || null);
      const isEvent = overHalf(eventKeys, weights).length > 0;
      const isDay = overHalf(dayKeys, weights).length > 0;
      expect(found.includes('event'), `seed ${seed}`).toBe(isEvent);
      expect(found.includes('recording-day'), `seed ${seed}`).toBe(isDay);
      events += Number(isEvent);
      days += Number(isDay);
    }
    // Both answers occur often enough for the comparison to mean something.
    for (const count of [events, days]) {
      expect(count).toBeGreaterThan(50);
      expect(count).toBeLessThan(450);
    }
  });
});

describe('the top offence of a unit', () => {
  it('is the one with most harm, not the commonest', () => {
    const evidence = evidenceOf([
      { offence: 'Harassment', severityScore: 30 },
      { offence: 'Harassment', severityScore: 30 },
      { offence: 'Rape', severityScore: 90 },
      { offence: 'Strangulation' },
    ]);
    const { incidents } = evidence;
    const found = topOffence(
      harmEvidence(evidence),
      Uint32Array.of(0, 1, 2, 3),
      incidents.severityScore,
    );
    expect(found).toEqual({
      offence: incidents.offence.values.indexOf('Rape'),
      share: 0.6,
      records: 1,
    });
    expect(
      topOffence(harmEvidence(evidence), Uint32Array.of(3), incidents.severityScore),
    ).toBeNull();
  });
});
