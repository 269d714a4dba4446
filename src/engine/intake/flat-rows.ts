import type { FlatTable, SqlValue } from '../workspace/flat-store.ts';
import { fingerprintOf } from '../workspace/identity.ts';
import { contentIdentity } from './incident-rows.ts';
import type { Preset, TableKind } from './presets/preset.ts';
import {
  ageOrNull,
  countOrNull,
  dateOrNull,
  type FieldOf,
  positionOf,
  type ReadingRules,
  type RejectReason,
  RowRejected,
  sexOrNull,
  textOrNull,
} from './values.ts';

type FlatKind = Exclude<TableKind, 'incidents'>;
type Read = (text: string, rules: ReadingRules) => SqlValue;

interface FlatLayout {
  readonly table: FlatTable;
  /** Column of the table, canonical field, and how its text is read. */
  readonly columns: readonly (readonly [column: string, field: string, read: Read])[];
  readonly hasPosition: boolean;
  /** At least one field of each list must have a value. */
  readonly required: readonly (readonly [fields: readonly string[], reason: RejectReason])[];
}

const place: FlatLayout['columns'] = [
  ['postcode', 'postcode', textOrNull],
  ['location_type', 'locationType', textOrNull],
  ['location_text', 'locationText', textOrNull],
  ['area_code', 'areaCode', textOrNull],
];

/** How each kind of table without linked rows is read and where it is stored. */
const layouts: Readonly<Record<FlatKind, FlatLayout>> = {
  partner: {
    table: 'partner_event',
    hasPosition: true,
    required: [
      [['category', 'source'], 'missing-category'],
      [['occurredFrom'], 'missing-date'],
    ],
    columns: [
      ['reference', 'reference', textOrNull],
      ['source', 'source', textOrNull],
      ['category', 'category', textOrNull],
      ['occurred_from', 'occurredFrom', dateOrNull],
      ['occurred_to', 'occurredTo', dateOrNull],
      ...place,
      ['location_confidence', 'locationConfidence', textOrNull],
      ['sex', 'sex', sexOrNull],
      ['age_years', 'age', ageOrNull],
      ['description', 'description', textOrNull],
    ],
  },
  perceptions: {
    table: 'perception',
    hasPosition: true,
    required: [[['environmentReasons', 'behaviourReasons', 'otherReason'], 'missing-category']],
    columns: [
      ['reference', 'reference', textOrNull],
      ['reported_on', 'reportedOn', dateOrNull],
      ...place,
      ['environment_reasons', 'environmentReasons', textOrNull],
      ['behaviour_reasons', 'behaviourReasons', textOrNull],
      ['other_reason', 'otherReason', textOrNull],
      ['why_not_reported', 'whyNotReported', textOrNull],
      ['age_band', 'ageBand', textOrNull],
      ['sex', 'sex', sexOrNull],
      ['gender', 'gender', textOrNull],
      ['ethnicity', 'ethnicity', textOrNull],
      ['religion', 'religion', textOrNull],
      ['sexual_orientation', 'sexualOrientation', textOrNull],
      ['disability', 'disability', textOrNull],
    ],
  },
  voices: {
    table: 'statement',
    hasPosition: true,
    required: [[['engagement'], 'missing-engagement']],
    columns: [
      ['engagement', 'engagement', textOrNull],
      ['held_on', 'heldOn', dateOrNull],
      ['method', 'method', textOrNull],
      ['organisation', 'organisation', textOrNull],
      ['participants', 'participants', countOrNull],
      ['women', 'women', countOrNull],
      ['girls', 'girls', countOrNull],
      ['black_and_minoritised', 'blackAndMinoritised', countOrNull],
      ['migrant', 'migrant', countOrNull],
      ['disabled', 'disabled', countOrNull],
      ['lgbt', 'lgbt', countOrNull],
      ['place', 'place', textOrNull],
      ...place,
      ['time_of_day', 'timeOfDay', textOrNull],
      ['space', 'space', textOrNull],
      ['reason', 'reason', textOrNull],
      ['quote', 'quote', textOrNull],
      ['response', 'response', textOrNull],
    ],
  },
  venues: {
    table: 'venue',
    hasPosition: true,
    required: [[['name'], 'missing-name']],
    columns: [
      ['reference', 'reference', textOrNull],
      ['name', 'name', textOrNull],
      ['category', 'category', textOrNull],
      ['capacity', 'capacity', countOrNull],
      ['closing_time', 'closingTime', textOrNull],
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
      ['area_code', 'areaCode', textOrNull],
      ['sex', 'sex', sexOrNull],
      ['age_band', 'ageBand', textOrNull],
      ['ethnicity', 'ethnicity', textOrNull],
      ['disability', 'disability', textOrNull],
      ['people', 'count', countOrNull],
    ],
  },
};

/** The table of a kind and its columns, in the order in which `flatRow` gives values. */
export function flatTable(kind: FlatKind): { table: FlatTable; fields: readonly string[] } {
  const layout = layouts[kind];
  const fields = layout.columns.map(([column]) => column);
  if (layout.hasPosition) fields.push('easting', 'northing', 'position_from');
  return { table: layout.table, fields };
}

/** Reads one row of such a table, or rejects it with the reason. */
export function flatRow(
  kind: FlatKind,
  field: FieldOf,
  preset: Preset,
  rules: ReadingRules,
): { identity: string; content: string; values: SqlValue[]; hasPosition: boolean } {
  const layout = layouts[kind];
  for (const [fields, reason] of layout.required) {
    if (fields.every((name) => field(name).trim() === '')) throw new RowRejected(reason);
  }
  const values = layout.columns.map(([, name, read]) => read(field(name), rules));
  let hasPosition = true;
  if (layout.hasPosition) {
    const position = positionOf(field, rules);
    values.push(position.easting, position.northing, position.from);
    hasPosition = position.from !== null;
  }
  const key = 'key' in preset.identity ? field(preset.identity.key).trim() : '';
  const identity = key === '' ? contentIdentity(field, preset) : `${field('source')}:${key}`;
  return { identity, content: fingerprintOf(values), values, hasPosition };
}
