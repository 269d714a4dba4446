import {
  type CodedText,
  crimeStatusNames,
  type EvidenceColumns,
  noMinutes,
  tierNames,
} from '../../src/domain/evidence/columns.ts';
import type { ProfileInputs } from '../../src/domain/figures/inputs.ts';
import { sideMetres, south, west } from './made-up-area.ts';
import { definition, nothingElse } from './made-up-definition.ts';
import { hotSpotsOf } from './made-up-hot-spots.ts';

/** One made-up incident: what a test does not name is an ordinary public-space assault with a position. */
export interface MadeUpIncident {
  readonly tier?: (typeof tierNames)[number];
  readonly space?: 'none' | 'private' | 'public';
  readonly online?: boolean;
  readonly easting?: number;
  readonly northing?: number;
  /** `YYYY-MM-DD`, or `YYYY-MM-DD HH:MM`; '' for none. */
  readonly recorded?: string;
  readonly committed?: string;
  readonly offence?: string;
  readonly isCrime?: boolean;
  /** Bits by threatNames. */
  readonly threats?: number;
  /** Flag codes. */
  readonly domesticAbuse?: number;
  readonly arrested?: number;
  readonly preChargeBail?: number;
  readonly fileSubmitted?: number;
  readonly reported?: string;
  readonly outcome?: string;
  readonly outcomeOn?: string;
  readonly orderType?: string;
  readonly orderBreached?: string;
  readonly referralService?: string;
  readonly riskLevel?: string;
  readonly riskIndicators?: string;
  /** Code of the keyed address. */
  readonly place?: number;
  readonly severityScore?: number;
  readonly cambridgeDays?: number;
  readonly offenceCode?: string;
  readonly subtype?: string;
  readonly knife?: number;
  /** Left out: one woman aged 25 without an identifier. */
  readonly victims?: readonly MadeUpVictim[];
  /** Left out: none. */
  readonly suspects?: readonly MadeUpSuspect[];
  readonly crimeStatus?: (typeof crimeStatusNames)[number];
  readonly setAside?: boolean;
}

/** What a test does not name is not recorded; a victim is a woman of 25. */
export interface MadeUpVictim {
  readonly person?: number;
  readonly age?: number;
  readonly sex?: string;
  readonly ethnicity?: string;
  readonly ethnicityOfficer?: string;
  readonly disability?: string;
  readonly relationship?: string;
}

export interface MadeUpSuspect {
  readonly person?: number;
  readonly age?: number;
  readonly status?: '' | 'suspect' | 'charged' | 'convicted' | 'eliminated';
  readonly ethnicity?: string;
  readonly ethnicityOfficer?: string;
}

function coded(texts: readonly string[]): CodedText {
  const values = ['', ...new Set(texts.filter((text) => text !== ''))];
  return { codes: Uint32Array.from(texts, (text) => values.indexOf(text)), values };
}

function minutesOf(text: string | undefined): number {
  if (text === undefined || text === '') return noMinutes;
  return Date.parse(`${text.replace(' ', 'T')}${text.length > 10 ? 'Z' : 'T00:00Z'}`) / 60_000;
}

const precisionOf = (text: string | undefined): number =>
  text === undefined || text === '' ? 0 : text.length > 10 ? 3 : 2;

