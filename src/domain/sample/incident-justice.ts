import { dayOf, dayText, lastDay } from './calendar.ts';
import type { CsvRow } from './csv.ts';
import type { incidentColumns } from './headers.ts';
import type { PlannedIncident } from './incident.ts';
import { drawOutcome } from './outcomes.ts';
import { choices, type RandomStream } from './random.ts';

type Details = CsvRow<(typeof incidentColumns)[number]>;

const protectiveOrders = choices(
  ['Non-molestation order', 5],
  ['DVPO', 4],
  ['Restraining order', 3],
);
const services = choices(
  ['Domestic abuse adviser service (sample)', 62],
  ['Victim support (sample)', 38],
);
const sexualService = 'Sexual violence adviser service (sample)';

/** What followed: orders, referral, arrest, bail, file and outcome. */
export function justiceDetails(incident: PlannedIncident, random: RandomStream): Details {
  const recordedDay = dayOf(incident.recordedAt);
  const isCrime = incident.recordType === 'crime';
  const hasSuspect = incident.suspects.length > 0;
  const outcome =
    isCrime && incident.crimeStatus === 'recorded'
      ? drawOutcome(incident.kind.outcomes, recordedDay, hasSuspect, random)
      : undefined;
  const isArrested = isCrime && hasSuspect && random.chance(arrestShare(incident));
  const isCharged = outcome?.code === '1' || outcome?.code === '1A';
  const isFileSubmitted = isCharged || (outcome?.code === '15' && random.chance(0.08));
  return {
    ...orders(incident, recordedDay, random),
    ...referral(incident, recordedDay, random),
    arrested: isCrime && hasSuspect ? (isArrested ? 'Y' : 'N') : '',
    preChargeBail: isArrested ? (random.chance(0.42) ? 'Y' : 'N') : '',
    fileSubmitted: outcome && hasSuspect ? (isFileSubmitted ? 'Y' : 'N') : '',
    outcomeCode: outcome?.code ?? '',
    outcomeOn: outcome ? dayText(outcome.onDay) : '',
  };
}

function arrestShare({ kind, isDomestic }: PlannedIncident): number {
  if (kind.outcomes === 'caught') return 0.6;
  if (kind.outcomes === 'breach') return 0.55;
  return isDomestic ? 0.36 : 0.2;
}

/** A breach names the order that was in force; a few other domestic records lead to an order afterwards. */
function orders(incident: PlannedIncident, recordedDay: number, random: RandomStream): Details {
  const committedDay = dayOf(incident.occurredTo ?? incident.occurredFrom);
  if (incident.kind.outcomes === 'breach') {
    return {
      orderType: incident.kind.orderType,
      orderMadeOn: dayText(committedDay - random.integer(5, 420)),
      orderBreachedOn: dayText(committedDay),
    };
  }
  const madeOn = recordedDay + random.integer(1, 45);
  if (!random.chance(incident.isDomestic || incident.kind.orderType !== '' ? 0.05 : 0)) return {};
  if (madeOn > lastDay) return {};
  return {
    orderType: incident.kind.orderType || random.weighted(protectiveOrders),
    orderMadeOn: dayText(madeOn),
  };
}

function referral(incident: PlannedIncident, recordedDay: number, random: RandomStream): Details {
  const isSexual = incident.kind.outcomes === 'sexual' || incident.kind.outcomes === 'child';
  const isReferred = random.chance(isSexual ? 0.55 : incident.isDomestic ? 0.42 : 0.03);
  if (!isReferred || incident.victims.length === 0) return {};
  const referredOn = recordedDay + random.quartile([0, 0, 1, 4, 30]);
  return {
    referralService: isSexual ? sexualService : random.weighted(services),
    referredOn: referredOn > lastDay ? '' : dayText(referredOn),
  };
}
