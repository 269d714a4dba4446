import type { VersionComparison } from '../profile/compare.ts';
import {
  type Finding,
  type ProfileItems,
  type Recommendation,
  stateOf,
} from '../profile/document.ts';
import { isBlank, type RichText } from '../profile/rich-text.ts';
import type { StaleFigure } from '../profile/stale.ts';
import type { Block, Section } from './blocks.ts';
import { changedSection, changedSentence } from './changed.ts';
import { computedNote } from './collect.ts';
import type { ProfileInputs } from './inputs.ts';
import { coverSection, termsSection } from './opening.ts';
import { dateInWords } from './words.ts';

/** What kind of knowledge a statement is. */
export const standingWords: Readonly<Record<Finding['standing'], string>> = {
  fact: 'Fact: what is known',
  assessment: 'Assessment: what may be',
  gap: 'Intelligence gap: what is not known',
};

/** The four approaches of a recommendation, as they are printed. */
export const approachWords: Readonly<Record<Recommendation['approach'], string>> = {
  prevent: 'Prevent',
  pursue: 'Pursue',
  protect: 'Protect',
  prepare: 'Prepare',
};

/** Stale figures that a draft lists by name. */
const mostStale = 12;

/** As what a document goes out. */
interface AssembledAs {
  /** Name of the published version; null for a draft. */
  readonly version?: string | null;
  /** Until when its rows are kept, `YYYY-MM-DD`; null where no date was set. */
  readonly retainUntil?: string | null;
  /** Against the last published version; null where there is none. */
  readonly changes?: VersionComparison | null;
  /** Figures in the analyst's words that the evidence no longer says: what each was accepted as, and is now. */
  readonly stale?: readonly StaleFigure[];
}

/**
 * The document: what the evidence shows, with the analyst's words before it, findings where they belong,
 * and hypotheses, recommendations and the assessment plan in their sections. Neither changes the other.
 */
export function assembleDocument(
  evidence: readonly Section[],
  items: ProfileItems,
  inputs: ProfileInputs,
  { version = null, retainUntil = null, changes = null, stale = [] }: AssembledAs = {},
): Section[] {
  const signed = [...items.signOffs.values()].map(
    ({ as, name, on }) => `${as} ${name}, ${dateInWords(on)}`,
  );
  const made = evidence.map((section) => {
    if (section.number === 0)
      return coverSection(inputs, items.terms, { version, signed, retainUntil });
    return section.number === 1 ? termsSection(inputs, items.terms) : section;
  });
  const numbered = changes === null ? made : [...made, changedSection(changes)];
  return numbered.map((section) => {
    const text = items.texts.get(section.number)?.text ?? [];
    const own: Block[] = [
      ...(section.number === 2 ? staleWarning(stale) : []),
      ...(isBlank(text) ? [] : [{ kind: 'words', text } as const]),
      ...(section.number === 2 && changes !== null
        ? [{ kind: 'paragraph', text: changedSentence(changes) } as const]
        : []),
      ...statementsOf(section.number, items),
      ...sectionItems(section.number, items),
    ];
    if (own.length === 0) return section;
    // A section that only waited for the analyst no longer does.
    const kept =
      section.state === 'analyst'
        ? []
        : section.number === 2 && items.findings.size > 0
          ? withoutComputed(section.blocks)
          : section.blocks;
    return { ...section, state: 'figures', blocks: [...own, ...kept] };
  });
}

/** Before a reader meets the first of them: which numbers of a draft's text are not those of its tables. */
function staleWarning(stale: readonly StaleFigure[]): Block[] {
  const lines = new Set(
    stale.map(
      ({ label, accepted, current }) =>
        `${label}: ${accepted} ${current === '' ? 'can no longer be given' : `is now ${current}`}`,
    ),
  );
  if (lines.size === 0) return [];
  const [what, verb] = lines.size === 1 ? ['One figure', 'does'] : [`${lines.size} figures`, 'do'];
  const items = [...lines].slice(0, mostStale);
  const more = lines.size - items.length;
  return [
    {
      kind: 'warning',
      text: `${what} in the words and baselines of this draft ${verb} not agree with the evidence of now, nor with the tables below. Accept or keep each before the draft is published.`,
    },
    { kind: 'list', items: more === 0 ? items : [...items, `and ${more} more`] },
  ];
}

