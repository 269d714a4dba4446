import { type ProfileItems, stateOf } from '../profile/document.ts';
import type { LiveFigure } from '../profile/live-figure.ts';
import { plainText } from '../profile/rich-text.ts';
import { type HotPlace, positionDoubt, rankedPlaces } from './places.ts';
import { dateInWords, number } from './words.ts';

/** What a chief officer needs to decide, on two pages: what is so, where, and what is asked. */
export interface TaskingBrief {
  readonly figures: readonly {
    readonly label: string;
    readonly text: string;
    readonly beside: string;
  }[];
  readonly findings: readonly string[];
  readonly places: readonly {
    readonly name: string;
    readonly incidents: string;
    readonly note: string;
  }[];
  readonly recommendations: readonly {
    readonly label: string;
    readonly text: string;
    readonly who: string;
    readonly due: string;
  }[];
  /** What must be said with it. */
  readonly caution: string;
}

const headlines = [
  'all.latest-year',
  'all.change',
  'online.share',
  'private.share',
  'public.share',
  'victims.repeat',
  'outcomes.16',
  'reports.count',
];
const most = { findings: 6, places: 5, recommendations: 6 };
/** Longer sentences are cut with a sign, so that the brief keeps to its two pages. */
const longestSentence = 260;

/** The brief from the draft and the figures of now: the first findings, places and recommendations of each. */
export function taskingBrief(
  items: ProfileItems,
  figures: readonly LiveFigure[],
  places: readonly HotPlace[],
): TaskingBrief {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return {
    figures: headlines.flatMap((id) => {
      const figure = byId.get(id);
      if (figure === undefined) return [];
      const [beside] = figure.beside;
      return [
        {
          label: figure.label,
          text: figure.text,
          beside: beside === undefined ? '' : `${beside.label}: ${beside.text}`,
        },
      ];
    }),
    findings: [...items.findings]
      .slice(0, most.findings)
      .map(
        ([at, finding]) =>
          `F${at}. ${shortened(plainText(finding.text))} (${finding.standing}, ${finding.confidence} confidence)`,
      ),
    places: rankedPlaces(places)
      .slice(0, most.places)
      .map((place) => ({
        name: place.name,
        incidents: number(place.count),
        note: positionDoubt(place) ?? '',
      })),
    recommendations: [...items.recommendations]
      .filter(([, one]) => stateOf(one) !== 'dropped')
      .slice(0, most.recommendations)
      .map(([at, one]) => ({
        label: `R${at} (${one.findings.map((finding) => `F${finding}`).join(', ') || 'no finding'})`,
        text: shortened(one.text),
        who:
          [one.owner, one.partner].filter((name) => name !== '').join(', with ') || 'no owner yet',
        due: one.dueOn === '' ? 'no date yet' : dateInWords(one.dueOn),
      })),
    caution:
      'Recorded incidents are not all that happened. Reports of feeling unsafe are not crimes. Places are to be checked before anyone is sent there.',
  };
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= longestSentence ? line : `${line.slice(0, longestSentence - 2)} …`;
}
