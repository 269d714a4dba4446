import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { AnalysisRun } from '../../src/contract/hotspots.ts';
import type { ChosenFile } from '../../src/contract/messages.ts';
import type { Failure, Outcome } from '../../src/contract/outcome.ts';
import type { OpenedWorkspace, WorkspaceSummary } from '../../src/contract/results.ts';
import type { RuleSet } from '../../src/domain/vawg/rule-set.ts';
import { t } from '../words/t.ts';
import { ask } from './engine-client.ts';
import { followProgress, startJobsFrom } from './jobs.ts';
import type { ScreenName } from './rooms.ts';
import { useOpenedFiles } from './use-opened-files.ts';

/** Where in a screen a link leads. */
export interface Within {
  readonly tab?: string;
  /** Section of the profile. */
  readonly section?: number;
  /** Words to search records by. */
  readonly words?: string;
}

/** The screen asked for last, and where in it; another object each time, so that asking again leads there again. */
interface Asked {
  readonly screen: ScreenName;
  readonly within: Within;
}

/** What every screen shares: the open workspace, the screen shown, the failure to tell, the run on the map. */
interface WorkbenchState {
  readonly summary: WorkspaceSummary | null;
  readonly screen: ScreenName;
  readonly failure: Failure | null;
  /** The workspace that did not open because it is damaged, while that is told; null otherwise. */
  readonly damaged: ChosenFile | null;
  readonly engineStopped: boolean;
  readonly run: AnalysisRun | null;
  /** States of a draft of the rules, the latest last; empty without a draft. It outlives a look at another screen. */
  readonly draft: readonly RuleSet[];
  readonly asked: Asked;
  readonly show: (screen: ScreenName, within?: Within) => void;
  readonly opened: (summary: WorkspaceSummary | null) => void;
  /** Opens a workspace; one that is locked is asked for its passphrase (`locked`). True when it is open. */
  readonly open: (file: ChosenFile, passphrase?: string) => Promise<boolean>;
  /** The same with the passphrase that the operating system's key store keeps. */
  readonly openKept: (file: ChosenFile) => Promise<boolean>;
  /** The workspace that waits for its passphrase; null when none does. */
  readonly locked: ChosenFile | null;
  readonly unlockLater: () => void;
  /** A workspace opened from outside while another is open; null when there is none or the analyst decided. */
  readonly offered: ChosenFile | null;
  readonly stay: () => void;
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
  const [asked, setAsked] = useState<Asked>({ screen: 'home', within: {} });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [engineStopped, setEngineStopped] = useState(false);
  const [run, setRun] = useState<AnalysisRun | null>(null);
  const [draft, setDraft] = useState<readonly RuleSet[]>([]);
  const [locked, setLocked] = useState<ChosenFile | null>(null);
  const [damaged, setDamaged] = useState<ChosenFile | null>(null);
  useEffect(() => followProgress(), []);
  useEffect(() => startJobsFrom(asked.screen), [asked]);
  useEffect(() => window.actionTen.onEngineStopped(() => setEngineStopped(true)), []);
  const state = useMemo<Omit<WorkbenchState, 'offered' | 'stay'>>(() => {
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
      locked,
      unlockLater: () => setLocked(null),
      summary,
      screen: asked.screen,
      asked,
      failure,
      damaged: failure?.code === 'corrupt' ? damaged : null,
      engineStopped,
      run,
      draft,
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
  }, [summary, asked, failure, damaged, engineStopped, run, draft, locked]);
  const [offered, stay] = useOpenedFiles(state.open, summary !== null);
  return <Context value={{ ...state, offered, stay }}>{children}</Context>;
}
