import { beforeEach, expect, it, vi } from 'vitest';
import { failure, type Outcome, success } from '../../../src/contract/outcome.ts';
import type { RichText } from '../../../src/domain/profile/rich-text.ts';

interface Sent {
  readonly kind: string;
  readonly number: number;
  readonly content: { readonly text: RichText };
}

const sent: Sent[] = [];
let answer: (item: Sent) => Promise<Outcome<{ number: number }>>;

Object.assign(globalThis, {
  window: {
    addEventListener: () => undefined,
    setTimeout: (work: () => void, milliseconds: number) => setTimeout(work, milliseconds),
    clearTimeout: (timer: Parameters<typeof clearTimeout>[0]) => clearTimeout(timer),
    actionTen: {
      saveProfileItem: (item: Sent) => {
        sent.push(item);
        return answer(item);
      },
    },
  },
});
const { saveInto, saveNow, saveSoon, unsavedContent, onSaved } = await import(
  '../../../renderer/profile/saver.ts'
);

const words = (text: string): RichText => [
  { type: 'paragraph', standing: null, content: [{ type: 'text', text }] },
];
const type = (section: number, text: string): void =>
  saveSoon('text', section, () => ({
    kind: 'text',
    number: section,
    content: { text: words(text) },
  }));
const lost = failure('engine-stopped', 'The engine has stopped.', 'Restart it.');

beforeEach(async () => {
  answer = ({ number }) => Promise.resolve(success({ number }));
  saveInto('/a');
  await saveNow();
  sent.length = 0;
});

it('saves after a pause, the last state of each item once', async () => {
  vi.useFakeTimers();
  type(7, 'one');
  type(7, 'one two');
  type(8, 'other');
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(2_000);
  vi.useRealTimers();
  expect(sent.map(({ number, content }) => [number, content.text])).toEqual([
    [7, words('one two')],
    [8, words('other')],
  ]);
  expect(unsavedContent('text', 7)).toBeUndefined();
});

it('keeps words that the engine could not take, and saves them when the workspace is open again', async () => {
  answer = () => Promise.resolve(lost);
  type(7, 'typed in vain');
  expect(await saveNow()).toBe(false);
  saveInto(null);
  expect(unsavedContent('text', 7)).toBeUndefined();
  answer = ({ number }) => Promise.resolve(success({ number }));
  saveInto('/a');
  expect(unsavedContent('text', 7)).toEqual({ text: words('typed in vain') });
  expect(await saveNow()).toBe(true);
  expect(sent.at(-1)?.content.text).toEqual(words('typed in vain'));
});

it('never puts words of one workspace into another', async () => {
  answer = () => Promise.resolve(lost);
  type(7, 'of the first');
  await saveNow();
  sent.length = 0;
  saveInto('/b');
  type(8, 'of the second');
  await saveNow();
  expect(sent.map(({ number }) => number)).toEqual([8]);
});

it('keeps what is typed while a save is on its way', async () => {
  let release = (): void => undefined;
  answer = ({ number }) =>
    new Promise((resolve) => {
      release = () => resolve(success({ number }));
    });
  type(7, 'first');
  const saving = saveNow();
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  type(7, 'first and second');
  release();
  expect(await saving).toBe(false);
  expect(unsavedContent('text', 7)).toEqual({ text: words('first and second') });
  answer = ({ number }) => Promise.resolve(success({ number }));
  expect(await saveNow()).toBe(true);
  expect(sent.at(-1)?.content.text).toEqual(words('first and second'));
});

it('lets go of an item that was removed, and tells only what was saved', async () => {
  let told = 0;
  const stop = onSaved(() => {
    told += 1;
  });
  answer = () => Promise.resolve(failure('not-found', 'It is gone.', 'Load again.'));
  type(7, 'of an item that is gone');
  expect(await saveNow()).toBe(true);
  expect(told).toBe(0);
  answer = ({ number }) => Promise.resolve(success({ number }));
  type(7, 'there');
  await saveNow();
  expect(told).toBe(1);
  stop();
});
