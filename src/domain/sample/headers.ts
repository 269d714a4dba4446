import { canonicalFields } from '../evidence/canonical-fields.ts';

/** The columns of the sample's files: the canonical field names, in their order. */
export const {
  incidents: incidentColumns,
  partner: partnerColumns,
  perceptions: perceptionColumns,
  voices: voiceColumns,
  venues: venueColumns,
  population: populationColumns,
  activities: activityColumns,
  calendar: calendarColumns,
  comparators: comparatorColumns,
  capability: capabilityColumns,
  conduct: conductColumns,
} = canonicalFields;
