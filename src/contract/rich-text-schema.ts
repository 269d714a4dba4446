import { z } from 'zod';
import { standings } from '../domain/profile/rich-text.ts';

const isTrue = z.literal(true).optional();

/** No control characters: they break XML, and with it a Word document. Line ends stand as `break`. */
const words = z
  .string()
  .max(20_000)
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

const run = z.array(inline).max(2_000).readonly();

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
        items: z.array(run).max(1_000).readonly(),
      }),
      z.object({
        type: z.literal('table'),
        header: z.array(run).max(30).readonly(),
        rows: z.array(z.array(run).max(30).readonly()).max(2_000).readonly(),
      }),
    ]),
  )
  .max(5_000)
  .readonly();
