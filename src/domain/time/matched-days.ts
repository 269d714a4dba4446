import { monthIndexOf } from './months.ts';
import { weekdayOfDay } from './policing-day.ts';

/** Records on days with an event beside days without one, of the same weekday and month. */
export interface MatchedDays {
  readonly eventDays: number;
  /** Days without an event that stand for them. */
  readonly matchedDays: number;
  /** Event days of which no day of the same weekday and month is without an event: not compared. */
  readonly unmatchedEventDays: number;
  readonly onEventDays: number;
  readonly onMatchedDays: number;
  /** Records an event day over records a matched day, with its 95 % interval; null where a side has none. */
  readonly ratio: { readonly estimate: number; readonly low: number; readonly high: number } | null;
  /** Variance of daily counts over their mean; the interval is widened by its root where it is above 1. */
  readonly dispersion: number;
}

const normalQuantile = 1.959963984540054;

interface Stratum {
  eventDays: number;
  otherDays: number;
  onEvent: number;
  onOther: number;
  squares: number;
}

/**
 * Compares days with an event to days without one of the same weekday in the same calendar month, by Mantel and
 * Haenszel's rate ratio over these groups with Greenland and Robins' variance (1985): sum(a n0 / n) / sum(b n1 / n),
 * where a of n1 event days and b of n0 others. Days are policing days, so that the night after a match is its own.
 *
 * @param countOfDay Records of each day, from `firstDay` on.
 * @param firstDay Days since 1970-01-01.
 * @param isEventDay Whether an event falls on a day.
 */
export function matchedDays(
  countOfDay: ArrayLike<number>,
  firstDay: number,
  isEventDay: (day: number) => boolean,
): MatchedDays {
  const strata = new Map<number, Stratum>();
  for (let at = 0; at < countOfDay.length; at++) {
    const day = firstDay + at;
    const key = monthIndexOf(day * 1440) * 7 + weekdayOfDay(day);
    const stratum = strata.get(key) ?? {
      eventDays: 0,
      otherDays: 0,
      onEvent: 0,
      onOther: 0,
      squares: 0,
    };
    strata.set(key, stratum);
    const count = countOfDay[at] ?? 0;
    if (isEventDay(day)) {
      stratum.eventDays++;
      stratum.onEvent += count;
    } else {
      stratum.otherDays++;
      stratum.onOther += count;
      stratum.squares += count * count;
    }
  }
  return compare([...strata.values()]);
}

function compare(strata: readonly Stratum[]): MatchedDays {
  const both = strata.filter((stratum) => stratum.eventDays > 0 && stratum.otherDays > 0);
  const sum = (of: (stratum: Stratum) => number, over: readonly Stratum[] = both): number =>
    over.reduce((total, stratum) => total + of(stratum), 0);
  const days = ({ eventDays, otherDays }: Stratum): number => eventDays + otherDays;
  const upper = sum((stratum) => (stratum.onEvent * stratum.otherDays) / days(stratum));
  const lower = sum((stratum) => (stratum.onOther * stratum.eventDays) / days(stratum));
  const variance = sum(
    (stratum) =>
      ((stratum.onEvent + stratum.onOther) * stratum.eventDays * stratum.otherDays) /
      days(stratum) ** 2,
  );
  const dispersion = dispersionOf(strata);
  const reach = normalQuantile * Math.sqrt((variance / (upper * lower)) * Math.max(1, dispersion));
  const all = sum(({ eventDays }) => eventDays, strata);
  const compared = sum(({ eventDays }) => eventDays);
  return {
    eventDays: compared,
    matchedDays: sum(({ otherDays }) => otherDays),
    unmatchedEventDays: all - compared,
    onEventDays: sum(({ onEvent }) => onEvent),
    onMatchedDays: sum(({ onOther }) => onOther),
    ratio:
      upper > 0 && lower > 0
        ? {
            estimate: upper / lower,
            low: (upper / lower) * Math.exp(-reach),
            high: (upper / lower) * Math.exp(reach),
          }
        : null,
    dispersion,
  };
}

/** Pearson's chi-square of the counts of days without an event around their group's mean, over its degrees. */
function dispersionOf(strata: readonly Stratum[]): number {
  let chiSquare = 0;
  let degrees = 0;
  for (const { otherDays, onOther, squares } of strata) {
    if (otherDays < 2 || onOther === 0) continue;
    const mean = onOther / otherDays;
    chiSquare += (squares - onOther * mean) / mean;
    degrees += otherDays - 1;
  }
  return degrees > 0 ? chiSquare / degrees : 1;
}
