import { expect, test } from 'vitest';
import { readStart } from '../../electron/start.ts';

const packaged = (...words: string[]) => readStart(['/opt/action-ten/action-ten', ...words], true);
const development = (...words: string[]) =>
  readStart(['/x/electron', '/x/project', ...words], false);

test('without words it is the window', () => {
  expect(packaged()).toEqual({ kind: 'window', workspace: null });
  expect(packaged('--no-sandbox', '--user-data-dir=/tmp/x')).toEqual({
    kind: 'window',
    workspace: null,
  });
  expect(development('--disable-gpu')).toEqual({ kind: 'window', workspace: null });
});

test('a workspace file opens in the window', () => {
  expect(packaged('/home/a/Force.ActionTen')).toEqual({
    kind: 'window',
    workspace: '/home/a/Force.ActionTen',
  });
  expect(development('/home/a/force.actionten')).toMatchObject({ kind: 'window' });
});

test('a command keeps its words from its name on, a workspace among them', () => {
  expect(packaged('--no-sandbox', 'import', 'force.actionten', 'a.csv', '--json')).toEqual({
    kind: 'command',
    words: ['import', 'force.actionten', 'a.csv', '--json'],
  });
});

test('switches before the app’s folder do not hide it', () => {
  const argv = ['/x/electron', '--inspect=0', '--remote-debugging-port=0', '/x/project'];
  expect(readStart(argv, false)).toEqual({ kind: 'window', workspace: null });
});

test('a print job is no command', () => {
  const job = { kind: 'print', jobFile: '/tmp/job.json' };
  expect(packaged('--no-sandbox', '--disable-gpu', '--print-job', '/tmp/job.json')).toEqual(job);
  expect(development('--disable-gpu', '--print-job', '/tmp/job.json')).toEqual(job);
});
