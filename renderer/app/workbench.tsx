import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { AnalysisRun } from '../../src/contract/hotspots.ts';
import type { ChosenFile } from '../../src/contract/messages.ts';
import type { Failure, Outcome } from '../../src/contract/outcome.ts';
import type { OpenedWorkspace, WorkspaceSummary } from '../../src/contract/results.ts';
import type { RuleSet } from '../../src/domain/vawg/rule-set.ts';
import { ask, followProgress } from './engine-client.ts';

export type ScreenName = 'home' | 'data' | 'rules' | 'map' | 'profile' | 'sharing';

/** What every screen shares: the open workspace, the screen shown, the failure to tell, the run on the map. */
interface WorkbenchState {
  readonly summary: WorkspaceSummary | null;
  readonly screen: ScreenName;
  readonly failure: Failure | null;
  readonly engineStopped: boolean;
  readonly run: AnalysisRun | null;
  /** States of a draft of the rules, the latest last; empty without a draft. It outlives a look at another screen. */
  readonly draft: readonly RuleSet[];
  readonly show: (screen: ScreenName) => void;
  readonly opened: (summary: WorkspaceSummary | null) => void;
  /** Opens a workspace; one that is locked is asked for its passphrase (`locked`). True when it is open. */
  readonly open: (file: ChosenFile, passphrase?: string) => Promise<boolean>;
  /** The same with the passphrase that the operating system's key store keeps. */
  readonly openKept: (file: ChosenFile) => Promise<boolean>;
  /** The workspace that waits for its passphrase; null when none does. */
  readonly locked: ChosenFile | null;
  readonly unlockLater: () => void;
  readonly refresh: () => Promise<void>;
  /** The value of an outcome; null after telling the analyst about the failure. */
  readonly take: <Value>(outcome: Outcome<Value>) => Value | null;
  readonly dismiss: () => void;
  readonly ran: (run: AnalysisRun | null) => void;
  readonly drafted: (draft: readonly RuleSet[]) => void;
  readonly restart: () => Promise<void>;
}

const Context = createContext<WorkbenchState | null>(null);

/** The shared state of the window. */
export function useWorkbench(): WorkbenchState {
  const state = useContext(Context);
  if (state === null) throw new Error('useWorkbench outside Workbench');
  return state;
}

export function Workbench({ children }: { children: ReactNode }) {
  const [summary, setSummary] = useState<WorkspaceSummary | null>(null);
  const [screen, setScreen] = useState<ScreenName>('home');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [engineStopped, setEngineStopped] = useState(false);
  const [run, setRun] = useState<AnalysisRun | null>(null);
  const [draft, setDraft] = useState<readonly RuleSet[]>([]);
  const [locked, setLocked] = useState<ChosenFile | null>(null);
  useEffect(() => followProgress(), []);
  useEffect(() => window.actionTen.onEngineStopped(() => setEngineStopped(true)), []);
  const state = useMemo<WorkbenchState>(() => {
    const take = <Value,>(outcome: Outcome<Value>): Value | null => {
      if (outcome.ok) return outcome.value;
      if (outcome.code !== 'cancelled') setFailure(outcome);
      return null;
    };
    const open = async (file: ChosenFile, passphrase: string | null = null) => {
      const path = file.token;
      const outcome = await ask('openWorkspace', { path, passphrase }, 'Opening the workspace');
      return settle(file, outcome, passphrase !== null);
    };
    const settle = (file: ChosenFile, outcome: Outcome<OpenedWorkspace>, isTried: boolean) => {
      // A locked file is no failure until a passphrase was given for it and was wrong.
      const isLocked = !outcome.ok && outcome.code === 'wrong-passphrase';
      setLocked(isLocked ? file : null);
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
      locked,
      unlockLater: () => setLocked(null),
      summary,
      screen,
      failure,
      engineStopped,
      run,
      draft,
      show: setScreen,
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
        setScreen('home');
      },
    };
  }, [summary, screen, failure, engineStopped, run, draft, locked]);
  useOpenNamed(state.open);
  return <Context value={state}>{children}</Context>;
}

/** A workspace named when the app was started opens once, not again after it was closed. */
function useOpenNamed(open: WorkbenchState['open']): void {
  useEffect(() => {
    void window.actionTen
      .openedFromCommandLine()
      .then((file) => (file === null ? null : open(file)));
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the window opens
  }, []);
}
