import { expect, test } from 'vitest';
import {
  isPast,
  noteOutcome,
  onSucceeded,
  startOfCall,
} from '../../../renderer/app/failure-told.ts';
import { failure, success } from '../../../src/contract/outcome.ts';

/** A call that fails, and its failure. */
function failed(of: string) {
  const told = failure('disk-full', 'The disk is full.', 'Free some space.');
  noteOutcome(told, { of, start: startOfCall(), isChange: true });
  return told;
}

const call = (of: string, isChange: boolean) => ({ of, start: startOfCall(), isChange });

test('a failure is past once the same call or another change succeeded, but not by a reading alone', () => {
  const told = failed('setRetention');
  expect(isPast(told, call('listRetention', false))).toBe(false);
  expect(isPast(told, call('undoBatch', true))).toBe(true);
  const read = failed('listRetention');
  expect(isPast(read, call('listRetention', false))).toBe(true);
  expect(isPast(read, call('listUsers', false))).toBe(false);
});

test('what was under way when it failed says nothing', () => {
  const before = call('undoBatch', true);
  expect(isPast(failed('setRetention'), before)).toBe(false);
});

test('successes are told to who listens, until they stop', () => {
  const heard: string[] = [];
  const stop = onSucceeded(({ of }) => heard.push(of));
  noteOutcome(success(null), call('undoBatch', true));
  failed('setRetention');
  stop();
  noteOutcome(success(null), call('classify', true));
  expect(heard).toEqual(['undoBatch']);
});
