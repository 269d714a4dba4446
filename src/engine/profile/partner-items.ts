import type { MarkedKind } from '../../contract/profile-schema.ts';
import { approachWords, sentence, standingWords } from '../../domain/figures/assemble.ts';
import type { Block } from '../../domain/figures/blocks.ts';
import { dateInWords } from '../../domain/figures/words.ts';
import type { Finding, ProfileItems, Recommendation } from '../../domain/profile/document.ts';
import { wordsForPartners } from '../../domain/profile/partner-words.ts';
import { isBlank, plainText, type RichText } from '../../domain/profile/rich-text.ts';
import { sha256 } from '../workspace/digest.ts';

/** A text, finding or recommendation of the analyst, as it would go to partners. */
export interface PartnerItem {
  readonly kind: MarkedKind;
  readonly number: number;
  readonly section: number;
  /** What is searched for references, live figures included. */
  readonly whole: RichText;
  /** All the words that go out, for somebody to read: without the numbers of live figures. */
  readonly words: string;
  /** Of all that goes out: a change of any of it takes a mark away. */
  readonly hash: string;
  readonly block: Block;
}

const recommendations = 15;

/** Everything of the analyst that can be marked: texts by section, then findings and recommendations by number. */
export function partnerItems(items: ProfileItems): PartnerItem[] {
  return [
    ...[...items.texts].filter(([, { text }]) => !isBlank(text)).map(textItem),
    ...[...items.findings].map(findingItem),
    ...[...items.recommendations].map(recommendationItem),
  ];
}

function textItem([number, { text }]: readonly [number, { readonly text: RichText }]): PartnerItem {
  const said = wordsForPartners(text);
  return {
    kind: 'text',
    number,
    section: number,
    whole: text,
    words: plainText(said),
    hash: sha256(JSON.stringify(text)),
    block: { kind: 'words', text: said },
  };
}

/** Why it is believed stays in the force: those words are the analyst's notes on the evidence. */
function findingItem([number, finding]: readonly [number, Finding]): PartnerItem {
  const { text, section, standing, confidence } = finding;
  const said = wordsForPartners(text);
  return {
    kind: 'finding',
    number,
    section,
    whole: text,
    words: plainText(said),
    hash: sha256(JSON.stringify([text, section, standing, confidence])),
    block: {
      kind: 'statement',
      label: `F${number}`,
      text: said,
      below: [`${standingWords[standing]}. Confidence: ${confidence}.`],
    },
  };
}

/** Baseline, measure and progress stay in the force: they hold its exact figures and its notes. */
function recommendationItem([number, one]: readonly [number, Recommendation]): PartnerItem {
  const { text, approach, owner, partner, dueOn } = one;
  const below = [
    approachWords[approach],
    ...(owner === '' ? [] : [`owner ${owner}`]),
    ...(partner === '' ? [] : [`with ${partner}`]),
    ...(dueOn === '' ? [] : [`by ${dateInWords(dueOn)}`]),
  ].join('; ');
  return {
    kind: 'recommendation',
    number,
    section: recommendations,
    whole: sentence(`${text} ${below}`),
    words: `${text} (${below})`,
    hash: sha256(JSON.stringify([text, approach, owner, partner, dueOn])),
    block: { kind: 'statement', label: `R${number}`, text: sentence(text), below: [below] },
  };
}
