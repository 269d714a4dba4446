/** Tables that hold one row a record with no linked rows. */
export type FlatTable =
  | 'partner_event'
  | 'perception'
  | 'statement'
  | 'venue'
  | 'population'
  | 'area'
  | 'activity'
  | 'calendar_entry'
  | 'postcode'
  | 'deprivation'
  | 'area_lookup'
  | 'offence_entry'
  | 'harm_weight'
  | 'comparator'
  | 'capability'
  | 'conduct'
  | 'police_outcome'
  | 'stop_and_search';

/** Every table whose rows come from files and belong to a batch. */
export type EvidenceTable = FlatTable | 'incident' | 'victim' | 'suspect' | 'victim_suspect';

export const evidenceTables: readonly EvidenceTable[] = [
  'victim_suspect',
  'victim',
  'suspect',
  'incident',
  'partner_event',
  'perception',
  'statement',
  'venue',
  'population',
  'area',
  'activity',
  'calendar_entry',
  'postcode',
  'deprivation',
  'area_lookup',
  'offence_entry',
  'harm_weight',
  'comparator',
  'capability',
  'conduct',
  'police_outcome',
  'stop_and_search',
];
