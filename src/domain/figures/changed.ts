import { changeInWords, type VersionComparison, type VersionPlace } from '../profile/compare.ts';
import type { Block, Section } from './blocks.ts';
import { number } from './words.ts';

/** The section after the eighteen: there is one only where an earlier version was published. */
export const changedNumber = 18;

/** What changed since the last published version: figures, places, recommendations, and what makes the two unlike. */
export function changedSection(changes: VersionComparison): Section {
  const title = `What changed since version ${changes.first}`;
  const blocks: Block[] = [
    ...changes.cautions.map((text): Block => ({ kind: 'warning', text })),
    figureChanges(changes),
    placeChanges(changes),
    recommendationStates(changes),
  ];
  return { number: changedNumber, title, state: 'figures', blocks };
}

/** One sentence for the summary. */
export function changedSentence({
  first,
  figures,
  appeared,
  persisted,
  faded,
}: VersionComparison): string {
  return `Since version ${first}: ${number(figures.length)} figures changed; of the priority places ${number(appeared.length)} appeared, ${number(persisted.length)} persisted and ${number(faded.length)} faded. Section ${changedNumber} lists them.`;
}

function figureChanges({ first, figures }: VersionComparison): Block {
  if (figures.length === 0)
    return { kind: 'paragraph', text: `No figure differs from version ${first}.` };
  return {
    kind: 'table',
    caption: `Figures that differ from version ${first}, by the same question asked of both; n = ${number(figures.length)} figures. A figure changes with new records, with late records of old months, and with rules and lists; a difference is no trend. Counts change in per cent of the first, shares in percentage points.`,
    columns: [
      { title: 'Figure' },
      { title: 'Before', isNumber: true },
      { title: 'Now', isNumber: true },
      { title: 'Change', isNumber: true },
    ],
    rows: figures.map((one) => [one.label, one.before, one.after, changeInWords(one)]),
  };
}

function placeChanges({ appeared, persisted, faded }: VersionComparison): Block {
  const row = (what: string, before: VersionPlace | null, after: VersionPlace | null): string[] => [
    after?.name ?? before?.name ?? '',
    what,
    before === null ? '-' : number(before.count),
    after === null ? '-' : number(after.count),
  ];
  const rows = [
    ...appeared.map((place) => row('appeared', null, place)),
    ...persisted.map(({ before, after }) => row('persisted', before, after)),
    ...faded.map((place) => row('faded', place, null)),
  ];
  if (rows.length === 0)
    return { kind: 'paragraph', text: 'Neither version has a priority location.' };
  return {
    kind: 'table',
    caption: `Priority locations that appeared, persisted and faded; n = ${number(rows.length)} places. A place is the same when a cell of it lies within one cell of a cell of the other; of several the one that shares most ground. A place that is no longer hot still has incidents; one that appeared may only have come over the line.`,
    columns: [
      { title: 'Place' },
      { title: 'What became of it' },
      { title: 'Incidents before', isNumber: true },
      { title: 'Incidents now', isNumber: true },
    ],
    rows,
  };
}

function recommendationStates({ recommendations }: VersionComparison): Block {
  if (recommendations.length === 0)
    return { kind: 'paragraph', text: 'The draft has no recommendations.' };
  return {
    kind: 'table',
    caption: `What became of recommendations; n = ${number(recommendations.length)}, ${number(recommendations.filter(({ state }) => state === 'done').length)} of them done.`,
    columns: [{ title: 'Recommendation' }, { title: 'What is to be done' }, { title: 'State' }],
    rows: recommendations.map(({ number: at, text, state }) => [`R${at}`, text, state]),
  };
}
