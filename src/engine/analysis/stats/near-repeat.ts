import { nearRepeat } from '../../../domain/hotspots/near-repeat.ts';
import { nearRepeatOptions, nearRepeatSettings } from '../near-repeat-settings.ts';
import { finish } from './finish.ts';
import { daysOf, timedPoints } from './point-times.ts';
import type { StatsMethod } from './stats-method.ts';

/** Knox's table of pairs close in space and time. One row a pair of bands. */
export const nearRepeatStats: StatsMethod = {
  settings: nearRepeatSettings,
  needsGrid: false,
  readsTimes: true,
  run(points, _gridOf, settings) {
    const timed = timedPoints(points);
    const table = finish(
      nearRepeat(
        timed.eastings,
        timed.northings,
        daysOf(timed.minutes),
        nearRepeatOptions(settings),
      ),
    );
    return {
      header: ['space_lo', 'space_hi', 'time_lo', 'time_hi', 'observed', 'expected', 'p'],
      rows: table.bands.map((band) => [
        band.spaceFromMetres,
        band.spaceToMetres,
        band.timeFromDays,
        band.timeToDays,
        band.observed,
        band.expected,
        Number.isNaN(band.p) ? '' : band.p,
      ]),
      summary: {
        points: points.eastings.length,
        unreadable: points.unreadable,
        withoutTime: timed.withoutTime,
        events: table.events,
        closePairs: table.closePairs,
      },
    };
  },
};
