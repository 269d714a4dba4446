/** How alike two rankings of the same cells are: 1 the same order, -1 the opposite; NaN where one has no order. */
export interface RankAgreement {
  /** Spearman's rho: the correlation of the ranks, equal values sharing the mean of theirs. */
  readonly rho: number;
  /** Kendall's tau-b, which allows for equal values. */
  readonly tau: number;
}

/**
 * Spearman's rho and Kendall's tau-b of two columns (Kendall 1945). A description: no probability goes with it, since
 * cells that touch are not independent and reports choose themselves.
 *
 * @throws RangeError when the columns differ in length.
 */
export function rankAgreement(first: Float64Array, second: Float64Array): RankAgreement {
  if (first.length !== second.length) throw new RangeError('Two rankings need the same cells.');
  return { rho: correlation(ranks(first), ranks(second)), tau: tauB(first, second) };
}

function ranks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranked = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    const value = values[order[start] ?? 0];
    while (end < order.length && values[order[end] ?? 0] === value) end++;
    for (let at = start; at < end; at++) ranked[order[at] ?? 0] = (start + end + 1) / 2;
    start = end;
  }
  return ranked;
}

function correlation(first: Float64Array, second: Float64Array): number {
  const middle = (first.length + 1) / 2;
  let both = 0;
  let firstSquares = 0;
  let secondSquares = 0;
  for (let at = 0; at < first.length; at++) {
    const a = (first[at] ?? 0) - middle;
    const b = (second[at] ?? 0) - middle;
    both += a * b;
    firstSquares += a * a;
    secondSquares += b * b;
  }
  return both / Math.sqrt(firstSquares * secondSquares);
}

/** Knight's way (1966): sort by the first column, then count what a merge sort by the second has to turn round. */
function tauB(first: Float64Array, second: Float64Array): number {
  const order = Uint32Array.from(first.keys()).sort(
    (a, b) => (first[a] ?? 0) - (first[b] ?? 0) || (second[a] ?? 0) - (second[b] ?? 0),
  );
  const n = order.length;
  const pairs = (n * (n - 1)) / 2;
  const inOrder = Float64Array.from(order, (at) => second[at] ?? 0);
  const tiedFirst = tiedPairs(Float64Array.from(order, (at) => first[at] ?? 0));
  let tiedBoth = 0;
  for (let start = 0; start < n; ) {
    let end = start + 1;
    const [a, b] = [first[order[start] ?? 0], inOrder[start]];
    while (end < n && first[order[end] ?? 0] === a && inOrder[end] === b) end++;
    tiedBoth += ((end - start) * (end - start - 1)) / 2;
    start = end;
  }
  const discordant = inversions(inOrder);
  const tiedSecond = tiedPairs(inOrder);
  const concordant = pairs - tiedFirst - tiedSecond + tiedBoth - discordant;
  return (concordant - discordant) / Math.sqrt((pairs - tiedFirst) * (pairs - tiedSecond));
}

/** Pairs of equal values in a sorted column. */
function tiedPairs(sorted: Float64Array): number {
  let tied = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    tied += ((end - start) * (end - start - 1)) / 2;
    start = end;
  }
  return tied;
}

/** Sorts the column and counts the pairs that stood in falling order. */
function inversions(values: Float64Array): number {
  let count = 0;
  let from = values.slice();
  let to = new Float64Array(values.length);
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      const middle = Math.min(start + width, values.length);
      const end = Math.min(start + 2 * width, values.length);
      let left = start;
      let right = middle;
      for (let at = start; at < end; at++) {
        const takesLeft =
          left < middle && (right >= end || (from[left] ?? 0) <= (from[right] ?? 0));
        if (!takesLeft) count += middle - left;
        to[at] = (takesLeft ? from[left++] : from[right++]) ?? 0;
      }
    }
    [from, to] = [to, from];
  }
  values.set(from);
  return count;
}
