import type { CopiedFigure as WithNumber } from '../../src/contract/page-api.ts';
import type { Block } from '../../src/domain/figures/blocks.ts';
import { svgAsPng } from '../map/svg-to-png.ts';
import { t } from '../words/t.ts';

type CopiedFigure = Omit<WithNumber, 'which'>;

/** A table, chart or map of a section's evidence that can be copied. */
export interface EvidenceFigure {
  readonly caption: string;
  readonly copy: () => Promise<CopiedFigure>;
}

/** At the width of a page some 300 dots an inch. */
const pngTimes = 3;

type Rows = readonly (readonly string[])[];

/** Every table, chart and map of a section, in its order, from its page and the blocks that the page was made of. */
export function figuresOf(html: string, blocks: readonly Block[]): EvidenceFigure[] {
  // The window's policy refuses styles without its nonce, in a parsed page too; a figure is drawn without them.
  const bare = html.replaceAll(/<style\b[\s\S]*?<\/style>/g, '');
  const page = new DOMParser().parseFromString(bare, 'text/html');
  const marking = page.querySelector('.marking')?.textContent ?? '';
  const drawn = blocks.filter(({ kind }) => ['months', 'hours', 'bars', 'map'].includes(kind));
  let drawing = 0;
  return [...page.querySelectorAll('table, figure')].map((element) => {
    const caption = element.querySelector('caption, figcaption')?.textContent ?? '';
    if (element.tagName === 'TABLE') {
      return { caption, copy: async () => asCopied(caption, marking, tableRows(element), null) };
    }
    const block = drawn[drawing++];
    const svg = element.querySelector('svg');
    return {
      caption,
      copy: async () =>
        asCopied(caption, marking, block === undefined ? [] : rowsOf(block), await pngOf(svg)),
    };
  });
}

/** Caption and marking go with every figure, since a copy is seen without its page. */
function asCopied(
  caption: string,
  marking: string,
  rows: Rows,
  png: Uint8Array | null,
): CopiedFigure {
  const page = document.implementation.createHTMLDocument('');
  const add = (parent: Element, tag: string, text = ''): Element => {
    const child = parent.appendChild(page.createElement(tag));
    child.textContent = text;
    return child;
  };
  add(page.body, 'p', caption);
  const [header, ...others] = rows;
  if (header !== undefined) {
    const table = add(page.body, 'table');
    table.setAttribute('border', '1');
    const head = add(add(table, 'thead'), 'tr');
    for (const cell of header) add(head, 'th', cell);
    const body = add(table, 'tbody');
    for (const row of others) {
      const line = add(body, 'tr');
      for (const cell of row) add(line, 'td', cell);
    }
  }
  add(page.body, 'p', marking);
  const lines = rows.map((row) => row.map((cell) => cell.replaceAll(/\s+/g, ' ')).join('\t'));
  return { html: page.body.innerHTML, text: [caption, ...lines, marking].join('\r\n'), png };
}

function tableRows(table: Element): Rows {
  return [...table.querySelectorAll('tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? ''),
  );
}

/** Monday first, as the hours of a week are counted. */
const days = [0, 1, 2, 3, 4, 5, 6] as const;

/** The numbers that a chart draws, with a header; a map has none of its own. */
function rowsOf(block: Block): Rows {
  switch (block.kind) {
    case 'months': {
      const [year = 0, month = 1] = block.firstMonth.split('-').map(Number);
      const rows = block.counts.map((count, at) => [
        new Date(Date.UTC(year, month - 1 + at, 1)).toISOString().slice(0, 7),
        block.suppressed?.includes(at) === true ? t('copy.suppressed') : String(count),
        at >= block.counts.length - block.fillingMonths ? t('copy.filling') : '',
      ]);
      return [[t('copy.month'), block.unit, t('copy.note')], ...rows];
    }
    case 'hours': {
      const rows = days.flatMap((day) =>
        block.weights
          .slice(24 * day, 24 * (day + 1))
          .map((weight, hour) => [
            t(`copy.day.${day}`),
            `${String(hour).padStart(2, '0')}:00`,
            weight.toFixed(2),
          ]),
      );
      return [[t('copy.day'), t('copy.hour'), t('copy.weight')], ...rows];
    }
    case 'bars':
      return [
        [t('copy.group'), t('copy.number')],
        ...block.bars.map(({ label, value, isSuppressed }) => [
          label,
          isSuppressed === true ? t('copy.suppressed') : String(value),
        ]),
      ];
    default:
      return [];
  }
}

async function pngOf(svg: SVGSVGElement | null): Promise<Uint8Array | null> {
  if (svg === null) return null;
  const [, , width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '')
    .split(/[\s,]+/)
    .map(Number);
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  const drawing = new XMLSerializer().serializeToString(svg);
  return svgAsPng(drawing, { width, height, times: pngTimes });
}
