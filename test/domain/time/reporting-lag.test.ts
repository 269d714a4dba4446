import { describe, expect, it } from 'vitest';
import { fillingMonths, reportingLag } from '../../../src/domain/time/reporting-lag.ts';
import { evidenceOf } from '../../profile/made-up-inputs.ts';

const cutOff = (text: string): number => Date.parse(text) / 60_000;

describe('the reporting lag', () => {
  it('is late above 365 days, and counts apart what it cannot tell', () => {
    const { incidents } = evidenceOf([
      // 365 days, not late; 366 days, late; 0 days across an hour.
      { committed: '2025-03-01', recorded: '2026-03-01' },
      { committed: '2025-03-01', recorded: '2026-03-02' },
      { committed: '2026-03-01 23:00', recorded: '2026-03-01 23:30' },
      // Reported before it was recorded: that day counts.
      { committed: '2026-03-01', reported: '2026-03-11', recorded: '2026-03-21' },
      { committed: '2026-03-02', recorded: '2026-03-01' },
      { committed: '', recorded: '2026-03-01' },
      { committed: '2026-03-01', recorded: '2026-03-02' },
      { committed: '2024-03-01', recorded: '2026-03-02' },
    ]);
    // The seventh is dated by its month only; the eighth ended two days before it was recorded.
    const precision = Uint8Array.from(incidents.occurredPrecision);
    precision[6] = 1;
    const occurredTo = Int32Array.from(incidents.occurredToMinutes);
    occurredTo[7] = cutOff('2026-02-28');
    const changed = { ...incidents, occurredPrecision: precision, occurredToMinutes: occurredTo };
    expect(reportingLag(changed, [0, 1, 2, 3, 4, 5, 6, 7])).toEqual({
      assessable: 5,
      late: 1,
      negative: 1,
      unknown: 2,
      days: Int32Array.of(0, 2, 10, 365),
    });
  });
});

describe('months still filling by committed date', () => {
  // The ninth of ten is the 90th percentile by nearest rank.
  const lags = (ninth: number) => ({ days: Int32Array.of(0, 0, 0, 0, 0, 0, 0, 0, ninth, 300) });

  it.each([
    [0, '2026-10-31', 1],
    [30, '2026-10-31', 1],
    [31, '2026-10-31', 2],
    [31, '2026-10-15', 2],
    [62, '2026-01-10', 3],
  ])('with a lag of %i days before %s they are %i', (lagDays, last, months) => {
    expect(fillingMonths(lags(lagDays), cutOff(last))).toEqual({ months, lagDays });
  });

  it('are not known where no lag is', () => {
    expect(fillingMonths({ days: new Int32Array() }, cutOff('2026-10-31'))).toBeNull();
  });
});
