import { dayOf, isoDay, lastDay, minuteText } from './calendar.ts';
import type { CsvRow } from './csv.ts';
import type { incidentColumns } from './headers.ts';
import type { PlannedIncident } from './incident.ts';
import { justiceDetails } from './incident-justice.ts';
import { domesticMix } from './offence-kind.ts';
import { ageOn, type PersonKey, personOf, personReference } from './people.ts';
import type { ReferencedIncident } from './plan.ts';
import { choices, type RandomStream, randomStream } from './random.ts';
import { settings } from './settings.ts';
import type { World } from './world.ts';

type IncidentRow = CsvRow<(typeof incidentColumns)[number]>;

/** Invented names, so that no quote or row points at a real service. */
const platforms = choices(
  ['Chatterbird', 26],
  ['PicPost', 24],
  ['Blinkchat', 18],
  ['MatchUp', 8],
  ['GameHub', 7],
  ['Text message', 10],
  ['Email', 4],
  ['', 6],
);
/** How a summary names the means of an online record; half of them do. */
const meansWords = [
  'by text message',
  'by email',
  'through a dating app',
  'in a video call',
  'with images threatened as revenge porn',
] as const;
const streetWords = [
  'Hazel',
  'Larch',
  'Tansy',
  'Otter',
  'Quill',
  'Brindle',
  'Plover',
  'Sorrel',
  'Umber',
  'Yarrow',
  'Kestrel',
  'Juniper',
];
const streetEnds = ['Row', 'Wynd', 'Garth', 'Croft', 'Rise', 'Walk'];
const risks = choices(['Standard', 51], ['Medium', 33], ['High', 13], ['', 3]);
const indicators = [
  'Escalation',
  'Separation',
  'Child contact',
  'Victim afraid',
  'Stalking behaviour',
  'Isolation',
  'Pregnancy',
  'Controlling behaviour',
  'Weapons',
  'Earlier orders',
  'Alcohol or drugs',
  'Strangulation',
];

/**
 * The rows of the extract: crime by victim by suspect. Every row of an incident repeats the incident's fields, so
 * two victims and two suspects make four rows.
 */
export function* incidentRows(
  world: World,
  incidents: readonly ReferencedIncident[],
): Generator<IncidentRow> {
  for (const { reference, incident } of incidents) {
    const random = randomStream(world.seed, 'incident-row', incident.number);
    const shared: IncidentRow = {
      reference,
      ...what(incident, random),
      ...where(world, incident, random),
      ...flags(incident, random),
      ...justiceDetails(incident, random),
      summary: summaryOf(world.seed, incident, random),
    };
    const victims = incident.victims.map((key) => victimFields(world, key, incident, random));
    const suspects = incident.suspects.map((key) =>
      suspectFields(world, key, incident, shared.outcomeCode ?? '', random),
    );
    for (const victim of victims.length > 0 ? victims : [{}]) {
      for (const suspect of suspects.length > 0 ? suspects : [{}]) {
        const relationship =
          victims.length > 0 && suspects.length > 0 ? relationshipOf(incident, random) : '';
        yield { ...shared, ...victim, ...suspect, relationship };
      }
    }
  }
}

function what(incident: PlannedIncident, random: RandomStream): IncidentRow {
  const reportedDay = dayOf(incident.reportedAt);
  return {
    incidentReference: random.chance(0.06)
      ? ''
      : `NML-${isoDay(reportedDay).replaceAll('-', '')}-${String(incident.number).padStart(6, '0')}`,
    recordType: incident.recordType,
    crimeStatus: incident.crimeStatus,
    offenceTitle: incident.title,
    offenceCode: incident.code,
    recordedOn: minuteText(incident.recordedAt),
    reportedOn: minuteText(incident.reportedAt),
    occurredFrom: minuteText(incident.occurredFrom),
    occurredTo: incident.occurredTo === undefined ? '' : minuteText(incident.occurredTo),
    platform: incident.setting === 'online' ? random.weighted(platforms) : '',
  };
}

function where(world: World, incident: PlannedIncident, random: RandomStream): IncidentRow {
  const { place, home } = incident;
  const street = `${random.pick(streetWords)} ${random.pick(streetEnds)}`;
  const locationType = random.weighted(settings[incident.setting].types);
  if (!place) return { locationType, atHomeAddressOf: incident.atHomeAddressOf };
  const areaNumber = Number(place.areaCode.slice(2));
  return {
    easting: String(place.easting),
    northing: String(place.northing),
    // ZZ is not the area of any street's postcode.
    postcode: random.chance(0.25) ? '' : `ZZ${1 + (areaNumber % 90)} ${1 + (areaNumber % 9)}ZZ`,
    address: home ? addressOf(world.seed, home) : '',
    uprn: home ? uprnOf(home) : '',
    locationType,
    locationText: home ? '' : incident.venueName || `Near ${street}`,
    areaCode: random.chance(0.03) ? '' : place.areaCode,
    atHomeAddressOf: incident.atHomeAddressOf,
  };
}

