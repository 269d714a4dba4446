import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { CallInput } from '../../src/contract/calls.ts';
import type { ProfileDraft, ProfileState } from '../../src/contract/profile.ts';
import { forgetDone, tellDone } from '../app/done.ts';
import { ask } from '../app/engine-client.ts';
import { NotRead } from '../app/NotRead.tsx';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import type { ProfileTab, ProfileWork, SettledFigure } from './profile-types.ts';
import { onSaved, saveNow } from './saver.ts';

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
  const [isMissing, setMissing] = useState({ draft: false, state: false });
  const [revision, setRevision] = useState(0);
  const [place, setPlace] = useState(lastPlace);
  const canWrite = summary?.access === 'writer';
  const actions = useMemo(() => {
    let latest = 0;
    const loadState = async (label?: string) => {
      const asked = ++latest;
      const stands = take(await ask('readProfileState', {}, label));
      // An answer that was overtaken by a later question tells of an earlier draft.
      if (asked !== latest) return;
      setMissing((before) => ({ ...before, state: stands === null }));
      if (stands !== null) setState(stands);
    };
    const load = async (label?: string) => {
      const read = take(await ask('readProfileDraft', {}));
      setMissing((before) => ({ ...before, draft: read === null }));
      if (read !== null) setDraft(read);
      // Nothing waits for the figures: they may take seconds after new data.
      void loadState(label);
    };
    const showAfresh = () => setRevision((number) => number + 1);
    const takeBack = async () => {
      const undone = take(await ask('undoProfileEdit', {}));
      await load();
      showAfresh();
      if (undone !== null && undone.what !== null) tellDone(t('done.draft', { what: undone.what }));
      return false;
    };
    return {
      load,
      showAfresh,
      reload: () => load(),
      save: async (item: CallInput<'saveProfileItem'>) => {
        forgetDone();
        const kept = take(await ask('saveProfileItem', item));
        await load();
        return kept?.number ?? null;
      },
      remove: async (kind: CallInput<'removeProfileItem'>['kind'], number: number) => {
        await saveNow();
        const removed = await ask('removeProfileItem', { kind, number });
        take(removed);
        await load();
        if (!removed.ok || kind === 'terms' || kind === 'text') return;
        tellDone(t(`done.${kind}`, { number }), takeBack);
      },
      undo: async () => {
        await saveNow();
        await takeBack();
      },
      settle: async (stale: SettledFigure, decision: 'accept' | 'keep') => {
        if (!(await saveNow())) return false;
        forgetDone();
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
  useEffect(
    () =>
      onSaved(() => {
        // The line's undo takes the last change back: that is another one now.
        forgetDone();
        void actions.reload();
      }),
    [actions],
  );
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
  const hasNoFigures = isMissing.state && state === null;
  const work = useMemo(() => {
    if (draft === null) return null;
    const figures = new Map((state?.figures ?? []).map((figure) => [figure.id, figure]));
    const open = (tab: ProfileTab, section = place.section) => setPlace({ tab, section });
    return { ...actions, ...place, draft, state, figures, canWrite, revision, open, hasNoFigures };
  }, [actions, draft, state, canWrite, revision, place, hasNoFigures]);
  if (work === null) {
    const asked = isMissing.draft ? 'missing' : 'reading';
    return <NotRead of={{ state: asked, reload: actions.reload }} p="lg" />;
  }
  return <Context value={work}>{children}</Context>;
}
