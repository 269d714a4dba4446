import { writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { app, type BrowserWindow, safeStorage, session } from 'electron';
import { declareAppScheme, serveApp } from './app-protocol.ts';
import { channels } from './channels.ts';
import { runCommand } from './command.ts';
import { EngineHost } from './engine-host.ts';
import { launchEngine } from './engine-launch.ts';
import { EventLog } from './event-log.ts';
import { KeyStore } from './key-store.ts';
import { answerPage, send } from './page-calls.ts';
import { pageFolder } from './places.ts';
import { runPrintJob } from './print-job.ts';
import { ReportStore } from './report-store.ts';
import { closeNetwork, lockContents, lockSession } from './security.ts';
import { SeenHeads } from './seen-heads.ts';
import { SettingsFile } from './settings.ts';
import { readStart } from './start.ts';
import { offerReload, openWindow, setMenu } from './window.ts';

const noteMilliseconds = 2_000;

declareAppScheme();
// As root Chromium's sandbox cannot work, and asking for it then keeps its network service from starting.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// Fields for dates show day before month, whatever the computer is set to.
app.commandLine.appendSwitch('lang', 'en-GB');
closeNetwork();
app.on('session-created', lockSession);
lockContents();

const start = readStart(process.argv, app.isPackaged);
if (start.kind !== 'window') process.on('uncaughtException', endAtOnce);
if (start.kind === 'print') void runPrintJob(start.jobFile);
else if (start.kind === 'command') void runCommand(start.words);
else if (app.requestSingleInstanceLock()) void app.whenReady().then(() => run(start.workspace));
else app.quit();

/** Opens the window with its engine, and lets the program end only when the engine has closed the workspace. */
function run(workspace: string | null): void {
  const userData = app.getPath('userData');
  const log = new EventLog(join(userData, 'logs'));
  const settings = new SettingsFile(userData);
  const reports = new ReportStore();
  log.write('app-started');
  setMenu();

  const engine = new EngineHost(launchEngine, () => {
    log.write('engine-stopped');
    send(window, channels.engineStopped);
  });
  engine.start();
  serveApp(session.defaultSession, pageFolder, reports, (z, x, y) =>
    engine.call('baseMapTile', { z, x, y }),
  );
  const window = openWindow(settings);
  const keyStore = new KeyStore(userData, safeStorage);
  const heads = new SeenHeads(engine, settings);
  const shell = { window, engine, reports, settings, keyStore, heads, log };
  const offer = answerPage({ ...shell, openedWith: workspace });
  window.webContents.on('render-process-gone', (_event, details) => {
    log.write('page-gone', { exitCode: details.exitCode });
    if (details.reason !== 'clean-exit' && !window.isDestroyed()) void offerReload(window);
  });

  // One window holds one workspace: a second start brings it forward and, where it names a file, asks to open that.
  app.on('second-instance', (_event, argv, folder) => {
    bringForward(window);
    const again = readStart(argv, app.isPackaged);
    if (again.kind === 'window' && again.workspace !== null) {
      offer(resolve(folder, again.workspace));
    }
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    // An engine in the middle of long work is not waited for: the head that was noted before is as good an anchor.
    void Promise.race([heads.note(), pause(noteMilliseconds)])
      .then(() => engine.stop())
      .then(() => {
        log.write('app-stopped');
        app.exit(0);
      });
  });
}

/** A program that nobody looks at ends on a fault: Electron's dialog would keep it for ever. */
function endAtOnce(): void {
  writeSync(2, 'Something went wrong inside Action Ten.\n');
  app.exit(1);
}

function bringForward(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
