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
