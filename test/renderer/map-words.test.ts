import { describe, expect, it } from 'vitest';
import { departureWords } from '../../renderer/explore/departure-words.ts';
import { notMappedWords } from '../../renderer/explore/left-out-words.ts';
import { mapSheet } from '../../renderer/explore/map-sheet.ts';
import { runWords } from '../../renderer/explore/run-words.ts';
import { venueWords } from '../../renderer/explore/venue-words.ts';
import { shadingOf } from '../../renderer/map/shading.ts';
import { wholeFilter } from '../../src/contract/filter.ts';
import type { FilterChartData, RunResult } from '../../src/contract/hotspots.ts';
import type { WorkspaceSummary } from '../../src/contract/results.ts';

const result: RunResult = {
  run: {
    run: 'abc',
    method: 'counts',
    parameters: { cellMetres: 1_000, shape: 'hexagon', areaRule: 'Made-up rule.' },
    filter: { ...wholeFilter, space: 'public', threat: 'rape-serious-sexual', from: '2026-01-01' },
    fingerprint: '',
    madeAt: '2026-11-01T10:00:00Z',
    countIn: 1_234,
    leftOut: { 'no-location': 2, 'no-date': 0 },
    summary: {},
    departures: ['Method: Counts instead of Hot spots (Gi*).', 'Space: all instead of public.'],
  },
  settings: {},
  main: { name: 'cells', title: 'Cells', columns: [] },
  others: [],
  geometry: { kind: 'cells', verticesPerCell: 6, polygons: new Float64Array(0) },
  shade: null,
  words: ['Made-up finding.'],
};

const charts: FilterChartData = {
  n: 1_240,
  total: 1_242,
  leftOut: {},
  months: [],
  undated: 0,
  hours: new Float64Array(0),
  untimed: 0,
  offences: [],
  spaces: { online: 0, private: 0, public: 0, unclassified: 0 },
  notMappedRecords: 6,
  notMapped: [
    { space: 'public', reason: 'no-location', count: 6 },
    { space: 'online', reason: 'no-location', count: 0 },
  ],
};

function sheetOf(counted: FilterChartData | null) {
  const summary = { force: 'Made-up force', marking: 'OFFICIAL' } as WorkspaceSummary;
  const picture = { ground: null, isGroundFilled: true, rows: null, venues: null, ring: [] };
  const drawn = { picture, shading: shadingOf(result), strongest: null, isWithheld: false };
  const extent = [0, 54, 1, 55] as const;
  return mapSheet({
    result,
    shown: result,
    drawn,
    charts: counted,
    ground: null,
    extent,
    summary,
    hasBase: true,
  });
}

describe('what stands on a saved map', () => {
  it('says what was asked, of whom, when and by which run', () => {
    expect(sheetOf(charts)?.facts).toEqual([
      'Counts; n = 1,234 incidents',
      'Period: 2026-01-01 to the last record, by committed date',
      'Space: public; threat: rape, serious sexual; victims: all',
      'Cells: 1,000 m hexagons',
      'Made-up rule.',
      'Departs from the terms of reference: Method: Counts instead of Hot spots (Gi*).',
      'Departs from the terms of reference: Space: all instead of public.',
      'Source: Made-up force; VAWG incidents',
      'Base map not drawn on this sheet',
      'Run abc, made 2026-11-01',
    ]);
    expect(sheetOf(charts)?.notOnMap).toEqual(['2 no location']);
  });

  it('never says that nothing is missing before that was counted', () => {
    expect(sheetOf(charts)?.cannotBeMapped).toEqual(['6 public, no location']);
    expect(sheetOf(null)?.cannotBeMapped).toEqual(['not counted yet']);
  });
});

it('a kept run says in one line what it asked', () => {
  expect(runWords(result.run)).toBe(
    'Counts, VAWG incidents, public space, 2026-01-01 to the last record, by committed date, 1,000 m hexagons, n = 1,234',
  );
  expect(departureWords(result.run.departures)).toBe(
    'Method: Counts instead of Hot spots (Gi*); Space: all instead of public',
  );
});

it('records of evidence without spaces are told by reason alone', () => {
  expect(notMappedWords({ space: 'all', reason: 'no-location', count: 3 })).toBe('3 no location');
});

it('a venue is told with what is known of it', () => {
  const venue = { name: 'Made-up bar', category: 'bar', metres: 12.4 };
  expect(venueWords({ ...venue, capacity: 1_500, closingTime: '03:00' })).toBe(
    'Made-up bar (bar, 12 m, capacity 1,500, closes 03:00)',
  );
  expect(venueWords({ ...venue, capacity: null, closingTime: '' })).toBe('Made-up bar (bar, 12 m)');
});
