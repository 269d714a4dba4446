import { englishAudit } from './english-audit.ts';
import { englishChoices } from './english-choices.ts';
import { englishCommon } from './english-common.ts';
import { englishData } from './english-data.ts';
import { englishDraft } from './english-draft.ts';
import { englishExplore } from './english-explore.ts';
import { englishFields } from './english-fields.ts';
import { englishHelp } from './english-help.ts';
import { englishHome } from './english-home.ts';
import { englishIntake } from './english-intake.ts';
import { englishMap } from './english-map.ts';
import { englishNotices } from './english-notices.ts';
import { englishPlaces } from './english-places.ts';
import { englishProfile } from './english-profile.ts';
import { englishProtection } from './english-protection.ts';
import { englishReview } from './english-review.ts';
import { englishRules } from './english-rules.ts';
import { englishSharing } from './english-sharing.ts';
import { englishShell } from './english-shell.ts';
import { englishVersions } from './english-versions.ts';
import { stretched } from './stretched.ts';
import { type PlainKeys, type Translator, translator } from './translate.ts';

const english = {
  ...englishShell,
  ...englishCommon,
  ...englishHome,
  ...englishData,
  ...englishIntake,
  ...englishFields,
  ...englishRules,
  ...englishReview,
  ...englishAudit,
  ...englishChoices,
  ...englishExplore,
  ...englishMap,
  ...englishPlaces,
  ...englishHelp,
  ...englishProfile,
  ...englishDraft,
  ...englishVersions,
  ...englishSharing,
  ...englishProtection,
  ...englishNotices,
};

type English = typeof english;

/** Every text of the window. What the engine says (failures, notes, findings) comes with its answers. */
export type WordKey = keyof English;

/** The texts that are said without values. */
export type PlainKey = PlainKeys<English>;

/** The text called `key`, as it stands in the English catalogue. */
export type EnglishText<Key extends WordKey> = English[Key];

/** The language of texts, numbers and order, as a tag of BCP 47. */
export const language = 'en-GB';

/** Tests put `stretched` into the window's storage under this name: see stretched.ts. Tests alone have a reason to. */
const isStretched =
  typeof localStorage !== 'undefined' && localStorage.getItem('words') === 'stretched';

/**
 * How the window speaks. A second language is a catalogue with the same keys (`Record<WordKey, Message>`) and its tag,
 * chosen here: no component changes.
 */
const spoken: Translator<English> = translator<English>(
  isStretched ? stretched<WordKey>(english) : english,
  language,
);

/** Says a text of the window. */
export const t: Translator<English>['t'] = spoken.t;

/** The same in pieces: see `tRich`. */
export const pieces: Translator<English>['pieces'] = spoken.pieces;

/**
 * Says what the engine names by a code, as `reason.no-date`: the text called so, or, of a code that the catalogue does
 * not know, the code itself with spaces for its hyphens.
 */
export function tCode(key: `${string}.${string}`): string {
  if (Object.hasOwn(english, key)) return t(key as PlainKey);
  return key.slice(key.lastIndexOf('.') + 1).replaceAll('-', ' ');
}
