import { sectionTitle } from '../profile/section-titles.ts';
import type { Block, Section } from './blocks.ts';
import type { Activity } from './context.ts';
import type { ProfileInputs } from './inputs.ts';
import { capabilityBlocks } from './small-tables.ts';
import { dateInWords, number } from './words.ts';

const title = sectionTitle(14);

/** Section 14: what is done now, and with whom; whether it works is for the analyst to say. */
export function responseSection(inputs: ProfileInputs): Section {
  const { activities, capability, conduct } = inputs.context;
  if (activities.length + capability.length + conduct.length === 0) {
    const text =
      'To be written by the analyst with partners. No activities, capability or conduct tables were imported.';
    return { number: 14, title, state: 'analyst', blocks: [{ kind: 'paragraph', text }] };
  }
  const blocks = [...activityBlocks(activities), ...capabilityBlocks(inputs)];
  return { number: 14, title, state: 'figures', blocks };
}

function activityBlocks(activities: readonly Activity[]): Block[] {
  if (activities.length === 0)
    return [
      { kind: 'paragraph', text: 'No activities were imported, so what is done is not shown.' },
    ];
  const rows = new Map<string, { own: Activity; count: number; hours: number; last: string }>();
  for (const own of activities) {
    const key = `${own.type}\n${own.owner}`;
    const before = rows.get(key) ?? { own, count: 0, hours: 0, last: '' };
    rows.set(key, {
      own: before.own,
      count: before.count + 1,
      hours: before.hours + (own.hours ?? 0),
      last: own.from > before.last ? own.from : before.last,
    });
  }
  return [
    {
      kind: 'table',
      caption: `What is done, by kind and owner, as supplied; n = ${number(activities.length)} activities. Hours are those written down. That something is done is no sign that it works: no effect is claimed here.`,
      columns: [
        { title: 'Activity' },
        { title: 'Owner' },
        { title: 'Times', isNumber: true },
        { title: 'Hours', isNumber: true },
        { title: 'First' },
        { title: 'Latest' },
      ],
      rows: [...rows.values()].map(({ own, count, hours, last }) => [
        own.type,
        own.owner === '' ? 'not given' : own.owner,
        number(count),
        number(hours),
        own.from === '' ? 'not given' : dateInWords(own.from),
        last === '' ? 'not given' : dateInWords(last),
      ]),
    },
  ];
}
