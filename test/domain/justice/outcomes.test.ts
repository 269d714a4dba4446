import { describe, expect, it } from 'vitest';
import { figuresOf, offencesRecorded, partsOf } from '../../../src/domain/justice/offences.ts';
import { lookUpOutcomes } from '../../../src/domain/justice/outcome-codes.ts';
import {
  countOutcomes,
  undecidedByMonth,
  unknownOutcomes,
} from '../../../src/domain/justice/outcomes.ts';
import { parseMonth } from '../../../src/domain/time/months.ts';
import { evidenceOf, type MadeUpIncident } from '../../profile/made-up-inputs.ts';
import { shippedOutcomes } from './lists.ts';

const of = (outcome: string, more: MadeUpIncident = {}): MadeUpIncident => ({
  recorded: '2026-05-01',
  outcome,
  ...more,
});
const open = { fromMinutes: null, toMinutes: null };

function made(own: readonly MadeUpIncident[]) {
  const { incidents } = evidenceOf(own);
  const { offences } = offencesRecorded(
    incidents,
    own.map((_, index) => index),
    open,
  );
  return { incidents, offences, lookup: lookUpOutcomes(incidents.outcome, shippedOutcomes()) };
}

describe('offences recorded', () => {
  it('leave out what is no crime, gone, undated or of another time', () => {
    const { incidents } = evidenceOf([
      of(''),
      of('', { isCrime: false }),
      of('', { crimeStatus: 'cancelled' }),
      of('', { crimeStatus: 'transferred' }),
      of('', { recorded: '' }),
      of('', { recorded: '2026-04-30' }),
      of('', { recorded: '2026-06-01' }),
      of('', { recorded: '2026-05-31 23:59' }),
    ]);
    const day = (text: string): number => Date.parse(text) / 60_000;
    expect(
      offencesRecorded(incidents, [0, 1, 2, 3, 4, 5, 6, 7], {
        fromMinutes: day('2026-05-01'),
        toMinutes: day('2026-06-01'),
      }),
    ).toEqual({
      offences: Int32Array.of(0, 7),
      notCrimes: 1,
      cancelledOrTransferred: 2,
      withoutDate: 1,
      outsidePeriod: 2,
    });
  });

  it('are split by space and threat, one in several', () => {
    const { incidents, offences } = made([
      of('', { online: true, space: 'private', threats: 1 | 8 }),
      of('', { space: 'none' }),
    ]);
    const counts = Object.fromEntries(
      figuresOf(partsOf(incidents, offences), (own) => own.length).map(({ name, figure }) => [
        name,
        figure,
      ]),
    );
    expect(counts).toEqual({
      all: 2,
      online: 1,
      private: 1,
      public: 0,
      unclassified: 1,
      'domestic-abuse': 1,
      'rape-serious-sexual': 0,
      'child-sexual': 0,
      'tech-enabled': 1,
      'honour-based': 0,
    });
  });
});

describe('outcomes of offences', () => {
  const own = [
    ...['14', 'Outcome 16', '016', '15', '1', '1A', 'Victim does not support'].map((text) =>
      of(text),
    ),
    of('Unable to prosecute suspect'),
    of(''),
    of('Under investigation'),
    of('Filed'),
    of('Filed'),
    of('Status update unavailable'),
    of('16', { isCrime: false }),
  ];
  const { incidents, offences, lookup } = made(own);
  const counts = countOutcomes(incidents, offences, lookup);

  it('are counted of all recorded and of those decided', () => {
    // Thirteen offences: eight decided, two undecided, three that cannot be told.
    expect(counts).toMatchObject({
      offences: 13,
      decided: 8,
      undecided: { hits: 2, of: 13 },
      notKnown: 3,
      charged: { count: 2, ofRecorded: { hits: 2, of: 13 }, ofDecided: { share: 0.25 } },
      fourteen: { count: 1, ofDecided: { share: 0.125 } },
      fifteen: { count: 1 },
      sixteen: { count: 2 },
      notSupporting: { count: 4, ofRecorded: { of: 13 }, ofDecided: { share: 0.5 } },
      notSplit: 1,
      merged: 1,
    });
    expect(counts.byOutcome.map(({ outcome, count }) => `${outcome.code}: ${count}`)).toEqual([
      '1: 1',
      '1A: 1',
      '14: 1',
      '15: 1',
      '16: 2',
      '14-16: 1',
      'unable-to-prosecute: 1',
    ]);
    expect(unknownOutcomes(incidents, offences, lookup)).toEqual([{ text: 'Filed', count: 2 }]);
  });

  it('of none have no shares', () => {
    expect(countOutcomes(incidents, [], lookup)).toMatchObject({
      offences: 0,
      undecided: { share: null },
      charged: { count: 0, ofDecided: { share: null } },
    });
  });
});

it('the undecided share is given by month', () => {
  const { incidents, offences, lookup } = made([
    of('', { recorded: '2026-01-31' }),
    of('1', { recorded: '2026-03-01' }),
    of('', { recorded: '2026-03-31' }),
    of('', { recorded: '2026-04-02' }),
    of('', { recorded: '2026-05-02' }),
  ]);
  const lastMonth = parseMonth('2026-04') ?? 0;
  const months = undecidedByMonth(incidents, offences, lookup, { lastMonth, months: 3 });
  expect(
    months.map(({ month, undecided }) => [month - lastMonth, undecided.hits, undecided.of]),
  ).toEqual([
    [-2, 0, 0],
    [-1, 1, 2],
    [0, 1, 1],
  ]);
});
