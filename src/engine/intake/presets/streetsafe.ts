import { mappableFields } from '../../../domain/evidence/canonical-fields.ts';
import { type DerivedFields, isColumn, type Preset, plainColumn } from './preset.ts';
import { synonyms } from './synonyms.ts';

/** Reasons of the StreetSafe form, as its screens name them (domain notes 4.2), in plain spelling. */
const environmentReasons = [
  'Absence of CCTV',
  'No CCTV',
  'Badly lit',
  'Empty buildings or isolated places',
  'Empty buildings',
  'Poor street layout',
  'Poor layout',
  'Restricted visibility',
  'Rundown',
  'Signs of drug or alcohol use',
  'Drugs/alcohol',
  'Drugs or alcohol',
];
const behaviourReasons = [
  'Verbal harassment by a single stranger',
  'Verbal harassment by a group',
  'Feeling followed',
  'Previously followed',
  'Feeling followed / previously followed',
  'Followed',
  'Group verbal',
  'Individual verbal',
  'Other forms of harassment',
  'Other harassment',
];

const columns = Object.fromEntries(
  mappableFields('perceptions').map((field) => [field, [field, ...(synonyms[field] ?? [])]]),
);
const identity = { key: 'reference' } as const;
const yes = new Set(['y', 'yes', 'true', '1', 'x']);

/** The reasons of a form with one column a reason: the names of the columns that say yes. */
function reasonColumns(header: readonly string[]): DerivedFields | null {
  const of = (reasons: readonly string[]) =>
    header.flatMap((column, index) =>
      reasons.some((reason) => isColumn(column, reason)) ? [[index, column] as const] : [],
    );
  const groups = new Map([
    ['environmentReasons', of(environmentReasons)],
    ['behaviourReasons', of(behaviourReasons)],
  ]);
  if ([...groups.values()].flat().length < 2) return null;
  return {
    fields: [...groups.keys()],
    read: (field, cells) =>
      (groups.get(field) ?? [])
        .filter(([index]) => yes.has((cells[index] ?? '').trim().toLowerCase()))
        .map(([, column]) => column)
        .join(';'),
  };
}

/** A column a reason. */
export const streetSafeColumns: Preset = {
  name: 'streetsafe-reason-columns',
  title: 'StreetSafe-style reports, a column a reason',
  kind: 'perceptions',
  columns,
  needs: [],
  derive: reasonColumns,
  source: 'force',
  identity,
};

const behaviour = new Set(behaviourReasons.map(plainColumn));

/** A row a reason: rows that share the report's number are one report. */
export const streetSafeRows: Preset = {
  name: 'streetsafe-reason-rows',
  title: 'StreetSafe-style reports, a row a reason',
  kind: 'perceptions',
  columns: { ...columns, environmentReasons: [], behaviourReasons: [] },
  needs: ['reference'],
  derive: (header) => {
    const reason = header.findIndex((column) =>
      isColumn(column, /^(reason|concern|issue)( type)?$/i),
    );
    const about = header.findIndex((column) =>
      isColumn(column, /^(reason|concern|issue) (type|category|group)$/i),
    );
    if (reason < 0) return null;
    const isBehaviour = (cells: readonly string[]): boolean => {
      const group = about < 0 ? '' : (cells[about] ?? '');
      return group === ''
        ? behaviour.has(plainColumn(cells[reason] ?? ''))
        : /^behavio/i.test(group);
    };
    return {
      fields: ['environmentReasons', 'behaviourReasons'],
      read: (field, cells) =>
        isBehaviour(cells) === (field === 'behaviourReasons') ? (cells[reason] ?? '').trim() : '',
    };
  },
  joinsRowsOn: {
    key: 'reference',
    // Where files of several districts were put one below the other, each numbers its reports from 1.
    and: ['reportedOn', 'longitude', 'latitude', 'easting', 'northing', 'postcode', 'locationText'],
    lists: ['environmentReasons', 'behaviourReasons'],
  },
  source: 'force',
  identity,
};
