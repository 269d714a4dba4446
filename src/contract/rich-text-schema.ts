import { z } from 'zod';
import { standings } from '../domain/profile/rich-text.ts';

const isTrue = z.literal(true).optional();

/** What is too much and what was kept, and on the next line what to do: the engine gives the second as the remedy. */
const tooMuch = (what: string, remedy: string): string =>
  `${what} It was not saved; the text as it was last saved is kept.\n${remedy}`;
const refusals = {
  words: tooMuch(
    'One paragraph, heading, footnote or cell has more than 20,000 characters.',
    'Divide it into several paragraphs, or put the long part in a document of its own and name that here.',
  ),
  parts: tooMuch(
    'One paragraph or cell has more than 2,000 changes of form, figures and line ends.',
    'Divide it into several paragraphs, or paste it without its formatting.',
  ),
  items: tooMuch('One list has more than 1,000 items.', 'Divide it into several lists.'),
  columns: tooMuch(
    'One table has more than 30 columns, which no page holds.',
    'Leave columns out, or divide it into several tables.',
  ),
  rows: tooMuch(
    'One table has more than 2,000 rows.',
    'Put its totals here and keep the rows in a spreadsheet, or divide it into several tables.',
  ),
  blocks: tooMuch(
    'The text has more than 5,000 paragraphs, lists and tables.',
    'Move a part of it to another section.',
  ),
} as const;

/** No control characters: they break XML, and with it a Word document. Line ends stand as `break`. */
const words = z
  .string()
  .max(20_000, refusals.words)
  // oxlint-disable-next-line no-control-regex -- these are the characters that are refused
  .regex(/^[^\u0000-\u0008\u000B\u000C\u000E-\u001F]*$/, 'has a control character');

const inline = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: words, bold: isTrue, italic: isTrue }),
  z.object({
    type: z.literal('figure'),
    figure: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,99}$/),
    accepted: words,
    keptAgainst: words,
  }),
  z.object({ type: z.literal('footnote'), text: words }),
  z.object({ type: z.literal('break') }),
]);

const run = z.array(inline).max(2_000, refusals.parts).readonly();

/** The analyst's words as an editor sends them; anything but these forms is refused, never cleaned in silence. */
export const richTextSchema = z
  .array(
    z.discriminatedUnion('type', [
      z.object({
        type: z.literal('paragraph'),
        standing: z.enum(standings).nullable(),
        content: run,
      }),
      z.object({
        type: z.literal('heading'),
        level: z.union([z.literal(3), z.literal(4)]),
        content: run,
      }),
      z.object({
        type: z.literal('list'),
        isOrdered: z.boolean(),
        items: z.array(run).max(1_000, refusals.items).readonly(),
      }),
      z.object({
        type: z.literal('table'),
        header: z.array(run).max(30, refusals.columns).readonly(),
        rows: z
          .array(z.array(run).max(30, refusals.columns).readonly())
          .max(2_000, refusals.rows)
          .readonly(),
      }),
    ]),
  )
  .max(5_000, refusals.blocks)
  .readonly();
