import type { AnalysisRun } from '../../src/contract/hotspots.ts';
import type { ChosenFile } from '../../src/contract/messages.ts';
import type { Failure, Outcome } from '../../src/contract/outcome.ts';
import type { WorkspaceSummary } from '../../src/contract/results.ts';
import type { RuleSet } from '../../src/domain/vawg/rule-set.ts';
import type { ScreenName } from './rooms.ts';

/** Where in a screen a link leads. */
export interface Within {
  readonly tab?: string;
  /** Section of the profile. */
  readonly section?: number;
  /** Words to search records by. */
  readonly words?: string;
}

/** The screen asked for last, and where in it; another object each time, so that asking again leads there again. */
export interface Asked {
  readonly screen: ScreenName;
  readonly within: Within;
}

/** What can be done from every screen. */
export interface WorkbenchActions {
  readonly show: (screen: ScreenName, within?: Within) => void;
  readonly opened: (summary: WorkspaceSummary | null) => void;
  /** Opens a workspace; one that is locked is asked for its passphrase (`locked`). True when it is open. */
  readonly open: (file: ChosenFile, passphrase?: string) => Promise<boolean>;
  /** The same with the passphrase that the operating system's key store keeps. */
  readonly openKept: (file: ChosenFile) => Promise<boolean>;
  readonly unlockLater: () => void;
  readonly refresh: () => Promise<void>;
  /** The value of an outcome; null after telling the analyst about the failure. */
  readonly take: <Value>(outcome: Outcome<Value>) => Value | null;
  readonly dismiss: () => void;
  readonly ran: (run: AnalysisRun | null) => void;
  readonly drafted: (draft: readonly RuleSet[]) => void;
  readonly restart: () => Promise<void>;
}

/** What every screen shares: the open workspace, the screen shown, the failure to tell, the run on the map. */
export interface WorkbenchState extends WorkbenchActions {
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
  /** The workspace that waits for its passphrase; null when none does. */
  readonly locked: ChosenFile | null;
  /** A workspace opened from outside while another is open; null when there is none or the analyst decided. */
  readonly offered: ChosenFile | null;
  readonly stay: () => void;
}
