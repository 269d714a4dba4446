import type { Page } from 'playwright-core';

/** What a page that is locked down answers, in the window of development as in the packed app. */
export const lockedAnswers = {
  node: [],
  permissions: ['denied', 'denied', 'denied', 'denied'],
  whenAsked: 'denied',
  pickersAndDevices: [],
  inlineScriptRan: false,
  isNonceNewEachTime: true,
  openedWindows: 0,
  isWebView: false,
  address: 'app://ui/index.html',
} as const;

/** Tries the locks of a page from inside it, as a script in it would. */
export async function tryLocks(page: Page): Promise<Record<string, unknown>> {
  const found = await page.evaluate(async () => {
    const names = ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'];
    const asked = ['geolocation', 'notifications', 'camera', 'microphone'] as const;
    const permissions = await Promise.all(
      asked.map(async (name) => (await navigator.permissions.query({ name })).state),
    );
    const pickers = ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker'];
    const devices = ['usb', 'bluetooth', 'serial', 'hid'];

    const script = document.createElement('script');
    script.textContent = 'window.inlineScriptRan = true';
    document.body.append(script);
    script.remove();

    const policies = await Promise.all(
      [1, 2].map(async () => (await fetch('index.html')).headers.get('content-security-policy')),
    );
    const opened = [window.open('https://example.com/'), window.open('app://ui/index.html')];
    for (const how of [{ target: '_blank' }, { target: '_self' }]) {
      const link = document.createElement('a');
      Object.assign(link, { href: 'https://example.com/', ...how });
      document.body.append(link);
      link.click();
      link.remove();
    }
    return {
      node: names.filter((name) => name in window),
      permissions,
      whenAsked: await Notification.requestPermission(),
      pickersAndDevices: [
        ...pickers.filter((name) => name in window),
        ...devices.filter((name) => name in navigator),
      ],
      inlineScriptRan: 'inlineScriptRan' in window,
      policy: policies[0] ?? '',
      isNonceNewEachTime: policies[0] !== policies[1],
      openedWindows: opened.filter((one) => one !== null).length,
      isWebView: 'loadURL' in document.createElement('webview'),
    };
  });
  return { ...found, address: page.url() };
}
