import { confidenceNames, decidedBits, physicalSpaceCodes } from '../evidence/columns.ts';
import type { Estimate } from '../vawg/audit-result.ts';
import type { Block } from './blocks.ts';
import { countedIncidents } from './counting.ts';
import type { ProfileInputs } from './inputs.ts';
import { dateInWords, number, share } from './words.ts';

/** What the rules rest on, and how right a random audit of the force's own records found them. */
export function ruleLimits(inputs: ProfileInputs): Block[] {
  if (inputs.isContextOnly) return [];
  return [...restsOn(inputs), ...auditBlocks(inputs)];
}

const confidenceWords: Readonly<Record<(typeof confidenceNames)[number], string>> = {
  analyst: 'decided by an analyst',
  'coded-field': 'a coded field',
  'address-match': 'whose home it was',
  'offence-inference': 'the nature of the offence',
  'free-text-hint': 'words in the location text (a hint)',
  none: 'nothing on record',
};

function restsOn(inputs: ProfileInputs): Block[] {
  const { confidence } = inputs.evidence.incidents;
  const counted = countedIncidents(inputs.evidence, false);
  if (counted.length === 0) return [];
  const counts = confidenceNames.map(() => 0);
  for (const index of counted) {
    const code = confidence[index] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  const { physicalSpace, online } = inputs.evidence.incidents;
  const unclassified = counted.filter(
    (index) => physicalSpace[index] === physicalSpaceCodes.none && online[index] !== 1,
  ).length;
  const parts = confidenceNames.flatMap((name, code) => {
    const count = counts[code] ?? 0;
    return count === 0
      ? []
      : [`${confidenceWords[name]} ${number(count)} (${share(count, counted.length)})`];
  });
  return [
    {
      kind: 'paragraph',
      text: `${decidedInWords(inputs)} What the space of the ${number(counted.length)} VAWG incidents rests on: ${parts.join('; ')}. Unclassified are ${number(unclassified)}: those that rest on nothing, and those whose place on record is as well private as public or in no list.`,
    },
  ];
}

/** How many records stand where an analyst put them: what outranks the rules has to be seen. */
function decidedInWords({ evidence }: ProfileInputs): string {
  const { decided, length } = evidence.incidents;
  const of = (bit: number): string =>
    number(decided.reduce((sum, bits) => sum + ((bits & bit) === 0 ? 0 : 1), 0));
  return `Decided by an analyst in place of the rules, of ${number(length)} incidents: VAWG ${of(decidedBits.vawg)}, online element ${of(decidedBits.online)}, space ${of(decidedBits.space)}.`;
}

function oneAccountInWords({ oneAccount }: ProfileInputs['audits'][number]): string {
  if (oneAccount === 0) return '';
  return `${number(oneAccount)} of them were coded under one account both times, so perhaps by one person: what is said of agreement there proves nothing. `;
}

function auditBlocks({ audits }: ProfileInputs): Block[] {
  const [latest] = audits;
  if (latest === undefined) {
    return [
      {
        kind: 'paragraph',
        text: 'How often the rules are right on these records is not known: no random audit was drawn and coded by two people. The online flag in particular is known to be underused.',
      },
    ];
  }
  const { result } = latest;
  const agreement = (['vawg', 'online', 'space'] as const)
    .map((question) => {
      const { same, of, kappa } = result.agreement[question];
      return `${question === 'vawg' ? 'VAWG' : question} ${share(same, of)}${kappa === null ? '' : ` (kappa ${kappa.toFixed(2)})`}`;
    })
    .join(', ');
  const rows: readonly (readonly [string, Estimate])[] = [
    ['In VAWG by the rules, and by both coders', result.precision.vawg],
    ['Online by the rules, and by both coders', result.precision.online],
    ['Private by the rules, and by both coders', result.precision.private],
    ['Public by the rules, and by both coders', result.precision.public],
    ['Online by both coders, missed by the rules', result.missedOnline],
    ['VAWG by both coders, missed by the rules', result.missedVawg],
  ];
  return [
    {
      kind: 'table',
      caption: `Random audit of the rules, drawn ${dateInWords(latest.drawnOn)}: ${number(latest.coded)} of ${number(latest.records)} records coded twice by people who did not see what the rules said. ${oneAccountInWords(latest)}${result.decided === 0 ? '' : `${number(result.decided)} of them an analyst had decided in part: on those questions they are in no row below. `}The coders agreed on ${agreement}; records on which they did not are in no row below. 95 % intervals after Wilson. Fewer than 20 records: read with care.`,
      columns: [
        { title: 'Measure' },
        { title: 'Records', isNumber: true },
        { title: 'Of', isNumber: true },
        { title: 'Share', isNumber: true },
        { title: '95 % interval', isNumber: true },
      ],
      rows: rows.map(([label, { hits, of, low, high }]) => [
        label,
        number(hits),
        number(of),
        of === 0 ? '-' : share(hits, of),
        low === null || high === null
          ? '-'
          : `${(100 * low).toFixed(1)} % to ${(100 * high).toFixed(1)} %`,
      ]),
    },
  ];
}
