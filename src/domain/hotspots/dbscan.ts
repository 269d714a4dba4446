import { type EpsCells, epsCells, neighbourCells } from './eps-cells.ts';

/** Clusters of places by density. */
export interface DensityClusters {
  /** One entry a place: the number of its cluster from 1, 0 for noise. */
  readonly labels: Int32Array;
  /** 1 for a core place: at least `minPoints` places, itself included, within eps. */
  readonly core: Uint8Array;
  readonly clusters: number;
}

/**
 * DBSCAN (Ester and others 1996). A place is core when at least `minPoints` places, itself included, lie within
 * `epsMetres` of it (d <= eps). Core places within eps of each other are one cluster. A place that is not core but
 * within eps of a core place is a border place and belongs to the cluster found first: clusters are numbered by
 * their first core place in the order of the places, as R's dbscan and scikit-learn do.
 *
 * Places are put in squares of eps / sqrt 2, so that all in one square are neighbours: a square with `minPoints`
 * places is core as a whole, and squares rather than places are joined. Linear in the number of places whatever
 * their clustering.
 *
 * @throws RangeError for columns of unequal length, a position that is not finite, an eps that is not above 0, or
 * a `minPoints` below 1.
 */
export function densityClusters(
  eastings: Float64Array,
  northings: Float64Array,
  epsMetres: number,
  minPoints: number,
): DensityClusters {
  if (!(Number.isInteger(minPoints) && minPoints >= 1)) {
    throw new RangeError('The fewest points of a cluster must be a whole number from 1.');
  }
  const cells = epsCells(eastings, northings, epsMetres);
  const core = findCore(cells, minPoints);
  const rootOfCell = joinCells(cells, core);
  const coreOfPlace = new Uint8Array(eastings.length);
  for (let at = 0; at < core.length; at++) coreOfPlace[cells.order[at] ?? 0] = core[at] ?? 0;
  const labels = new Int32Array(eastings.length);
  const labelOfRoot = new Int32Array(cells.count);
  let clusters = 0;
  for (let place = 0; place < labels.length; place++) {
    if (coreOfPlace[place] !== 1) continue;
    const root = rootOfCell[cells.cellOfPlace[place] ?? 0] ?? 0;
    if (labelOfRoot[root] === 0) labelOfRoot[root] = ++clusters;
    labels[place] = labelOfRoot[root] ?? 0;
  }
  labelBorders(cells, core, rootOfCell, labelOfRoot, labels);
  return { labels, core: coreOfPlace, clusters };
}

function squaredBetween({ east, north }: EpsCells, a: number, b: number): number {
  const across = (east[a] ?? 0) - (east[b] ?? 0);
  const up = (north[a] ?? 0) - (north[b] ?? 0);
  return across * across + up * up;
}

/** 1 for core places, in the order of the cells. */
function findCore(cells: EpsCells, minPoints: number): Uint8Array {
  const core = new Uint8Array(cells.order.length);
  const near = new Int32Array(20);
  for (let cell = 0; cell < cells.count; cell++) {
    const first = cells.start[cell] ?? 0;
    const end = cells.start[cell + 1] ?? 0;
    if (end - first >= minPoints) {
      core.fill(1, first, end);
      continue;
    }
    const around = neighbourCells(cells, cell, near);
    for (let at = first; at < end; at++) {
      let found = end - first;
      for (let step = 0; step < around && found < minPoints; step++) {
        const other = near[step] ?? 0;
        const last = cells.start[other + 1] ?? 0;
        for (let to = cells.start[other] ?? 0; to < last && found < minPoints; to++) {
          if (squaredBetween(cells, at, to) <= cells.squaredEps) found++;
        }
      }
      if (found >= minPoints) core[at] = 1;
    }
  }
  return core;
}