/** Columns of made-up incidents; without `victims`, one woman each, aged 25 and without an identifier. */
export function evidenceOf(incidents: readonly MadeUpIncident[]): EvidenceColumns {
  const length = incidents.length;
  const bytes = (of: (incident: MadeUpIncident) => boolean | number): Uint8Array =>
    Uint8Array.from(incidents, (incident) => Number(of(incident)));
  const texts = (of: (incident: MadeUpIncident) => string): CodedText => coded(incidents.map(of));
  const minutes = (of: (incident: MadeUpIncident) => string | undefined): Int32Array =>
    Int32Array.from(incidents, (incident) => minutesOf(of(incident)));
  const tierOf = (incident: MadeUpIncident): (typeof tierNames)[number] => incident.tier ?? 'core';
  return {
    fingerprint: 'f'.repeat(64),
    incidents: {
      length,
      id: Int32Array.from(incidents, (_, index) => index + 1),
      easting: Float64Array.from(incidents, (incident) => incident.easting ?? Number.NaN),
      northing: Float64Array.from(incidents, (incident) => incident.northing ?? Number.NaN),
      recordedMinutes: minutes((incident) => incident.recorded),
      hasLocation: bytes((incident) => incident.easting !== undefined),
      recordedPrecision: bytes((incident) => precisionOf(incident.recorded)),
      reportedMinutes: minutes((incident) => incident.reported),
      occurredFromMinutes: minutes((incident) => incident.committed),
      occurredToMinutes: minutes(() => ''),
      occurredPrecision: bytes((incident) => precisionOf(incident.committed)),
      source: bytes(() => 0),
      recordType: bytes((incident) => (incident.isCrime === false ? 1 : 0)),
      crimeStatus: bytes((incident) => crimeStatusNames.indexOf(incident.crimeStatus ?? '')),
      atHomeAddressOf: bytes(() => 0),
      honourBased: bytes(() => 0),
      childExploitation: bytes(() => 0),
      onlineFlag: bytes(() => 0),
      alcohol: bytes(() => 0),
      knife: bytes((incident) => incident.knife ?? 0),
      hate: bytes(() => 0),
      policePerpetrated: bytes(() => 0),
      arrested: bytes((incident) => incident.arrested ?? 0),
      preChargeBail: bytes((incident) => incident.preChargeBail ?? 0),
      fileSubmitted: bytes((incident) => incident.fileSubmitted ?? 0),
      offenceTitle: texts((incident) => incident.offence ?? 'Common assault'),
      offenceCode: texts((incident) => incident.offenceCode ?? ''),
      locationType: texts(() => ''),
      locationText: texts(() => ''),
      place: Uint32Array.from(incidents, (incident) => incident.place ?? 0),
      areaCode: texts(() => ''),
      riskLevel: texts((incident) => incident.riskLevel ?? ''),
      riskIndicators: texts((incident) => incident.riskIndicators ?? ''),
      orderMadeMinutes: minutes(() => ''),
      orderBreachedMinutes: minutes((incident) => incident.orderBreached),
      referralService: texts((incident) => incident.referralService ?? ''),
      referredMinutes: minutes(() => ''),
      outcomeMinutes: minutes((incident) => incident.outcomeOn),
      platformHint: texts(() => ''),
      hasChildVictim: bytes(() => false),
      confidence: bytes(() => 1),
      decided: bytes(() => 0),
      onlineRule: texts((incident) => (incident.online === true ? 'online-by-flag' : '')),
      severityScore: Float64Array.from(
        incidents,
        (incident) => incident.severityScore ?? Number.NaN,
      ),
      cambridgeDays: Float64Array.from(
        incidents,
        (incident) => incident.cambridgeDays ?? Number.NaN,
      ),
      isCrime: bytes((incident) => incident.isCrime ?? true),
      tier: bytes((incident) => tierNames.indexOf(tierOf(incident))),
      inVawg: bytes((incident) => ['core', 'flagged'].includes(tierOf(incident))),
      threats: bytes((incident) => incident.threats ?? 0),
      online: bytes((incident) => incident.online ?? false),
      physicalSpace: bytes((incident) =>
        ['none', 'private', 'public'].indexOf(incident.space ?? 'public'),
      ),
      setAside: bytes((incident) => incident.setAside ?? false),
      hasFemaleVictim: bytes((incident) =>
        (incident.victims ?? [{}]).some(({ sex }) => (sex ?? 'female') === 'female'),
      ),
      domesticAbuse: bytes((incident) => incident.domesticAbuse ?? 0),
      offence: texts((incident) => incident.offence ?? 'Common assault'),
      vawgRule: texts(() => 'core-code'),
      spaceRule: texts(() => 'location-type-public'),
      subtype: texts((incident) => incident.subtype ?? 'street'),
      platform: texts(() => ''),
      outcome: texts((incident) => incident.outcome ?? ''),
      orderType: texts((incident) => incident.orderType ?? ''),
    },
    victims: victimColumnsOf(incidents),
    suspects: suspectColumnsOf(incidents),
  };
}

/** Entries of all incidents side by side, each with the index of its incident. */
function entriesOf<Entry>(
  incidents: readonly MadeUpIncident[],
  of: (incident: MadeUpIncident) => readonly Entry[],
): { readonly incident: number; readonly one: Entry }[] {
  return incidents.flatMap((each, incident) => of(each).map((one) => ({ incident, one })));
}

function victimColumnsOf(incidents: readonly MadeUpIncident[]): EvidenceColumns['victims'] {
  const entries = entriesOf(incidents, (each) => each.victims ?? [{}]);
  const texts = (of: (victim: MadeUpVictim) => string | undefined): CodedText =>
    coded(entries.map(({ one }) => of(one) ?? ''));
  return {
    length: entries.length,
    incident: Int32Array.from(entries, ({ incident }) => incident),
    person: Uint32Array.from(entries, ({ one }) => one.person ?? 0),
    ageYears: Int16Array.from(entries, ({ one }) => one.age ?? 25),
    sex: texts((victim) => victim.sex ?? 'female'),
    gender: texts(() => ''),
    ethnicity: texts((victim) => victim.ethnicity),
    ethnicityOfficer: texts((victim) => victim.ethnicityOfficer),
    disability: texts((victim) => victim.disability),
    relationship: texts((victim) => victim.relationship),
  };
}

