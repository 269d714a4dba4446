import { ageOrNull } from '../ages.ts';
import type { TableKind } from '../presets/preset.ts';
import { sexOrNull } from '../sex.ts';
import {
  countIfKnown,
  countOrNull,
  dateIfKnown,
  dateOrNull,
  listedPostcode,
  numberOrNull,
  offenceCodeOrNull,
  postcodeOrNull,
  textOrNull,
} from '../values.ts';
import { locationText, number, type TableLayout, text, withTime } from './layout.ts';

const place = [
  text('postcode', 'postcode', postcodeOrNull),
  text('location_type', 'locationType', textOrNull),
  locationText,
  text('area_code', 'areaCode', textOrNull),
];

const everyone =
  /^(?:total\b.*|all(?: (?:ages|age groups|persons|people|(?:usual )?residents|ethnic groups|groups|categories\b.*))?)$/i;

/** The part of a population that a row counts; null for all of it, as for a blank: a total is no part beside the others. */
function partOrNull(value: string): string | null {
  const part = textOrNull(value);
  return part === null || everyone.test(part) ? null : part;
}

const smallTable = (table: 'capability' | 'conduct'): TableLayout => ({
  table,
  hasPosition: false,
  required: [[['item'], 'missing-name']],
  columns: [
    text('item', 'item', textOrNull),
    text('period', 'period', textOrNull),
    number('number', 'count', numberOrNull),
    text('note', 'note', textOrNull),
  ],
});

