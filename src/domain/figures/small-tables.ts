import type { Block } from './blocks.ts';
import type { SmallRow } from './context.ts';
import type { ProfileInputs } from './inputs.ts';
import { number } from './words.ts';

/** Items of a capability table that tell of deaths: they belong to the outcomes and are shown apart. */
const tellsOfDeath = /\b(death|suicide|homicide)/i;

/** Deaths and suspected suicides after domestic abuse, where the force supplies them: numbers, never a person. */
export function deathBlocks({ context }: ProfileInputs): Block[] {
  const rows = context.capability.filter(({ item }) => tellsOfDeath.test(item));
  if (rows.length === 0) {
    return [
      {
        kind: 'paragraph',
        text: 'Domestic abuse-related deaths and suspected suicides: no table was supplied. A year without a table is not a year without a death.',
      },
    ];
  }
  return [
    tableOf(
      'Domestic abuse-related deaths and suspected suicides after domestic abuse, as supplied by the force. Small numbers: no change or rate is to be read from them. Each is a person, and a review says more than a count.',
      rows,
    ),
  ];
}

/** Specialist investigators against demand (Action 4), and allegations against officers and staff (Action 1), apart. */
export function capabilityBlocks({ context }: ProfileInputs): Block[] {
  const capability = context.capability.filter(({ item }) => !tellsOfDeath.test(item));
  return [
    capability.length === 0
      ? {
          kind: 'paragraph',
          text: 'Specialist investigators against demand (Action 4): no table was supplied.',
        }
      : tableOf(
          'Specialist investigators against demand (Action 4), as supplied by the force; not counted by this profile.',
          capability,
        ),
    context.conduct.length === 0
      ? {
          kind: 'paragraph',
          text: 'Allegations against officers and staff (Action 1): no table was supplied.',
        }
      : tableOf(
          'Allegations against officers and staff (Action 1), as supplied by the force. Shown apart: they are in no count of incidents here, and an allegation is not a finding.',
          context.conduct,
        ),
  ];
}

function tableOf(caption: string, rows: readonly SmallRow[]): Block {
  return {
    kind: 'table',
    caption,
    columns: [
      { title: 'Item' },
      { title: 'Period' },
      { title: 'Number', isNumber: true },
      { title: 'Note' },
    ],
    rows: rows.map(({ item, period, count, note }) => [
      item,
      period === '' ? 'not given' : period,
      count === null ? 'not given' : number(count),
      note === '' ? '-' : note,
    ]),
  };
}
