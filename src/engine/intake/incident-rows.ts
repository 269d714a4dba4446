import type { SqlValue } from '../workspace/flat-store.ts';
import { fingerprintOf, pseudonymOf } from '../workspace/identity.ts';
import type { IncidentRow } from '../workspace/incident-store.ts';
import type { Preset } from './presets/preset.ts';
import {
  ageOrNull,
  dateOrNull,
  type FieldOf,
  flagOrNull,
  positionOf,
  type ReadingRules,
  RowRejected,
  sexOrNull,
  textOrNull,
  wordOrNull,
} from './values.ts';

const homeWords = ['victim', 'suspect', 'both', 'none'];
const statusWords = ['recorded', 'cancelled', 'transferred', 'N100'];
const suspectWords = ['suspect', 'charged', 'convicted', 'eliminated'];

/**
 * Turns one row of an extract into an incident with its victim and suspect. Identifiers of people become keyed
 * pseudonyms, and an address or UPRN becomes a keyed place key, as they are read: neither is kept as it came.
 */
export function incidentRow(
  field: FieldOf,
  preset: Preset,
  rules: ReadingRules,
): { row: IncidentRow; hasPosition: boolean } {
  const offenceTitle = textOrNull(field('offenceTitle'));
  const offenceCode = textOrNull(field('offenceCode'));
  if (offenceTitle === null && offenceCode === null) throw new RowRejected('missing-offence');
  const recordedOn = dateOrNull(field('recordedOn'), rules);
  const reportedOn = dateOrNull(field('reportedOn'), rules);
  // Published months are the month of the record; the committed month is taken to be the same.
  const occurredFrom =
    dateOrNull(field('occurredFrom'), rules) ?? (preset.source === 'open-data' ? recordedOn : null);
  const occurredTo = dateOrNull(field('occurredTo'), rules);
  if (recordedOn === null && reportedOn === null && occurredFrom === null) {
    throw new RowRejected('missing-date');
  }
  const position = positionOf(field, rules);
  const key = rules.pseudonymKey;
  const reference = textOrNull(field('reference'));
  const values: SqlValue[] = [
    preset.source,
    reference,
    textOrNull(field('incidentReference')),
    recordType(field('recordType')),
    wordOrNull(field('crimeStatus'), statusWords),
    offenceTitle,
    offenceCode,
    recordedOn,
    reportedOn,
    occurredFrom,
    occurredTo,
    position.easting,
    position.northing,
    position.from,
    textOrNull(field('postcode')),
    pseudonymOf(key, 'place', field('uprn') === '' ? field('address') : field('uprn')),
    textOrNull(field('locationType')),
    textOrNull(field('locationText')),
    textOrNull(field('areaCode')),
    wordOrNull(field('atHomeAddressOf'), homeWords),
    flagOrNull(field('domesticAbuseFlag')),
    flagOrNull(field('honourBasedFlag')),
    flagOrNull(field('childExploitationFlag')),
    flagOrNull(field('onlineFlag')),
    flagOrNull(field('alcoholFlag')),
    flagOrNull(field('knifeFlag')),
    flagOrNull(field('hateFlag')),
    flagOrNull(field('policePerpetratedFlag')),
    textOrNull(field('riskLevel')),
    textOrNull(field('riskIndicators')),
    textOrNull(field('orderType')),
    dateOrNull(field('orderMadeOn'), rules),
    dateOrNull(field('orderBreachedOn'), rules),
    textOrNull(field('referralService')),
    dateOrNull(field('referredOn'), rules),
    flagOrNull(field('arrested')),
    flagOrNull(field('preChargeBail')),
    flagOrNull(field('fileSubmitted')),
    textOrNull(field('outcomeCode')),
    dateOrNull(field('outcomeOn'), rules),
    textOrNull(field('platform')),
    textOrNull(field('summary')),
  ];
  const isKey = 'key' in preset.identity && reference !== null;
  return {
    row: {
      identity: isKey ? reference : contentIdentity(field, preset),
      identityIsKey: isKey,
      values,
      victim: personOrNull([
        pseudonymOf(key, 'person', field('victimReference')),
        sexOrNull(field('victimSex')),
        textOrNull(field('victimGender')),
        ageOrNull(field('victimAge')),
        textOrNull(field('victimEthnicity')),
        textOrNull(field('victimEthnicityOfficer')),
        textOrNull(field('victimDisability')),
        textOrNull(field('victimHomeArea')),
      ]),
      suspect: personOrNull([
        pseudonymOf(key, 'person', field('suspectReference')),
        wordOrNull(field('suspectStatus'), suspectWords),
        sexOrNull(field('suspectSex')),
        ageOrNull(field('suspectAge')),
        textOrNull(field('suspectEthnicity')),
        textOrNull(field('suspectEthnicityOfficer')),
        textOrNull(field('suspectHomeArea')),
      ]),
      relationship: textOrNull(field('relationship')),
    },
    hasPosition: position.from !== null,
  };
}

/** Who a record is where the source has no key: the columns that do not change. */
export function contentIdentity(field: FieldOf, preset: Preset): string {
  const unchanging =
    'unchanging' in preset.identity && preset.identity.unchanging !== 'all'
      ? preset.identity.unchanging
      : Object.keys(preset.columns);
  return fingerprintOf(unchanging.map((name) => field(name)));
}

function recordType(text: string): string {
  const plain = text.trim().toLowerCase();
  if (plain === '' || plain === 'crime') return 'crime';
  if (['non-crime', 'non crime', 'noncrime', 'incident'].includes(plain)) return 'non-crime';
  throw new RowRejected('unknown-value');
}

function personOrNull(values: readonly SqlValue[]): readonly SqlValue[] | null {
  return values.every((value) => value === null) ? null : values;
}
