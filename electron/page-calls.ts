import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, type BrowserWindow, ipcMain } from 'electron';
import { type CallInput, type CallName, calls } from '../src/contract/calls.ts';
import type { ChosenFile } from '../src/contract/messages.ts';
import { failure, type Outcome, success } from '../src/contract/outcome.ts';
import { channels } from './channels.ts';
import { copyFigure } from './copy-figure.ts';
import { askForFiles, askWhereToSave } from './dialogs.ts';
import type { EngineHost, Job } from './engine-host.ts';
import type { EventLog } from './event-log.ts';
import { exportEdition } from './export-edition.ts';
import { exportPage, isPageProduct, showProfile, showVersion } from './export-profile.ts';
import { FileTokens } from './file-tokens.ts';
import type { KeyStore } from './key-store.ts';
import { openKept } from './open-kept.ts';
import type { ReportStore } from './report-store.ts';
import { isFromPage } from './security.ts';
import type { SeenHeads } from './seen-heads.ts';
import type { SettingsFile } from './settings.ts';

/** The parts of the shell that answer the page. */
interface Shell {
  readonly window: BrowserWindow;
  readonly engine: EngineHost;
  readonly reports: ReportStore;
  readonly settings: SettingsFile;
  readonly keyStore: KeyStore;
  readonly heads: SeenHeads;
  readonly log: EventLog;
  /** The workspace the app was started with. */
  readonly openedWith: string | null;
}

/**
 * Answers everything the preload can ask, from the app's own page only. Gives the function that offers the page a
 * workspace somebody opened from outside.
 */
