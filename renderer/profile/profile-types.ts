import type { CallInput } from '../../src/contract/calls.ts';
import type { ProfileDraft, ProfileState } from '../../src/contract/profile.ts';
import type { LiveFigure } from '../../src/domain/profile/live-figure.ts';
import type { StaleFigure } from '../../src/domain/profile/stale.ts';

export type ProfileTab =
  | 'write'
  | 'stale'
  | 'findings'
  | 'recommendations'
  | 'hypotheses'
  | 'terms'
  | 'review'
  | 'checklist'
  | 'versions'
  | 'print';

export type SettledFigure = Pick<StaleFigure, 'place' | 'figure' | 'accepted' | 'current'>;

/** What every panel of the profile shares. */
export interface ProfileWork {
  readonly draft: ProfileDraft;
  /** null until the figures are collected: writing does not wait for them. */
  readonly state: ProfileState | null;
  readonly figures: ReadonlyMap<string, LiveFigure>;
  /** They could not be collected, and the analyst was told why. */
  readonly hasNoFigures: boolean;
  readonly canWrite: boolean;
  /** Another number when the draft was changed otherwise than by typing: editors then show it afresh. */
  readonly revision: number;
  readonly tab: ProfileTab;
  readonly section: number;
  readonly open: (tab: ProfileTab, section?: number) => void;
  /** Saves an item at once; its number, or null after the failure was told. */
  readonly save: (item: CallInput<'saveProfileItem'>) => Promise<number | null>;
  readonly remove: (kind: CallInput<'removeProfileItem'>['kind'], number: number) => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly settle: (stale: SettledFigure, decision: 'accept' | 'keep') => Promise<boolean>;
  readonly reload: () => Promise<void>;
  readonly showAfresh: () => void;
}
