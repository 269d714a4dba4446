import { csvText } from './csv.ts';
import { populationColumns } from './headers.ts';
import type { AreaMesh, MeshArea } from './mesh.ts';
import type { GridToWgs84 } from './perceptions.ts';
import { randomStream } from './random.ts';

/** People of the whole force, before each small count is rounded. */
export const populationTotal = 610_000;

/**
 * The boundaries as GeoJSON (RFC 7946: WGS84, outer rings anticlockwise), degrees to six decimals. Throws when the
 * transformation does not reach the square.
 */
export function* areaText(mesh: AreaMesh, gridToWgs84: GridToWgs84): Generator<string> {
  yield '{"type":"FeatureCollection","features":[\n';
  for (const [index, area] of mesh.areas.entries()) {
    const feature = {
      type: 'Feature',
      properties: { code: area.code, name: area.name, type: 'LSOA' },
      geometry: { type: 'Polygon', coordinates: [degreeRing(area, gridToWgs84)] },
    };
    yield `${index === 0 ? '' : ',\n'}${JSON.stringify(feature)}`;
  }
  yield '\n]}\n';
}

function degreeRing(area: MeshArea, gridToWgs84: GridToWgs84): [number, number][] {
  const ring = area.ring.map(([easting, northing]): [number, number] => {
    const point = gridToWgs84(easting, northing);
    if (!point) throw new RangeError('the transformation does not cover the sample square');
    return [sixDecimals(point.longitude), sixDecimals(point.latitude)];
  });
  const [first] = ring;
  return first ? [...ring, first] : ring;
}

function sixDecimals(degrees: number): number {
  return Number(degrees.toFixed(6));
}

const sexes = [
  ['Female', 0.508],
  ['Male', 0.492],
] as const;
/** Share of people by age, and what a town's middle adds to or takes from it. */
const ageBands = [
  ['0-9', 0.112, -0.2],
  ['10-17', 0.092, -0.25],
  ['18-24', 0.088, 1.3],
  ['25-44', 0.262, 0.35],
  ['45-64', 0.262, -0.2],
  ['65 and over', 0.184, -0.45],
] as const;
const ethnicities = [
  ['White', 0.865, -0.12],
  ['Asian', 0.066, 0.8],
  ['Black', 0.034, 0.9],
  ['Mixed', 0.022, 0.5],
  ['Other', 0.013, 0.7],
] as const;
const disabledShare = {
  '0-9': 0.06,
  '10-17': 0.09,
  '18-24': 0.11,
  '25-44': 0.13,
  '45-64': 0.2,
  '65 and over': 0.35,
};

/** Who lives where: one row for each area, sex, age, ethnicity and disability with anybody in it. */
export function populationText(seed: number, mesh: AreaMesh): Iterable<string> {
  return csvText(populationColumns, rows(seed, mesh));
}

function* rows(seed: number, mesh: AreaMesh) {
  for (const [index, area] of mesh.areas.entries()) {
    const random = randomStream(seed, 'population', index);
    const people = populationTotal * area.peopleShare;
    const ages = tilted(ageBands, area.urban);
    const origins = tilted(ethnicities, area.urban * (0.4 + random.unit() * 1.2));
    for (const [sex, sexShare] of sexes) {
      for (const [ageBand, ageShare] of ages) {
        for (const [ethnicity, ethnicityShare] of origins) {
          for (const disability of ['Yes', 'No'] as const) {
            const disabled = disabledShare[ageBand];
            const share = disability === 'Yes' ? disabled : 1 - disabled;
            const expected = people * sexShare * ageShare * ethnicityShare * share;
            // Rounded up or down by chance, so that the sums stay true.
            const count = Math.floor(expected + random.unit());
            if (count > 0) {
              yield {
                areaCode: area.code,
                sex,
                ageBand,
                ethnicity,
                disability,
                count: String(count),
              };
            }
          }
        }
      }
    }
  }
}

/** Shares shifted by how urban an area is, adding up to one again. */
function tilted<Name extends string>(
  parts: readonly (readonly [name: Name, share: number, tilt: number])[],
  urban: number,
): [Name, number][] {
  const shifted = parts.map(([name, share, tilt]): [Name, number] => [
    name,
    share * Math.max(0.1, 1 + tilt * urban),
  ]);
  const total = shifted.reduce((sum, [, share]) => sum + share, 0);
  return shifted.map(([name, share]) => [name, share / total]);
}