/** The same address each time for the same person. */
function addressOf(seed: number, home: PersonKey): string {
  const random = randomStream(seed, `address/${home.pool}`, home.number);
  return `${random.integer(1, 180)} ${random.pick(streetWords)} ${random.pick(streetEnds)}, Northmoor (sample)`;
}

function uprnOf({ pool, number }: PersonKey): string {
  return `9990${personReference({ pool, number }).replaceAll(/\D/g, '')}`;
}

function flags(incident: PlannedIncident, random: RandomStream): IncidentRow {
  const { kind, isDomestic } = incident;
  const yesOrNo = (isSet: boolean, blank: number) =>
    isSet ? 'Y' : random.chance(blank) ? '' : 'N';
  const isAboutPerson = isDomestic || incident.isHonourBased || kind.key.startsWith('stalking');
  const risk = isAboutPerson ? random.weighted(risks) : '';
  // The flag is known to be underused: four in ten online records do not carry it.
  const isFlaggedOnline =
    incident.setting === 'online' ? random.chance(0.58) : kind.isCore && random.chance(0.04);
  return {
    domesticAbuseFlag: yesOrNo(isDomestic, 0.02),
    honourBasedFlag: yesOrNo(incident.isHonourBased, 0.1),
    childExploitationFlag: yesOrNo(incident.isExploitation, 0.1),
    onlineFlag: yesOrNo(isFlaggedOnline, 0.2),
    alcoholFlag: yesOrNo(random.chance(kind.alcohol), 0.3),
    knifeFlag: yesOrNo(random.chance(kind.knife), 0.05),
    hateFlag: yesOrNo(random.chance(kind.hate), 0.05),
    policePerpetratedFlag: yesOrNo(kind.isCore && random.chance(0.002), 0.05),
    riskLevel: risk,
    riskIndicators: risk === '' ? '' : indicatorsFor(risk, random),
  };
}

function indicatorsFor(risk: string, random: RandomStream): string {
  const share = risk === 'High' ? 0.55 : risk === 'Medium' ? 0.28 : 0.12;
  return indicators.filter(() => random.chance(share)).join(';');
}

function victimFields(
  world: World,
  key: PersonKey,
  incident: PlannedIncident,
  random: RandomStream,
): IncidentRow {
  const person = personOf(world.seed, key);
  return {
    victimReference: person.reference,
    victimSex: random.chance(0.02) ? '' : person.sex,
    victimGender: person.gender,
    victimAge: random.chance(0.03) ? '' : String(ageOn(person, dayOf(incident.occurredFrom))),
    victimEthnicity: person.ethnicity,
    victimEthnicityOfficer: person.ethnicityOfficer,
    victimDisability: person.disability,
    victimHomeArea: random.chance(0.12) ? '' : world.homeOf(key).areaCode,
  };
}

function suspectFields(
  world: World,
  key: PersonKey,
  incident: PlannedIncident,
  outcomeCode: string,
  random: RandomStream,
): IncidentRow {
  const person = personOf(world.seed, key);
  const isCharged = outcomeCode === '1' || outcomeCode === '1A';
  const isOld = dayOf(incident.recordedAt) < lastDay - 400;
  const status = isCharged
    ? isOld && random.chance(0.6)
      ? 'convicted'
      : 'charged'
    : random.chance(0.025)
      ? 'eliminated'
      : 'suspect';
  return {
    suspectReference: person.reference,
    suspectStatus: incident.recordType === 'crime' ? status : '',
    suspectSex: random.chance(0.03) ? '' : person.sex,
    suspectAge: random.chance(0.12) ? '' : String(ageOn(person, dayOf(incident.occurredFrom))),
    suspectEthnicity: person.ethnicity,
    suspectEthnicityOfficer: person.ethnicityOfficer,
    suspectHomeArea: random.chance(0.25) ? '' : world.homeOf(key).areaCode,
  };
}

function relationshipOf(incident: PlannedIncident, random: RandomStream): string {
  return random.weighted(incident.isDomestic ? domesticMix : incident.kind.relationships);
}

function summaryOf(seed: number, incident: PlannedIncident, random: RandomStream): string {
  const { phrase } = settings[incident.setting];
  const told = `${random.pick(incident.kind.summaries)}, ${phrase}`;
  // A stream of its own: what the text says of the means changes nothing else of the record.
  const aside = randomStream(seed, 'means', incident.number);
  const saysMeans = incident.setting === 'online' && aside.chance(0.5);
  return saysMeans ? `${told}, ${aside.pick(meansWords)}.` : `${told}.`;
}
