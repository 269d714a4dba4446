import {
  app,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  type Session,
  type WebContents,
  type WebPreferences,
} from 'electron';
import { isAppAddress } from './page-files.ts';

/** What every page of the app runs with, in tests as in a release. */
export const lockedPreferences: Readonly<WebPreferences> = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  // Off also because Chromium downloads its dictionaries.
  spellcheck: false,
  navigateOnDragDrop: false,
};

/** Schemes that never leave the computer. Everything else is cancelled before it starts. */
const innerSchemes = new Set(['app:', 'data:', 'blob:']);

/** Denies every permission and every request that is not the app's own in `session`. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !staysInside(details.url) });
  });
  session.on('will-download', (event) => event.preventDefault());
}

/** Refuses new windows, embedded pages and every navigation away from the app, for all pages made from now on. */
export function lockContents(): void {
  app.on('web-contents-created', (_event, contents) => lockOne(contents));
}

function lockOne(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (event) => {
    if (!isAppAddress(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isAppAddress(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
}

/** True when a message comes from the top frame of the app's own page in `contents`. */
export function isFromPage(
  event: IpcMainEvent | IpcMainInvokeEvent,
  contents: WebContents,
): boolean {
  const frame = event.senderFrame;
  return (
    frame !== null &&
    event.sender === contents &&
    frame.parent === null &&
    isAppAddress(frame.url) &&
    !frame.url.includes('/report/')
  );
}

function staysInside(address: string): boolean {
  const scheme = address.slice(0, address.indexOf(':') + 1).toLowerCase();
  // The developer tools load themselves; a release cannot open them.
  return innerSchemes.has(scheme) || (scheme === 'devtools:' && !app.isPackaged);
}
