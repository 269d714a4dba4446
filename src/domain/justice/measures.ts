import {
  crimeStatusNames,
  flagCodes,
  type IncidentColumns,
  noMinutes,
  threatNames,
} from '../evidence/columns.ts';
import { type Estimate, estimate } from '../vawg/audit-result.ts';

/** Below this many a share is flagged as resting on few. */
const fewRecords = 20;

/** A share with its 95 % interval (Wilson) and whether it rests on fewer than 20 records. */
export interface Measure extends Estimate {
  readonly isSmall: boolean;
}

function measure(hits: number, of: number): Measure {
  return { ...estimate(hits, of), isSmall: of < fewRecords };
}

/** Crimes as a share of crimes and non-crime incidents. */
export interface CrimeToIncident {
  /** hits = crimes, of = crimes and non-crime incidents. */
  readonly crimes: Measure;
  /** Of the non-crime incidents: reports of rape not recorded as a crime. */
  readonly n100: number;
  /** Crimes cancelled or transferred, which are in neither. */
  readonly cancelledOrTransferred: number;
}

/**
 * The crime-to-incident ratio of those of the given incidents that are under a national threat: crimes as a share
 * of crimes and non-crime incidents (interim data return 2022, item 2).
 */
export function crimeToIncident(
  incidents: IncidentColumns,
  indexes: ArrayLike<number>,
  threat: 'domestic-abuse' | 'rape-serious-sexual',
): CrimeToIncident {
  const bit = 1 << threatNames.indexOf(threat);
  const status = (name: (typeof crimeStatusNames)[number]): number =>
    crimeStatusNames.indexOf(name);
  const [cancelled, transferred, rapeReport] = [
    status('cancelled'),
    status('transferred'),
    status('N100'),
  ];
  let [crimes, others, n100, cancelledOrTransferred] = [0, 0, 0, 0];
  for (let at = 0; at < indexes.length; at++) {
    const index = indexes[at] ?? -1;
    if (((incidents.threats[index] ?? 0) & bit) === 0) continue;
    const own = incidents.crimeStatus[index];
    if (own === cancelled || own === transferred) cancelledOrTransferred++;
    else if (incidents.isCrime[index] === 1) crimes++;
    else {
      others++;
      if (own === rapeReport) n100++;
    }
  }
  return { crimes: measure(crimes, crimes + others), n100, cancelledOrTransferred };
}

/** How often a flag is set, of the records on which it is recorded. A flag that is not recorded is not a "no". */
export interface FlagRate {
  readonly yes: Measure;
  /** Records that could carry the flag, and those of them without it. */
  readonly missing: Estimate;
  /** False when nobody recorded it: the extract probably does not have the column. */
  readonly isSupplied: boolean;
}

function flagRate(
  flags: Uint8Array,
  offences: ArrayLike<number>,
  isAsked: (index: number) => boolean,
): FlagRate {
  let [asked, yes, no] = [0, 0, 0];
  for (let at = 0; at < offences.length; at++) {
    const index = offences[at] ?? -1;
    if (!isAsked(index)) continue;
    asked++;
    if (flags[index] === flagCodes.yes) yes++;
    else if (flags[index] === flagCodes.no) no++;
  }
  const recorded = yes + no;
  return {
    yes: measure(yes, recorded),
    missing: estimate(asked - recorded, asked),
    isSupplied: recorded > 0,
  };
}

/** Arrest, pre-charge bail and files submitted to the prosecutor. */
export interface CaseRates {
  readonly arrested: FlagRate;
  /** Of offences with an arrest recorded. */
  readonly preChargeBail: FlagRate;
  readonly fileSubmitted: FlagRate;
}

/** Rates of offences (see offencesRecorded) with an arrest, bail of those arrested, and a file to the prosecutor. */
export function caseRates(incidents: IncidentColumns, offences: ArrayLike<number>): CaseRates {
  const { arrested, preChargeBail, fileSubmitted } = incidents;
  return {
    arrested: flagRate(arrested, offences, () => true),
    preChargeBail: flagRate(preChargeBail, offences, (index) => arrested[index] === flagCodes.yes),
    fileSubmitted: flagRate(fileSubmitted, offences, () => true),
  };
}

/** Incidents that name a kind of protective order. */
export interface OrderCounts {
  /** As written; '' where an order has a date and no kind. */
  readonly type: string;
  readonly incidents: number;
  /** With a date on which it was made. */
  readonly made: number;
  /** With a date on which it was breached. */
  readonly breached: number;
}

/**
 * Protective orders of the given incidents by type as written, the commonest first. The unit is the incident: an
 * order that several incidents name counts with each, so breaches are never shown as a share of orders.
 */
export function ordersByType(
  { orderType, orderMadeMinutes, orderBreachedMinutes }: IncidentColumns,
  indexes: ArrayLike<number>,
): OrderCounts[] {
  const size = orderType.values.length;
  const [all, made, breached] = [
    new Float64Array(size),
    new Float64Array(size),
    new Float64Array(size),
  ];
  const add = (counts: Float64Array, type: number): void => {
    counts[type] = (counts[type] ?? 0) + 1;
  };
  for (let at = 0; at < indexes.length; at++) {
    const index = indexes[at] ?? -1;
    const type = orderType.codes[index] ?? 0;
    const isMade = (orderMadeMinutes[index] ?? noMinutes) !== noMinutes;
    const isBreached = (orderBreachedMinutes[index] ?? noMinutes) !== noMinutes;
    if (type === 0 && !isMade && !isBreached) continue;
    add(all, type);
    if (isMade) add(made, type);
    if (isBreached) add(breached, type);
  }
  return [...all]
    .flatMap((incidents, type) =>
      incidents === 0
        ? []
        : [
            {
              type: orderType.values[type] ?? '',
              incidents,
              made: made[type] ?? 0,
              breached: breached[type] ?? 0,
            },
          ],
    )
    .sort((a, b) => b.incidents - a.incidents || (a.type < b.type ? -1 : 1));
}

/** Referrals to support services. */
export interface Referrals {
  /** Incidents with a referral, of all given; a blank may be a referral that nobody wrote down. */
  readonly referred: Measure;
  /** By service as written, the commonest first; '' where only a date is written. */
  readonly services: readonly { readonly service: string; readonly incidents: number }[];
}

/** Incidents on which a referral to a support service is written, by service. */
export function referralsByService(
  { referralService, referredMinutes }: IncidentColumns,
  indexes: ArrayLike<number>,
): Referrals {
  const counts = new Float64Array(referralService.values.length);
  let referred = 0;
  for (let at = 0; at < indexes.length; at++) {
    const index = indexes[at] ?? -1;
    const service = referralService.codes[index] ?? 0;
    if (service === 0 && (referredMinutes[index] ?? noMinutes) === noMinutes) continue;
    referred++;
    counts[service] = (counts[service] ?? 0) + 1;
  }
  return {
    referred: measure(referred, indexes.length),
    services: [...counts]
      .flatMap((incidents, code) =>
        incidents === 0 ? [] : [{ service: referralService.values[code] ?? '', incidents }],
      )
      .sort((a, b) => b.incidents - a.incidents || (a.service < b.service ? -1 : 1)),
  };
}
