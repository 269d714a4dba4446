import { expect, test } from 'vitest';
import { SeenHeads } from '../../electron/seen-heads.ts';

/** A log of heads, and settings that remember; the part of the engine that is asked. */
function set(log: string[]) {
  const kept = new Map<string, string>();
  const settings = {
    headOf: (path: string) => kept.get(path) ?? null,
    rememberHead: (path: string, head: string) => void kept.set(path, head),
  };
  const engine = {
    call: async (_name: string, { anchor = null }: { anchor?: string | null }) => ({
      ok: true,
      value: { head: log.at(-1) ?? '', anchored: anchor === null ? null : log.includes(anchor) },
    }),
  } as unknown as ConstructorParameters<typeof SeenHeads>[0];
  return { kept, heads: new SeenHeads(engine, settings) };
}

test('a log that went on is no older, one that was cut or rolled back is', async () => {
  const log = ['a', 'b'];
  const { heads, kept } = set(log);
  await heads.follow('openWorkspace', '/w');
  expect(heads.isOlder).toBe(false);
  log.push('c');
  await heads.note();
  expect(kept.get('/w')).toBe('c');
  log.push('d');
  await heads.follow('openWorkspace', '/w');
  expect(heads.isOlder).toBe(false);
  log.splice(2);
  await heads.follow('openWorkspace', '/w');
  expect(heads.isOlder).toBe(true);
});

test('a workspace that was just made is held against nothing, even at the place of another', async () => {
  const { heads, kept } = set(['new']);
  kept.set('/w', 'of another');
  await heads.follow('createWorkspace', '/w');
  expect(heads.isOlder).toBe(false);
  expect(kept.get('/w')).toBe('new');
});
