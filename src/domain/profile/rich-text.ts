/**
 * The analyst's words: a small, closed form of rich text. It is what the editor on screen writes and what page, Word
 * document and checks read; anything else (scripts, styles, pictures, links) has no place in it.
 */

/** How a paragraph is meant: what is known, what may be, and what is not known. */
export const standings = ['fact', 'assessment', 'gap'] as const;
export type Standing = (typeof standings)[number];

/** A number that stays tied to the evidence: what was accepted, and what the analyst chose to keep it against. */
export interface FigureReference {
  readonly type: 'figure';
  /** Id of a live figure. */
  readonly figure: string;
  /** The text that stands in the sentence. */
  readonly accepted: string;
  /** The later text that the analyst saw and decided not to take; '' for none. */
  readonly keptAgainst: string;
}

export type Inline =
  | {
      readonly type: 'text';
      readonly text: string;
      readonly bold?: true | undefined;
      readonly italic?: true | undefined;
    }
  | FigureReference
  | { readonly type: 'footnote'; readonly text: string }
  | { readonly type: 'break' };

export type TextBlock =
  | {
      readonly type: 'paragraph';
      readonly standing: Standing | null;
      readonly content: readonly Inline[];
    }
  | { readonly type: 'heading'; readonly level: 3 | 4; readonly content: readonly Inline[] }
  | {
      readonly type: 'list';
      readonly isOrdered: boolean;
      readonly items: readonly (readonly Inline[])[];
    }
  | {
      readonly type: 'table';
      readonly header: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    };

export type RichText = readonly TextBlock[];

/** Every run of inline content, in reading order. */
export function* inlineRuns(text: RichText): Generator<readonly Inline[]> {
  for (const block of text) {
    if (block.type === 'list') yield* block.items;
    else if (block.type === 'table') {
      yield* block.header;
      for (const row of block.rows) yield* row;
    } else yield block.content;
  }
}

/** The words without form, one line a paragraph, item or cell; a figure reads as it was accepted. */
export function plainText(text: RichText): string {
  return Array.from(inlineRuns(text), plainRun)
    .filter((line) => line.trim() !== '')
    .join('\n');
}

/** The words of one run. Footnotes stand in brackets. */
export function plainRun(run: readonly Inline[]): string {
  return run
    .map((part) => {
      if (part.type === 'text') return part.text;
      if (part.type === 'figure') return part.accepted;
      return part.type === 'footnote' ? ` [${part.text}]` : ' ';
    })
    .join('');
}

/** Whether there is anything to read. */
export function isBlank(text: RichText): boolean {
  return plainText(text).trim() === '';
}

/** Every figure that the text rests on, in reading order. */
export function figuresIn(text: RichText): FigureReference[] {
  return [...inlineRuns(text)].flatMap((run) => run.filter((part) => part.type === 'figure'));
}

/** The same text with each figure reference changed by `change`. */
export function changeFigures(
  text: RichText,
  change: (reference: FigureReference) => FigureReference,
): RichText {
  const run = (inline: readonly Inline[]): readonly Inline[] =>
    inline.map((part) => (part.type === 'figure' ? change(part) : part));
  return text.map((block): TextBlock => {
    if (block.type === 'list') return { ...block, items: block.items.map(run) };
    if (block.type === 'table') {
      return {
        ...block,
        header: block.header.map(run),
        rows: block.rows.map((row) => row.map(run)),
      };
    }
    return { ...block, content: run(block.content) };
  });
}
