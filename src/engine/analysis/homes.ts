import type { ProfileFilter } from '../../contract/filter.ts';
import type { RunGeometry } from '../../contract/hotspots.ts';
import {
  mayDrawRecords,
  permittedCellMetres,
  smallestPrivateCellMetres,
} from '../../domain/disclosure/homes.ts';
import { number } from '../../domain/figures/words.ts';
import type { MethodRunner } from './methods/method-runner.ts';

const withheld: RunGeometry = { kind: 'none', isWithheld: true };

/** The rows' places as they may be given: none where they are single records that can be at homes. */
export function geometryBesideHomes(
  { drawsRecords }: Pick<MethodRunner, 'drawsRecords'>,
  filter: ProfileFilter,
  geometry: RunGeometry,
): RunGeometry {
  const isOfRecords = drawsRecords === true && geometry.kind !== 'none';
  return isOfRecords && !mayDrawRecords(filter) ? withheld : geometry;
}

/** The same of a kept run, which may be older than the rule: too fine cells of private space are not given either. */
export function keptGeometryBesideHomes(
  runner: Pick<MethodRunner, 'drawsRecords'>,
  { filter, parameters }: { readonly filter: ProfileFilter; readonly parameters: object },
  geometry: RunGeometry,
): RunGeometry {
  const side = 'cellMetres' in parameters ? Number(parameters.cellMetres) : Number.NaN;
  return permittedCellMetres(filter, side) > side
    ? withheld
    : geometryBesideHomes(runner, filter, geometry);
}

/** What a run says of homes: that its cells are larger than asked, or that no positions are given. */
export function wordsOfHomes(
  geometry: RunGeometry,
  askedMetres: number,
  usedMetres: number | null,
): string[] {
  const words: string[] = [];
  if (usedMetres !== null && usedMetres > askedMetres) {
    words.push(
      `Cells of private space are never finer than ${number(smallestPrivateCellMetres)} m, so cells of ${number(askedMetres)} m became cells of ${number(usedMetres)} m.`,
    );
  }
  if (geometry.kind === 'none' && geometry.isWithheld === true) {
    words.push(
      'No positions or outlines of records are given, since these records can be at homes. Choose public space to see them.',
    );
  }
  return words;
}
