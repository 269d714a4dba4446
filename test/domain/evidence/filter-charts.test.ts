import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartColumns } from '../../../src/domain/evidence/chart-columns.ts';
import {
  type IncidentColumns,
  noMinutes,
  threatNames,
  tierNames,
  timePrecision,
} from '../../../src/domain/evidence/columns.ts';
import { filterCharts, type Land } from '../../../src/domain/evidence/filter-charts.ts';
import { type IncidentFilter, selectIncidents } from '../../../src/domain/evidence/select.ts';
import { hourByWeekday } from '../../../src/domain/time/hour-by-weekday.ts';
import { monthIndexOf, monthlyCounts } from '../../../src/domain/time/months.ts';

interface Made {
  inVawg: number;
  tier: number;
  female: number;
  threats: number;
  online: number;
  space: number;
  setAside: number;
  easting: number;
  recorded: number;
  from: number;
  lasts: number | null;
  precision: number;
  offence: number;
}

const start = Date.UTC(2025, 0, 1) / 60_000;
const times = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: start, max: start + 400 * 1_440 }) },
  { weight: 1, arbitrary: fc.constant(noMinutes) },
);
const made: fc.Arbitrary<Made> = fc.record({
  inVawg: fc.constantFrom(0, 1, 1, 1),
  tier: fc.nat(tierNames.length - 1),
  female: fc.constantFrom(0, 1),
  threats: fc.nat(31),
  online: fc.constantFrom(0, 1),
  space: fc.nat(2),
  setAside: fc.constantFrom(0, 0, 0, 1),
  easting: fc.constantFrom(400_000, 400_001, Number.NaN),
  recorded: times,
  from: times,
  lasts: fc.oneof(fc.constant(null), fc.integer({ min: -10, max: 1_600 })),
  precision: fc.constantFrom(timePrecision.day, timePrecision.minute, timePrecision.month),
  offence: fc.nat(3),
});
const filters: fc.Arbitrary<IncidentFilter> = fc.record({
  evidence: fc.constantFrom('vawg' as const, 'all-incidents' as const),
  space: fc.constantFrom('all', 'online', 'private', 'public', 'unclassified' as const),
  threat: fc.constantFrom('all' as const, ...threatNames),
  victims: fc.constantFrom('all' as const, 'female' as const),
  dateBasis: fc.constantFrom('recorded' as const, 'committed' as const),
  fromMinutes: fc.constantFrom(null, start + 30 * 1_440),
  toMinutes: fc.constantFrom(null, start + 200 * 1_440),
});

function columnsOf(records: readonly Made[]): IncidentColumns {
  const bytes = (of: (one: Made) => number) => Uint8Array.from(records, of);
  const minutes = (of: (one: Made) => number) => Int32Array.from(records, of);
  const columns: Partial<IncidentColumns> = {
    length: records.length,
    inVawg: bytes((one) => one.inVawg),
    tier: bytes((one) => one.tier),
    hasFemaleVictim: bytes((one) => one.female),
    threats: bytes((one) => one.threats),
    online: bytes((one) => one.online),
    physicalSpace: bytes((one) => one.space),
    setAside: bytes((one) => one.setAside),
    easting: Float64Array.from(records, (one) => one.easting),
    recordedMinutes: minutes((one) => one.recorded),
    recordedPrecision: bytes((one) => one.precision),
    occurredFromMinutes: minutes((one) => one.from),
    occurredToMinutes: minutes((one) =>
      one.lasts === null || one.from === noMinutes ? noMinutes : one.from + one.lasts,
    ),
    occurredPrecision: bytes((one) => one.precision),
    offence: { codes: bytes((one) => one.offence), values: ['', 'a', 'b', 'c'] },
  };
  // Only the columns that filters and charts read are made.
  return columns as IncidentColumns;
}

const everywhere: Land = { insideBoundary: null, insideChosen: null };

