import type { CallInput, CallName, CallOutputs, Progress } from './calls.ts';
import type { ChosenFile } from './messages.ts';
import type { Outcome } from './outcome.ts';
import type { PageProduct } from './page-products.ts';
import type { BuiltProfile, OpenedWorkspace } from './results.ts';

/** What a dialog for choosing files is for: it decides the wording, the file types and how many may be taken. */
export type ChooseFilesKind =
  | 'import'
  | 'workspace'
  | 'boundary'
  | 'rules'
  | 'code-list'
  | 'references'
  | 'edition'
  | 'word-template';
/** What a dialog for a place to save is for. */
export type ChooseSaveKind =
  | 'workspace'
  | 'layer'
  | 'pack'
  | 'backup'
  | 'audit-csv'
  | 'references'
  | 'rejects'
  | 'rules'
  | 'code-list'
  | 'profile-docx'
  | 'brief-pptx'
  | 'tactical-plan-docx'
  | 'partner-actions-docx'
  | 'map-svg'
  | 'map-png';

/** One function a contract call. `jobKey` is the page's own name for the job, to cancel it and to follow it. */
export type EngineCalls = {
  readonly [Name in CallName]: (
    input: CallInput<Name>,
    jobKey?: string,
  ) => Promise<Outcome<CallOutputs[Name]>>;
};

/** How far the job called `jobKey` has come. */
export interface JobProgress {
  readonly jobKey: string;
  readonly progress: Progress;
}

/** A partner or public edition as it is asked for. */
export type EditionWanted = Omit<CallInput<'buildProfile'>, 'release'>;

/** Where the profile can be read as it will print (for an `iframe sandbox=""`), and what is known about it. */
export interface ReportView {
  readonly url: string;
  readonly profile: Omit<BuiltProfile, 'html'>;
}

export interface KeyStoreState {
  readonly isAvailable: boolean;
  readonly isKept: boolean;
}

/** A figure for the clipboard: its table or words as HTML and as text, and its picture; null for a table. */
export interface CopiedFigure {
  readonly html: string;
  readonly text: string;
  readonly png: Uint8Array | null;
  /** For the log: the section, and the kind and number of the figure in it ("Table 3"). */
  readonly which: { readonly section: number; readonly figure: string };
}

/** What a DOM `File` has for certain; this room has no DOM types. */
export interface DroppedFile {
  readonly name: string;
  readonly size: number;
}

/**
 * Everything the page can ask of the shell: `window.actionTen`. File fields of a call hold tokens from
 * `chooseFiles`, `chooseSavePath`, `dropFile`, `sampleFolder` or `recentWorkspaces`, never paths.
 */
export interface PageApi extends EngineCalls {
  /** Asks the engine to stop the job; its call settles with the code `cancelled`. */
  cancel(jobKey: string): Promise<void>;
  /** Calls `listener` for each step of each job that has a key; returns the function that ends it. */
  onProgress(listener: (step: JobProgress) => void): () => void;
  /** Calls `listener` when the engine died; calls under way have settled with `engine-stopped`. */
  onEngineStopped(listener: () => void): () => void;
  /** Starts a new engine; the workspace has to be opened again. */
  restartEngine(): Promise<Outcome<null>>;
  /** Asks the analyst for files; empty when they changed their mind. */
  chooseFiles(kind: ChooseFilesKind): Promise<readonly ChosenFile[]>;
  /** Asks the analyst where to save; null when they changed their mind. */
  chooseSavePath(kind: ChooseSaveKind, suggestedName: string): Promise<ChosenFile | null>;
  /** A token for a file dropped on the window (a DOM `File`); null when it is not a file of this computer. */
  dropFile(file: DroppedFile): Promise<ChosenFile | null>;
  /** A fresh folder of the app's own for the sample force. */
  sampleFolder(): Promise<ChosenFile>;
  /** Workspaces opened or made lately that are still there, the newest first. */
  recentWorkspaces(): Promise<readonly ChosenFile[]>;
  /** The workspace file the app was started with, for example by a double click on it. */
  openedFromCommandLine(): Promise<ChosenFile | null>;
  /** Whether the open workspace lacks the head of the log that this computer saw last: it was rolled back, or cut. */
  isOlderThanSeen(): Promise<boolean>;
  /** Whether this computer can keep the passphrase of a workspace, and does. */
  keyStore(workspace: string): Promise<KeyStoreState>;
  /** Lets the operating system's key store keep the passphrase; null takes it out again. */
  keepPassphrase(workspace: string, passphrase: string | null): Promise<Outcome<null>>;
  /** Opens a workspace with the passphrase that the key store keeps. */
  openKept(workspace: string): Promise<Outcome<OpenedWorkspace>>;
  /**
   * Calls `listener` when the app was started again with a workspace file: the one window is asked to open it. Returns
   * the function that ends it.
   */
  onOpenedFromOutside(listener: (file: ChosenFile) => void): () => void;
  /** Builds the profile as it stands so that it can be read in the window. */
  reportUrl(jobKey?: string): Promise<Outcome<ReportView>>;
  /** Builds a partner or public edition so that it can be read in the window: nothing goes out. */
  editionUrl(wanted: EditionWanted, jobKey?: string): Promise<Outcome<ReportView>>;
  /** Asks where to save, builds the edition, logs the disclosure, prints and saves it. */
  exportEdition(
    wanted: EditionWanted,
    suggestedName: string,
    jobKey?: string,
  ): Promise<Outcome<{ readonly name: string; readonly audit: string | null }>>;
  /** A published version so that it can be read in the window, as it was frozen. */
  versionUrl(version: string, jobKey?: string): Promise<Outcome<{ readonly url: string }>>;
  /** Builds, asks where to save, prints and records the profile; `cancelled` when no place was chosen. */
  exportProfilePdf(jobKey?: string): Promise<Outcome<{ readonly name: string }>>;
  /** The same for another product of the shell: the profile as one HTML file, the brief as PDF. */
  exportPage(product: PageProduct, jobKey?: string): Promise<Outcome<{ readonly name: string }>>;
  /** Puts a figure on the clipboard in place of what was there, and logs which one. */
  copyFigure(figure: CopiedFigure): Promise<Outcome<null>>;
}

declare global {
  interface Window {
    readonly actionTen: PageApi;
  }
}
