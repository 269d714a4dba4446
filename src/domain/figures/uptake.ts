import { noMinutes } from '../evidence/columns.ts';
import { monthIndexOf, monthlyCounts, monthText } from '../time/months.ts';
import type { Block } from './blocks.ts';
import type { CalendarEntry } from './context.ts';
import { smallestPrinted } from './counting.ts';
import type { ProfileInputs } from './inputs.ts';
import { peopledAreas } from './trend.ts';
import { dateInWords, number } from './words.ts';

const minutesPerDay = 1440;
/** Days before and after a promotion with which its days are compared. */
const besideDays = 28;
const shownAreas = 10;

/** Reports of feeling unsafe by month beside the dates on which they were promoted, and per 1,000 women by area. */
export function uptakeBlocks(inputs: ProfileInputs): Block[] {
  const days = reportDays(inputs);
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return [];
  const minutes = days.map((day) => day * minutesPerDay);
  const [from, to] = [monthIndexOf(first * minutesPerDay), monthIndexOf(last * minutesPerDay)];
  const women = peopledAreas(inputs.areas).reduce(
    (sum, area) => sum + (area.femalePopulation ?? 0),
    0,
  );
  const counts = monthlyCounts(minutes, from, to);
  const monthly = days.length / counts.length;
  return [
    {
      kind: 'months',
      caption: `StreetSafe-style reports by month, by date of report, ${dateInWords(monthText(from))} to ${dateInWords(monthText(to))}; n = ${number(days.length)} reports with a date${women === 0 ? '' : `, on average ${((1_000 * monthly) / women).toFixed(2)} per 1,000 resident women and girls a month`}. More reports may mean more promotion and not more fear.`,
      firstMonth: monthText(from),
      counts,
      fillingMonths: 0,
      colour: 'felt',
      unit: 'reports',
      breaks: [],
    },
    ...promotionBlocks(inputs, days),
    ...areaBlocks(inputs),
  ];
}

function reportDays({ perceptions }: ProfileInputs): number[] {
  return [...perceptions.reportedMinutes]
    .filter((minutes) => minutes !== noMinutes)
    .map((minutes) => Math.floor(minutes / minutesPerDay))
    .sort((a, b) => a - b);
}

function promotionBlocks({ context }: ProfileInputs, days: readonly number[]): Block[] {
  const promotions = context.calendar.filter(
    ({ type, name, from }) =>
      from !== '' && (/campaign|promotion/i.test(type) || /streetsafe|promotion/i.test(name)),
  );
  if (promotions.length === 0) {
    return [
      {
        kind: 'paragraph',
        text: 'When reporting was promoted is not known: no calendar with campaigns was imported. So a rise in reports cannot be told from a rise in promotion.',
      },
    ];
  }
  return [
    {
      kind: 'table',
      caption: `Reports a day during each promotion, and in the ${besideDays} days before and after it, by date of report. Other things happen on the same dates: a difference is no proof that the promotion made it. In brackets the number of reports; a time that the reports do not cover whole has none.`,
      columns: [
        { title: 'Promotion' },
        { title: 'Dates' },
        { title: 'Before', isNumber: true },
        { title: 'During', isNumber: true },
        { title: 'After', isNumber: true },
      ],
      rows: promotions.map((promotion) => promotionRow(promotion, days)),
    },
  ];
}

const dayOf = (text: string): number => Math.floor(Date.parse(`${text}T00:00Z`) / 86_400_000);

function promotionRow({ name, from, to }: CalendarEntry, days: readonly number[]): string[] {
  const start = dayOf(from);
  const end = to === '' ? start : dayOf(to);
  // Days before the month of the first report or after that of the last are not days without reports.
  const monthOf = (day: number): number => monthIndexOf(day * minutesPerDay);
  const covered = dayOf(`${monthText(monthOf(days[0] ?? start))}-01`);
  const coveredTo = dayOf(`${monthText(monthOf(days.at(-1) ?? end) + 1)}-01`) - 1;
  const aDay = (first: number, last: number): string => {
    if (first < covered || last > coveredTo) return 'not covered';
    const count = days.filter((day) => day >= first && day <= last).length;
    return `${(count / (last - first + 1)).toFixed(1)} (${number(count)})`;
  };
  return [
    name,
    to === '' || to === from ? dateInWords(from) : `${dateInWords(from)} to ${dateInWords(to)}`,
    aDay(start - besideDays, start - 1),
    aDay(start, end),
    aDay(end + 1, end + besideDays),
  ];
}

function areaBlocks(inputs: ProfileInputs): Block[] {
  const counts = new Map<number, number>();
  for (const area of inputs.context.areaOfPerception) {
    if (area >= 0) counts.set(area, (counts.get(area) ?? 0) + 1);
  }
  const known = [...inputs.areas.entries()]
    .filter(([, area]) => (area.femalePopulation ?? 0) > 0)
    .map(([at, area]) => ({
      name: area.name,
      women: area.femalePopulation ?? 1,
      count: counts.get(at) ?? 0,
    }));
  if (known.length === 0) {
    return [
      {
        kind: 'paragraph',
        text: 'Uptake by area: no areas with a population of women and girls were imported, so reports per 1,000 women cannot be given.',
      },
    ];
  }
  const ranked = known
    .filter(({ count }) => count >= smallestPrinted)
    .sort((a, b) => b.count / b.women - a.count / a.women);
  const silent = known.filter(({ count }) => count === 0);
  const silentWomen = silent.reduce((sum, { women }) => sum + women, 0);
  return [
    {
      kind: 'table',
      caption: `Uptake by area: the ${number(Math.min(shownAreas, ranked.length))} areas with most StreetSafe-style reports per 1,000 resident women and girls, of ${number(ranked.length)} areas with ${smallestPrinted} or more, all dates. A report is counted where its pin is: it may be by somebody who lives elsewhere, so town centres lead. ${number(silent.length)} of ${number(known.length)} areas, with ${number(silentWomen)} women and girls, have no report at all.`,
      columns: [
        { title: 'Area' },
        { title: 'Reports', isNumber: true },
        { title: 'Women and girls', isNumber: true },
        { title: 'Per 1,000', isNumber: true },
      ],
      rows: ranked
        .slice(0, shownAreas)
        .map(({ name, count, women }) => [
          name,
          number(count),
          number(women),
          ((1_000 * count) / women).toFixed(1),
        ]),
    },
  ];
}
