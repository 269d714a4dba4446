import { useState } from 'react';

/** A choice that is still there next time. Kept in the window's own storage; never data. */
export function useRemembered<Value>(
  name: string,
  initial: Value,
): [Value, (value: Value) => void] {
  const [value, setValue] = useState<Value>(() => {
    const stored = localStorage.getItem(name);
    if (stored === null) return initial;
    try {
      return { ...initial, ...(JSON.parse(stored) as Value) };
    } catch {
      return initial;
    }
  });
  return [
    value,
    (next) => {
      localStorage.setItem(name, JSON.stringify(next));
      setValue(next);
    },
  ];
}
