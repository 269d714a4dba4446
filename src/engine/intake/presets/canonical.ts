import { mappableFields } from '../../../domain/evidence/canonical-fields.ts';
import type { Preset, TableKind } from './preset.ts';
import { synonyms } from './synonyms.ts';

/** What each kind must show to be taken for it: any one complete list of fields. */
const needs: readonly (readonly [TableKind, readonly string[]])[] = [
  ['voices', ['engagement', 'reason']],
  ['perceptions', ['environmentReasons']],
  ['perceptions', ['behaviourReasons']],
  ['population', ['areaCode', 'sex', 'count']],
  ['incidents', ['offenceTitle', 'recordedOn']],
  ['incidents', ['offenceTitle', 'reportedOn']],
  ['incidents', ['offenceTitle', 'occurredFrom']],
  ['incidents', ['offenceCode', 'recordedOn']],
  ['incidents', ['offenceCode', 'reportedOn']],
  ['incidents', ['offenceCode', 'occurredFrom']],
  ['calendar', ['name', 'type', 'from']],
  ['venues', ['name', 'category']],
  ['partner', ['category', 'occurredFrom']],
  ['activities', ['type', 'from', 'hours']],
  ['activities', ['type', 'from', 'owner']],
  ['deprivation', ['areaCode', 'rank', 'decile']],
  ['lookup', ['fromCode', 'toCode']],
  ['offences', ['class', 'code', 'title']],
  ['offences', ['code', 'title', 'tier']],
  ['harm', ['code', 'weight']],
  ['comparators', ['period', 'offenceCode', 'count']],
];

/** How each kind is called as the product's own form, and by what a record of it is known. */
const forms: Readonly<
  Record<TableKind, { name: string; title: string; identity: Preset['identity'] }>
> = {
  incidents: {
    name: 'force-extract',
    title: 'extract of a records system',
    identity: { key: 'reference' },
  },
  partner: { name: 'partner-events', title: 'partner events', identity: { key: 'reference' } },
  perceptions: {
    name: 'streetsafe-style',
    title: 'StreetSafe-style reports',
    identity: { key: 'reference' },
  },
  voices: { name: 'engagements', title: 'voices of women and girls', identity: all() },
  venues: { name: 'venues', title: 'venues', identity: { key: 'reference' } },
  population: {
    name: 'population',
    title: 'population table',
    identity: { unchanging: ['areaCode', 'sex', 'ageBand', 'ethnicity', 'disability'] },
  },
  activities: {
    name: 'activities',
    title: 'activities (what was done where)',
    identity: { key: 'reference' },
  },
  calendar: {
    name: 'calendar',
    title: 'calendar of events',
    identity: { unchanging: ['name', 'type', 'from'] },
  },
  postcodes: {
    name: 'postcodes',
    title: 'postcodes with their positions',
    identity: { key: 'postcode' },
  },
  deprivation: {
    name: 'deprivation',
    title: 'deprivation by area',
    identity: { key: 'areaCode' },
  },
  lookup: {
    name: 'area-lookup',
    title: 'lookup between area codes',
    identity: { unchanging: ['fromCode', 'toCode'] },
  },
  offences: { name: 'offence-list', title: 'offence list', identity: all() },
  harm: {
    name: 'harm-weights',
    title: 'harm weights',
    identity: { unchanging: ['list', 'edition', 'code'] },
  },
  comparators: {
    name: 'comparators',
    title: 'recorded-crime table',
    identity: { unchanging: ['period', 'force', 'offenceCode'] },
  },
  capability: {
    name: 'capability',
    title: 'capability table',
    identity: { unchanging: ['item', 'period'] },
  },
  conduct: {
    name: 'conduct',
    title: 'conduct table',
    identity: { unchanging: ['item', 'period'] },
  },
  outcomes: { name: 'outcomes', title: 'outcomes', identity: all() },
  'stop-and-search': { name: 'stop-and-search', title: 'stop and search', identity: all() },
};

function all(): Preset['identity'] {
  return { unchanging: 'all' };
}

/** The canonical preset of a kind: canonical names and their common synonyms. */
export function canonicalPreset(kind: TableKind, needed: readonly string[] = []): Preset {
  const columns = Object.fromEntries(
    mappableFields(kind).map((field) => [field, [field, ...(synonyms[field] ?? [])]]),
  );
  return { ...forms[kind], kind, columns, needs: needed, source: 'force' };
}

/** One preset a way of being recognised. */
export const canonicalPresets: readonly Preset[] = needs.map(([kind, fields]) =>
  canonicalPreset(kind, fields),
);
