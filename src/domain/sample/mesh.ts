import {
  blockMetres,
  blocksPerSide,
  countrysideShare,
  type GridPoint,
  isLandBlock,
  sampleSquare,
  towns,
} from './place.ts';
import { randomStream } from './random.ts';

/** One small area: its corners in grid metres, anticlockwise, the first not repeated at the end. */
export interface MeshArea {
  readonly code: string;
  readonly name: string;
  readonly ring: readonly (readonly [easting: number, northing: number])[];
  /** Share of all people that live here. */
  readonly peopleShare: number;
  /** 0 in the countryside to 1 in the middle of a town. */
  readonly urban: number;
}

export interface AreaMesh {
  readonly areas: readonly MeshArea[];
  /**
   * The index of the area that holds a point; undefined at sea and within `clearanceMetres` of a boundary, where
   * the rounding of the published boundary could decide otherwise.
   */
  areaAt(easting: number, northing: number): number | undefined;
  /** The point itself, or the first place north-east of it that `areaAt` answers for. The point must be on land. */
  clearOfBoundaries(point: GridPoint): GridPoint;
}

/** Side of the finest blocks the mesh is divided into: vertices lie on this lattice before they are shifted. */
const unitMetres = 625;
const unitsPerBlock = blockMetres / unitMetres;
const unitsPerSide = blocksPerSide * unitsPerBlock;
const mostPeopleShare = 0.0115;
/** A straight boundary on the grid bends by up to 0.7 m over 5 km when it is drawn straight in degrees. */
const clearanceMetres = 2;

interface Block {
  /** South-west corner and side in lattice units. */
  readonly column: number;
  readonly row: number;
  readonly units: number;
  readonly peopleShare: number;
}

/**
 * Divides the land into areas without gaps or overlaps: blocks are quartered until few enough people live in
 * each, then every vertex is shifted a little. A block keeps the vertices of smaller neighbours on its own sides,
 * so that shared boundaries are the same vertices in both rings.
 */
export function buildMesh(seed: number): AreaMesh {
  const people = peopleByUnit();
  const blocks: Block[] = [];
  for (let row = 0; row < blocksPerSide; row++) {
    for (let column = 0; column < blocksPerSide; column++) {
      if (!isLandBlock(column, row)) continue;
      divide(column * unitsPerBlock, row * unitsPerBlock, unitsPerBlock, people, blocks);
    }
  }
  const finest = finestBlockAtVertices(blocks);
  const total = blocks.reduce((sum, block) => sum + block.peopleShare, 0);
  const areas = blocks.map((block, index) => {
    const centre = {
      easting: sampleSquare.easting + (block.column + block.units / 2) * unitMetres,
      northing: sampleSquare.northing + (block.row + block.units / 2) * unitMetres,
    };
    const { name, urban } = nearestTown(centre.easting, centre.northing);
    return {
      code: `NM${String(index + 1).padStart(4, '0')}`,
      name: `${name} ${String(index + 1).padStart(3, '0')} (sample)`,
      ring: ringOf(block, finest, seed),
      peopleShare: block.peopleShare / total,
      urban,
    };
  });
  const areaAt = areaFinder(areas);
  return {
    areas,
    areaAt,
    clearOfBoundaries({ easting, northing }) {
      for (let step = 0; step < 100; step++) {
        const point = { easting: easting + step, northing: northing + step };
        if (areaAt(point.easting, point.northing) !== undefined) return point;
      }
      throw new RangeError('the point lies at sea');
    },
  };
}

/** People in each unit of the lattice, by the density of the town kernels at five points of it. */
function peopleByUnit(): Float64Array {
  const people = new Float64Array(unitsPerSide * unitsPerSide);
  const landUnits = unitsPerSide * unitsPerSide * 0.7;
  for (let row = 0; row < unitsPerSide; row++) {
    for (let column = 0; column < unitsPerSide; column++) {
      let share = countrysideShare / landUnits;
      for (const [east, north] of [
        [0.5, 0.5],
        [0.2, 0.2],
        [0.8, 0.2],
        [0.2, 0.8],
        [0.8, 0.8],
      ] as const) {
        const easting = sampleSquare.easting + (column + east) * unitMetres;
        const northing = sampleSquare.northing + (row + north) * unitMetres;
        share += (townDensity(easting, northing) * unitMetres * unitMetres) / 5;
      }
      people[row * unitsPerSide + column] = share;
    }
  }
  return people;
}

/** Share of all people a square metre: quartic kernels, 3 share / (pi R^2) (1 - d^2 / R^2)^2 each. */
function townDensity(easting: number, northing: number): number {
  let density = 0;
  for (const town of towns) {
    const east = (easting - town.easting) / town.radiusMetres;
    const north = (northing - town.northing) / town.radiusMetres;
    const height = 1 - east * east - north * north;
    if (height <= 0) continue;
    density +=
      (3 * town.share * height * height) / (Math.PI * town.radiusMetres * town.radiusMetres);
  }
  return density;
}

function divide(
  column: number,
  row: number,
  units: number,
  people: Float64Array,
  blocks: Block[],
): void {
  let peopleShare = 0;
  for (let north = row; north < row + units; north++) {
    for (let east = column; east < column + units; east++) {
      peopleShare += people[north * unitsPerSide + east] ?? 0;
    }
  }
  if (units === 1 || peopleShare <= mostPeopleShare) {
    blocks.push({ column, row, units, peopleShare });
    return;
  }
  const half = units / 2;
  for (const [east, north] of [
    [0, 0],
    [half, 0],
    [0, half],
    [half, half],
  ] as const) {
    divide(column + east, row + north, half, people, blocks);
  }
}

