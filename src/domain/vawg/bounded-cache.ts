/**
 * Remembers at most `limit` answers by key and forgets all of them when full. Extracts repeat a few hundred
 * codes, titles and location types a million times over; the bound keeps free text from growing the memory.
 */
export function boundedCache<Answer>(
  limit = 20_000,
): (key: string, answer: () => Answer) => Answer {
  const known = new Map<string, { readonly answer: Answer }>();
  return (key, answer) => {
    const found = known.get(key);
    if (found) return found.answer;
    if (known.size >= limit) known.clear();
    const fresh = { answer: answer() };
    known.set(key, fresh);
    return fresh.answer;
  };
}
