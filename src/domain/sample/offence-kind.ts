import type { PatternName, Season } from './calendar.ts';
import type { OutcomeMix } from './outcomes.ts';
import type { PoolName } from './people.ts';
import { type Choices, choices, type Quartiles } from './random.ts';
import type { Setting } from './settings.ts';

/** How the committed window is written. */
export type WindowSort =
  | 'moment'
  | 'hours'
  | 'overnight'
  | 'days'
  | 'course'
  | 'long-course'
  | 'day';

/** One kind of incident of the sample: what it is called, and how, where, when and to whom it happens. */
export interface OffenceKind {
  readonly key: string;
  /** How often, against the other kinds. */
  readonly share: number;
  readonly recordType: 'crime' | 'non-crime';
  /** `[title, Home Office code]` in different hands; the first is the plain one. A blank code is a gap. */
  readonly wordings: readonly (readonly [title: string, code: string])[];
  /** In the VAWG list by code or title alone. */
  readonly isCore: boolean;
  readonly settings: Choices<Setting>;
  readonly pattern: PatternName;
  readonly season: Season;
  readonly growthPerYear: number;
  readonly window: WindowSort;
  /** Pools of victims; null where nobody is the victim (a shop, the state). */
  readonly victims: Choices<PoolName> | null;
  readonly twoVictims: number;
  readonly suspects: Choices<PoolName>;
  readonly suspectKnown: number;
  readonly twoSuspects: number;
  /** Share that is domestic: partners and family, the flag set. */
  readonly domestic: number;
  readonly relationships: Choices<string>;
  /** Share committed years before they are reported. */
  readonly nonRecent: number;
  /** Hours from the end of the window to the report. */
  readonly reportDelayHours: Quartiles;
  readonly outcomes: OutcomeMix;
  readonly honour: number;
  readonly exploitation: number;
  readonly alcohol: number;
  readonly knife: number;
  readonly hate: number;
  readonly orderType: string;
  readonly summaries: readonly string[];
}

const strangerMix = choices(
  ['Stranger', 46],
  ['Acquaintance', 22],
  ['Neighbour', 7],
  ['Colleague', 4],
  ['Friend', 5],
  ['Not known', 6],
  ['', 10],
);
export const knownMix = choices(
  ['Ex-partner', 18],
  ['Acquaintance', 34],
  ['Neighbour', 14],
  ['Friend', 9],
  ['Colleague', 7],
  ['Stranger', 10],
  ['', 8],
);
export const domesticMix = choices(
  ['Partner', 34],
  ['Ex-partner', 38],
  ['Spouse', 9],
  ['Parent', 4],
  ['Son or daughter', 7],
  ['Other family', 5],
  ['', 3],
);
export const childMix = choices(
  ['Parent', 10],
  ['Other family', 22],
  ['Acquaintance', 32],
  ['Friend', 14],
  ['Stranger', 12],
  ['', 10],
);

export const women = choices<PoolName>(['woman', 72], ['young-woman', 20], ['girl', 8]);
export const youngWomen = choices<PoolName>(['young-woman', 66], ['woman', 30], ['girl', 4]);
export const anybody = choices<PoolName>(
  ['woman', 40],
  ['man', 48],
  ['young-woman', 5],
  ['boy', 4],
  ['girl', 3],
);
const suspects = choices<PoolName>(
  ['male-suspect', 76],
  ['female-suspect', 16],
  ['youth-suspect', 8],
);
const mostlyMen = choices<PoolName>(
  ['male-suspect', 93],
  ['female-suspect', 3],
  ['youth-suspect', 4],
);

const promptly: Quartiles = [0, 0, 1, 8, 72];
export const later: Quartiles = [0, 5, 30, 200, 1500];

type KindFacts = Pick<OffenceKind, 'key' | 'share' | 'wordings' | 'settings' | 'summaries'> &
  Partial<OffenceKind>;

/** Completes a kind: an ordinary crime against anybody unless told otherwise. */
export function crime(facts: KindFacts): OffenceKind {
  return {
    recordType: 'crime',
    isCore: false,
    pattern: 'street',
    season: 'summer',
    growthPerYear: 0.02,
    window: 'moment',
    victims: anybody,
    twoVictims: 0.08,
    suspects,
    suspectKnown: 0.45,
    twoSuspects: 0.13,
    domestic: 0,
    relationships: strangerMix,
    nonRecent: 0,
    reportDelayHours: promptly,
    outcomes: 'violence',
    honour: 0,
    exploitation: 0,
    alcohol: 0.08,
    knife: 0.01,
    hate: 0.01,
    orderType: '',
    ...facts,
  };
}

/** A crime of the domestic kind: partners and family, mostly at home. */
export function domesticCrime(facts: KindFacts): OffenceKind {
  return crime({
    pattern: 'domestic',
    growthPerYear: 0.04,
    victims: choices<PoolName>(['partner-victim', 78], ['partner-victim-man', 22]),
    twoVictims: 0.06,
    suspectKnown: 0.97,
    twoSuspects: 0.05,
    domestic: 1,
    relationships: domesticMix,
    outcomes: 'domestic',
    alcohol: 0.24,
    ...facts,
  });
}

/** A sexual offence, in the VAWG list by its code. */
export function sexualCrime(facts: KindFacts): OffenceKind {
  return crime({
    isCore: true,
    pattern: 'night',
    growthPerYear: 0.05,
    victims: women,
    twoVictims: 0.03,
    suspects: mostlyMen,
    suspectKnown: 0.62,
    twoSuspects: 0.08,
    outcomes: 'sexual',
    reportDelayHours: later,
    alcohol: 0.16,
    ...facts,
  });
}

/** Harassment and the like, in the VAWG list by its code. */
export function harassingCrime(facts: KindFacts): OffenceKind {
  return crime({
    isCore: true,
    growthPerYear: 0.05,
    window: 'course',
    victims: choices<PoolName>(['woman', 62], ['young-woman', 14], ['man', 20], ['girl', 4]),
    suspectKnown: 0.78,
    relationships: knownMix,
    outcomes: 'domestic',
    reportDelayHours: later,
    alcohol: 0.03,
    ...facts,
  });
}
