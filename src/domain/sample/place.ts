/** The force is made up, and says so in its name. */
export const sampleForceName = 'Northmoor (sample)';

/**
 * The square of the British National Grid on which the sample lies: open North Sea, so that no point of it can
 * be somebody's address. Metres.
 */
export const sampleSquare = {
  easting: 530_000,
  northing: 500_000,
  sideMetres: 40_000,
} as const;

export interface GridPoint {
  readonly easting: number;
  readonly northing: number;
}

export interface Town extends GridPoint {
  readonly name: string;
  /** How far homes reach from the middle. */
  readonly radiusMetres: number;
  /** Share of the people, out of 1 with the countryside. */
  readonly share: number;
}

/** Invented towns. What is left of the shares lives in the countryside. */
export const towns: readonly Town[] = [
  { name: 'Northmoor', easting: 548_000, northing: 519_500, radiusMetres: 7_000, share: 0.44 },
  { name: 'Saltgate', easting: 560_800, northing: 527_000, radiusMetres: 3_900, share: 0.16 },
  { name: 'Eldersea', easting: 537_000, northing: 531_000, radiusMetres: 3_600, share: 0.12 },
  { name: 'Marrowbridge', easting: 555_000, northing: 507_200, radiusMetres: 3_300, share: 0.1 },
  { name: 'Thistlecombe', easting: 539_000, northing: 506_500, radiusMetres: 2_800, share: 0.08 },
];
export const countrysideShare = 0.1;

/** The coarsest blocks of the area mesh, counted from the south-west; the sea takes the east and two corners. */
export const blocksPerSide = 8;
export const blockMetres = sampleSquare.sideMetres / blocksPerSide;

export function isLandBlock(column: number, row: number): boolean {
  if (column === blocksPerSide - 1) return false;
  if (column === blocksPerSide - 2) return row >= 2 && row <= 6;
  return !(row === blocksPerSide - 1 && (column === 0 || column === 5));
}

export interface TruthPlace extends GridPoint {
  readonly name: string;
  readonly radiusMetres: number;
}

/** Where the planted truths lie. `planted-truths.json` lists them with what was really generated. */
export const truthPlaces = {
  nightEconomy: {
    name: 'Lantern Quarter, Northmoor',
    easting: 548_130,
    northing: 519_620,
    radiusMetres: 260,
  },
  schoolRun: {
    name: 'Marrowbridge Academy and its bus stops',
    easting: 555_620,
    northing: 507_880,
    radiusMetres: 280,
  },
  feared: {
    name: 'Larkmere Park and underpass, Northmoor',
    easting: 545_380,
    northing: 521_370,
    radiusMetres: 300,
  },
  defaultGeocode: {
    name: 'Saltgate station car park',
    easting: 561_210,
    northing: 526_890,
    radiusMetres: 0,
  },
  growing: {
    name: 'Eldersea waterfront',
    easting: 537_620,
    northing: 531_620,
    radiusMetres: 280,
  },
  fading: {
    name: 'Thistlecombe precinct',
    easting: 539_380,
    northing: 506_120,
    radiusMetres: 280,
  },
} as const satisfies Record<string, TruthPlace>;

/** Whether a point lies within a place's radius. */
export function isWithin(place: TruthPlace, point: GridPoint): boolean {
  const east = point.easting - place.easting;
  const north = point.northing - place.northing;
  return east * east + north * north <= place.radiusMetres * place.radiusMetres;
}
