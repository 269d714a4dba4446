import { levelLimits } from '../../disclosure/levels.ts';
import { ruleInWords } from '../../disclosure/rule.ts';
import type { Block, Section } from '../blocks.ts';
import { choicesInWords, inThreeMonths } from '../opening.ts';
import { dateInWords, number } from '../words.ts';
import type { EditionBasis, EditionLevel } from './basis.ts';
import type { GatedRelease } from './gate.ts';

/** To whom an edition goes and under what. */
export interface EditionDestination {
  readonly level: EditionLevel;
  /** Named in the log and on the cover; "anybody" for the public. */
  readonly recipient: string;
  /** Null at public level, which needs none. */
  readonly agreement: {
    readonly reference: string;
    readonly party: string;
    readonly purpose: string;
    readonly gateway: string;
    readonly regime: string;
    readonly expires: string;
  } | null;
  readonly marking: string;
}

export const levelWords: Readonly<Record<EditionLevel, string>> = {
  partner: 'Partner edition',
  public: 'Public edition',
};

/** What a recipient may do with it, at the foot of the cover and on the certificate. */
export function handlingWords({ level, recipient }: EditionDestination): string {
  return level === 'public'
    ? 'May be published. Do not combine it with other data to find out about a person.'
    : `For ${recipient} only, for the purpose of the agreement. Do not pass on or publish; do not combine it with other data to find out about a person; destroy it when the purpose is met.`;
}

/** Section 0. */
export function coverOf({ inputs, period }: EditionBasis, to: EditionDestination): Section {
  const rows = [
    ['Force', inputs.force],
    ['Edition', `${levelWords[to.level]}, for ${to.recipient}`],
    ['Handling', handlingWords(to)],
    ...(to.agreement === null
      ? [['Basis', 'Open to all: every number passed the rule for publication']]
      : [
          [
            'Sharing agreement',
            `${to.agreement.reference}, live until ${dateInWords(to.agreement.expires)}. Purpose: ${to.agreement.purpose}. Gateway: ${to.agreement.gateway} (${to.agreement.regime})`,
          ],
        ]),
    ['Made', `${dateInWords(inputs.madeOn)}, with Action Ten ${inputs.appVersion}`],
    ['Review by', dateInWords(inThreeMonths(inputs.madeOn))],
    ['Period', `${period}, by recorded date`],
  ];
  const blocks: Block[] = [
    {
      kind: 'table',
      caption: 'Control',
      columns: [{ title: 'Item' }, { title: 'This edition' }],
      rows,
    },
  ];
  if (inputs.isSample)
    blocks.unshift({
      kind: 'warning',
      text: 'Every record behind this edition is made up. Northmoor does not exist.',
    });
  return { number: 0, title: 'Cover and control', state: 'figures', blocks };
}

/** Section 1. */
export function termsOf({ inputs, rule, period, level }: EditionBasis): Block[] {
  return [
    {
      kind: 'paragraph',
      text: 'Aim: to identify dangerous and risky online, private and public spaces for women and girls (National framework 2021, Action 10), so that the force and its partners can prevent harm together.',
    },
    {
      kind: 'list',
      items: [
        `What counts as VAWG is decided by rules ${inputs.definition.version} and VAWG list ${inputs.codeListVersion}: ${choicesInWords(inputs)}.`,
        `Period: ${period}, by recorded date; place and hour are by committed date.`,
        'Recorded crime is not prevalence: much is never reported, and a change in counts may be a change in reporting or recording.',
        'Partner events, StreetSafe-style reports and statements are other kinds of evidence: shown beside incidents, never added to them.',
        `Every number passed one gate together with all others of this edition. ${ruleInWords(rule)} Shares, rates and changes are made from the rounded numbers.`,
        `Grain: months and areas for incidents, years for people, cells of at least ${levelLimits[level].cellMetres} m for hot spots, bands of six hours for time. Points, addresses, references and texts of records are in no edition.`,
      ],
    },
  ];
}

