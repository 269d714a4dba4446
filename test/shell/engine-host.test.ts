import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { EngineHost } from '../../electron/engine-host.ts';
import { forkEngine } from '../../electron/engine-process.ts';
import type { Progress } from '../../src/contract/calls.ts';

const fakeEngine = fileURLToPath(new URL('./fake-engine.mjs', import.meta.url));
const hosts: EngineHost[] = [];

afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.stop()));
});

function startHost(entry = fakeEngine) {
  let tellDeath = (): void => undefined;
  const death = new Promise<void>((resolve) => {
    tellDeath = resolve;
  });
  let deaths = 0;
  const host = new EngineHost(
    () => forkEngine(process.execPath, entry),
    () => {
      deaths += 1;
      tellDeath();
    },
    { stopMilliseconds: 500 },
  );
  hosts.push(host);
  host.start();
  return { host, death, deaths: () => deaths };
}

test('a call comes back with what the engine answered; numbers stay typed arrays', async () => {
  const { host } = startHost();
  const value = new Float64Array([1.5, Number.NaN, -0]);
  const outcome = await host.call('mapGround', { does: 'echo', value });
  expect(outcome).toEqual({ ok: true, value });
});

test('progress reaches the one who asked, in order and before the result', async () => {
  const { host } = startHost();
  const steps: Progress[] = [];
  const job = { key: 'count', onProgress: (step: Progress) => void steps.push(step) };
  await host.call('classify', { does: 'count' }, job);
  expect(steps.map((step) => step.done)).toEqual([1, 2, 3]);
});

test('cancel ends the calls of its key and no other', async () => {
  const { host } = startHost();
  const job = (key: string) => ({ key, onProgress: () => undefined });
  const first = host.call('classify', { does: 'wait' }, job('first'));
  const second = host.call('classify', { does: 'wait' }, job('second'));
  host.cancel('second');
  expect(await second).toMatchObject({ ok: false, code: 'cancelled' });
  const other = await host.call('classify', { does: 'echo', value: null });
  expect(other.ok).toBe(true);
  host.cancel('first');
  expect(await first).toMatchObject({ ok: false, code: 'cancelled' });
});

test.each(['die', 'crash'])(
  'an engine that ends by itself (%s) settles every call',
  async (does) => {
    const { host, death, deaths } = startHost();
    const waiting = host.call('classify', { does: 'wait' });
    const outcome = await host.call('classify', { does });
    expect(outcome).toMatchObject({ ok: false, code: 'engine-stopped' });
    expect(await waiting).toMatchObject({ ok: false, code: 'engine-stopped' });
    await death;
    expect(deaths()).toBe(1);
    expect(await host.call('classify', { does: 'echo' })).toMatchObject({ code: 'engine-stopped' });
  },
);

test('a new engine can be started after a death', async () => {
  const { host, death } = startHost();
  await host.call('classify', { does: 'die' });
  await death;
  host.start();
  expect(await host.call('classify', { does: 'echo', value: null })).toMatchObject({ ok: true });
});

test('an engine that cannot be started is reported like one that died', async () => {
  const { host, death } = startHost('/nowhere/engine.cjs');
  const outcome = await host.call('classify', { does: 'echo' });
  expect(outcome).toMatchObject({ ok: false, code: 'engine-stopped' });
  await death;
});

test('stopping is no death, and an engine that holds on is ended by force', async () => {
  const { host, deaths } = startHost();
  const hanging = host.call('classify', { does: 'hang' });
  await host.stop();
  expect(await hanging).toMatchObject({ ok: false, code: 'engine-stopped' });
  expect(deaths()).toBe(0);
});
