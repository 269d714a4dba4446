import { useEffect, useState } from 'react';
import type { Failure, Outcome } from '../../src/contract/outcome.ts';

/** What was asked last: the answer, or why there is none. While it is worked on, the one before stays. */
export interface Answer<Value> {
  readonly value: Value | null;
  readonly failure: Failure | null;
  readonly isBusy: boolean;
}

/**
 * Asks whenever `key` changes (null: nothing is asked) and keeps the newest answer: one that comes late for an older
 * key is dropped.
 */
export function useAnswer<Value>(
  key: string | null,
  ask: () => Promise<Outcome<Value>>,
): Answer<Value> {
  const [answer, setAnswer] = useState<Answer<Value>>({
    value: null,
    failure: null,
    isBusy: key !== null,
  });
  useEffect(() => {
    if (key === null) {
      setAnswer({ value: null, failure: null, isBusy: false });
      return undefined;
    }
    let isNewest = true;
    setAnswer((before) => ({ ...before, isBusy: true }));
    void ask().then((outcome) => {
      if (!isNewest) return;
      setAnswer(
        outcome.ok
          ? { value: outcome.value, failure: null, isBusy: false }
          : { value: null, failure: outcome, isBusy: false },
      );
    });
    return () => {
      isNewest = false;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- key stands for everything that is asked
  }, [key]);
  return answer;
}
