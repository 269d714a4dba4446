import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  PatchType,
  patchDocument,
  type Table,
  TableOfContents,
  TextRun,
} from 'docx';
import { FailureError } from '../../contract/outcome.ts';
import type { Section } from '../../domain/figures/blocks.ts';
import { breathe, type Job } from '../jobs.ts';
import { blockAsWord, type Numbers } from './blocks.ts';
import { clean, Footnotes } from './words.ts';

export interface WordFacts {
  readonly title: string;
  readonly lead: string;
  readonly marking: string;
  readonly handling: string;
}

/** Where a force's own template takes the profile. */
const placeholder = 'profile';
const margin = '20mm';

/**
 * The profile as a Word document: real headings, tables whose header repeats, captions, footnotes, the marking on
 * every page, and pictures with words for those who cannot see them. Poured into a template where one is given: a
 * .docx with the placeholder {{profile}}, which keeps its own cover, styles, headers and footers.
 *
 * @throws FailureError `wrong-format` for a template that is no Word document or has no placeholder.
 */
export async function buildDocx(
  sections: readonly Section[],
  facts: WordFacts,
  template: Uint8Array | null,
  job: Job,
): Promise<Uint8Array> {
  const notes = new Footnotes(template !== null);
  const numbers: Numbers = { figure: 0, table: 0, finding: 0 };
  const children: (Paragraph | Table)[] = [];
  for (const [at, section] of sections.entries()) {
    job.report({ stage: 'Writing the Word document', done: at, total: sections.length });
    children.push(
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        text: `${section.number}. ${clean(section.title)}`,
        pageBreakBefore: section.number > 0 && section.blocks.length > 2,
      }),
    );
    for (const block of section.blocks)
      children.push(...(await blockAsWord(block, numbers, notes)));
    await breathe(job);
  }
  if (template !== null) return pour(template, children);
  const document = new Document({
    title: clean(facts.title),
    subject: clean(facts.marking),
    description: clean(facts.lead),
    creator: 'Action Ten',
    features: { updateFields: true },
    styles,
    numbering,
    footnotes: notes.all(),
    sections: [
      {
        properties: {
          page: {
            size: { width: '210mm', height: '297mm' },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        headers: { default: new Header({ children: [marked(facts)] }) },
        footers: { default: new Footer({ children: [marked(facts), pageOf(facts.title)] }) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: clean(facts.title) }),
          new Paragraph(clean(facts.lead)),
          new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-1' }),
          ...children,
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function marked({ marking, handling }: WordFacts): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({ text: clean(marking), bold: true }),
      ...(handling === '' ? [] : [new TextRun({ text: ` ${clean(handling)}` })]),
    ],
  });
}

function pageOf(title: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    style: 'TableText',
    children: [
      new TextRun({
        children: [`${clean(title)}   Page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
      }),
    ],
  });
}

async function pour(template: Uint8Array, children: (Paragraph | Table)[]): Promise<Uint8Array> {
  try {
    return await patchDocument({
      outputType: 'uint8array',
      data: Buffer.from(template),
      patches: { [placeholder]: { type: PatchType.DOCUMENT, children } },
      keepOriginalStyles: true,
      numbering,
    });
  } catch {
    throw new FailureError(
      'wrong-format',
      'The template is not a Word document (.docx) that can take the profile.',
      'Save the template as .docx with {{profile}} in a paragraph of its own where the profile goes.',
    );
  }
}

/** Numbered lists of the analyst's words. */
const numbering = {
  config: [
    {
      reference: 'numbered',
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          alignment: AlignmentType.START,
          style: { paragraph: { indent: { left: 500, hanging: 300 } } },
        },
      ],
    },
  ],
};

const styles = {
  default: {
    document: { run: { font: 'Calibri', size: 21, color: '1F1D1B', language: { value: 'en-GB' } } },
    title: { run: { size: 42, bold: true }, paragraph: { spacing: { after: 120 } } },
    heading1: {
      run: { size: 30, bold: true, color: '3D2C8D' },
      paragraph: { spacing: { before: 360, after: 160 } },
    },
    heading2: {
      run: { size: 25, bold: true },
      paragraph: { spacing: { before: 240, after: 100 } },
    },
    heading3: {
      run: { size: 22, bold: true },
      paragraph: { spacing: { before: 200, after: 80 } },
    },
  },
  paragraphStyles: [
    {
      id: 'Normal',
      name: 'Normal',
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      run: { size: 18, color: '57524D' },
      paragraph: { spacing: { before: 60, after: 120 } },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { after: 0, line: 252, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'AfterTable',
      name: 'After Table',
      basedOn: 'Normal',
      run: { size: 8 },
      paragraph: { spacing: { after: 60, line: 120, lineRule: LineRuleType.EXACT } },
    },
  ],
};
