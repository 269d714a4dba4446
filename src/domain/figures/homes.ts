import { noMinutes } from '../evidence/columns.ts';
import { repeatAddresses } from '../people/places.ts';
import type { Block } from './blocks.ts';
import { smallestPrinted, tally } from './counting.ts';
import type { ProfileInputs } from './inputs.ts';
import { periodInWords } from './opening.ts';
import { careful, number, share } from './words.ts';

/** Homes to which incidents come again: how many, never which. */
export function repeatHomes(inputs: ProfileInputs, own: readonly number[]): Block {
  const { repeats, incidents } = repeatAddresses(inputs.evidence, own);
  const { identified, repeated, repeatIncidents, windowDays, withoutIdentifier } = repeats;
  const text =
    identified === 0
      ? 'Repeat addresses: no incident in private space has an address, so none can be seen.'
      : `Repeat addresses: ${number(repeated)} of ${careful(identified)} addresses (${share(repeated, identified)}) have a further incident within ${windowDays} days; ${number(repeatIncidents)} of ${number(incidents)} incidents are such repeats; ${number(withoutIdentifier)} have no address. Addresses are matched by a keyed code, counted, and never named or mapped.`;
  return { kind: 'paragraph', text };
}

/** Protective orders on incidents in private space, and their breaches (Action 6). */
export function orderBlocks(inputs: ProfileInputs, own: readonly number[]): Block[] {
  const { orderType, orderBreachedMinutes } = inputs.evidence.incidents;
  const ordered = own.filter((index) => (orderType.codes[index] ?? 0) !== 0);
  const isBreached = (index: number): boolean => orderBreachedMinutes[index] !== noMinutes;
  if (ordered.length === 0) {
    return [
      {
        kind: 'paragraph',
        text: `Orders: none of these incidents names a protective order${own.some(isBreached) ? `, though ${number(own.filter(isBreached).length)} record a breach` : ''}. Check whether the extract has them before that is read as none.`,
      },
    ];
  }
  const breachedOf = (label: string): number =>
    ordered
      .filter((index) => orderType.values[orderType.codes[index] ?? 0] === label)
      .filter(isBreached).length;
  return [
    {
      kind: 'table',
      caption: `Protective orders named on incidents in private spaces, and those that record a breach, recorded ${periodInWords(inputs)}; n = ${number(ordered.length)} incidents with an order. An incident names one order; orders in force that no incident names are not seen, so this is no rate of breach of orders. Fewer than ${smallestPrinted}: read with care.`,
      columns: [
        { title: 'Order' },
        { title: 'Incidents', isNumber: true },
        { title: 'With a breach', isNumber: true },
        { title: 'Share with a breach', isNumber: true },
      ],
      rows: tally(orderType, ordered).map(({ label, value }) => [
        label,
        number(value),
        number(breachedOf(label)),
        share(breachedOf(label), value),
      ]),
    },
  ];
}