/** The summary without the sentences that stood in for the analyst's findings: they are in their sections. */
function withoutComputed(blocks: readonly Block[]): Block[] {
  const end = blocks.findIndex(
    (block) => block.kind === 'paragraph' && block.text === computedNote,
  );
  return end < 0 ? [...blocks] : blocks.filter((block, at) => at > end || block.kind === 'warning');
}

/** A plain sentence as rich text. */
export function sentence(text: string): RichText {
  return [{ type: 'paragraph', standing: null, content: [{ type: 'text', text }] }];
}

function statementsOf(section: number, { findings }: ProfileItems): Block[] {
  return [...findings]
    .filter(([, finding]) => finding.section === section)
    .map(([number, finding]) => ({
      kind: 'statement',
      label: `F${number}`,
      text: finding.text,
      below: [
        `${standingWords[finding.standing]}. Confidence: ${finding.confidence}${finding.why === '' ? '' : `, ${finding.why}`}.`,
      ],
    }));
}

function sectionItems(section: number, items: ProfileItems): Block[] {
  if (section === 2) return summaryItems(items);
  if (section === 13) return hypothesisBlocks(items);
  if (section === 15) return recommendationBlocks(items);
  return section === 16 ? assessmentBlocks(items) : [];
}

/** The findings in one list, where the reader with two minutes looks. */
function summaryItems({ findings }: ProfileItems): Block[] {
  return [...findings].map(([number, finding]) => ({
    kind: 'statement',
    label: `F${number}`,
    text: finding.text,
    below: [
      `Section ${finding.section}. ${standingWords[finding.standing]}. Confidence: ${finding.confidence}.`,
    ],
  }));
}

function hypothesisBlocks({ hypotheses }: ProfileItems): Block[] {
  const stateWords = { open: 'open', supported: 'supported', rejected: 'rejected' } as const;
  if (hypotheses.size === 0) return [];
  return [
    {
      kind: 'table',
      caption:
        'Competing explanations by the problem analysis triangle: victim, offender, location. Open until something tells them apart.',
      columns: [
        'About',
        'Explanation',
        'Victim, offender, location',
        'For',
        'Against',
        'State',
      ].map((title) => ({ title })),
      rows: [...hypotheses.values()].map((one) => [
        one.about,
        one.statement,
        [
          ['Victim', one.victim],
          ['Offender', one.offender],
          ['Location', one.location],
        ]
          .filter(([, words]) => words !== '')
          .map(([side, words]) => `${side}: ${words}`)
          .join('. '),
        one.evidenceFor,
        one.evidenceAgainst,
        stateWords[one.state],
      ]),
    },
  ];
}

function recommendationBlocks({ recommendations, findings }: ProfileItems): Block[] {
  return [...recommendations].map(([number, one]) => {
    const rests = one.findings.filter((finding) => findings.has(finding)).toSorted((a, b) => a - b);
    const who = [one.owner, one.partner].filter((name) => name !== '').join(', with ');
    return {
      kind: 'statement',
      label: `R${number}`,
      text: sentence(one.text),
      below: [
        rests.length === 0
          ? 'Rests on no finding: it cannot be published.'
          : `Rests on ${rests.map((finding) => `F${finding}`).join(', ')}.`,
        [
          approachWords[one.approach],
          who === '' ? 'no owner yet' : `owner ${who}`,
          one.dueOn === '' ? 'no date yet' : `by ${dateInWords(one.dueOn)}`,
          stateOf(one),
        ].join('; '),
      ],
    };
  });
}

/** Section 16: how each recommendation will be judged. */
function assessmentBlocks({ recommendations }: ProfileItems): Block[] {
  if (recommendations.size === 0) return [];
  return [
    {
      kind: 'table',
      caption:
        'How each recommendation will be judged: its measure, the figure before it began, and what became of it.',
      columns: ['Recommendation', 'Measure', 'Baseline', 'Date', 'State', 'Last note'].map(
        (title) => ({ title }),
      ),
      rows: [...recommendations].map(([number, one]) => [
        `R${number}`,
        one.measure === '' ? 'not set' : one.measure,
        one.baseline === '' ? 'not set' : one.baseline,
        one.dueOn === '' ? 'not set' : dateInWords(one.dueOn),
        stateOf(one),
        one.progress.at(-1)?.note ?? '',
      ]),
    },
  ];
}
