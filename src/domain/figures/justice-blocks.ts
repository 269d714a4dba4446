import { threatNames } from '../evidence/columns.ts';
import { isInSpace } from '../evidence/select.ts';
import {
  caseRates,
  crimeToIncident,
  type FlagRate,
  ordersByType,
  referralsByService,
} from '../justice/measures.ts';
import { figuresOf, type Part, type SplitName, splitSpaces } from '../justice/offences.ts';
import type { Estimate } from '../vawg/audit-result.ts';
import type { Block } from './blocks.ts';
import { smallNumber } from './counting.ts';
import type { ProfileInputs } from './inputs.ts';
import { periodInWords } from './opening.ts';
import { columnsOf } from './people-blocks.ts';
import { threatWords } from './trend.ts';
import { number } from './words.ts';

/** The parts of a split in words. */
export const splitWords: Readonly<Record<SplitName, string>> = {
  all: 'All',
  online: 'Online spaces',
  private: 'Private spaces',
  public: 'Public spaces',
  unclassified: 'Space not known',
  ...threatWords,
};

/** What a split table says of its rows. */
export const splitNote =
  'One record may be in two spaces and under several threats, so the rows do not add up.';

const percent = (part: number): string => (100 * part).toFixed(1);

/** A share with its 95 % interval; of fewer than twenty, the counts and a mark. */
export function shareWithInterval({ hits, of, share, low, high }: Estimate): string {
  if (share === null || low === null || high === null) return 'none of 0';
  const interval = `${percent(low)} to ${percent(high)} %`;
  return of < smallNumber
    ? `${number(hits)} of ${number(of)}, few (${interval})`
    : `${percent(share)} % (${interval})`;
}

/** Measures of the interim data return that are about incidents or cases, of the parts of those counted (partsOf). */
export function measureBlocks(
  inputs: ProfileInputs,
  counted: readonly Part[],
  offences: readonly Part[],
): Block[] {
  return [
    incidentTable(inputs, counted),
    ...caseBlocks(inputs, offences),
    ...orderBlocks(inputs, counted),
    ...referralBlocks(inputs, counted),
  ];
}

/** All and the spaces: a threat within a threat answers a question that nobody asks of that table. */
const partsBySpace = 1 + splitSpaces.length;

function incidentTable(inputs: ProfileInputs, counted: readonly Part[]): Block {
  const { incidents } = inputs.evidence;
  const rows = (['domestic-abuse', 'rape-serious-sexual'] as const).flatMap((threat) =>
    figuresOf(counted.slice(0, partsBySpace), (own) => crimeToIncident(incidents, own, threat)).map(
      ({ name, figure }) => [
        name === 'all' ? threatWords[threat] : `${threatWords[threat]}: ${splitWords[name]}`,
        number(figure.crimes.hits),
        number(figure.crimes.of - figure.crimes.hits),
        number(figure.n100),
        number(figure.cancelledOrTransferred + withdrawnUnder(inputs, threat, name)),
        shareWithInterval(figure.crimes),
      ],
    ),
  );
  return {
    kind: 'table',
    caption: `Crime-to-incident: crimes as a share of crimes and non-crime incidents, by recorded date, ${periodInWords(inputs)}. N100 is a report of rape that was not recorded as a crime; it is among the non-crime incidents. Cancelled and transferred crimes are in neither; they stand under what they would be if they were not. A low share may be right, or may be crimes not recorded: audit before judging. An incident may be in two spaces.`,
    columns: columnsOf(
      'Threat and space',
      'Crimes',
      'Non-crime incidents',
      'Of them N100',
      'Cancelled or transferred',
      'Crimes of all (95 % interval)',
    ),
    rows,
  };
}

/** Cancelled and transferred crimes that would be under a threat, and in a space or all of them. */
function withdrawnUnder(
  { withdrawn, evidence }: ProfileInputs,
  threat: (typeof threatNames)[number],
  part: SplitName,
): number {
  const bit = 1 << threatNames.indexOf(threat);
  const space = splitSpaces.find((name) => name === part);
  return withdrawn.indexes.filter(
    (index, at) =>
      ((withdrawn.threats[at] ?? 0) & bit) !== 0 &&
      (space === undefined || isInSpace(evidence.incidents, index, space)),
  ).length;
}

const caseWords = {
  arrested: 'Arrest',
  preChargeBail: 'Pre-charge bail, of offences with an arrest',
  fileSubmitted: 'File to the prosecutor',
} as const;
type CaseName = keyof typeof caseWords;