function vertexKey(column: number, row: number): number {
  return row * (unitsPerSide + 1) + column;
}

/** The side of the smallest block that has a corner at each vertex. */
function finestBlockAtVertices(blocks: readonly Block[]): Map<number, number> {
  const finest = new Map<number, number>();
  for (const { column, row, units } of blocks) {
    for (const key of [
      vertexKey(column, row),
      vertexKey(column + units, row),
      vertexKey(column, row + units),
      vertexKey(column + units, row + units),
    ]) {
      finest.set(key, Math.min(finest.get(key) ?? units, units));
    }
  }
  return finest;
}

function ringOf(
  { column, row, units }: Block,
  finest: ReadonlyMap<number, number>,
  seed: number,
): [number, number][] {
  const ring: [number, number][] = [];
  for (const [east, north, eastStep, northStep] of [
    [0, 0, 1, 0],
    [units, 0, 0, 1],
    [units, units, -1, 0],
    [0, units, 0, -1],
  ] as const) {
    for (let step = 0; step < units; step++) {
      const vertexColumn = column + east + eastStep * step;
      const vertexRow = row + north + northStep * step;
      const size = finest.get(vertexKey(vertexColumn, vertexRow));
      if (size !== undefined) ring.push(vertexPosition(vertexColumn, vertexRow, size, seed));
    }
  }
  return ring;
}

/** A vertex, shifted by at most a fifth of the smallest block that touches it and never out of the square. */
function vertexPosition(
  column: number,
  row: number,
  units: number,
  seed: number,
): [number, number] {
  const random = randomStream(seed, 'mesh', vertexKey(column, row));
  const reach = units * unitMetres * 0.2;
  const shift = (at: number) => {
    const by = Math.round((random.unit() * 2 - 1) * reach);
    return at === 0 ? Math.abs(by) : at === unitsPerSide ? -Math.abs(by) : by;
  };
  return [
    sampleSquare.easting + column * unitMetres + shift(column),
    sampleSquare.northing + row * unitMetres + shift(row),
  ];
}

function nearestTown(easting: number, northing: number): { name: string; urban: number } {
  let name = 'Northmoor rural';
  let urban = 0;
  for (const town of towns) {
    const east = (easting - town.easting) / town.radiusMetres;
    const north = (northing - town.northing) / town.radiusMetres;
    const height = 1 - east * east - north * north;
    if (height > urban) {
      name = town.name;
      urban = height;
    }
  }
  return { name, urban };
}

function areaFinder(areas: readonly MeshArea[]): AreaMesh['areaAt'] {
  const buckets: number[][] = Array.from({ length: unitsPerSide * unitsPerSide }, () => []);
  const bucketOf = (metres: number) =>
    Math.max(0, Math.min(unitsPerSide - 1, Math.floor(metres / unitMetres)));
  for (const [index, { ring }] of areas.entries()) {
    const eastings = ring.map(([easting]) => easting - sampleSquare.easting);
    const northings = ring.map(([, northing]) => northing - sampleSquare.northing);
    const [west, east] = [bucketOf(Math.min(...eastings)), bucketOf(Math.max(...eastings))];
    const [south, north] = [bucketOf(Math.min(...northings)), bucketOf(Math.max(...northings))];
    for (let row = south; row <= north; row++) {
      for (let column = west; column <= east; column++) {
        buckets[row * unitsPerSide + column]?.push(index);
      }
    }
  }
  return (easting, northing) => {
    const column = bucketOf(easting - sampleSquare.easting);
    const row = bucketOf(northing - sampleSquare.northing);
    let found: number | undefined;
    for (const index of buckets[row * unitsPerSide + column] ?? []) {
      const side = sideOf(areas[index]?.ring ?? [], easting, northing);
      if (side === 'edge') return undefined;
      if (side === 'inside') found = index;
    }
    return found;
  };
}

/** Where a point lies to a ring: ray casting, with the distance to each edge on the way. */
function sideOf(
  ring: MeshArea['ring'],
  easting: number,
  northing: number,
): 'inside' | 'outside' | 'edge' {
  let isInside = false;
  let [fromEast, fromNorth] = ring.at(-1) ?? [0, 0];
  for (const [toEast, toNorth] of ring) {
    const alongEast = toEast - fromEast;
    const alongNorth = toNorth - fromNorth;
    const lengthSquared = alongEast * alongEast + alongNorth * alongNorth;
    const along =
      ((easting - fromEast) * alongEast + (northing - fromNorth) * alongNorth) / lengthSquared;
    const nearest = Math.max(0, Math.min(1, along));
    const offEast = easting - fromEast - nearest * alongEast;
    const offNorth = northing - fromNorth - nearest * alongNorth;
    if (offEast * offEast + offNorth * offNorth < clearanceMetres * clearanceMetres) return 'edge';
    if (
      fromNorth > northing !== toNorth > northing &&
      easting < fromEast + ((northing - fromNorth) / alongNorth) * alongEast
    ) {
      isInside = !isInside;
    }
    [fromEast, fromNorth] = [toEast, toNorth];
  }
  return isInside ? 'inside' : 'outside';
}
