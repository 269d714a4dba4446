import { noMinutes } from '../evidence/columns.ts';
import { fillingMonths, reportingLag } from '../time/reporting-lag.ts';
import type { Block } from './blocks.ts';
import { smallNumber } from './counting.ts';
import type { ProfileInputs } from './inputs.ts';
import { careful, number, share } from './words.ts';

/** The last recorded date of any record, as minutes: how far the data reach; null where none has a date. */
export function cutOffMinutes({ evidence }: ProfileInputs): number | null {
  let last = noMinutes;
  for (const minutes of evidence.incidents.recordedMinutes) if (minutes > last) last = minutes;
  return last === noMinutes ? null : last;
}

/** How many are reported more than a year after, and how far back months by committed date are still filling. */
export function lateReports(inputs: ProfileInputs, counted: readonly number[]): Block[] {
  const lag = reportingLag(inputs.evidence.incidents, counted);
  const cutOff = cutOffMinutes(inputs);
  if (lag.assessable === 0 || cutOff === null)
    return [
      {
        kind: 'paragraph',
        text: 'Late reports: no record has both the day of the event and the day of the report, so late reports cannot be counted.',
      },
    ];
  const filling = fillingMonths(lag, cutOff);
  const months =
    filling === null || lag.days.length < smallNumber
      ? ''
      : ` Nine in ten of those reported within a year are reported ${filling.lagDays === 0 ? 'on the day of the event' : `within ${number(filling.lagDays)} days`}: by committed date, ${filling.months === 1 ? 'the latest month is' : `the latest ${number(filling.months)} months are`} still filling.`;
  const negative =
    lag.negative === 0
      ? ''
      : ` ${number(lag.negative)} have a report dated before the event: check these dates.`;
  return [
    {
      kind: 'paragraph',
      text: `Late reports: ${number(lag.late)} of ${careful(lag.assessable)} incidents with both days known (${share(lag.late, lag.assessable)}) were reported more than a year after the event. They stand in the month in which they were recorded, so a rise there may be older abuse that is told now. ${number(lag.unknown)} incidents cannot be assessed.${negative}${months}`,
    },
  ];
}