function suspectColumnsOf(incidents: readonly MadeUpIncident[]): EvidenceColumns['suspects'] {
  const entries = entriesOf(incidents, (each) => each.suspects ?? []);
  const texts = (of: (suspect: MadeUpSuspect) => string | undefined): CodedText =>
    coded(entries.map(({ one }) => of(one) ?? ''));
  return {
    length: entries.length,
    incident: Int32Array.from(entries, ({ incident }) => incident),
    person: Uint32Array.from(entries, ({ one }) => one.person ?? 0),
    ageYears: Int16Array.from(entries, ({ one }) => one.age ?? -1),
    sex: texts(() => ''),
    status: texts((suspect) => suspect.status),
    ethnicity: texts((suspect) => suspect.ethnicity),
    ethnicityOfficer: texts((suspect) => suspect.ethnicityOfficer),
  };
}

/** Inputs of a profile of these incidents and nothing else; `more` replaces what a test is about. */
export function inputsOf(
  incidents: readonly MadeUpIncident[],
  more: Partial<ProfileInputs> = {},
): ProfileInputs {
  const evidence = evidenceOf(incidents);
  const isContextOnly =
    incidents.length > 0 && incidents.every((incident) => incident.tier === 'context');
  const whole = hotSpotsOf(
    evidence,
    {
      minEasting: west,
      minNorthing: south,
      maxEasting: west + sideMetres - 1,
      maxNorthing: south + sideMetres - 1,
    },
    (index) =>
      isContextOnly ||
      (evidence.incidents.inVawg[index] === 1 && evidence.incidents.physicalSpace[index] === 2),
  );
  return {
    force: 'Testshire',
    marking: 'OFFICIAL-SENSITIVE (TEST)',
    isSample: false,
    madeOn: '2026-11-30',
    appVersion: '0.0.0',
    evidence,
    partner: {
      length: 0,
      easting: new Float64Array(),
      northing: new Float64Array(),
      occurredFromMinutes: new Int32Array(),
      occurredPrecision: new Uint8Array(),
      source: coded([]),
      category: coded([]),
    },
    perceptions: perceptionsAt([]),
    ...nothingElse,
    engagements: [],
    venues: [],
    areas: [],
    areaOfIncident: new Int32Array(incidents.length).fill(-1),
    sources: [],
    quality: {
      sources: [],
      positions: { records: 0, distinct: 0, looksSnapped: false, suspects: [], outsideForce: null },
      times: { timed: 0, atMidnight: 0, expectedAtMidnight: 0, suspicious: false },
      steps: [],
      recordingChanges: [],
      crimeStatus: {},
      heldByTwoForces: 0,
    },
    codeListVersion: '2026-11',
    codeListName: 'VAWG list of Testshire',
    definition,
    harmLists: { severity: null, cambridge: null },
    audits: [],
    tiers: Object.fromEntries(
      tierNames.map((tier) => [
        tier,
        incidents.filter((incident) => (incident.tier ?? 'core') === tier).length,
      ]),
    ),
    unmatchedOffences: [],
    recipe: null,
    stability: null,
    register: [],
    isContextOnly,
    latest: whole,
    whole,
    ...more,
  };
}

/** StreetSafe-style reports at these places, each of one reason. */
export function perceptionsAt(
  places: readonly (readonly [number, number])[],
): ProfileInputs['perceptions'] {
  return {
    length: places.length,
    easting: Float64Array.from(places, ([easting]) => easting),
    northing: Float64Array.from(places, ([, northing]) => northing),
    reportedMinutes: new Int32Array(places.length),
    reasonsOf: places.map(() => [0]),
    reasons: [{ text: 'Badly lit', about: 'place' }],
    sex: coded(places.map(() => '')),
    ageBand: coded(places.map(() => '')),
    ethnicity: coded(places.map(() => '')),
    disability: coded(places.map(() => '')),
    whyNotReported: coded(places.map(() => '')),
  };
}

/** Partner events of one source and category at these places. */
export function partnerAt(
  places: readonly (readonly [number, number])[],
  category: string,
): ProfileInputs['partner'] {
  return {
    length: places.length,
    easting: Float64Array.from(places, ([easting]) => easting),
    northing: Float64Array.from(places, ([, northing]) => northing),
    occurredFromMinutes: new Int32Array(places.length),
    occurredPrecision: new Uint8Array(places.length).fill(3),
    source: coded(places.map(() => 'Council')),
    category: coded(places.map(() => category)),
  };
}
