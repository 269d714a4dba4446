import type { Block, Section } from '../../domain/figures/blocks.ts';
import { drawChart } from './draw.ts';
import { cellUnbroken, directionOf, escapeHtml, hasLongWord } from './escape.ts';
import { drawMap } from './map-svg.ts';
import { pageStyle } from './style.ts';
import { renderWords } from './words.ts';

export interface PageFacts {
  readonly title: string;
  readonly lead: string;
  readonly marking: string;
  /** Inter 400 and 600, WOFF2. */
  readonly fonts: { readonly regular: Uint8Array; readonly bold: Uint8Array };
}

/** Running numbers of figures, tables and computed findings (C1, C2, ...) through the whole document. */
interface Numbers {
  figure: number;
  table: number;
  finding: number;
}

const stateWords = {
  figures: '',
  analyst: 'to be written by the analyst',
  'not-built': 'comes with a later version',
} as const;

/** Sections as one HTML page that refers to nothing outside itself. All text is escaped here and nowhere else. */
export function renderPage(sections: readonly Section[], facts: PageFacts): string {
  const numbers: Numbers = { figure: 0, table: 0, finding: 0 };
  const [cover, ...rest] = sections;
  return [
    '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">',
    `<title>${escapeHtml(facts.title)}</title>`,
    `<style>${fontFaces(facts.fonts)}${pageStyle}</style></head><body>`,
    `<div class="marking">${escapeHtml(facts.marking)}</div>`,
    `<h1${directionOf(facts.title)}>${escapeHtml(facts.title)}</h1><p class="lead">${escapeHtml(facts.lead)}</p>`,
    cover === undefined
      ? ''
      : `<div id="section-0">${cover.blocks.map((block) => renderBlock(block, numbers)).join('')}</div>`,
    contents(sections),
    ...rest.map((section) => renderSection(section, numbers)),
    '</body></html>',
  ].join('\n');
}

/** Short sections as a page without cover and contents: each follows on where the one before it ended. */
export function renderSheet(sections: readonly Section[], facts: PageFacts): string {
  const numbers: Numbers = { figure: 0, table: 0, finding: 0 };
  const parts = sections.map(
    ({ title, blocks }) =>
      `<section><h2>${escapeHtml(title)}</h2>${blocks.map((block) => renderBlock(block, numbers)).join('')}</section>`,
  );
  return [
    '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">',
    `<title>${escapeHtml(facts.title)}</title>`,
    `<style>${fontFaces(facts.fonts)}${pageStyle}</style></head><body>`,
    `<div class="marking">${escapeHtml(facts.marking)}</div>`,
    `<h1${directionOf(facts.title)}>${escapeHtml(facts.title)}</h1><p class="lead">${escapeHtml(facts.lead)}</p>`,
    ...parts,
    '</body></html>',
  ].join('\n');
}

/** The evidence of one section as a page of its own, for the panel beside the editor: no contents, no cover. */
export function renderEvidence(section: Section, marking: string): string {
  const numbers: Numbers = { figure: 0, table: 0, finding: 0 };
  const blocks = section.blocks.map((block) => renderBlock(block, numbers)).join('\n');
  return `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>${escapeHtml(section.title)}</title><style>${pageStyle}</style></head><body><div class="marking">${escapeHtml(marking)}</div>${blocks}</body></html>`;
}

/** The report's own typeface, inside the page. */
export function fontFaces(fonts: PageFacts['fonts']): string {
  const face = (weight: number, bytes: Uint8Array): string =>
    `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}) format('woff2')}`;
  return face(400, fonts.regular) + face(600, fonts.bold);
}

/** Stands in the contents until the printer knows on which page a section begins (electron/page-numbers.ts). */
const emptyPageNumber = '\u2007\u2007';

function contents(sections: readonly Section[]): string {
  const lines = sections.map(
    (section) =>
      `<li><a href="#section-${section.number}">${section.number}. ${escapeHtml(section.title)}</a><span class="state">${stateWords[section.state]}</span><span class="page-number" data-of="section-${section.number}">${emptyPageNumber}</span></li>`,
  );
  return `<section class="contents"><h2>Contents</h2><nav><ol>${lines.join('')}</ol></nav></section>`;
}

/** Short sections: they follow on where the one before them ended. */
const followOn: ReadonlySet<number> = new Set([13, 14, 16]);

function renderSection(section: Section, numbers: Numbers): string {
  const blocks = section.blocks.map((block) => renderBlock(block, numbers)).join('\n');
  const name = section.state === 'figures' ? '' : ' later';
  return `<section id="section-${section.number}" class="${followOn.has(section.number) ? '' : 'page'}${name}"><h2>${section.number}. ${escapeHtml(section.title)}</h2>${blocks}</section>`;
}

function renderBlock(block: Block, numbers: Numbers): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p${directionOf(block.text)}>${escapeHtml(block.text)}</p>`;
    case 'warning':
      return `<p class="warning">${escapeHtml(block.text)}</p>`;
    case 'finding':
      return `<div class="finding"><strong>C${++numbers.finding}.</strong> ${escapeHtml(block.text)}<small>Rests on: ${escapeHtml(block.basis)}</small></div>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li${directionOf(item)}>${escapeHtml(item)}</li>`).join('')}</ul>`;
    case 'words':
      return renderWords(block.text);
    case 'statement':
      return `<div class="${block.label.startsWith('R') ? 'recommendation' : 'finding'}"><strong>${escapeHtml(block.label)}.</strong> ${renderWords(block.text)}${block.below.map((line) => `<small>${escapeHtml(line)}</small>`).join('')}</div>`;
    case 'table':
      return renderTable(block, ++numbers.table);
    case 'map':
      return figure(drawMap(block.map), block.caption, ++numbers.figure);
    default:
      return figure(drawChart(block), block.caption, ++numbers.figure);
  }
}

function figure(drawing: string, caption: string, number: number): string {
  return `<figure>${drawing}<figcaption>Figure ${number}. ${escapeHtml(caption)}</figcaption></figure>`;
}

/** Columns beyond which numbers may break over lines, so that the table keeps to the page. */
const widestUnbroken = 5;

/** Tables of so many rows and characters at most are kept on one page. */
const shortRows = 12;
const shortCharacters = 1_200;

function renderTable(table: Extract<Block, { kind: 'table' }>, number: number): string {
  const kind = (index: number): string =>
    table.columns[index]?.isNumber === true ? ' class="number"' : '';
  // In a table of many columns a figure with its interval takes two lines; its own parts stay together.
  const isWide = table.columns.length > widestUnbroken;
  const text = (cell: string): string => {
    const whole = escapeHtml(
      isWide ? cellUnbroken(cell).replaceAll(' to ', '\u00a0to ') : cellUnbroken(cell),
    );
    return hasLongWord(cell) ? `<span class="long">${whole}</span>` : whole;
  };
  const characters = table.rows.flat().reduce((sum, cell) => sum + cell.length, 0);
  const isShort = table.rows.length <= shortRows && characters <= shortCharacters;
  const head = table.columns.map(
    (column, index) => `<th scope="col"${kind(index)}>${escapeHtml(column.title)}</th>`,
  );
  const rows = table.rows.map(
    (row) =>
      `<tr>${row.map((cell, index) => `<td${kind(index)}${directionOf(cell)}>${text(cell)}</td>`).join('')}</tr>`,
  );
  const whole = `<table${isWide ? ' class="wide"' : ''}><caption>Table ${number}. ${escapeHtml(table.caption)}</caption><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return isShort ? `<div class="short">${whole}</div>` : whole;
}