describe('the charts of a filter', () => {
  it('agree with the selection of records, the months and the hours made one by one', () => {
    fc.assert(
      fc.property(fc.array(made, { maxLength: 40 }), filters, (records, filter) => {
        const incidents = columnsOf(records);
        const { indexes, leftOut } = selectIncidents(incidents, filter, false);
        const charts = filterCharts(incidents, chartColumns(incidents), filter, everywhere);
        expect(charts.n).toBe(indexes.length);
        expect(charts.leftOut).toEqual(leftOut);
        const own = (column: Int32Array, some = indexes) =>
          Int32Array.from(some, (index) => column[index] ?? noMinutes);
        const dates = own(
          filter.dateBasis === 'recorded'
            ? incidents.recordedMinutes
            : incidents.occurredFromMinutes,
        ).filter((time) => time !== noMinutes);
        expect(charts.undated).toBe(indexes.length - dates.length);
        if (dates.length > 0) {
          const months = [...dates].map(monthIndexOf);
          const [first, last] = [Math.min(...months), Math.max(...months)];
          expect(charts.firstMonth).toBe(first);
          expect(charts.monthCounts).toEqual(monthlyCounts(dates, first, last));
        }
        const timed = indexes.filter(
          (index) => incidents.occurredPrecision[index] === timePrecision.minute,
        );
        const hours = hourByWeekday(
          own(incidents.occurredFromMinutes, timed),
          own(incidents.occurredToMinutes, timed),
          { noMinutes },
        );
        expect(charts.untimed).toBe(indexes.length - hours.used);
        for (const [hour, weight] of hours.weights.entries())
          expect(charts.hours[hour]).toBeCloseTo(weight, 9);
        const offences = [0, 1, 2, 3].map(
          (code) => indexes.filter((index) => incidents.offence.codes[index] === code).length,
        );
        expect([...charts.offenceCounts]).toEqual(offences);
      }),
    );
  });

  it('tell what cannot be mapped by reason and space, and leave it out where an area was chosen', () => {
    const one: Made = {
      inVawg: 1,
      tier: 0,
      female: 1,
      threats: 0,
      online: 0,
      space: 2,
      setAside: 0,
      easting: 400_000,
      recorded: start,
      from: start + 90,
      lasts: null,
      precision: timePrecision.minute,
      offence: 1,
    };
    const incidents = columnsOf([
      one,
      { ...one, online: 1, space: 1, easting: Number.NaN },
      { ...one, online: 1, space: 0, easting: Number.NaN },
      { ...one, space: 0, setAside: 1 },
      one,
      { ...one, inVawg: 0, easting: Number.NaN },
    ]);
    const filter: IncidentFilter = {
      evidence: 'vawg',
      space: 'all',
      threat: 'all',
      victims: 'all',
      dateBasis: 'committed',
      fromMinutes: null,
      toMinutes: null,
    };
    const whole = filterCharts(incidents, chartColumns(incidents), filter, {
      insideBoundary: Uint8Array.of(1, 0, 0, 1, 0, 0),
      insideChosen: null,
    });
    const none = { online: 0, private: 0, public: 0, unclassified: 0 };
    expect(whole.n).toBe(5);
    expect(whole.spaces).toEqual({ online: 2, private: 1, public: 2, unclassified: 1 });
    expect(whole.notMapped).toEqual([
      { reason: 'reportedAtLocation', spaces: { ...none, unclassified: 1 } },
      { reason: 'noLocation', spaces: { ...none, online: 2, private: 1 } },
      { reason: 'outsideStudyArea', spaces: { ...none, public: 1 } },
    ]);
    // Of them one is online and private: a record, and in two spaces.
    expect(whole.notMappedRecords).toBe(4);
    const chosen = filterCharts(incidents, chartColumns(incidents), filter, {
      insideBoundary: null,
      insideChosen: Uint8Array.of(1, 0, 0, 0, 0, 0),
    });
    expect(chosen.n).toBe(1);
    expect(chosen.leftOut).toEqual({
      notVawg: 1,
      reportedAtLocation: 1,
      noLocation: 2,
      outsideChosenArea: 1,
    });
    expect(chosen.notMapped).toEqual(whole.notMapped.slice(0, 2));
  });

  it('have nothing to show of no records', () => {
    const charts = filterCharts(
      columnsOf([]),
      chartColumns(columnsOf([])),
      {
        evidence: 'vawg',
        space: 'all',
        threat: 'all',
        victims: 'all',
        dateBasis: 'recorded',
        fromMinutes: 0,
        toMinutes: 1,
      },
      everywhere,
    );
    expect(charts).toMatchObject({ n: 0, firstMonth: null, monthCounts: [], untimed: 0 });
  });
});
