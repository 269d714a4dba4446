import { FailureError } from '../../../contract/outcome.ts';
import { distinctPositionShare } from '../../../domain/geography/default-positions.ts';
import { positionKeys, repeatPlaces } from '../../../domain/hotspots/repeat-places.ts';
import type { StatsMethod } from './stats-method.ts';

/** Positions with more than one point, the fullest first. One row a position. */
export const repeatsStats: StatsMethod = {
  settings: [],
  needsGrid: false,
  readsTimes: false,
  run(points) {
    const { eastings, northings } = points;
    if (eastings.length === 0) {
      throw new FailureError(
        'nothing-to-show',
        'No point has a position that can be read.',
        'Check the file and the names of its columns.',
      );
    }
    const result = repeatPlaces(
      positionKeys(eastings, northings),
      new Float64Array(eastings.length),
    );
    return {
      header: ['x', 'y', 'count'],
      rows: result.repeated.map(({ record, records }) => [
        eastings[record] ?? 0,
        northings[record] ?? 0,
        records,
      ]),
      summary: {
        points: eastings.length,
        unreadable: points.unreadable,
        positions: result.places,
        repeated: result.repeated.length,
        pointsAtRepeated: result.recordsAtRepeated,
        looksSnapped: String(distinctPositionShare(eastings, northings).looksSnapped),
      },
    };
  },
};
