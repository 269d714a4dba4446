import { lastDay } from './calendar.ts';
import { choices, type Quartiles, type RandomStream } from './random.ts';

interface OutcomeFacts {
  /** Outcome numbers of the Home Office framework; blank stays undecided whatever time passes. */
  readonly codes: ReturnType<typeof choices<string>>;
  /** Days from the record to the outcome. Rape outcomes take a median of about 98 days (year to March 2020). */
  readonly days: Quartiles;
}

const mixes = {
  domestic: {
    codes: choices(
      ['16', 46],
      ['15', 25],
      ['1', 9],
      ['14', 3],
      ['18', 4],
      ['10', 2],
      ['22', 2],
      ['8', 2],
      ['3', 1.5],
      ['1A', 0.6],
      ['21', 1],
      ['', 4],
    ),
    days: [0, 5, 16, 52, 330],
  },
  sexual: {
    codes: choices(
      ['16', 34],
      ['15', 26],
      ['14', 12],
      ['18', 13],
      ['1', 7],
      ['20', 2],
      ['1A', 0.4],
      ['12', 0.6],
      ['13', 0.6],
      ['', 5],
    ),
    days: [2, 38, 98, 210, 640],
  },
  child: {
    codes: choices(
      ['15', 30],
      ['16', 16],
      ['18', 14],
      ['1', 11],
      ['20', 8],
      ['22', 5],
      ['14', 6],
      ['11', 3],
      ['', 7],
    ),
    days: [3, 45, 110, 230, 640],
  },
  violence: {
    codes: choices(
      ['16', 28],
      ['15', 24],
      ['18', 22],
      ['1', 9],
      ['14', 5],
      ['8', 4],
      ['22', 2],
      ['3', 1.5],
      ['2', 0.5],
      ['10', 1],
      ['17', 0.6],
      ['', 4],
    ),
    days: [0, 6, 21, 70, 330],
  },
  theft: {
    codes: choices(['18', 79], ['15', 8], ['1', 4], ['16', 4], ['14', 1], ['8', 1], ['', 2]),
    days: [0, 1, 5, 22, 200],
  },
  shop: {
    codes: choices(['18', 52], ['1', 20], ['15', 11], ['8', 6], ['16', 3], ['10', 1], ['', 3]),
    days: [0, 3, 12, 45, 240],
  },
  caught: {
    codes: choices(
      ['1', 38],
      ['8', 22],
      ['3', 7],
      ['22', 9],
      ['15', 8],
      ['18', 8],
      ['10', 2],
      ['7', 3],
      ['9', 1],
      ['', 4],
    ),
    days: [0, 2, 18, 80, 320],
  },
  breach: {
    codes: choices(['1', 34], ['15', 26], ['16', 18], ['18', 6], ['10', 3], ['', 4]),
    days: [0, 1, 9, 40, 260],
  },
} as const satisfies Record<string, OutcomeFacts>;
export type OutcomeMix = keyof typeof mixes;

interface Outcome {
  readonly code: string;
  readonly onDay: number;
}

/**
 * The outcome of a crime, or undefined while it is undecided. One that would come after the period's last day is
 * not there yet, so the newest months have the most undecided crimes, as in life.
 */
export function drawOutcome(
  mix: OutcomeMix,
  recordedDay: number,
  hasSuspect: boolean,
  random: RandomStream,
): Outcome | undefined {
  const { codes, days } = mixes[mix];
  const drawn = random.weighted<string>(codes);
  const onDay = recordedDay + random.quartile(days);
  if (drawn === '' || onDay > lastDay) return undefined;
  return { code: hasSuspect ? drawn : withoutSuspect(drawn), onDay };
}

/** Where nobody is named the crime closes as 18, or 14 where the victim does not support an investigation. */
function withoutSuspect(code: string): string {
  return code === '16' || code === '14' ? '14' : '18';
}
