import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { CallInput } from '../../src/contract/calls.ts';
import type { ProfileDraft, ProfileState } from '../../src/contract/profile.ts';
import type { LiveFigure } from '../../src/domain/profile/live-figure.ts';
import type { StaleFigure } from '../../src/domain/profile/stale.ts';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { onSaved, saveNow } from './saver.ts';

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
interface ProfileWork {
  readonly draft: ProfileDraft;
  /** null until the figures are collected: writing does not wait for them. */
  readonly state: ProfileState | null;
  readonly figures: ReadonlyMap<string, LiveFigure>;
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

const Context = createContext<ProfileWork | null>(null);

/** The draft and what can be done with it. */
export function useProfile(): ProfileWork {
  const work = useContext(Context);
  if (work === null) throw new Error('useProfile outside ProfileProvider');
  return work;
}

/** Where the analyst was when they last left the screen. */
let lastPlace: { readonly tab: ProfileTab; readonly section: number } = {
  tab: 'write',
  section: 2,
};

export function ProfileProvider({ children }: { children: ReactNode }) {
  const { take, summary, asked: link } = useWorkbench();
  const [draft, setDraft] = useState<ProfileDraft | null>(null);
  const [state, setState] = useState<ProfileState | null>(null);
  const [revision, setRevision] = useState(0);
  const [place, setPlace] = useState(lastPlace);
  const canWrite = summary?.access === 'writer';
  const actions = useMemo(() => {
    let latest = 0;
    const loadState = async (label?: string) => {
      const asked = ++latest;
      const stands = take(await ask('readProfileState', {}, label));
      // An answer that was overtaken by a later question tells of an earlier draft.
      if (stands !== null && asked === latest) setState(stands);
    };
    const load = async (label?: string) => {
      const read = take(await ask('readProfileDraft', {}));
      if (read !== null) setDraft(read);
      // Nothing waits for the figures: they may take seconds after new data.
      void loadState(label);
    };
    const showAfresh = () => setRevision((number) => number + 1);
    return {
      load,
      showAfresh,
      reload: () => load(),
      save: async (item: CallInput<'saveProfileItem'>) => {
        const kept = take(await ask('saveProfileItem', item));
        await load();
        return kept?.number ?? null;
      },
      remove: async (kind: CallInput<'removeProfileItem'>['kind'], number: number) => {
        await saveNow();
        take(await ask('removeProfileItem', { kind, number }));
        await load();
      },
      undo: async () => {
        await saveNow();
        take(await ask('undoProfileEdit', {}));
        await load();
        showAfresh();
      },
      settle: async (stale: SettledFigure, decision: 'accept' | 'keep') => {
        if (!(await saveNow())) return false;
        const { place: where, figure, accepted, current } = stale;
        const asked = { place: where, figure, accepted, current, decision };
        const settled = await ask('settleFigure', asked);
        take(settled);
        await load();
        return settled.ok;
      },
    };
  }, [take]);
  useEffect(() => void actions.load(t('job.state')), [actions]);
  useEffect(() => onSaved(() => void actions.reload()), [actions]);
  // Leaving the screen saves at once what was typed last.
  useEffect(() => () => void saveNow(), []);
  // A link or the search led to a tab or a section of the profile.
  const [followed, setFollowed] = useState<object | null>(null);
  if (link.screen === 'profile' && link.within.tab !== undefined && followed !== link) {
    const { tab, section } = link.within;
    setFollowed(link);
    setPlace({ tab: tab as ProfileTab, section: section ?? place.section });
  }
  useEffect(() => {
    lastPlace = place;
  }, [place]);
  const work = useMemo(() => {
    if (draft === null) return null;
    const figures = new Map((state?.figures ?? []).map((figure) => [figure.id, figure]));
    const open = (tab: ProfileTab, section = place.section) => setPlace({ tab, section });
    return { ...actions, ...place, draft, state, figures, canWrite, revision, open };
  }, [actions, draft, state, canWrite, revision, place]);
  if (work === null) return null;
  return <Context value={work}>{children}</Context>;
}
