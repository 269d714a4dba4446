import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { AnalysisRun } from '../../src/contract/hotspots.ts';
import type { ChosenFile } from '../../src/contract/messages.ts';
import type { Failure, Outcome } from '../../src/contract/outcome.ts';
import type { OpenedWorkspace, WorkspaceSummary } from '../../src/contract/results.ts';
import type { RuleSet } from '../../src/domain/vawg/rule-set.ts';
import { t } from '../words/t.ts';
import { ask } from './engine-client.ts';
import { isPast, onSucceeded } from './failure-told.ts';
import { followProgress, startJobsFrom } from './jobs.ts';
import { useOpenedFiles } from './use-opened-files.ts';
import type { Asked, WorkbenchActions, WorkbenchState } from './workbench-state.ts';

const Context = createContext<WorkbenchState | null>(null);

/** The shared state of the window. */
export function useWorkbench(): WorkbenchState {
  const state = useContext(Context);
  if (state === null) throw new Error('useWorkbench outside Workbench');
  return state;
}

export function Workbench({ children }: { children: ReactNode }) {
  const [summary, setSummary] = useState<WorkspaceSummary | null>(null);
  const [asked, setAsked] = useState<Asked>({ screen: 'home', within: {} });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [engineStopped, setEngineStopped] = useState(false);
  const [run, setRun] = useState<AnalysisRun | null>(null);
  const [draft, setDraft] = useState<readonly RuleSet[]>([]);
  const [locked, setLocked] = useState<ChosenFile | null>(null);
  const [damaged, setDamaged] = useState<ChosenFile | null>(null);
  useEffect(() => followProgress(), []);
  useEffect(() => startJobsFrom(asked.screen), [asked]);
  useEffect(
    () =>
      onSucceeded((call) =>
        setFailure((told) => (told !== null && isPast(told, call) ? null : told)),
      ),
    [],
  );
  useEffect(() => window.actionTen.onEngineStopped(() => setEngineStopped(true)), []);
  // The same functions for as long as the window is open, so that what was loaded with them is not loaded again.
  const actions = useMemo<WorkbenchActions>(() => {
    const take = <Value,>(outcome: Outcome<Value>): Value | null => {
      if (outcome.ok) return outcome.value;
      if (outcome.code !== 'cancelled') setFailure(outcome);
      return null;
    };
    const open = async (file: ChosenFile, passphrase: string | null = null) => {
      const path = file.token;
      const outcome = await ask('openWorkspace', { path, passphrase }, t('open.opening'));
      return settle(file, outcome, passphrase !== null);
    };
    const settle = (file: ChosenFile, outcome: Outcome<OpenedWorkspace>, isTried: boolean) => {
      // A locked file is no failure until a passphrase was given for it and was wrong.
      const isLocked = !outcome.ok && outcome.code === 'wrong-passphrase';
      setLocked(isLocked ? file : null);
      setDamaged(!outcome.ok && outcome.code === 'corrupt' ? file : null);
      if (isLocked && !isTried) return false;
      const opened = take(outcome);
      if (opened === null) return false;
      setFailure(null);
      setSummary(opened.summary);
      setDraft([]);
      return true;
    };
    return {
      open,
      openKept: async (file) => settle(file, await window.actionTen.openKept(file.token), true),
      unlockLater: () => setLocked(null),
      show: (screen, within = {}) => setAsked({ screen, within }),
      opened: (next) => {
        setSummary(next);
        setDraft([]);
      },
      take,
      dismiss: () => setFailure(null),
      ran: setRun,
      drafted: setDraft,
      refresh: async () => {
        const current = take(await ask('workspaceSummary', {}));
        if (current !== null) setSummary(current);
      },
      restart: async () => {
        const restarted = await window.actionTen.restartEngine();
        take(restarted);
        if (!restarted.ok) return;
        setEngineStopped(false);
        setFailure(null);
        setSummary(null);
        setDraft([]);
        setAsked({ screen: 'home', within: {} });
      },
    };
  }, []);
  const [offered, stay] = useOpenedFiles(actions.open, summary !== null);
  const state = useMemo<WorkbenchState>(
    () => ({
      ...actions,
      summary,
      screen: asked.screen,
      asked,
      failure,
      damaged: failure?.code === 'corrupt' ? damaged : null,
      engineStopped,
      run,
      draft,
      locked,
      offered,
      stay,
    }),
    [actions, summary, asked, failure, damaged, engineStopped, run, draft, locked, offered, stay],
  );
  return <Context value={state}>{children}</Context>;
}
