import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { expect, it, vi } from 'vitest';
import { isFromPage } from '../../electron/security.ts';

// The rule rests on nothing of Electron, which cannot be loaded outside it.
vi.mock('electron', () => ({ app: {} }));

const page = { id: 1 } as unknown as WebContents;

function message(frame: object | null, sender = page): IpcMainInvokeEvent {
  return { sender, senderFrame: frame } as unknown as IpcMainInvokeEvent;
}

it('a message is answered only from the top frame of the app’s own page in its window', () => {
  const top = { parent: null, url: 'app://ui/index.html' };
  const other = { id: 2 } as unknown as WebContents;
  expect(isFromPage(message(top), page)).toBe(true);
  const refused = {
    'a frame that is gone': message(null),
    'another window': message(top, other),
    'a frame inside the page': message({ ...top, parent: top }),
    'a report': message({ parent: null, url: 'app://ui/report/1' }),
    'another host': message({ parent: null, url: 'app://other/index.html' }),
    'the web': message({ parent: null, url: 'https://ui/index.html' }),
    'a file': message({ parent: null, url: 'file:///ui/index.html' }),
  };
  const answered = Object.entries(refused).filter(([, event]) => isFromPage(event, page));
  expect(answered.map(([name]) => name)).toEqual([]);
});
