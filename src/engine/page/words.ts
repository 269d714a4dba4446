import type { Inline, RichText, Standing } from '../../domain/profile/rich-text.ts';
import { directionOf, escapeHtml, hasLongWord } from './escape.ts';

const standingWords: Readonly<Record<Standing, string>> = {
  fact: 'Fact',
  assessment: 'Assessment',
  gap: 'Intelligence gap',
};

/** The analyst's words as HTML. Footnotes stand in brackets where they are made; every text is escaped. */
export function renderWords(text: RichText): string {
  return text
    .map((block) => {
      switch (block.type) {
        case 'heading':
          return `<h${block.level}${direction(block.content)}>${inline(block.content)}</h${block.level}>`;
        case 'list': {
          const tag = block.isOrdered ? 'ol' : 'ul';
          return `<${tag}>${block.items.map((item) => `<li${direction(item)}>${inline(item)}</li>`).join('')}</${tag}>`;
        }
        case 'table':
          return `<table><thead>${row(block.header, 'th')}</thead><tbody>${block.rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
        default:
          return block.standing === null
            ? `<p${direction(block.content)}>${inline(block.content)}</p>`
            : `<p class="standing ${block.standing}"${direction(block.content)}><span dir="ltr">${standingWords[block.standing]}</span> ${inline(block.content)}</p>`;
      }
    })
    .join('');
}

function row(cells: readonly (readonly Inline[])[], tag: 'th' | 'td'): string {
  const scope = tag === 'th' ? ' scope="col"' : '';
  const one = (cell: readonly Inline[]): string => {
    const long = hasLongWord(plain(cell)) ? ' class="long"' : '';
    return `<${tag}${scope}${long}${direction(cell)}>${inline(cell)}</${tag}>`;
  };
  return `<tr>${cells.map(one).join('')}</tr>`;
}

function plain(run: readonly Inline[]): string {
  return run.map((part) => (part.type === 'text' ? part.text : ' ')).join('');
}

function direction(run: readonly Inline[]): string {
  return directionOf(plain(run));
}

function inline(run: readonly Inline[]): string {
  return run
    .map((part) => {
      switch (part.type) {
        case 'break':
          return '<br>';
        case 'footnote':
          return `<small class="note"> [${escapeHtml(part.text)}]</small>`;
        case 'figure':
          return `<span class="figure-value" data-figure="${escapeHtml(part.figure)}">${escapeHtml(part.accepted)}</span>`;
        default: {
          const text = escapeHtml(part.text);
          const bold = part.bold === true ? `<strong>${text}</strong>` : text;
          return part.italic === true ? `<em>${bold}</em>` : bold;
        }
      }
    })
    .join('');
}
