import { sectionTitle } from '../profile/section-titles.ts';
import type { Block, Section } from './blocks.ts';
import { annexSection, prioritySection } from './closing.ts';
import { comparatorBlocks } from './comparators.ts';
import { hasTwoYears } from './filling-months.ts';
import type { ProfileInputs } from './inputs.ts';
import { onlineSection, privateSection } from './online-private.ts';
import { contextSentence, coverSection, dataSection, termsSection } from './opening.ts';
import { outcomesSection } from './outcomes.ts';
import { perpetratorsSection } from './perpetrators.ts';
import {
  type HotPlace,
  hotPlaces,
  placeInSentence,
  positionDoubt,
  rankedPlaces,
} from './places.ts';
import { publicSection } from './public.ts';
import { makeAnew, type Remember } from './remember.ts';
import { responseSection } from './response.ts';
import { changeCaveat, trendSection } from './trend.ts';
import { victimsSection } from './victims.ts';
import { voicesSection } from './voices.ts';

/** Sections that only the analyst can write, by number, and what belongs there. */
const later: readonly (readonly [number, string])[] = [
  [13, 'To be written by the analyst: competing explanations for each priority location.'],
  [15, 'To be written by the analyst: each must rest on a finding of this profile.'],
  [16, 'To be written by the analyst: baseline, measure and review date.'],
];

/** Priority places of these inputs, remembered for the sections and figures that rest on them. */
export function placesOf(remember: Remember): readonly HotPlace[] {
  return remember('places', (own) => hotPlaces(own, own.whole?.cells ?? []));
}

/** The eighteen sections of the profile, in order, from the evidence. The same inputs give the same sections. */
export function collectSections(
  inputs: ProfileInputs,
  remember: Remember = makeAnew(inputs),
): Section[] {
  const places = placesOf(remember);
  const section = (
    number: number,
    make: (own: ProfileInputs) => Section,
    from: readonly unknown[] = [],
  ): Section => remember(`section ${number}`, make, from);
  const made = [
    section(0, (own) => coverSection(own)),
    section(1, (own) => termsSection(own)),
    section(3, dataSection),
    section(4, trendAndComparators),
    section(5, onlineSection),
    section(6, privateSection),
    section(7, (own) => publicSection(own, places), [places]),
    section(8, voicesSection),
    section(9, victimsSection),
    section(10, perpetratorsSection),
    section(11, outcomesSection),
    section(12, (own) => prioritySection(own, places), [places]),
    section(17, annexSection),
    section(14, responseSection),
    ...later.map(
      ([number, text]): Section => ({
        number,
        title: sectionTitle(number),
        state: 'analyst',
        blocks: [{ kind: 'paragraph', text }],
      }),
    ),
  ];
  return [...made, summarySection(inputs, made, rankedPlaces(places))].sort(
    (a, b) => a.number - b.number,
  );
}

/** Section 4 with every headline beside its comparators. */
function trendAndComparators(inputs: ProfileInputs): Section {
  const section = trendSection(inputs);
  if (inputs.isContextOnly || inputs.evidence.incidents.length === 0) return section;
  return { ...section, blocks: [...section.blocks, ...comparatorBlocks(inputs)] };
}

/** What the summary says of its sentences while there are no findings of the analyst's own. */
export const computedNote =
  'The sentences above are computed from the figures and await the analyst.';

/** Section 2: the findings of the other sections in one place. */
function summarySection(
  inputs: ProfileInputs,
  sections: readonly Section[],
  places: readonly HotPlace[],
): Section {
  const blocks: Block[] = [];
  if (inputs.isContextOnly) blocks.push({ kind: 'warning', text: contextSentence });
  const findings = sections.flatMap((section) =>
    section.blocks
      .filter((block) => block.kind === 'finding')
      .map((block) => ({ section, text: block.text })),
  );
  blocks.push(
    findings.length === 0
      ? { kind: 'paragraph', text: 'There is too little evidence for a finding.' }
      : { kind: 'list', items: findings.map(({ section, text }) => `${section.title}: ${text}`) },
    { kind: 'paragraph', text: computedNote },
  );
  if (!inputs.isContextOnly) blocks.push(...firstPlaces(places));
  blocks.push({
    kind: 'paragraph',
    text: `${hasTwoYears(inputs.evidence) ? `Changes are ${changeCaveat}. ` : ''}Recorded crime is not prevalence; perceptions are not crimes.`,
  });
  return { number: 2, title: sectionTitle(2), state: 'figures', blocks };
}

/** The first three places whose positions are in no doubt, and those to check before anyone is sent there. */
function firstPlaces(places: readonly HotPlace[]): Block[] {
  const first = places.filter((place) => positionDoubt(place) === null).slice(0, 3);
  const doubtful = places.slice(0, 12).flatMap((place) => {
    const doubt = positionDoubt(place);
    return doubt === null ? [] : [`${placeInSentence(place)} (${doubt})`];
  });
  const blocks: Block[] = [];
  if (first.length > 0)
    blocks.push({
      kind: 'paragraph',
      text: `First places to look at: ${first.map(placeInSentence).join('; ')}.`,
    });
  if (doubtful.length > 0)
    blocks.push({
      kind: 'warning',
      text: `Hot, but check first for a default position of the records system: ${doubtful.join('; ')}.`,
    });
  return blocks;
}
