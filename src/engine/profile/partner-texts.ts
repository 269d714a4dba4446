import { z } from 'zod';
import type { CallOutputs, ParsedInput } from '../../contract/calls.ts';
import { FailureError } from '../../contract/outcome.ts';
import type { Block, Section } from '../../domain/figures/blocks.ts';
import { findPersonalWords } from '../../domain/profile/partner-words.ts';
import { plainText } from '../../domain/profile/rich-text.ts';
import type { Session } from '../session.ts';
import { actorOf, appendAudit } from '../workspace/audit.ts';
import { inTransaction, type Reader } from '../workspace/database.ts';
import { profileItems } from '../workspace/profile-items.ts';
import { recordsNamedIn } from '../workspace/records-named.ts';
import { readSetting, writeSetting } from '../workspace/settings.ts';
import { type PartnerItem, partnerItems } from './partner-items.ts';

const marksSchema = z.record(
  z.string(),
  z.object({ hash: z.string(), by: z.string(), at: z.string() }),
);

/** Marks by item: for one as it was read, so that one that was changed since has none. */
function marksOf(reader: Reader): z.output<typeof marksSchema> {
  const text = readSetting(reader, 'texts-for-partners');
  return text === null ? {} : marksSchema.parse(JSON.parse(text));
}

/** A text is kept under its section alone, as it was before findings and recommendations had marks. */
const keyOf = ({ kind, number }: Pick<PartnerItem, 'kind' | 'number'>): string =>
  kind === 'text' ? String(number) : `${kind}-${number}`;

function markedItems(reader: Reader): PartnerItem[] {
  const marks = marksOf(reader);
  return partnerItems(profileItems(reader)).filter(
    (item) => marks[keyOf(item)]?.hash === item.hash,
  );
}

/** What may go to partners, whether each is marked, and what in it may name somebody. */
export function listPartnerTexts({ reader }: Session): CallOutputs['listPartnerTexts'] {
  const marks = marksOf(reader);
  return {
    texts: partnerItems(profileItems(reader)).map((item) => {
      const mark = marks[keyOf(item)];
      const isMarked = mark?.hash === item.hash;
      const { kind, number, section, words } = item;
      return {
        kind,
        number,
        section,
        words,
        isMarked,
        markedBy: isMarked ? (mark?.by ?? null) : null,
        found: findPersonalWords(words),
      };
    }),
  };
}

/**
 * Marks a text, finding or recommendation for partners, as it stands now and was read, or takes the mark away. Logged.
 *
 * @throws FailureError `not-permitted` for words that have a reference of this workspace in them.
 */
export function markPartnerText(
  session: Session,
  { kind, number, isForPartners }: ParsedInput<'markPartnerText'>,
): CallOutputs['listPartnerTexts'] {
  const { writer } = session;
  const item = partnerItems(profileItems(session.reader)).find(
    (one) => one.kind === kind && one.number === number,
  );
  if (item === undefined) {
    throw new FailureError(
      'not-found',
      kind === 'text'
        ? `Section ${number} has no words of the analyst.`
        : `There is no ${kind} with the number ${number}.`,
      'Write it first.',
    );
  }
  if (isForPartners && recordsNamedIn(session.reader, plainText(item.whole)) > 0) {
    throw new FailureError(
      'not-permitted',
      'The text has a reference of a record or a person of this workspace in it, so it cannot go to a partner.',
      'Take the reference out of the text. The force edition may keep it.',
    );
  }
  const { [keyOf(item)]: _before, ...others } = marksOf(session.reader);
  const mark = { hash: item.hash, by: actorOf(writer), at: new Date().toISOString() };
  inTransaction(writer, () => {
    const marks = isForPartners ? { ...others, [keyOf(item)]: mark } : others;
    writeSetting(writer, 'texts-for-partners', JSON.stringify(marks));
    appendAudit(writer, isForPartners ? 'text marked for partners' : 'text kept from partners', {
      section: item.section,
      ...(kind === 'text' ? {} : { [kind]: number }),
      hash: mark.hash,
    });
  });
  return listPartnerTexts(session);
}

/** What is marked as it stands: the blocks of each section that go out, and of how many items they are. */
export interface PartnerWords {
  readonly blocks: ReadonlyMap<number, readonly Block[]>;
  readonly items: number;
}

export const noPartnerWords: PartnerWords = { blocks: new Map(), items: 0 };

/** Words of the analyst that were read and marked, by section. */
export function partnerWords({ reader }: Session): PartnerWords {
  const marked = markedItems(reader);
  const blocks = new Map<number, Block[]>();
  for (const { section, block } of marked) {
    blocks.set(section, [...(blocks.get(section) ?? []), block]);
  }
  return { blocks, items: marked.length };
}

/** Numbers of the recommendations that are marked as they stand. */
export function recommendationsForPartners({ reader }: Session): ReadonlySet<number> {
  const marked = markedItems(reader).filter(({ kind }) => kind === 'recommendation');
  return new Set(marked.map(({ number }) => number));
}

/** Sections that only say that the analyst's words are left out: those words take their place. */
const ofTheAnalystAlone = [13, 14, 15, 16];

/** Puts the marked words at the head of their sections. */
export function withPartnerWords(
  sections: readonly Section[],
  { blocks }: PartnerWords,
): readonly Section[] {
  return sections.map((section) => {
    const own = blocks.get(section.number);
    if (own === undefined) return section;
    const isAlone = ofTheAnalystAlone.includes(section.number);
    return { ...section, blocks: isAlone ? own : [...own, ...section.blocks] };
  });
}
