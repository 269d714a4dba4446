import { canonicalFields } from '../../../domain/evidence/canonical-fields.ts';
import type { Preset, TableKind } from './preset.ts';

/** Other names that forces and partners commonly give the canonical fields. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  reference: [
    'crime number',
    'crime ref',
    'crime reference',
    'occurrence number',
    'urn',
    'report id',
    'id',
  ],
  incidentReference: ['incident number', 'log number', 'storm reference'],
  recordType: ['record type', 'crime or incident'],
  crimeStatus: ['crime status', 'status'],
  offenceTitle: [
    'offence',
    'offence description',
    'offence title',
    'full offence title',
    'crime type',
  ],
  offenceCode: [
    'ho code',
    'home office code',
    'home office classification',
    'offence code',
    'cjs code',
  ],
  recordedOn: ['date recorded', 'recorded date', 'created date', 'date created'],
  reportedOn: ['date reported', 'reported date', 'report date', 'date'],
  occurredFrom: [
    'committed from',
    'date from',
    'committed on from',
    'start date',
    'from date',
    'assault date and time',
    'call time',
    'incident date',
  ],
  occurredTo: ['committed to', 'date to', 'committed on to', 'end date', 'to date'],
  easting: ['grid easting', 'x', 'eastings', 'gridreference easting'],
  northing: ['grid northing', 'y', 'northings', 'gridreference northing'],
  longitude: ['long', 'lon', 'lng'],
  latitude: ['lat'],
  locationType: ['premise type', 'premises type', 'location type', 'assault location type'],
  locationText: ['location', 'location description', 'assault location description', 'street'],
  areaCode: ['lsoa', 'lsoa code', 'beat', 'beat code', 'area code'],
  victimReference: ['victim id', 'victim nominal', 'victim urn'],
  victimSex: ['victim gender recorded'],
  suspectReference: ['suspect id', 'offender id', 'suspect nominal', 'suspect urn'],
  relationship: [
    'victim suspect relationship',
    'relationship to suspect',
    'relationship to victim',
  ],
  domesticAbuseFlag: ['da flag', 'domestic abuse', 'domestic flag'],
  honourBasedFlag: ['hba flag', 'honour based abuse'],
  childExploitationFlag: ['cse flag', 'cce flag'],
  onlineFlag: ['cyber flag', 'online crime flag', 'online'],
  riskLevel: ['dash risk', 'dash grading', 'risk grading'],
  outcomeCode: ['outcome', 'outcome type'],
  outcomeOn: ['outcome date'],
  summary: ['mo', 'mo summary', 'short summary'],
  category: [
    'type',
    'incident type',
    'nature',
    'nature of call',
    'chief complaint',
    'asb type',
    'premises type',
  ],
  source: ['data source', 'provider'],
  age: ['age years', 'patient age'],
  sex: ['patient sex'],
  description: ['notes', 'details'],
  environmentReasons: ['env reasons', 'environment', 'place reasons', 'environmental reasons'],
  behaviourReasons: ['behaviour', 'behavioural reasons', 'behavior reasons'],
  otherReason: ['other'],
  whyNotReported: ['reason not reported', 'why not reported'],
  ageBand: ['age range', 'age group'],
  name: ['venue name', 'premises name', 'premises'],
  closingTime: ['terminal hour', 'closing time'],
  capacity: ['max capacity'],
};

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
  ['venues', ['name', 'category']],
  ['partner', ['category', 'occurredFrom']],
];

const presetNames: Readonly<Record<TableKind, string>> = {
  incidents: 'force-extract',
  partner: 'partner-events',
  perceptions: 'streetsafe-style',
  voices: 'engagements',
  venues: 'venues',
  population: 'population',
};

const identities: Readonly<Record<TableKind, Preset['identity']>> = {
  incidents: { key: 'reference' },
  partner: { key: 'reference' },
  perceptions: { key: 'reference' },
  voices: { unchanging: 'all' },
  venues: { key: 'reference' },
  population: { unchanging: ['areaCode', 'sex', 'ageBand', 'ethnicity', 'disability'] },
};

/** The canonical preset of a kind: canonical names and their common synonyms. */
export function canonicalPreset(kind: TableKind, needed: readonly string[] = []): Preset {
  const columns = Object.fromEntries(
    canonicalFields[kind].map((field) => [field, [field, ...(synonyms[field] ?? [])]]),
  );
  return {
    name: presetNames[kind],
    kind,
    columns,
    needs: needed,
    source: 'force',
    identity: identities[kind],
  };
}

/** One preset a way of being recognised. */
export const canonicalPresets: readonly Preset[] = needs.map(([kind, fields]) =>
  canonicalPreset(kind, fields),
);
