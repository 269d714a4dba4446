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
  // Pickers that would give the page a file itself: ours give it a token. No USB, serial port or key pad either.
  disableBlinkFeatures: 'FileSystemAccessLocal,FileSystemAccess,WebUSB,WebBluetooth,Serial,WebHID',
};

/** Schemes that never leave the computer. Everything else is cancelled before it starts. */
const innerSchemes = new Set(['app:', 'data:', 'blob:']);

/**
 * Keeps Chromium itself from the network: no name is ever looked up (a look-up alone can carry words out), and what
 * is sent without a name, such as WebRTC, meets a proxy that is not there. To be called before the app is ready.
 */
export function closeNetwork(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('proxy-server', noProxy);
  app.commandLine.appendSwitch('proxy-bypass-list', '<-loopback>');
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', webRtcPolicy);
}

/** Port 0 of this computer: nothing can listen there. */
const noProxy = 'socks5://127.0.0.1:0';
/** No direct UDP, and what goes by TCP goes to the proxy. */
const webRtcPolicy = 'disable_non_proxied_udp';

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
  contents.setWebRTCIPHandlingPolicy(webRtcPolicy);
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