export function answerPage(shell: Shell): (path: string) => void {
  const { window, engine, reports, settings, keyStore, heads, log } = shell;
  const tokens = new FileTokens();

  /** `answer` gets what the page sent as it came: unknown until looked at. */
  const handle = (channel: string, answer: (...given: unknown[]) => unknown): void => {
    ipcMain.handle(channel, (event, ...given) => {
      if (isFromPage(event, window.webContents)) return answer(...given);
      log.write('message-refused');
      throw new Error('refused');
    });
  };
  const jobOf = (jobKey: unknown): Job | undefined =>
    typeof jobKey === 'string'
      ? {
          key: jobKey,
          onProgress: (progress) => send(window, channels.progress, { jobKey, progress }),
        }
      : undefined;
  const noted = <Value>(outcome: Outcome<Value>): Outcome<Value> => {
    if (!outcome.ok) log.write('export-failed', { code: outcome.code });
    return outcome;
  };

  handle(channels.call, async (name, input, jobKey) => {
    if (!isCallName(name)) {
      return failure('bad-request', 'There is no such call.', 'Report this as a fault.');
    }
    const swapped = tokens.swap(name, input);
    if (!swapped.ok) return swapped;
    if (name === 'closeWorkspace') await heads.note();
    const outcome = await engine.call(name, swapped.value, jobOf(jobKey));
    if (outcome.ok) await heads.follow(name, rememberWorkspace(settings, name, outcome.value));
    else log.write('call-failed', { call: name, code: outcome.code });
    return outcome;
  });
  handle(channels.cancel, (jobKey) => engine.cancel(String(jobKey)));
  handle(channels.restartEngine, () => {
    engine.start();
    log.write('engine-restarted');
    return success(null);
  });
  handle(channels.chooseFiles, async (kind) =>
    (await askForFiles(window, String(kind))).map((path) => tokens.give(path, 'read')),
  );
  handle(channels.chooseSavePath, async (kind, suggestedName) => {
    const path = await askWhereToSave(window, String(kind), String(suggestedName));
    return path === null ? null : tokens.give(path, 'write');
  });
  handle(channels.dropFile, (path) => existing(tokens, path));
  handle(channels.isOlderThanSeen, () => heads.isOlder);
  handle(channels.keyStore, (workspace) => {
    const path = tokens.pathOf(workspace);
    return { isAvailable: keyStore.isAvailable, isKept: path !== null && keyStore.has(path) };
  });
  handle(channels.keepPassphrase, (workspace, passphrase) => {
    const path = tokens.pathOf(workspace);
    if (path === null) return notChosen();
    return typeof passphrase === 'string' ? keyStore.keep(path, passphrase) : keyStore.forget(path);
  });
  handle(channels.openKept, async (workspace) => {
    const path = tokens.pathOf(workspace);
    if (path === null) return notChosen();
    const outcome = await openKept(engine, keyStore, path);
    if (outcome.ok) {
      const opened = rememberWorkspace(settings, 'openWorkspace', outcome.value);
      await heads.follow('openWorkspace', opened);
    }
    return outcome;
  });
  handle(channels.openedFromCommandLine, () =>
    existing(tokens, shell.openedWith === null ? null : resolve(shell.openedWith)),
  );
  handle(channels.sampleFolder, () =>
    tokens.give(freshSampleFolder(app.getPath('userData')), 'write'),
  );
  handle(channels.recentWorkspaces, () =>
    settings.recent.filter((path) => existsSync(path)).map((path) => tokens.give(path, 'read')),
  );
  handle(channels.reportUrl, async (jobKey) =>
    noted(await showProfile(engine, reports, jobOf(jobKey))),
  );
  handle(channels.editionUrl, async (wanted, jobKey) =>
    noted(await showProfile(engine, reports, jobOf(jobKey), wanted)),
  );
  handle(channels.exportEdition, async (wanted, name, jobKey) =>
    noted(await exportEdition(engine, window, wanted, String(name), jobOf(jobKey))),
  );
  handle(channels.versionUrl, async (version, jobKey) =>
    noted(await showVersion(engine, reports, String(version), jobOf(jobKey))),
  );
  handle(channels.exportProfilePdf, async (jobKey) =>
    noted(await exportPage(engine, window, 'profile-pdf', jobOf(jobKey))),
  );
  handle(channels.copyFigure, async (figure) =>
    noted(
      await copyFigure(figure, (which) =>
        // Unknown until the engine has looked at it, as every input is.
        engine.call('recordFigureCopied', which as CallInput<'recordFigureCopied'>),
      ),
    ),
  );
  handle(channels.exportPage, async (product, jobKey) =>
    isPageProduct(product)
      ? noted(await exportPage(engine, window, product, jobOf(jobKey)))
      : failure('bad-request', 'There is no such product.', 'Report this as a fault.'),
  );
  return (path) => {
    const file = existing(tokens, path);
    if (file !== null) send(window, channels.openedFromOutside, file);
  };
}

/** Tells the page, if it is still there. */
export function send(window: BrowserWindow, channel: string, message?: unknown): void {
  if (!window.isDestroyed()) window.webContents.send(channel, message);
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name);
}

function notChosen(): Outcome<never> {
  return failure(
    'not-permitted',
    'The request names a file that was not chosen in a dialog.',
    'Choose the file again.',
  );
}

/** A token for a path that is there; null for anything else. */
function existing(tokens: FileTokens, path: unknown): ChosenFile | null {
  return typeof path === 'string' && path !== '' && existsSync(path)
    ? tokens.give(path, 'read')
    : null;
}

/** Remembers a workspace that was opened or made, and gives its path. */
function rememberWorkspace(settings: SettingsFile, name: CallName, value: unknown): string | null {
  if (name !== 'createWorkspace' && name !== 'openWorkspace' && name !== 'buildSample') return null;
  const { path, summary } = value as { path?: string; summary?: { path: string } };
  const opened = path ?? summary?.path;
  if (opened !== undefined) settings.rememberWorkspace(opened);
  return opened ?? null;
}

/** A folder that does not exist yet: an earlier sample may hold somebody's work, so none is ever replaced. */
function freshSampleFolder(userData: string): string {
  for (let number = 1; ; number += 1) {
    const folder = join(userData, number === 1 ? 'sample' : `sample-${number}`);
    if (!existsSync(folder)) return folder;
  }
}
