import { describe, expect, it } from 'vitest';
import { quintiles, rfgScores } from '../../../src/domain/people/rfg.ts';
import {
  suspectCounts,
  suspectGroups,
  suspectStandings,
} from '../../../src/domain/people/suspects.ts';
import { triageList } from '../../../src/domain/people/triage.ts';
import {
  evidenceOf,
  type MadeUpIncident,
  type MadeUpSuspect,
} from '../../profile/made-up-inputs.ts';

const of = (suspect: MadeUpSuspect, more: MadeUpIncident = {}): MadeUpIncident => ({
  recorded: '2026-01-01',
  suspects: [suspect],
  ...more,
});

const minutes = (day: string): number => Date.parse(`${day}T00:00Z`) / 60_000;

function standingsOf(incidents: readonly MadeUpIncident[], indicators: Uint8Array | null = null) {
  const evidence = evidenceOf(incidents);
  const people = suspectGroups(evidence, [...incidents.keys()]);
  return { evidence, people, standings: suspectStandings(evidence, people, indicators) };
}

describe('suspects', () => {
  it('leave out the eliminated and crimes that no longer stand, and keep categories apart', () => {
    const { people, standings } = standingsOf([
      of({ person: 1, status: 'suspect' }),
      of({ person: 1, status: 'convicted' }),
      of({ person: 2, status: 'charged' }),
      of({ person: 2, status: 'eliminated' }),
      of({ person: 3, status: 'suspect' }, { crimeStatus: 'cancelled' }),
      of({ person: 3, status: 'suspect' }, { crimeStatus: 'transferred' }),
      of({ person: 3, status: '' }, { crimeStatus: 'N100' }),
      of({ status: 'suspect' }),
    ]);
    expect(people).toMatchObject({ eliminated: 1, cancelledOrTransferred: 2 });
    expect(people.groups).toMatchObject({ count: 3, withoutKey: 1 });
    expect([...standings.category]).toEqual([3, 2, 0]);
    expect(suspectCounts(people.groups, standings)).toMatchObject({
      people: 3,
      // Not recorded, suspect, charged, convicted.
      incidents: [1, 1, 1, 1],
      repeat: 1,
    });
  });

  it('count one incident once, in its highest category', () => {
    const { people, standings } = standingsOf([
      {
        recorded: '2026-01-01',
        suspects: [
          { person: 1, status: 'suspect' },
          { person: 1, status: 'charged' },
        ],
      },
    ]);
    expect(suspectCounts(people.groups, standings).incidents).toEqual([0, 0, 1, 0]);
  });

  it('are serial with two or more different identified victims of linked incidents', () => {
    const { people, standings } = standingsOf([
      of({ person: 1 }, { victims: [{ person: 10 }] }),
      of({ person: 1 }, { victims: [{ person: 11 }, {}] }),
      of({ person: 2 }, { victims: [{ person: 10 }] }),
      of({ person: 2 }, { victims: [{ person: 10 }] }),
      of({ person: 3 }, { victims: [{}, {}] }),
      of({ person: 4 }, { victims: [{ person: 12 }, { person: 13 }] }),
    ]);
    expect([...standings.victims]).toEqual([2, 1, 0, 2]);
    expect(suspectCounts(people.groups, standings)).toMatchObject({
      serial: 2,
      serialInOneIncident: 1,
      repeat: 2,
    });
  });

  it('are across spaces when online and private or public', () => {
    const { people, standings } = standingsOf([
      of({ person: 1 }, { online: true, space: 'none' }),
      of({ person: 1 }, { space: 'private' }),
      of({ person: 2 }, { space: 'private' }),
      of({ person: 2 }, { space: 'public' }),
      of({ person: 3 }, { online: true, space: 'none' }),
    ]);
    expect(suspectCounts(people.groups, standings).acrossSpaces).toBe(1);
  });

  it('are young by the age on their latest incident', () => {
    const { people, standings } = standingsOf([
      of({ person: 1, age: 18 }, { recorded: '2026-01-01' }),
      of({ person: 1, age: 17 }, { recorded: '2025-01-01' }),
      of({ person: 2, age: 17 }),
      of({ person: 3 }),
    ]);
    expect(suspectCounts(people.groups, standings)).toMatchObject({ young: 1, ageNotRecorded: 1 });
  });
});

describe('RFG scores', () => {
  it('are quintiles in which equal values share the lower score', () => {
    // Shares of lower values: 0, 0.2, 0.4, 0.6, 0.8.
    expect([...quintiles([50, 10, 40, 20, 30], [0, 1, 2, 3, 4])]).toEqual([5, 1, 4, 2, 3]);
    // 7 7 7 7 9: none is lower than 7; four of five are lower than 9.
    expect([...quintiles([7, 7, 9, 7, 7], [0, 1, 2, 3, 4])]).toEqual([1, 1, 5, 1, 1]);
    expect([...quintiles([1, 2, 3], [2])]).toEqual([0, 0, 1]);
  });

  it('take days to the cut, incidents of 365 days and the sum of weights', () => {
    const { evidence, people } = standingsOf([
      of({ person: 1 }, { recorded: '2026-10-01', severityScore: 100 }),
      of({ person: 1 }, { recorded: '2025-11-01', severityScore: 7 }),
      // 365 days before the cut: the 366th day back, outside.
      of({ person: 1 }, { recorded: '2025-10-31' }),
      of({ person: 2 }, { recorded: '2025-11-01 12:00', severityScore: 1 }),
      of({ person: 3 }, { recorded: '' }),
      of({ person: 4 }, { recorded: '2026-11-05', severityScore: 1 }),
    ]);
    const scores = rfgScores(
      people.groups,
      evidence.incidents.severityScore,
      minutes('2026-10-31'),
    );
    expect([...scores.daysSince]).toEqual([30, 364, Number.NaN, Number.NaN]);
    expect([...scores.frequency]).toEqual([2, 1, 0, 0]);
    expect([...scores.gravity]).toEqual([107, 1, 0, 0]);
    expect([...scores.unweighted]).toEqual([1, 0, 0, 0]);
    // Of two, one is lower: 1 + floor(5 / 2) = 3 for the higher, 1 for the lower, three times each.
    expect([...scores.total]).toEqual([9, 3, 0, 0]);
    expect(scores).toMatchObject({ scored: 2, notScored: 2 });
  });
});

describe('the triage list', () => {
  it('orders adults by total, then gravity, with a rank for a name', () => {
    const { evidence, people, standings } = standingsOf(
      [
        of({ person: 901, status: 'suspect' }, { severityScore: 5 }),
        of({ person: 902, status: 'convicted' }, { severityScore: 50, online: true }),
        of({ person: 903, age: 16 }, { severityScore: 500 }),
        of({ person: 904 }, { severityScore: 5 }),
      ],
      Uint8Array.of(0, 1 | 32, 0, 0),
    );
    const scores = rfgScores(
      people.groups,
      evidence.incidents.severityScore,
      minutes('2026-01-31'),
    );
    const { entries, cutTies } = triageList(people.groups, standings, scores, 2);
    expect(entries).toMatchObject([
      {
        code: 'A1',
        category: 'convicted',
        gravity: 50,
        indicators: ['strangulation', 'weapons'],
        isAcrossSpaces: true,
        isAgeKnown: false,
      },
      { code: 'A2', gravity: 5, indicators: [] },
    ]);
    // 901 and 904 are equal in everything: one of them is cut off.
    expect(cutTies).toBe(1);
    expect(JSON.stringify(entries)).not.toMatch(/90[1-4]/);
  });
});
