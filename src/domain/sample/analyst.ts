import type {
  Comment,
  Finding,
  Hypothesis,
  ProfileTerms,
  Recommendation,
} from '../profile/document.ts';
import { filledSentence } from '../profile/draft-sentences.ts';
import type { LiveFigure } from '../profile/live-figure.ts';
import type { RichText } from '../profile/rich-text.ts';
import { sampleFindings, sampleHypotheses, sampleRecommendations } from './analyst-items.ts';
import { sampleParagraphs } from './analyst-texts.ts';

/** What a made-up analyst wrote about the sample force: a finished draft, which nobody has signed. */
export interface SampleDraft {
  readonly terms: ProfileTerms;
  /** By number of the section. */
  readonly texts: ReadonlyMap<number, RichText>;
  readonly findings: readonly Finding[];
  /** Their findings are numbers from 1 in the order of `findings`. */
  readonly recommendations: readonly Recommendation[];
  readonly hypotheses: readonly Hypothesis[];
  readonly comments: readonly Comment[];
}

/**
 * The draft with the figures of now. What cannot be said from these figures (a small sample has fewer places) is left
 * out, with what would have rested on it.
 * @param madeOn `YYYY-MM-DD`; review and due dates lie after it.
 */
export function sampleDraft(figures: ReadonlyMap<string, LiveFigure>, madeOn: string): SampleDraft {
  const texts = new Map<number, RichText>();
  for (const [section, standing, template] of sampleParagraphs) {
    const content = filledSentence(template, figures);
    if (content === null) continue;
    texts.set(section, [...(texts.get(section) ?? []), { type: 'paragraph', standing, content }]);
  }
  const numbers = new Map<string, number>();
  const findings = sampleFindings.flatMap(({ key, template, ...finding }) => {
    const content = filledSentence(template, figures);
    if (content === null) return [];
    numbers.set(key, numbers.size + 1);
    const text: RichText = [{ type: 'paragraph', standing: null, content }];
    return [{ ...finding, text }];
  });
  const recommendations = sampleRecommendations.flatMap(({ restsOn, months, ...one }) => {
    const rests = restsOn.flatMap((key) => numbers.get(key) ?? []);
    if (rests.length === 0) return [];
    const figure = figures.get(one.figure);
    return [
      {
        ...one,
        findings: rests,
        dueOn: monthsAfter(madeOn, months),
        figure: figure === undefined ? '' : figure.id,
        baseline: figure === undefined ? '' : `${figure.text} (${figure.label})`,
        progress: [],
      },
    ];
  });
  const names = [1, 2, 3, 4, 5].flatMap((at) => figures.get(`place.${at}.name`)?.text ?? []);
  const hypotheses = sampleHypotheses.flatMap(({ place, ...one }) => {
    const about = names.find((name) => place.test(name));
    return about === undefined ? [] : [{ ...one, about }];
  });
  return {
    terms: { ...terms, reviewOn: monthsAfter(madeOn, 3) },
    texts,
    findings,
    recommendations,
    hypotheses,
    comments: [
      {
        section: 12,
        text: 'Has anybody been to the third place at the time that it is busiest? The positions look right, but I would not task on them before a visit.',
        isSettled: false,
      },
    ],
  };
}

/** The first day of the month that lies so many months after a day. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

const terms: Omit<ProfileTerms, 'reviewOn'> = {
  title: 'Problem profile, violence against women and girls: Northmoor (sample)',
  author: 'A. Analyst (made up)',
  commissioner: 'Head of public protection (made up)',
  aim: 'To show where, when and why women and girls are harmed or afraid in online, private and public spaces in Northmoor, so that prevention can be aimed, offenders managed and the most vulnerable victims better understood.',
  questions: [
    'Which places, people and platforms carry most of the harm, and is it changing?',
    'Where do women and girls feel unsafe where we record little, and whom have we not heard?',
    'Where do cases fall away, and does it differ by space?',
    'What is already done at the priority places, and where is nothing done?',
  ],
  inScope:
    'All victims of the offences and flags of the definition, whoever they are; women and girls are shown on their own lines. The whole force, all three spaces.',
  outOfScope:
    'Effects of what is done now: there is no comparison yet to judge them by. Named people: suspects are pseudonyms and the list is for triage by people.',
  handling: 'Police only. Not to be copied outside the distribution list. Made-up data.',
  distribution: [
    'Head of public protection',
    'Neighbourhood superintendent',
    'Force tasking meeting',
  ],
  policeAndCrimePlan:
    'Priority 2, safer streets and homes (made up): this profile is its evidence.',
  seriousViolenceDuty:
    'Goes to the partnership as the part on women and girls of its strategic needs assessment, in the partner edition when there is one.',
  equalityAssessment:
    'Who is heard, who is recorded and who is suspected are shown by age, ethnicity and disability in sections 8, 9 and 10; an equality impact assessment is to be made before tasking.',
};
