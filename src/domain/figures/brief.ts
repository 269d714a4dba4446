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
  /** Findings of the profile that stand in it alone. */
  readonly furtherFindings: number;
  readonly places: readonly {
    readonly name: string;
    readonly incidents: string;
    readonly note: string;
  }[];
  readonly recommendations: readonly {
    readonly label: string;
    readonly restsOn: string;
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
/** Labels that say on a page without its section what the figure is of. */
const labels: Readonly<Record<string, string>> = {
  'victims.repeat': 'Identified victims with a further incident within a year',
  'reports.count': 'Reports of feeling unsafe, whatever their date; not crimes',
};
const standings = {
  fact: 'fact',
  assessment: 'assessment',
  gap: 'intelligence gap',
} as const;
const most = { findings: 8, places: 5, recommendations: 6 };
/** Longer sentences and names are cut with a sign, so that the brief keeps to its two pages. */
const longestSentence = 260;
const longestName = 90;

/**
 * The brief from the draft and the figures of now: the first places and recommendations, and of the findings first
 * those that the recommendations rest on, so that none of these points to a finding that is not there.
 */
export function taskingBrief(
  items: ProfileItems,
  figures: readonly LiveFigure[],
  places: readonly HotPlace[],
): TaskingBrief {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const asked = [...items.recommendations]
    .filter(([, one]) => stateOf(one) !== 'dropped')
    .slice(0, most.recommendations);
  const restedOn = new Set(asked.flatMap(([, one]) => one.findings));
  const findings = [...items.findings]
    .toSorted(([a], [b]) => Number(restedOn.has(b)) - Number(restedOn.has(a)) || a - b)
    .slice(0, most.findings)
    .toSorted(([a], [b]) => a - b);
  return {
    figures: headlines.flatMap((id) => {
      const figure = byId.get(id);
      if (figure === undefined) return [];
      return [
        {
          label: labels[id] ?? figure.label,
          text: figure.text,
          beside: besideInWords(figure),
        },
      ];
    }),
    findings: findings.map(
      ([at, finding]) =>
        `F${at}. ${shortened(plainText(finding.text))} (${standings[finding.standing]}, ${finding.confidence} confidence)`,
    ),
    furtherFindings: items.findings.size - findings.length,
    places: rankedPlaces(places)
      .slice(0, most.places)
      .map((place) => ({
        name: place.name,
        incidents: number(place.count),
        note: positionDoubt(place) ?? '',
      })),
    recommendations: asked.map(([at, one]) => ({
      label: `R${at}`,
      restsOn:
        one.findings
          .toSorted((a, b) => a - b)
          .map((finding) => `F${finding}`)
          .join(', ') || 'no finding',
      text: shortened(one.text),
      who:
        [one.owner, one.partner]
          .filter((name) => name !== '')
          .map((name) => shortened(name, longestName))
          .join(', with ') || 'no owner yet',
      due: one.dueOn === '' ? 'no date yet' : dateInWords(one.dueOn),
    })),
    caution:
      'Recorded incidents are not all that happened. Reports of feeling unsafe are not crimes. Places are to be checked before anyone is sent there.',
  };
}

function shortened(text: string, longest = longestSentence): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 2)} …`;
}

/** What stands beside a headline: last year, or the base of a share; of a count, n would be the same number again. */
function besideInWords({ value, n, beside: [first] }: LiveFigure): string {
  if (first !== undefined) return `${first.label}: ${first.text}`;
  return value === n ? '' : `n = ${number(n)}`;
}