/** How each kind of table without linked rows is read and where it is stored. */
export const flatLayouts: Readonly<Record<Exclude<TableKind, 'incidents'>, TableLayout>> = {
  partner: {
    table: 'partner_event',
    hasPosition: true,
    required: [
      [['category', 'source'], 'missing-category'],
      [['occurredFrom'], 'missing-date'],
    ],
    columns: [
      text('reference', 'reference', textOrNull),
      text('source', 'source', textOrNull),
      text('category', 'category', textOrNull),
      withTime(text('occurred_from', 'occurredFrom', dateOrNull), 'occurredFromTime', dateOrNull),
      withTime(text('occurred_to', 'occurredTo', dateIfKnown), 'occurredToTime', dateIfKnown),
      ...place,
      text('location_confidence', 'locationConfidence', textOrNull),
      text('sex', 'sex', sexOrNull),
      number('age_years', 'age', ageOrNull),
      text('description', 'description', textOrNull),
    ],
  },
  perceptions: {
    table: 'perception',
    hasPosition: true,
    required: [[['environmentReasons', 'behaviourReasons', 'otherReason'], 'missing-category']],
    columns: [
      text('reference', 'reference', textOrNull),
      text('reported_on', 'reportedOn', dateIfKnown),
      ...place,
      text('environment_reasons', 'environmentReasons', textOrNull),
      text('behaviour_reasons', 'behaviourReasons', textOrNull),
      text('other_reason', 'otherReason', textOrNull),
      text('why_not_reported', 'whyNotReported', textOrNull),
      text('age_band', 'ageBand', textOrNull),
      text('sex', 'sex', sexOrNull),
      text('gender', 'gender', textOrNull),
      text('ethnicity', 'ethnicity', textOrNull),
      text('religion', 'religion', textOrNull),
      text('sexual_orientation', 'sexualOrientation', textOrNull),
      text('disability', 'disability', textOrNull),
    ],
  },
  voices: {
    table: 'statement',
    hasPosition: true,
    required: [[['engagement'], 'missing-engagement']],
    columns: [
      text('engagement', 'engagement', textOrNull),
      text('held_on', 'heldOn', dateIfKnown),
      text('method', 'method', textOrNull),
      text('organisation', 'organisation', textOrNull),
      number('participants', 'participants', countIfKnown),
      number('women', 'women', countIfKnown),
      number('girls', 'girls', countIfKnown),
      number('black_and_minoritised', 'blackAndMinoritised', countIfKnown),
      number('migrant', 'migrant', countIfKnown),
      number('disabled', 'disabled', countIfKnown),
      number('lgbt', 'lgbt', countIfKnown),
      text('place', 'place', textOrNull),
      ...place,
      text('time_of_day', 'timeOfDay', textOrNull),
      text('space', 'space', textOrNull),
      text('reason', 'reason', textOrNull),
      text('quote', 'quote', textOrNull),
      text('response', 'response', textOrNull),
    ],
  },
  venues: {
    table: 'venue',
    hasPosition: true,
    required: [[['name'], 'missing-name']],
    columns: [
      text('reference', 'reference', textOrNull),
      text('name', 'name', textOrNull),
      text('category', 'category', textOrNull),
      number('capacity', 'capacity', countIfKnown),
      text('closing_time', 'closingTime', textOrNull),
      ...place,
    ],
  },
  population: {
    table: 'population',
    hasPosition: false,
    required: [
      [['areaCode'], 'missing-area'],
      [['count'], 'missing-count'],
    ],
    columns: [
      text('area_code', 'areaCode', textOrNull),
      text('sex', 'sex', sexOrNull),
      text('age_band', 'ageBand', partOrNull),
      text('ethnicity', 'ethnicity', partOrNull),
      text('disability', 'disability', partOrNull),
      number('people', 'count', countOrNull),
    ],
  },
  activities: {
    table: 'activity',
    hasPosition: true,
    required: [
      [['type'], 'missing-category'],
      [['from'], 'missing-date'],
    ],
    columns: [
      text('reference', 'reference', textOrNull),
      text('type', 'type', textOrNull),
      text('from_time', 'from', dateOrNull),
      text('to_time', 'to', dateIfKnown),
      number('hours', 'hours', numberOrNull),
      text('owner', 'owner', textOrNull),
      ...place,
    ],
  },
  calendar: {
    table: 'calendar_entry',
    hasPosition: false,
    required: [
      [['name'], 'missing-name'],
      [['from'], 'missing-date'],
    ],
    columns: [
      text('name', 'name', textOrNull),
      text('type', 'type', textOrNull),
      text('from_time', 'from', dateOrNull),
      text('to_time', 'to', dateIfKnown),
      text('venue_reference', 'venueReference', textOrNull),
    ],
  },
  postcodes: {
    table: 'postcode',
    hasPosition: true,
    required: [[['postcode'], 'missing-code']],
    columns: [text('postcode', 'postcode', listedPostcode)],
  },
  deprivation: {
    table: 'deprivation',
    hasPosition: false,
    required: [
      [['areaCode'], 'missing-area'],
      [['rank', 'decile'], 'missing-count'],
    ],
    columns: [
      text('area_code', 'areaCode', textOrNull),
      text('edition', 'edition', textOrNull),
      number('rank', 'rank', countOrNull),
      number('decile', 'decile', countOrNull),
    ],
  },
  lookup: {
    table: 'area_lookup',
    hasPosition: false,
    required: [
      [['fromCode'], 'missing-area'],
      [['toCode'], 'missing-area'],
    ],
    columns: [
      text('from_code', 'fromCode', textOrNull),
      text('to_code', 'toCode', textOrNull),
      text('change', 'change', textOrNull),
    ],
  },
  offences: {
    table: 'offence_entry',
    hasPosition: false,
    required: [[['class', 'code', 'cjsCode', 'title'], 'missing-code']],
    columns: [
      text('class', 'class', offenceCodeOrNull),
      text('code', 'code', offenceCodeOrNull),
      text('cjs_code', 'cjsCode', textOrNull),
      text('title', 'title', textOrNull),
      text('aliases', 'aliases', textOrNull),
      text('tier', 'tier', textOrNull),
      text('threat', 'threat', textOrNull),
      text('edition', 'edition', textOrNull),
      text('conditions', 'conditions', textOrNull),
      text('source', 'source', textOrNull),
      text('valid_from', 'validFrom', textOrNull),
    ],
  },
  harm: {
    table: 'harm_weight',
    hasPosition: false,
    required: [
      [['code'], 'missing-code'],
      [['weight'], 'missing-count'],
    ],
    columns: [
      text('list', 'list', textOrNull),
      text('edition', 'edition', textOrNull),
      text('code', 'code', offenceCodeOrNull),
      number('weight', 'weight', numberOrNull),
    ],
  },
  comparators: {
    table: 'comparator',
    hasPosition: false,
    required: [
      [['offenceCode'], 'missing-code'],
      [['count'], 'missing-count'],
    ],
    columns: [
      text('period', 'period', textOrNull),
      text('force', 'force', textOrNull),
      text('offence_code', 'offenceCode', offenceCodeOrNull),
      text('outcome', 'outcome', textOrNull),
      number('number', 'count', numberOrNull),
    ],
  },
  capability: smallTable('capability'),
  conduct: smallTable('conduct'),
  outcomes: {
    table: 'police_outcome',
    hasPosition: true,
    required: [
      [['outcomeOn'], 'missing-date'],
      [['outcomeCode'], 'missing-category'],
    ],
    columns: [
      text('reference', 'reference', textOrNull),
      text('outcome_on', 'outcomeOn', dateOrNull),
      text('outcome_code', 'outcomeCode', textOrNull),
      ...place,
    ],
  },
  'stop-and-search': {
    table: 'stop_and_search',
    hasPosition: true,
    required: [[['occurredFrom'], 'missing-date']],
    columns: [
      text('type', 'type', textOrNull),
      text('occurred_from', 'occurredFrom', dateOrNull),
      ...place,
      text('sex', 'sex', sexOrNull),
      text('age_band', 'ageBand', textOrNull),
      text('ethnicity', 'ethnicity', textOrNull),
      text('ethnicity_officer', 'ethnicityOfficer', textOrNull),
      text('legislation', 'legislation', textOrNull),
      text('object_of_search', 'objectOfSearch', textOrNull),
      text('outcome_code', 'outcomeCode', textOrNull),
    ],
  },
};
