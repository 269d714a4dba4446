import { dayOf, daysOf, lastDay, minuteOn, minutesAt } from './calendar.ts';
import type { PlannedIncident, PlanSize, Planting } from './incident.ts';
import { type IncidentPeople, peopleOf } from './incident-people.ts';
import { placeOf } from './incident-place.ts';
import { crimeStatusOf, wordingOf } from './incident-words.ts';
import type { OffenceKind, WindowSort } from './offence-kind.ts';
import { ageOn, type PersonKey, personOf } from './people.ts';
import { type RandomStream, randomStream } from './random.ts';
import { officialSettings } from './settings.ts';
import type { World } from './world.ts';

const limit = minutesAt(lastDay, 23, 59);

/** Decides one incident. A planted one is written cleanly: no gaps in code or place, no cancelled record. */
export function planIncident(
  world: World,
  size: PlanSize,
  number: number,
  kind: OffenceKind,
  planting?: Planting,
): PlannedIncident {
  const random = randomStream(world.seed, 'incident', number);
  const pattern = planting?.pattern ?? kind.pattern;
  const day = random.weighted(planting?.days ?? daysOf(pattern, kind.season, kind.growthPerYear));
  const isNonRecent = !planting && random.chance(kind.nonRecent);
  const people = peopleOf(world, size, kind, day, isNonRecent, random, planting);
  const when = isNonRecent
    ? longAgo(world, kind, day, people.victims, random)
    : windowOf(planting ? 'moment' : kind.window, minuteOn(day, pattern, random), people, random);
  const drawnSetting = random.weighted(kind.settings);
  const isReportedElsewhere =
    !planting && kind.victims !== null && drawnSetting !== 'online' && random.chance(0.012);
  const setting =
    planting?.setting ?? (isReportedElsewhere ? random.weighted(officialSettings) : drawnSetting);
  const status = crimeStatusOf(kind, planting !== undefined, random);
  return {
    number,
    ...status,
    ...wordingOf(kind, planting !== undefined, random),
    setting,
    ...placeOf(world, setting, people, random, planting?.place),
    ...when,
    ...people,
    suspects: isNonRecent ? oldEnough(world, people.suspects, when.occurredFrom) : people.suspects,
    isHonourBased: random.chance(kind.honour),
    isExploitation: random.chance(kind.exploitation),
    truth: planting?.truth ?? '',
  };
}

/** The suspects who were at least 16 when an offence of years ago was committed. */
function oldEnough(
  world: World,
  suspects: readonly PersonKey[],
  occurredFrom: number,
): readonly PersonKey[] {
  return suspects.filter(
    (suspect) => ageOn(personOf(world.seed, suspect), dayOf(occurredFrom)) >= 16,
  );
}

type When = Pick<PlannedIncident, 'occurredFrom' | 'occurredTo' | 'reportedAt' | 'recordedAt'>;

/** The committed window that ends, or for a moment begins, at a drawn minute; then report and record. */
function windowOf(
  drawnSort: WindowSort,
  drawnMinute: number,
  people: IncidentPeople,
  random: RandomStream,
): When {
  const isLongAtHome = drawnSort === 'moment' && people.isDomestic && !people.isPlanted;
  const sort = isLongAtHome && random.chance(0.17) ? 'days' : drawnSort;
  const [from, to] = bounds(sort, drawnMinute, people.isPlanted, random);
  const end = to ?? from;
  // A night that runs past the last day of the extract is moved to the same night a week before.
  const back = end > limit - 60 ? 7 * 1440 : 0;
  return {
    occurredFrom: from - back,
    occurredTo: to === undefined ? undefined : to - back,
    ...reportedAfter(end - back, people.kind, random),
  };
}

function bounds(
  sort: WindowSort,
  minute: number,
  isPlanted: boolean,
  random: RandomStream,
): readonly [from: number, to: number | undefined] {
  const day = dayOf(minute);
  switch (sort) {
    case 'moment': {
      const unknownTime = !isPlanted && random.chance(0.035);
      if (unknownTime) {
        return [minutesAt(day, 0, 0), random.chance(0.5) ? minutesAt(day, 23, 59) : undefined];
      }
      const written = random.unit();
      if (written < 0.15) return [minute, undefined];
      return [minute, written < 0.4 ? minute : minute + random.integer(1, 6) * 5];
    }
    case 'hours':
      return [minute - random.integer(4, 40) * 15, minute];
    case 'overnight':
      return [minute, minutesAt(day + 1, random.integer(5, 9), random.integer(0, 3) * 15)];
    case 'day':
      return [minutesAt(day, 0, 0), minutesAt(day, 23, 59)];
    case 'days':
      return [minute - random.integer(1, 21) * 1440 - random.integer(0, 12) * 60, minute];
    case 'course':
      return [minutesAt(day - random.integer(2, 110), 0, 0), minute];
    case 'long-course':
      return [minutesAt(day - random.integer(120, 1400), 0, 0), minute];
    default:
      return sort satisfies never;
  }
}

/** Report and record after the end of the window, never after the last day of the extract. */
function reportedAfter(
  end: number,
  kind: OffenceKind,
  random: RandomStream,
): Pick<When, 'reportedAt' | 'recordedAt'> {
  const left = limit - end;
  const drawn = random.quartile(kind.reportDelayHours) * 60 + random.integer(2, 70);
  const delay = drawn < left ? drawn : Math.floor(left * random.unit() * 0.7);
  const reportedAt = end + delay;
  const untilRecorded = random.chance(0.85) ? random.integer(5, 900) : random.integer(900, 4300);
  return { reportedAt, recordedAt: Math.min(limit, reportedAt + untilRecorded) };
}

/**
 * An offence of years ago that is reported now. A child's offence is dated to when the victim, an adult today,
 * was of that age; the time of day is not known.
 */
function longAgo(
  world: World,
  kind: OffenceKind,
  day: number,
  victims: readonly PersonKey[],
  random: RandomStream,
): When {
  const [victim] = victims;
  const ageNow = victim === undefined ? 40 : ageOn(personOf(world.seed, victim), day);
  const childPool = kind.victims?.values[0];
  const ageThen =
    childPool === 'girl'
      ? random.integer(13, 15)
      : childPool === 'small-girl'
        ? random.integer(6, 12)
        : Math.max(16, ageNow - random.integer(1, 14));
  // Counted back from a birthday's middle, so that the age then is the one drawn.
  const bornOn = victim === undefined ? day : personOf(world.seed, victim).bornOn;
  const fromDay = Math.min(day - 30, Math.floor(bornOn + (ageThen + 0.5) * 365.25));
  const toDay = Math.min(day - 1, fromDay + random.integer(0, 160));
  const reportedAt = minutesAt(day, random.integer(8, 20), random.integer(0, 59));
  return {
    occurredFrom: minutesAt(fromDay, 0, 0),
    occurredTo: minutesAt(toDay, 23, 59),
    reportedAt,
    recordedAt: Math.min(limit, reportedAt + random.integer(10, 1200)),
  };
}