/** The exemption of the Freedom of Information Act for each kind of removal, in the public edition. */
export const exemptions = {
  small: 'personal information, section 40 of the Freedom of Information Act 2000',
  'one-person-or-place': 'personal information, section 40; law enforcement, section 31',
  'protects-another': 'personal information, section 40: it would give another number away',
  analyst: 'decision of the force; section 31 or 40 as it recorded',
} as const;

const reasonWords = {
  small: 'Below the threshold',
  'one-person-or-place': 'Mostly one victim, suspect or address',
  'protects-another':
    'Would give a suppressed number away, here or beside an earlier or narrower edition',
  analyst: 'Left out by the analyst',
} as const;

/** What is bound into the certificate beside the gate's own result. */
export interface CertificateFacts {
  readonly contentHash: string;
  readonly auditHead: string;
  readonly heldAgainst: string;
}

/** The certificate: one page, after the eighteen sections. */
export function certificateOf(
  { rule, level }: EditionBasis,
  gated: GatedRelease,
  to: EditionDestination,
  facts: CertificateFacts,
): Section {
  const reasons = ['small', 'one-person-or-place', 'protects-another', 'analyst'] as const;
  const removed = reasons.reduce((sum, reason) => sum + gated.removals[reason], 0);
  const { attacked, recovered } = gated.attack;
  return {
    number: 18,
    title: 'Certificate of disclosure control',
    state: 'figures',
    blocks: [
      {
        kind: 'table',
        caption: 'What this edition was held to',
        columns: [{ title: 'Item' }, { title: 'This edition' }],
        rows: [
          ['Edition', `${levelWords[to.level]}, for ${to.recipient}`],
          ['Rule', ruleInWords(rule)],
          ...(to.agreement === null
            ? []
            : [['Agreement', `${to.agreement.reference}: ${to.agreement.gateway}`]]),
          [
            'Method',
            'Primary suppression by threshold and dominance; secondary suppression over all tables, charts and places as one system, each protection proved by linear programmes (Fischetti and Salazar 2001; Hundepool and others 2012).',
          ],
          ['Held against', facts.heldAgainst],
          [
            'Attack test',
            `An intruder who knows every number printed here, the rule, the rounding and all sums attacked ${number(attacked)} numbers that must not be known: ${recovered.length === 0 ? 'none was' : `${number(recovered.length)} were`} recovered.`,
          ],
          ['SHA-256 of the content', facts.contentHash],
          ['Head of the audit log', facts.auditHead],
          ['Handling', `${to.marking}. ${handlingWords(to)}`],
        ],
      },
      {
        kind: 'table',
        caption: `Numbers removed: ${number(removed)} of ${number(gated.shown)} that would have been printed. Each is printed as [c] or hatched, never as nought.`,
        columns: [
          { title: 'Reason' },
          { title: 'Numbers', isNumber: true },
          ...(level === 'public' ? [{ title: 'Exemption' }] : []),
        ],
        rows: reasons.map((reason) => [
          reasonWords[reason],
          number(gated.removals[reason]),
          ...(level === 'public' ? [exemptions[reason]] : []),
        ]),
      },
      {
        kind: 'paragraph',
        text: `Left out whole: free texts, quotes, references, pseudonyms, points, addresses, times of single incidents, ethnicity and disability of people, results by suspect${level === 'public' ? ', everything about suspects, events of partners' : ''}, harm scores, medians and test values (they are exact and cannot be rounded safely), and the analyst's own words unless named below.${level === 'public' ? ' Exempt: personal information, section 40; law enforcement, section 31.' : ''} The hash is that of the sections before this page as data; the log's head is found in the force's audit log, which shows who released this edition, when and to whom. What the certificate does not promise: protection against a reader who knows people or events of their own and recognises them in a number that is not small.`,
      },
    ],
  };
}
