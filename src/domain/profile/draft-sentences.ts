import type { LiveFigure } from './live-figure.ts';
import type { Inline, RichText } from './rich-text.ts';

/**
 * Sentences offered for each section, with `{figure.id}` where a live figure goes. The wording is careful on purpose:
 * recorded crime is not prevalence, perceptions are not crimes, and a change in counts may be one in recording.
 */
const templates: Readonly<Record<number, readonly string[]>> = {
  2: [
    'Police recorded {all.latest-year} VAWG incidents in the latest twelve months ({all.change} on the year before). Recorded incidents are not all that happened.',
    'By space, {online.share} of recorded VAWG has an online element, {private.share} was in private and {public.share} in public spaces; {unclassified.share} cannot be placed. An incident can be online and in a place.',
  ],
  3: [
    '{data.located} of VAWG incidents have a position; the others are in every total and on no map.',
    'The offence of {data.unmatched} records is not recognised by the list: they are counted nowhere as VAWG until they are assigned.',
  ],
  4: [
    'In the latest twelve months {all.latest-year} VAWG incidents were recorded, a change of {all.change}. This may be a change in harm, in reporting or in recording; the figures alone cannot tell.',
    'VAWG is {all.share} of all recorded incidents.',
  ],
  5: [
    '{online.count} VAWG incidents ({online.share}) have an online element. The online flag is known to be used too seldom, so this is a lower bound of what was reported.',
    'Recorded online VAWG changed by {online.change} on the year before.',
  ],
  6: [
    '{private.count} VAWG incidents ({private.share}) were recorded in private spaces, a change of {private.change} on the year before.',
    'Domestic abuse makes {threat.domestic-abuse.count} of the VAWG incidents, in whatever space they happened.',
  ],
  7: [
    '{public.hot-cells} cells hold {public.hot-cells-share} of mapped public-space VAWG: a set in which at most 5 in 100 are expected to be false.',
    'Half of mapped public-space VAWG lies in {public.half-cells} cells.',
    'Public-space VAWG changed by {public.change} on the year before.',
  ],
  8: [
    '{voices.people} people took part in {voices.engagements} engagements and made {voices.statements} statements; {reports.count} reports of feeling unsafe were made. People chose to take part: the figures describe them and not all women and girls.',
  ],
  9: [
    '{victims.repeat} of identified victims were victims again within a year. Those without an identifier are not counted as repeat victims.',
    '{victims.children} of victims with a recorded age were under 18.',
  ],
  11: [
    'Of decided offences, {outcomes.charged} ended in a charge or summons and {outcomes.16} in outcome 16 (suspect identified, victim does not support action). Why victims do not is not in these figures.',
  ],
  12: [
    'The first place to look at is {place.1.name}, with {place.1.count} recorded incidents. Check its positions and present activity before anyone is sent there.',
  ],
};

/**
 * Draft sentences of a section with the figures of now, each as one paragraph. A sentence is offered only when all
 * its figures can be given: one with a hole would have to be thought up.
 */
export function draftSentences(
  section: number,
  figures: ReadonlyMap<string, LiveFigure>,
): RichText[] {
  return (templates[section] ?? []).flatMap((template) => {
    const content = filledSentence(template, figures);
    return content === null ? [] : [[{ type: 'paragraph', standing: 'fact', content }] as const];
  });
}

/** A sentence with live figures where its `{figure.id}` stand; null when one of them cannot be given. */
export function filledSentence(
  template: string,
  figures: ReadonlyMap<string, LiveFigure>,
): Inline[] | null {
  const content: Inline[] = [];
  for (const part of template.split(/(\{[^}]+\})/)) {
    if (part === '') continue;
    if (!part.startsWith('{')) {
      content.push({ type: 'text', text: part });
      continue;
    }
    const figure = figures.get(part.slice(1, -1));
    if (figure === undefined) return null;
    if (figure.value === null && !figure.id.endsWith('.name')) return null;
    content.push({ type: 'figure', figure: figure.id, accepted: figure.text, keptAgainst: '' });
  }
  return content;
}
