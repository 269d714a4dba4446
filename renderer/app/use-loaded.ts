import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallInput, CallName, CallOutputs } from '../../src/contract/calls.ts';
import type { Outcome } from '../../src/contract/outcome.ts';
import { ask } from './engine-client.ts';
import { useWorkbench } from './workbench.tsx';

type Load<Value> = () => Promise<Outcome<Value>>;

/** What a screen reads when it opens. */
export interface Loaded<Value> {
  /** null until it is read, and where it could not be read; what was read before stays while the next is on its way. */
  readonly value: Value | null;
  /** `missing`: it could not be read, and the analyst was told why. */
  readonly state: 'reading' | 'read' | 'missing';
  /** Whether the value answers what is asked now, not what was asked before. */
  readonly isCurrent: boolean;
  /** Reads again what is asked for by then. */
  readonly reload: () => Promise<void>;
  /** Shows what a change has given back, without reading again. */
  readonly put: (value: Value) => void;
}

interface Read<Value> {
  readonly by: Load<Value>;
  readonly value: Value | null;
  readonly isMissing: boolean;
}

/**
 * Loads when the screen opens and whenever `load` is another function (keep it with `useCallback`; null: nothing is
 * asked). The newest answer counts: one that comes late, or after the screen was left, is dropped. Failures are told.
 */
export function useLoaded<Value>(load: Load<Value> | null): Loaded<Value> {
  const { take } = useWorkbench();
  const [read, setRead] = useState<Read<Value> | null>(null);
  const newest = useRef(0);
  const latest = useRef(load);
  const settle = useCallback(
    (turn: number, by: Load<Value>, outcome: Outcome<Value>) => {
      if (turn !== newest.current) return;
      setRead({ by, value: take(outcome), isMissing: !outcome.ok });
    },
    [take],
  );
  useEffect(() => {
    latest.current = load;
    const turn = ++newest.current;
    if (load !== null) void load().then((outcome) => settle(turn, load, outcome));
    return () => {
      newest.current += 1;
    };
  }, [load, settle]);
  const reload = useCallback(async () => {
    const by = latest.current;
    const turn = ++newest.current;
    if (by !== null) settle(turn, by, await by());
  }, [settle]);
  const put = useCallback((value: Value) => {
    const by = latest.current;
    newest.current += 1;
    if (by !== null) setRead({ by, value, isMissing: false });
  }, []);
  return {
    value: read?.value ?? null,
    state: read === null ? 'reading' : read.isMissing ? 'missing' : 'read',
    isCurrent: read !== null && read.by === load,
    reload,
    put,
  };
}

/** What else decides about a call that a screen reads. */
interface CallChoices {
  /** Names the call as a job from its start. */
  readonly label?: string;
  /** Another value of it asks again, the input being the same. */
  readonly since?: string | number | null;
  /** Done before each asking; the same function each time. */
  readonly before?: () => Promise<unknown>;
}

/** Loads the answer to a call, again whenever its input says something else. A null input asks nothing. */
export function useCall<Name extends CallName>(
  name: Name,
  input: CallInput<Name> | null,
  choices: CallChoices = {},
): Loaded<CallOutputs[Name]> {
  const { label, since = null, before } = choices;
  // A text, since an input made anew with each drawing of the screen would ask each time.
  const key = input === null ? null : JSON.stringify({ input, since });
  const load = useCallback(async () => {
    if (before !== undefined) await before();
    const asked = JSON.parse(key ?? '') as { readonly input: CallInput<Name> };
    return ask(name, asked.input, label);
  }, [name, key, label, before]);
  return useLoaded(key === null ? null : load);
}
