import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { tellDone, useDone } from '../../../renderer/app/done.ts';
import { noteOutcome, startOfCall } from '../../../renderer/app/failure-told.ts';
import { failure, success } from '../../../src/contract/outcome.ts';

const said = (): string => renderToStaticMarkup(createElement(() => useDone()?.words ?? 'nothing'));

const call = (of: string, isChange = true) => ({ of, start: startOfCall(), isChange });

test('what was done last is forgotten once something else was done, a backup put back above all', () => {
  const underWay = call('locateRecords');
  tellDone('The recipe is set.', async () => true);
  noteOutcome(success(null), call('listRuns', false));
  const refused = failure('disk-full', 'The disk is full.', 'Free some space.');
  noteOutcome(refused, call('importFiles'));
  noteOutcome(success(null), underWay);
  expect(said()).toBe('The recipe is set.');
  noteOutcome(success(null), call('restoreBackup'));
  expect(said()).toBe('nothing');
});
