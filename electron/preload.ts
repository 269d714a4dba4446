import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { CallName } from '../src/contract/calls.ts';
import type { ChosenFile } from '../src/contract/messages.ts';
import type { EngineCalls, JobProgress, PageApi } from '../src/contract/page-api.ts';
import { callNames, channels } from './channels.ts';

/** One function a call: the page can ask what the contract lists and nothing else. */
function engineCalls(): EngineCalls {
  const entries = (Object.keys(callNames) as CallName[]).map((name) => [
    name,
    (input: unknown, jobKey?: string) => ipcRenderer.invoke(channels.call, name, input, jobKey),
  ]);
  return Object.fromEntries(entries) as EngineCalls;
}

/** Listens without handing the page Electron's event, which could reach beyond the message. */
function listen(channel: string, listener: (message: unknown) => void): () => void {
  const pass = (_event: unknown, message: unknown): void => listener(message);
  ipcRenderer.on(channel, pass);
  return () => void ipcRenderer.removeListener(channel, pass);
}

/** The path of a file that came from outside the page; empty for one that the page made itself. */
function pathOf(file: unknown): string {
  if (!(file instanceof File)) return '';
  // Before Electron 29 the path is a property of the file.
  return webUtils ? webUtils.getPathForFile(file) : ((file as { path?: string }).path ?? '');
}

const api: PageApi = {
  ...engineCalls(),
  cancel: (jobKey) => ipcRenderer.invoke(channels.cancel, jobKey),
  onProgress: (listener) => listen(channels.progress, (step) => listener(step as JobProgress)),
  onEngineStopped: (listener) => listen(channels.engineStopped, () => listener()),
  restartEngine: () => ipcRenderer.invoke(channels.restartEngine),
  chooseFiles: (kind) => ipcRenderer.invoke(channels.chooseFiles, kind),
  chooseSavePath: (kind, name) => ipcRenderer.invoke(channels.chooseSavePath, kind, name),
  dropFile: (file) => ipcRenderer.invoke(channels.dropFile, pathOf(file)),
  sampleFolder: () => ipcRenderer.invoke(channels.sampleFolder),
  recentWorkspaces: () => ipcRenderer.invoke(channels.recentWorkspaces),
  openedFromCommandLine: () => ipcRenderer.invoke(channels.openedFromCommandLine),
  isOlderThanSeen: () => ipcRenderer.invoke(channels.isOlderThanSeen),
  keyStore: (workspace) => ipcRenderer.invoke(channels.keyStore, workspace),
  keepPassphrase: (workspace, passphrase) =>
    ipcRenderer.invoke(channels.keepPassphrase, workspace, passphrase),
  openKept: (workspace) => ipcRenderer.invoke(channels.openKept, workspace),
  onOpenedFromOutside: (listener) =>
    listen(channels.openedFromOutside, (file) => listener(file as ChosenFile)),
  reportUrl: (jobKey) => ipcRenderer.invoke(channels.reportUrl, jobKey),
  editionUrl: (wanted, jobKey) => ipcRenderer.invoke(channels.editionUrl, wanted, jobKey),
  exportEdition: (wanted, name, jobKey) =>
    ipcRenderer.invoke(channels.exportEdition, wanted, name, jobKey),
  versionUrl: (version, jobKey) => ipcRenderer.invoke(channels.versionUrl, version, jobKey),
  exportProfilePdf: (jobKey) => ipcRenderer.invoke(channels.exportProfilePdf, jobKey),
  exportPage: (product, jobKey) => ipcRenderer.invoke(channels.exportPage, product, jobKey),
  copyFigure: (figure) => ipcRenderer.invoke(channels.copyFigure, figure),
};

contextBridge.exposeInMainWorld('actionTen', api);
