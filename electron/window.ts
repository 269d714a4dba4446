import { app, BrowserWindow, dialog, Menu, screen } from 'electron';
import { appHost, appScheme } from './page-files.ts';
import { preloadFile } from './places.ts';
import { lockedPreferences } from './security.ts';
import type { SettingsFile } from './settings.ts';

/** Opens the app's one window where it stood last time. It is shown once it has something to show. */
export function openWindow(settings: SettingsFile): BrowserWindow {
  const place = settings.window;
  const window = new BrowserWindow({
    width: 1280,
    height: 860,
    ...(place && isOnScreen(place) ? place : {}),
    minWidth: 960,
    minHeight: 640,
    title: app.getName(),
    show: false,
    webPreferences: {
      ...lockedPreferences,
      preload: preloadFile,
      devTools: !app.isPackaged,
    },
  });
  if (place?.isMaximized) window.maximize();
  const zoomFactor = place?.zoomFactor;
  if (zoomFactor !== undefined) {
    window.webContents.once('did-finish-load', () => window.webContents.setZoomFactor(zoomFactor));
  }
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    settings.rememberWindow({
      ...window.getNormalBounds(),
      isMaximized: window.isMaximized(),
      zoomFactor: window.webContents.getZoomFactor(),
    });
  });
  void window.loadURL(`${appScheme}://${appHost}/index.html`);
  return window;
}

/** Says that the page died and loads it again when the analyst is ready. The engine and the workspace live on. */
export async function offerReload(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The window’s page has stopped.',
    detail: 'The workspace is whole. Load the page again to go on.',
    buttons: ['Load again', 'Quit'],
    cancelId: 1,
  });
  if (response === 0) window.reload();
  else app.quit();
}

/** Our own menu: Electron's has links to the web and, in a release, developer tools. */
export function setMenu(): void {
  const view: Electron.MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
  if (!app.isPackaged) view.push({ type: 'separator' }, { role: 'toggleDevTools' });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: 'File', submenu: [{ role: 'quit' }] },
      { role: 'editMenu' },
      { label: 'View', submenu: view },
    ]),
  );
}

/** True when at least a corner of the title bar can be reached: screens come and go. */
function isOnScreen(place: { x: number; y: number; width: number }): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const left = Math.max(place.x, workArea.x);
    const right = Math.min(place.x + place.width, workArea.x + workArea.width);
    return right - left > 100 && place.y >= workArea.y && place.y < workArea.y + workArea.height;
  });
}
