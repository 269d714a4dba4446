/** Departures from the terms of reference as one list; the engine ends each as a sentence. */
export function departureWords(departures: readonly string[]): string {
  return departures.map((words) => words.replace(/\.$/, '')).join('; ');
}
