import type { ProfileContext } from '../../domain/figures/context.ts';
import { peopledAreas } from '../../domain/figures/trend.ts';
import { assignAreas } from '../../domain/geography/area-membership.ts';
import { codeListInForce } from '../analysis/lists.ts';
import type { Session } from '../session.ts';
import {
  allActivities,
  calendarEntries,
  comparatorRows,
  residentWomen,
  smallTable,
} from '../workspace/context-rows.ts';

/** What stands around the evidence of a session. */
export function profileContext(session: Session): ProfileContext {
  const { reader } = session;
  const areas = session.areas();
  const perceptions = session.perceptions();
  const core = codeListInForce(reader).byClass.entries();
  return {
    comparators: comparatorRows(reader),
    coreClasses: new Set([...core].filter(([, { tier }]) => tier === 'core').map(([name]) => name)),
    activities: allActivities(reader),
    calendar: calendarEntries(reader),
    capability: smallTable(reader, 'capability'),
    conduct: smallTable(reader, 'conduct'),
    women: residentWomen(reader, peopledAreas(areas.list)),
    areaOfPerception:
      areas.index === null
        ? new Int32Array(perceptions.length).fill(-1)
        : assignAreas(areas.index, perceptions.easting, perceptions.northing),
  };
}