/** The root of each cell's cluster: cells are one cluster when a core place of each lies within eps. */
function joinCells(cells: EpsCells, core: Uint8Array): Int32Array {
  const parent = Int32Array.from({ length: cells.count }, (_, cell) => cell);
  const rootOf = (cell: number): number => {
    let root = cell;
    while (parent[root] !== root) {
      // Halving the path keeps the trees flat.
      const above = parent[root] ?? root;
      parent[root] = parent[above] ?? above;
      root = parent[root] ?? root;
    }
    return root;
  };
  const near = new Int32Array(20);
  for (let cell = 0; cell < cells.count; cell++) {
    const around = neighbourCells(cells, cell, near);
    for (let step = 0; step < around; step++) {
      const other = near[step] ?? 0;
      // Each pair once, and only where it could still join two clusters.
      if (other < cell) continue;
      const from = rootOf(cell);
      const to = rootOf(other);
      if (from !== to && touches(cells, core, cell, other))
        parent[Math.max(from, to)] = Math.min(from, to);
    }
  }
  for (let cell = 0; cell < cells.count; cell++) parent[cell] = rootOf(cell);
  return parent;
}

/**
 * Whether a core place of one cell lies within eps of a core place of another. Places further than eps from the box
 * around the other's are passed over: two crowded spots just out of reach would otherwise be compared place by place.
 */
function touches(cells: EpsCells, core: Uint8Array, one: number, other: number): boolean {
  const { east, north, start, squaredEps } = cells;
  const first = start[other] ?? 0;
  const end = start[other + 1] ?? 0;
  let [minEast, maxEast] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [minNorth, maxNorth] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let to = first; to < end; to++) {
    if (core[to] !== 1) continue;
    minEast = Math.min(minEast, east[to] ?? 0);
    maxEast = Math.max(maxEast, east[to] ?? 0);
    minNorth = Math.min(minNorth, north[to] ?? 0);
    maxNorth = Math.max(maxNorth, north[to] ?? 0);
  }
  const endOfOne = start[one + 1] ?? 0;
  for (let from = start[one] ?? 0; from < endOfOne; from++) {
    if (core[from] !== 1) continue;
    const ownEast = east[from] ?? 0;
    const ownNorth = north[from] ?? 0;
    const across = Math.max(0, minEast - ownEast, ownEast - maxEast);
    const up = Math.max(0, minNorth - ownNorth, ownNorth - maxNorth);
    if (across * across + up * up > squaredEps) continue;
    for (let to = first; to < end; to++) {
      if (core[to] === 1 && squaredBetween(cells, from, to) <= squaredEps) return true;
    }
  }
  return false;
}

/** Gives each place that is not core the first cluster that has a core place within eps. */
function labelBorders(
  cells: EpsCells,
  core: Uint8Array,
  rootOfCell: Int32Array,
  labelOfRoot: Int32Array,
  labels: Int32Array,
): void {
  const near = new Int32Array(20);
  for (let cell = 0; cell < cells.count; cell++) {
    const first = cells.start[cell] ?? 0;
    const end = cells.start[cell + 1] ?? 0;
    let around = -1;
    for (let at = first; at < end; at++) {
      if (core[at] === 1) continue;
      if (around < 0) around = neighbourCells(cells, cell, near);
      let best = 0;
      for (let step = -1; step < around; step++) {
        const other = step < 0 ? cell : (near[step] ?? 0);
        // All core places of a cell are in one cluster; a cell without any has no label.
        const label = labelOfRoot[rootOfCell[other] ?? 0] ?? 0;
        if (label === 0 || (best > 0 && label >= best)) continue;
        if (hasCoreNear(cells, core, at, other)) best = label;
      }
      labels[cells.order[at] ?? 0] = best;
    }
  }
}

function hasCoreNear(cells: EpsCells, core: Uint8Array, at: number, cell: number): boolean {
  const end = cells.start[cell + 1] ?? 0;
  for (let to = cells.start[cell] ?? 0; to < end; to++) {
    if (core[to] === 1 && squaredBetween(cells, at, to) <= cells.squaredEps) return true;
  }
  return false;
}
