import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callNames } from '../../electron/channels.ts';
import { answerOpenDialogs, type LaunchedApp, launchApp } from './support/launch.ts';
import { type Listener, listen } from './support/listener.ts';
import { type TakenOver, takeOver } from './support/take-over.ts';

describe('a page that an intruder’s script has taken over', () => {
  let shell: LaunchedApp;
  let listener: Listener;
  let folder: string;
  let found: TakenOver;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'action-ten-taken-over-'));
    shell = await launchApp();
    listener = await listen();
    await shell.page.getByRole('heading', { level: 1 }).waitFor();
    found = await takeOver(shell.page, listener);
  });
  afterAll(async () => {
    await shell.close();
    await listener.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('reads and writes no file that was not chosen in a dialog', () => {
    expect(found.tookPaths).toEqual([]);
  });

  it('does not write to a file that was chosen to be read', async () => {
    const file = join(folder, 'evidence.csv');
    writeFileSync(file, 'a,b\n1,2\n');
    await answerOpenDialogs(shell.app, [file]);
    const outcome = await shell.page.evaluate(async () => {
      const [chosen] = await window.actionTen.chooseFiles('import');
      return window.actionTen.readAudit({ csv: chosen?.token ?? '' });
    });
    expect(outcome).toMatchObject({ ok: false, code: 'not-permitted' });
    expect(readFileSync(file, 'utf8')).toBe('a,b\n1,2\n');
  });

  it('reaches nothing on the network: a listener on this computer hears neither a connection nor a packet', () => {
    expect(listener.arrived).toEqual([]);
    expect(shell.page.url()).toBe('app://ui/index.html');
  });

  it('finds neither Node nor another window nor a file outside its own', () => {
    expect(found.wentOut).toEqual([]);
  });

  it('can call what the contract lists and the few functions of the shell, and nothing else', () => {
    const ofTheShell = [
      'cancel',
      'chooseFiles',
      'chooseSavePath',
      'dropFile',
      'copyFigure',
      'exportPage',
      'openKept',
      'keyStore',
      'keepPassphrase',
      'isOlderThanSeen',
      'exportEdition',
      'editionUrl',
      'exportProfilePdf',
      'onEngineStopped',
      'onOpenedFromOutside',
      'onProgress',
      'openedFromCommandLine',
      'recentWorkspaces',
      'reportUrl',
      'restartEngine',
      'sampleFolder',
      'versionUrl',
    ];
    expect([...found.names].sort()).toEqual([...Object.keys(callNames), ...ofTheShell].sort());
  });
});

it('the listener of these tests hears what is sent to it', async () => {
  const listener = await listen();
  await fetch(`http://127.0.0.1:${listener.tcpPort}/`).catch(() => null);
  const { createSocket } = await import('node:dgram');
  const socket = createSocket('udp4');
  await new Promise((resolve) => socket.send('x', listener.udpPort, '127.0.0.1', resolve));
  await expect.poll(() => [...new Set(listener.arrived)].sort()).toEqual(['tcp', 'udp']);
  socket.close();
  await listener.close();
});