function caseBlocks(inputs: ProfileInputs, offences: readonly Part[]): Block[] {
  const { incidents } = inputs.evidence;
  const made = figuresOf(offences, (own) => caseRates(incidents, own));
  const names = Object.keys(caseWords) as CaseName[];
  const supplied = names.filter((name) => made[0]?.figure[name].isSupplied === true);
  const blocks: Block[] = [];
  if (supplied.length < names.length)
    blocks.push({
      kind: 'paragraph',
      text: `Not supplied: ${names
        .filter((name) => !supplied.includes(name))
        .map((name) => caseWords[name].toLowerCase())
        .join('; ')}. Nobody recorded it on these offences: this is a gap, not a rate of nought.`,
    });
  const cell = ({ yes, missing, isSupplied }: FlagRate): string[] => [
    isSupplied ? shareWithInterval(yes) : 'not recorded',
    missing.share === null ? '-' : `${percent(missing.share)} %`,
  ];
  if (supplied.length > 0)
    blocks.push({
      kind: 'table',
      caption: `Arrest, bail and files on offences, recorded ${periodInWords(inputs)}; n = ${number(made[0]?.figure.arrested.missing.of ?? 0)} offences. Shares with 95 % intervals are of the offences on which it is recorded, yes or no; "missing" is the share without either, which is no "no". Where much is missing, what is recorded may not stand for the rest. Fewer than ${smallNumber}: marked few. ${splitNote}`,
      columns: columnsOf('Offences', ...supplied.flatMap((name) => [caseWords[name], 'Missing'])),
      rows: made
        .filter(({ name, figure }) => name === 'all' || figure.arrested.missing.of > 0)
        .map(({ name, figure }) => [
          splitWords[name],
          ...supplied.flatMap((one) => cell(figure[one])),
        ]),
    });
  return blocks;
}

const typesShown = 12;

function orderBlocks(inputs: ProfileInputs, counted: readonly Part[]): Block[] {
  const { incidents } = inputs.evidence;
  const made = figuresOf(counted, (own) => ordersByType(incidents, own));
  const orders = made[0]?.figure ?? [];
  if (orders.length === 0)
    return [
      {
        kind: 'paragraph',
        text: 'Protective orders: not supplied. No incident names an order: this is a gap, not proof that none was made.',
      },
    ];
  const sum = (own: typeof orders, of: 'incidents' | 'made' | 'breached'): string =>
    number(own.reduce((total, order) => total + order[of], 0));
  const rest = orders.slice(typesShown);
  const bySplit = made.filter(({ name, figure }) => name !== 'all' && figure.length > 0);
  const row = (label: string, own: typeof orders): string[] => [
    label,
    sum(own, 'incidents'),
    sum(own, 'made'),
    sum(own, 'breached'),
  ];
  return [
    {
      kind: 'table',
      caption: `Protective orders by type as written, and below by space and threat, on incidents recorded ${periodInWords(inputs)}; n = ${sum(orders, 'incidents')} incidents that name one. The unit is the incident: several may name one order, so breaches are no share of orders. More breaches found may mean better policing of orders. ${splitNote}`,
      columns: columnsOf('Orders', 'Incidents', 'With a date made', 'With a breach'),
      rows: [
        ...orders
          .slice(0, typesShown)
          .map((order) => row(order.type || 'type not written', [order])),
        ...(rest.length === 0 ? [] : [row('all other types', rest)]),
        row('All types', orders),
        ...bySplit.map(({ name, figure }) => row(splitWords[name], figure)),
      ],
    },
  ];
}

function referralBlocks(inputs: ProfileInputs, counted: readonly Part[]): Block[] {
  const { incidents } = inputs.evidence;
  const made = figuresOf(counted, (own) => referralsByService(incidents, own));
  const all = made[0]?.figure;
  if (all === undefined || all.referred.hits === 0)
    return [
      {
        kind: 'paragraph',
        text: 'Referrals to specialist support: not supplied. No incident has one written: this is a gap, not proof that nobody was referred.',
      },
    ];
  const rest = all.services.slice(typesShown).reduce((sum, { incidents: n }) => sum + n, 0);
  return [
    {
      kind: 'table',
      caption: `Referrals to support by service as written, and below by space and threat with the share of incidents (95 % interval), recorded ${periodInWords(inputs)}; n = ${number(all.referred.of)} incidents. A blank may be a referral that nobody wrote down, or support that was declined. Fewer than ${smallNumber}: marked few. ${splitNote}`,
      columns: columnsOf('Referrals', 'Incidents referred', 'Share of incidents'),
      rows: [
        ...all.services
          .slice(0, typesShown)
          .map(({ service, incidents: n }) => [service || 'service not written', number(n), '']),
        ...(rest === 0 ? [] : [['all other services', number(rest), '']]),
        ...made
          .filter(({ figure }) => figure.referred.of > 0)
          .map(({ name, figure }) => [
            splitWords[name],
            number(figure.referred.hits),
            shareWithInterval(figure.referred),
          ]),
      ],
    },
  ];
}
