import { getSchema } from '@tiptap/core';
import { DOMParser as DocumentReader } from '@tiptap/pm/model';
import * as fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { cleanPaste } from '../../../renderer/profile/words/clean-paste.ts';
import { fromEditor, toEditor } from '../../../renderer/profile/words/editor-document.ts';
import { wordsExtensions } from '../../../renderer/profile/words/editor-schema.ts';
import { richTextSchema } from '../../../src/contract/rich-text-schema.ts';
import type { Inline, RichText } from '../../../src/domain/profile/rich-text.ts';

const schema = getSchema(wordsExtensions());

const letters = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const word = letters.filter(
  // oxlint-disable-next-line no-control-regex -- the characters that no text may hold
  (text) => text.trim() !== '' && !/[\u0000-\u001F]/.test(text),
);
const isTrue = fc.constantFrom<{ bold?: true }>({}, { bold: true });
const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc
    .tuple(word, isTrue, fc.constantFrom<{ italic?: true }>({}, { italic: true }))
    .map(([text, bold, italic]): Inline => ({ type: 'text', text, ...bold, ...italic })),
  fc.tuple(fc.constantFrom('public.count', 'all.change'), word, fc.constantFrom('', '1,204')).map(
    ([figure, accepted, keptAgainst]): Inline => ({
      type: 'figure',
      figure,
      accepted,
      keptAgainst,
    }),
  ),
  word.map((text): Inline => ({ type: 'footnote', text })),
);
/** Texts of the same form beside each other are one text: written so from the start. */
const run = fc.array(inline, { minLength: 1, maxLength: 6 }).map((parts) =>
  parts.flatMap((part, index): Inline[] => {
    const before = parts[index - 1];
    const isText = part.type === 'text' && before?.type === 'text';
    return isText ? [{ type: 'break' }, part] : [part];
  }),
);
const block = fc.oneof(
  fc.record({
    type: fc.constant('paragraph' as const),
    standing: fc.constantFrom(null, 'fact' as const, 'assessment' as const, 'gap' as const),
    content: run,
  }),
  fc.record({
    type: fc.constant('heading' as const),
    level: fc.constantFrom(3 as const, 4 as const),
    content: run,
  }),
  fc.record({
    type: fc.constant('list' as const),
    isOrdered: fc.boolean(),
    items: fc.array(run, { minLength: 1, maxLength: 4 }),
  }),
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }), fc.boolean())
    .chain(([width, height, hasHeader]) => {
      const row = fc.array(run, { minLength: width, maxLength: width });
      return fc.record({
        type: fc.constant('table' as const),
        header: hasHeader ? row : fc.constant([]),
        rows: fc.array(row, { minLength: height, maxLength: height }),
      });
    }),
);
const richText: fc.Arbitrary<RichText> = fc.array(block, { maxLength: 8 });

/** Reads HTML as the editor does when it is pasted. */
function paste(html: string): { text: RichText; pictures: number } {
  const parse = (source: string): Document =>
    parseHTML(`<!DOCTYPE html><html><body>${source}</body></html>`).document;
  const cleaned = cleanPaste(html, parse);
  const slice = DocumentReader.fromSchema(schema).parse(parse(cleaned.html).body);
  return { text: fromEditor(slice.toJSON()), pictures: cleaned.pictures };
}

const plain = (text: string): Inline => ({ type: 'text', text });

describe('the words in the editor', () => {
  it('come back as they went in, whatever they are', () => {
    fc.assert(
      fc.property(richText, (text) => {
        const document = schema.nodeFromJSON(toEditor(text));
        document.check();
        expect(fromEditor(document.toJSON())).toEqual(text);
        expect(richTextSchema.safeParse(text).success).toBe(true);
      }),
    );
  });

  it('are nothing when nothing but empty paragraphs, items and tables is there', () => {
    const empty = schema.nodeFromJSON({
      type: 'doc',
      content: [
        { type: 'paragraph' },
        { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [{ type: 'tableCell', content: [{ type: 'paragraph' }] }],
            },
          ],
        },
      ],
    });
    expect(fromEditor(empty.toJSON())).toEqual([]);
    expect(fromEditor(toEditor([]))).toEqual([]);
  });

  it('join what stands beside each other in the same form, and end lines within a cell', () => {
    const cell = {
      type: 'tableCell',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'one ' },
            { type: 'text', text: 'two' },
          ],
        },
        { type: 'paragraph', content: [{ type: 'text', text: 'three' }] },
      ],
    };
    const table = { type: 'table', content: [{ type: 'tableRow', content: [cell] }] };
    expect(fromEditor({ type: 'doc', content: [table] })).toEqual([
      {
        type: 'table',
        header: [],
        rows: [[[plain('one two'), { type: 'break' }, plain('three')]]],
      },
    ]);
  });

  it('lose characters that no Word document may hold', () => {
    const paragraph = {
      type: 'paragraph',
      content: [{ type: 'text', text: 'a\u0000b\u001Fc\td' }],
    };
    const text = fromEditor({ type: 'doc', content: [paragraph] });
    expect(text).toEqual([{ type: 'paragraph', standing: null, content: [plain('abc\td')] }]);
    expect(richTextSchema.safeParse(text).success).toBe(true);
  });
});

