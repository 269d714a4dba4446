import { smallNumber } from './counting.ts';

/** A number with thousands separators, as in 12,431. */
export function number(value: number): string {
  return Math.round(value)
    .toString()
    .replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** A share in per cent with one decimal and its base; says so when the base is too small for a share. */
export function share(part: number, whole: number): string {
  if (whole === 0) return 'none of 0';
  if (whole < smallNumber) return `${number(part)} of ${number(whole)}`;
  return `${((100 * part) / whole).toFixed(1)} %`;
}

/** A count with a caution where it is too small to carry a conclusion. */
export function careful(value: number): string {
  return value < smallNumber
    ? `${number(value)} (fewer than ${smallNumber}: read with care)`
    : number(value);
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `YYYY-MM` or `YYYY-MM-DD` in words: "October 2026", "31 October 2026". */
export function dateInWords(text: string): string {
  const name = `${months[Number(text.slice(5, 7)) - 1] ?? ''} ${text.slice(0, 4)}`;
  return text.length > 7 ? `${Number(text.slice(8, 10))} ${name}` : name;
}

const leftOutReasons: Readonly<Record<string, string>> = {
  openDataContext: 'open data, context only',
  notVawg: 'not VAWG by the rules',
  unmatchedOffence: 'offence not recognised',
  femaleVictimTier: 'female-victim tier, on its own line',
  noFemaleVictim: 'no female victim recorded',
  otherThreat: 'another threat',
  otherSpace: 'another space',
  noDate: 'no date',
  outsidePeriod: 'outside the period',
  monthOnly: 'dated by a month that the period cuts',
  reportedAtLocation: 'place is only where it was reported',
  noLocation: 'no location',
  outsideChosenArea: 'outside the chosen area',
  outsideStudyArea: 'outside the boundary',
  noHarmWeight: 'no weight on the harm list',
  onlyMonthKnown: 'only the month is known',
  outsideRecords: 'before the records begin or after they end',
  noTime: 'no time of day',
  timeUnknown: 'at midnight by habit, time unknown',
  windowTooLong: 'may have happened at any time of too long a window',
  endBeforeStart: 'ends before it starts',
  publishedPoint: 'published point that stands for many addresses',
  noPlaceKey: 'no address or position to match by',
  outsideAssessment: 'outside the periods or areas compared',
};

/** The reason why a record is not counted, in words; undefined for a code that is none of these. */
export function leftOutReason(reason: string): string | undefined {
  return leftOutReasons[reason];
}

/** Why records are not counted, in words: "79 no location; 12 outside the boundary". */
export function leftOutInWords(
  leftOut: Readonly<Record<string, number>>,
  only?: readonly string[],
): string {
  const parts = Object.entries(leftOut)
    .filter(([reason, count]) => count > 0 && (only === undefined || only.includes(reason)))
    .map(([reason, count]) => `${number(count)} ${leftOutReasons[reason] ?? reason}`);
  return parts.length === 0 ? 'none' : parts.join('; ');
}

/** A sentence as part of another one: without its capital and its full stop. */
export function clause(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}

/** A kind of place as it stands on record, in the words of a reader: "car-park" as "car park". */
export function kindOfPlace(kind: string): string {
  return kind === 'licensed' ? 'licensed premises' : kind.replaceAll('-', ' ');
}
