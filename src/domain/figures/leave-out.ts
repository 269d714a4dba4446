import type { Block, Section } from './blocks.ts';

/** A section, or one figure or table of it by its caption, that the force leaves out of an edition. */
export interface LeftOutPart {
  readonly section: number;
  /** Null: the whole section. */
  readonly caption: string | null;
}

/** What can be left out of a section: the captions of its figures and tables. */
export function captionsOf({ blocks }: Section): string[] {
  return blocks.flatMap((block) => ('caption' in block ? [block.caption] : []));
}

/**
 * Takes parts out of a document that has passed the gate. Only takes away, so nothing that was protected becomes open;
 * in the place of each stands that the force left it out, never an empty place. Findings of a section that is left out
 * go from the summary (section 2) too. The cover stays, since it says to whom the document goes.
 *
 * @throws RangeError for a part that is not there.
 */
export function leaveOut(
  sections: readonly Section[],
  leftOut: readonly LeftOutPart[],
): readonly Section[] {
  for (const { section, caption } of leftOut) {
    const found = sections.find(({ number }) => number === section && number > 0);
    if (found === undefined || (caption !== null && !captionsOf(found).includes(caption)))
      throw new RangeError('a part to leave out is not there');
  }
  const whole = new Set(
    leftOut.flatMap(({ section, caption }) => (caption === null ? [section] : [])),
  );
  const gone = new Set(
    sections
      .filter(({ number }) => whole.has(number))
      .flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'finding' ? [block.text] : [])),
      ),
  );
  return sections.map((section) => {
    if (whole.has(section.number))
      return {
        ...section,
        blocks: [{ kind: 'paragraph', text: 'The force left this section out of this edition.' }],
      };
    const captions = new Set(
      leftOut.flatMap(({ section: number, caption }) =>
        number === section.number ? [caption] : [],
      ),
    );
    return { ...section, blocks: section.blocks.map((block) => without(block, captions, gone)) };
  });
}

function without(
  block: Block,
  captions: ReadonlySet<string | null>,
  findings: ReadonlySet<string>,
): Block {
  if ('caption' in block && captions.has(block.caption))
    return { kind: 'paragraph', text: `Left out of this edition by the force: ${block.caption}` };
  if (block.kind !== 'list') return block;
  return { ...block, items: block.items.filter((item) => !findings.has(item)) };
}
