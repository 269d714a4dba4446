import { assess } from '../../../domain/hotspots/before-after.ts';
import { countZones } from '../../../domain/hotspots/zones.ts';
import { assessmentPlan, assessSettings } from '../assess-plan.ts';
import { plainly } from './finish.ts';
import { daysCovered, daysOf, timedPoints } from './point-times.ts';
import type { StatsMethod } from './stats-method.ts';

/** Before and after, treated, around and elsewhere. One row a zone. */
export const assessStats: StatsMethod = {
  settings: assessSettings,
  needsGrid: false,
  readsTimes: true,
  run(points, _gridOf, settings) {
    const timed = timedPoints(points);
    const days = daysOf(timed.minutes);
    const plan = assessmentPlan(settings, daysCovered(timed.minutes), null);
    const { counts, outside } = countZones(timed.eastings, timed.northings, days, plan);
    const result = plainly(() => assess(counts));
    const { treated, buffer, comparison } = counts;
    const ratio = ({ estimate, low, high }: typeof result.ratio) => [estimate, low, high];
    return {
      header: ['zone', 'before', 'after', 'ratio', 'low', 'high'],
      rows: [
        ['treated', treated.before, treated.after, ...ratio(result.ratio)],
        ['buffer', buffer.before, buffer.after, ...ratio(result.bufferRatio)],
        ['comparison', comparison.before, comparison.after, '', '', ''],
      ],
      summary: {
        points: points.eastings.length,
        unreadable: points.unreadable,
        withoutTime: timed.withoutTime,
        outsidePeriods: outside,
        dispersion: counts.dispersion,
        displacementQuotient: result.displacementQuotient ?? '',
        netPrevented: result.netPrevented,
        peak: result.peak?.estimate ?? '',
      },
    };
  },
};
