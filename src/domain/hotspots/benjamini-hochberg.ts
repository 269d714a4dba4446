/**
 * Benjamini and Hochberg's adjusted p: calling every cell with an adjusted p of at most .05 hot or cold, one in
 * twenty such calls is expected to be chance. Sorted ascending, q_(k) = min over l >= k of p_(l) n / l, at most 1
 * (Benjamini and Hochberg 1995; R's `p.adjust(p, "BH")`).
 *
 * @param p Probabilities; NaN marks a cell outside the study area, which is not counted in n and stays NaN.
 */
export function benjaminiHochberg(p: Float64Array): Float64Array {
  const tested = Uint32Array.from(p.keys()).filter((cell) => !Number.isNaN(p[cell]));
  tested.sort((a, b) => (p[a] ?? 0) - (p[b] ?? 0));
  const adjusted = new Float64Array(p.length).fill(Number.NaN);
  let smallest = 1;
  for (let rank = tested.length; rank >= 1; rank -= 1) {
    const cell = tested[rank - 1] ?? 0;
    // This order of operations never rounds below p itself.
    smallest = Math.min(smallest, (p[cell] ?? 1) * (tested.length / rank));
    adjusted[cell] = smallest;
  }
  return adjusted;
}

/**
 * The largest p that Benjamini and Hochberg's procedure still calls: a p is called when it is at most this, which is
 * the same as an adjusted p of at most `level`. -1 when none is. For very many p, of which the adjusted ones are not
 * wanted, it takes a fraction of the time.
 *
 * @param p Probabilities without NaN.
 */
export function benjaminiHochbergLimit(p: Float64Array, level: number): number {
  const sorted = p.toSorted();
  for (let rank = sorted.length; rank >= 1; rank -= 1) {
    const value = sorted[rank - 1] ?? 1;
    if (value * (sorted.length / rank) <= level) return value;
  }
  return -1;
}
