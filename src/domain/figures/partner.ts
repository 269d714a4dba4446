import { noMinutes } from '../evidence/columns.ts';
import { monthIndexOf, monthText } from '../time/months.ts';
import type { Block } from './blocks.ts';
import { smallNumber } from './counting.ts';
import type { ProfileInputs } from './inputs.ts';
import { dateInWords, number } from './words.ts';

/** What partners saw, by source and kind of event: beside the incidents, in no total and on no map of them. */
export function partnerBlocks({ partner }: ProfileInputs): Block[] {
  if (partner.length === 0)
    return [
      {
        kind: 'paragraph',
        text: 'No partner events (health, council, transport) were imported. Police records alone miss what is never reported to the police: this is a gap to fill.',
      },
    ];
  const rows = new Map<
    string,
    { source: string; category: string; events: number; placed: number }
  >();
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let index = 0; index < partner.length; index++) {
    const codes = [partner.source.codes[index] ?? 0, partner.category.codes[index] ?? 0] as const;
    const row = rows.get(codes.join()) ?? {
      source: partner.source.values[codes[0]] || 'not recorded',
      category: partner.category.values[codes[1]] || 'not recorded',
      events: 0,
      placed: 0,
    };
    row.events++;
    if (!Number.isNaN(partner.easting[index] ?? Number.NaN)) row.placed++;
    rows.set(codes.join(), row);
    const minutes = partner.occurredFromMinutes[index] ?? noMinutes;
    if (minutes === noMinutes) continue;
    first = Math.min(first, minutes);
    last = Math.max(last, minutes);
  }
  const period =
    first > last
      ? 'without dates'
      : `committed ${dateInWords(monthText(monthIndexOf(first)))} to ${dateInWords(monthText(monthIndexOf(last)))}`;
  return [
    {
      kind: 'table',
      caption: `Partner events by source and kind, ${period}; n = ${number(partner.length)} events. They are not police incidents, may describe the same event as one, and may be in any space: they are in no total. Below ${smallNumber}: read with care.`,
      columns: [
        { title: 'Source' },
        { title: 'Kind of event' },
        { title: 'Events', isNumber: true },
        { title: 'With a position', isNumber: true },
      ],
      rows: [...rows.values()]
        .sort((a, b) => b.events - a.events || (a.category < b.category ? -1 : 1))
        .map((row) => [row.source, row.category, number(row.events), number(row.placed)]),
    },
  ];
}
