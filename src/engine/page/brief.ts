import type { TaskingBrief } from '../../domain/figures/brief.ts';
import { cellUnbroken, escapeHtml } from './escape.ts';
import { fontFaces, type PageFacts } from './render.ts';
import { pageStyle } from './style.ts';

const briefStyle = `
.tiles { display: grid; grid-template-columns: repeat(4, 1fr); gap: 8px; margin: 0 0 14px; }
.tiles div { border: 1px solid #CFC9C3; padding: 6px 8px; }
.tiles strong { display: block; font-size: 15pt; color: #3D2C8D; }
.tiles small { color: #57524D; display: block; line-height: 1.25; }
section.page { break-before: page; }
td:first-child { min-width: 34px; }
`;

/** The tasking brief as a page of its own: the first side says what is so, the second what is asked. */
export function renderBrief(brief: TaskingBrief, facts: PageFacts): string {
  const tiles = brief.figures.map(
    ({ label, text, beside }) =>
      `<div><strong>${escapeHtml(text)}</strong><small>${escapeHtml(label)}</small><small>${escapeHtml(beside)}</small></div>`,
  );
  const list = (lines: readonly string[], none: string): string =>
    lines.length === 0
      ? `<p>${none}</p>`
      : `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;
  const table = (
    titles: readonly string[],
    rows: readonly (readonly string[])[],
    numbers: readonly number[] = [],
  ): string => {
    const kind = (at: number): string => (numbers.includes(at) ? ' class="number"' : '');
    return `<table><thead><tr>${titles.map((title, at) => `<th scope="col"${kind(at)}>${title}</th>`).join('')}</tr></thead><tbody>${rows
      .map(
        (row) =>
          `<tr>${row.map((cell, at) => `<td${kind(at)}>${escapeHtml(cellUnbroken(cell))}</td>`).join('')}</tr>`,
      )
      .join('')}</tbody></table>`;
  };
  // A column in which nothing stands would only ask what it is for.
  const hasNotes = brief.places.some(({ note }) => note !== '');
  return [
    '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">',
    `<title>${escapeHtml(facts.title)}</title>`,
    `<style>${fontFaces(facts.fonts)}${pageStyle}${briefStyle}</style></head><body>`,
    `<div class="marking">${escapeHtml(facts.marking)}</div><h1>${escapeHtml(facts.title)}</h1>`,
    `<p class="lead">${escapeHtml(facts.lead)}</p>`,
    tiles.length === 0 ? '' : `<div class="tiles">${tiles.join('')}</div>`,
    `<h2>What the profile finds</h2>${list(brief.findings, 'No finding has been written yet.')}${further(brief.furtherFindings)}`,
    `<section class="page"><h2>Where</h2>${
      brief.places.length === 0
        ? '<p>No location is ranked.</p>'
        : table(
            ['Place', 'Recorded public-space VAWG incidents', ...(hasNotes ? ['Check first'] : [])],
            brief.places.map(({ name, incidents, note }) => [
              name,
              incidents,
              ...(hasNotes ? [note || '-'] : []),
            ]),
            [1],
          )
    }`,
    `<h2>What is asked</h2>${
      brief.recommendations.length === 0
        ? '<p>No recommendation has been written yet.</p>'
        : table(
            ['No.', 'What', 'Rests on', 'Who', 'By'],
            brief.recommendations.map(({ label, text, restsOn, who, due }) => [
              label,
              text,
              restsOn,
              who,
              due,
            ]),
          )
    }<p class="warning">${escapeHtml(brief.caution)}</p></section></body></html>`,
  ].join('\n');
}

function further(count: number): string {
  if (count === 0) return '';
  return `<p>${count === 1 ? 'One further finding stands' : `${count} further findings stand`} in the profile.</p>`;
}
