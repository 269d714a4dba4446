import { isMissing } from '../../../domain/quality/missing-words.ts';
import { isShortenedNumber } from '../../../domain/quality/shortened-number.ts';
import { ageOrNull } from '../ages.ts';
import { sexOrNull } from '../sex.ts';
import {
  crimeStatusOrNull,
  flagOrNull,
  momentIfKnown,
  offenceCodeOrNull,
  postcodeOrNull,
  type ReadingRules,
  RowRejected,
  textOrNull,
  warn,
  wordOrNull,
} from '../values.ts';
import {
  type ColumnLayout,
  locationText,
  moment,
  number,
  type ReadText,
  type TableLayout,
  text,
  withTime,
  word,
} from './layout.ts';

const oneOf =
  (words: readonly string[]): ReadText =>
  (value) =>
    wordOrNull(value, words);
const homeOf = oneOf(['victim', 'suspect', 'both', 'none']);
const suspectStatus = oneOf(['suspect', 'charged', 'convicted', 'eliminated']);

const person = (value: string, rules: ReadingRules) =>
  isLost(value, rules) ? null : rules.pseudonymOf('person', value);

/**
 * Whether there is no identifier: blank, noughts alone (what systems write of none), or one that a spreadsheet
 * shortened. Many people or places would be one by it.
 */
function isLost(value: string, rules: ReadingRules): boolean {
  if (value === '' || onlyNoughts.test(value)) return true;
  if (!isShortenedNumber(value)) return false;
  warn(rules, 'identifier-shortened');
  return true;
}

const onlyNoughts = /^\s*0+(?:\.0+)?\s*$/;

const crimeWords = new Set(['crime', 'recorded crime', 'notifiable crime']);
const nonCrimeWords = new Set([
  'non-crime',
  'non crime',
  'noncrime',
  'incident',
  'non-crime incident',
  'non crime incident',
  'crime related incident',
  'crime-related incident',
]);

/** A record of a table of crimes that does not say what it is, is one. */
function recordType(value: string): string {
  const plain = value.trim().toLowerCase();
  if (crimeWords.has(plain) || isMissing(plain)) return 'crime';
  if (nonCrimeWords.has(plain)) return 'non-crime';
  throw new RowRejected('unknown-value', value.trim());
}

/**
 * Columns of an incident. Identifiers of people become keyed pseudonyms, and an address or UPRN becomes a keyed
 * place key, as they are read: neither is kept as it came.
 */
export const incidentColumns: readonly ColumnLayout[] = [
  text('reference', 'reference', textOrNull),
  text('incident_reference', 'incidentReference', textOrNull),
  { ...word('record_type', 'recordType', recordType), blank: recordType('') },
  word('crime_status', 'crimeStatus', crimeStatusOrNull),
  word('offence_title', 'offenceTitle', textOrNull),
  word('offence_code', 'offenceCode', offenceCodeOrNull),
  moment('recorded_on', 'recordedOn', momentIfKnown),
  moment('reported_on', 'reportedOn', momentIfKnown),
  withTime(
    moment('occurred_from', 'occurredFrom', momentIfKnown),
    'occurredFromTime',
    momentIfKnown,
  ),
  withTime(moment('occurred_to', 'occurredTo', momentIfKnown), 'occurredToTime', momentIfKnown),
  text('postcode', 'postcode', postcodeOrNull),
  {
    column: 'place_key',
    isPseudonym: true,
    fields: ['uprn', 'address'],
    form: 'text',
    read: (field, rules) => {
      const uprn = field('uprn');
      return rules.pseudonymOf('place', isLost(uprn, rules) ? field('address') : uprn);
    },
  },
  word('location_type', 'locationType', textOrNull),
  locationText,
  word('area_code', 'areaCode', textOrNull),
  word('at_home_address_of', 'atHomeAddressOf', homeOf),
  number('domestic_abuse', 'domesticAbuseFlag', flagOrNull),
  number('honour_based', 'honourBasedFlag', flagOrNull),
  number('child_exploitation', 'childExploitationFlag', flagOrNull),
  number('online', 'onlineFlag', flagOrNull),
  number('alcohol', 'alcoholFlag', flagOrNull),
  number('knife', 'knifeFlag', flagOrNull),
  number('hate', 'hateFlag', flagOrNull),
  number('police_perpetrated', 'policePerpetratedFlag', flagOrNull),
  word('risk_level', 'riskLevel', textOrNull),
  word('risk_indicators', 'riskIndicators', textOrNull),
  word('order_type', 'orderType', textOrNull),
  moment('order_made_on', 'orderMadeOn', momentIfKnown),
  moment('order_breached_on', 'orderBreachedOn', momentIfKnown),
  word('referral_service', 'referralService', textOrNull),
  moment('referred_on', 'referredOn', momentIfKnown),
  number('arrested', 'arrested', flagOrNull),
  number('pre_charge_bail', 'preChargeBail', flagOrNull),
  number('file_submitted', 'fileSubmitted', flagOrNull),
  word('outcome_code', 'outcomeCode', textOrNull),
  moment('outcome_on', 'outcomeOn', momentIfKnown),
  word('platform', 'platform', textOrNull),
  text('summary', 'summary', textOrNull),
];

/** What every row of incidents must have: one field of each list. */
export const incidentRequired: TableLayout['required'] = [
  [['offenceTitle', 'offenceCode'], 'missing-offence'],
  [['recordedOn', 'reportedOn', 'occurredFrom'], 'missing-date'],
];

/** Columns of a victim of the row's incident. */
export const victimColumns: readonly ColumnLayout[] = [
  { ...text('person', 'victimReference', person), isPseudonym: true },
  word('sex', 'victimSex', sexOrNull),
  word('gender', 'victimGender', textOrNull),
  number('age_years', 'victimAge', ageOrNull),
  word('ethnicity', 'victimEthnicity', textOrNull),
  word('ethnicity_officer', 'victimEthnicityOfficer', textOrNull),
  word('disability', 'victimDisability', textOrNull),
  word('home_area', 'victimHomeArea', textOrNull),
];

/** Columns of a suspect of the row's incident. */
export const suspectColumns: readonly ColumnLayout[] = [
  { ...text('person', 'suspectReference', person), isPseudonym: true },
  word('status', 'suspectStatus', suspectStatus),
  word('sex', 'suspectSex', sexOrNull),
  number('age_years', 'suspectAge', ageOrNull),
  word('ethnicity', 'suspectEthnicity', textOrNull),
  word('ethnicity_officer', 'suspectEthnicityOfficer', textOrNull),
  word('home_area', 'suspectHomeArea', textOrNull),
];

/** What a victim was to a suspect. */
export const relationshipColumn: ColumnLayout = word('relationship', 'relationship', textOrNull);