describe('what is pasted', () => {
  it('keeps the forms of a Word document and loses its styles, links, scripts and comments', () => {
    const { text, pictures } = paste(`
      <!--[if gte mso 9]><xml><o:Pages>3</o:Pages></xml><![endif]-->
      <style>p.MsoNormal { color: red }</style><script>alert(1)</script>
      <h1 style="mso-style-link:x">What we <i>know</i></h1>
      <p class="MsoNormal" onclick="x()"><b>Bold</b> and <a href="https://example.org">a link</a><o:p></o:p></p>
      <h5>Small</h5>`);
    expect(text).toEqual([
      {
        type: 'heading',
        level: 3,
        content: [plain('What we '), { type: 'text', text: 'know', italic: true }],
      },
      {
        type: 'paragraph',
        standing: null,
        content: [{ type: 'text', text: 'Bold', bold: true }, plain(' and a link')],
      },
      { type: 'heading', level: 4, content: [plain('Small')] },
    ]);
    expect(pictures).toBe(0);
  });

  it('makes lists of what Word only shows as lists, and one level of lists within lists', () => {
    const item = (mark: string, words: string): string =>
      `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${mark}<span>&nbsp;</span></span><![endif]>${words}</p>`;
    const { text } = paste(
      `${item('·', 'Light')}${item('·', 'Routes')}<p>Then</p>${item('1.', 'First')}${item('2.', 'Second')}<ul><li>Outer<ul><li>Inner</li></ul></li></ul>`,
    );
    expect(text).toEqual([
      { type: 'list', isOrdered: false, items: [[plain('Light')], [plain('Routes')]] },
      { type: 'paragraph', standing: null, content: [plain('Then')] },
      { type: 'list', isOrdered: true, items: [[plain('First')], [plain('Second')]] },
      { type: 'list', isOrdered: false, items: [[plain('Outer')], [plain('Inner')]] },
    ]);
  });

  it('fills the cells that a spanning cell covers', () => {
    const { text } = paste(
      '<table><tr><th rowspan=2>Place</th><th colspan=2>Hours</th></tr><tr><td>Day</td><td>Night</td></tr></table>',
    );
    expect(text).toEqual([
      {
        type: 'table',
        header: [[plain('Place')], [plain('Hours')], []],
        rows: [[[], [plain('Day')], [plain('Night')]]],
      },
    ]);
  });

  it('leaves pictures out, counts them, and does not read one of 50 MB', () => {
    const huge = `<p>Before</p><img alt="a > b" src="data:image/png;base64,${'A'.repeat(50_000_000)}"><p>After<svg><text>x</text></svg></p>`;
    const { text, pictures } = paste(huge);
    expect(pictures).toBe(2);
    expect(text).toEqual([
      { type: 'paragraph', standing: null, content: [plain('Before')] },
      { type: 'paragraph', standing: null, content: [plain('After')] },
    ]);
  });

  it.each([
    ['without quotes', '<img src=DATA>'],
    ['in a drawing', '<svg><image href="DATA"/></svg>'],
    ['as a background', '<p style="background: url(DATA)">Between</p>'],
    ['in a link', '<a href="DATA">Between</a>'],
  ])('does the same for one that comes %s', (_how, picture) => {
    const source = `data:image/png;base64,${'A'.repeat(50_000_000)}`;
    const { text, pictures } = paste(`<p>Before</p>${picture.replace('DATA', () => source)}`);
    expect(pictures).toBe(1);
    expect(text[0]).toEqual({ type: 'paragraph', standing: null, content: [plain('Before')] });
    expect(JSON.stringify(text).length).toBeLessThan(500);
  });
});
