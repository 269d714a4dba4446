import { z } from 'zod';
import type { CallOutputs, ParsedInput } from '../../contract/calls.ts';
import { FailureError } from '../../contract/outcome.ts';
import type { Section } from '../../domain/figures/blocks.ts';
import { findPersonalWords, wordsForPartners } from '../../domain/profile/partner-words.ts';
import { isBlank, plainText, type RichText } from '../../domain/profile/rich-text.ts';
import type { Session } from '../session.ts';
import { actorOf, appendAudit } from '../workspace/audit.ts';
import { inTransaction, type Reader } from '../workspace/database.ts';
import { sha256 } from '../workspace/digest.ts';
import { profileItems } from '../workspace/profile-items.ts';
import { recordsNamedIn } from '../workspace/records-named.ts';
import { readSetting, writeSetting } from '../workspace/settings.ts';

const marksSchema = z.record(
  z.string(),
  z.object({ hash: z.string(), by: z.string(), at: z.string() }),
);

/** Marks by section: for one text as it was read, so that a text that was changed since has none. */
function marksOf(reader: Reader): z.output<typeof marksSchema> {
  const text = readSetting(reader, 'texts-for-partners');
  return text === null ? {} : marksSchema.parse(JSON.parse(text));
}

const hashOf = (text: RichText): string => sha256(JSON.stringify(text));

/** The analyst's texts, whether each is marked for partners, and what in it may name somebody. */
export function listPartnerTexts({ reader }: Session): CallOutputs['listPartnerTexts'] {
  const marks = marksOf(reader);
  return {
    texts: [...profileItems(reader).texts]
      .filter(([, { text }]) => !isBlank(text))
      .map(([section, { text }]) => {
        const mark = marks[section];
        const isMarked = mark?.hash === hashOf(text);
        const words = plainText(wordsForPartners(text));
        return {
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
 * Marks the text of a section for partners, as it stands now and was read, or takes the mark away. Logged.
 *
 * @throws FailureError `not-permitted` for a text that has a reference of this workspace in it.
 */
export function markPartnerText(
  session: Session,
  { section, isForPartners }: ParsedInput<'markPartnerText'>,
): CallOutputs['listPartnerTexts'] {
  const { writer } = session;
  const text = profileItems(session.reader).texts.get(section)?.text ?? [];
  if (isBlank(text)) {
    throw new FailureError(
      'not-found',
      `Section ${section} has no words of the analyst.`,
      'Write them first.',
    );
  }
  if (isForPartners && recordsNamedIn(session.reader, plainText(text)) > 0) {
    throw new FailureError(
      'not-permitted',
      'The text has a reference of a record or a person of this workspace in it, so it cannot go to a partner.',
      'Take the reference out of the text. The force edition may keep it.',
    );
  }
  const { [section]: _before, ...others } = marksOf(session.reader);
  const mark = { hash: hashOf(text), by: actorOf(writer), at: new Date().toISOString() };
  inTransaction(writer, () => {
    const marks = isForPartners ? { ...others, [section]: mark } : others;
    writeSetting(writer, 'texts-for-partners', JSON.stringify(marks));
    appendAudit(writer, isForPartners ? 'text marked for partners' : 'text kept from partners', {
      section,
      hash: mark.hash,
    });
  });
  return listPartnerTexts(session);
}

/** Sections whose text is marked as it stands, with the words that go out. */
export function partnerTexts(session: Session): ReadonlyMap<number, RichText> {
  const { texts } = profileItems(session.reader);
  const marks = marksOf(session.reader);
  return new Map(
    [...texts].flatMap(([section, { text }]) =>
      !isBlank(text) && marks[section]?.hash === hashOf(text)
        ? [[section, wordsForPartners(text)] as const]
        : [],
    ),
  );
}

/** Sections that only say that the analyst's words are left out: those words take their place. */
const ofTheAnalystAlone = [13, 14, 15, 16];

/** Puts the marked words at the head of their sections. */
export function withPartnerTexts(
  sections: readonly Section[],
  words: ReadonlyMap<number, RichText>,
): readonly Section[] {
  return sections.map((section) => {
    const text = words.get(section.number);
    if (text === undefined) return section;
    const own = { kind: 'words', text } as const;
    const isAlone = ofTheAnalystAlone.includes(section.number);
    return { ...section, blocks: isAlone ? [own] : [own, ...section.blocks] };
  });
}
