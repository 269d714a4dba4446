import type { PlaceRegister } from '../../contract/hotspots.ts';
import { FailureError } from '../../contract/outcome.ts';
import type { EvidenceColumns } from '../../domain/evidence/columns.ts';
import { tally } from '../../domain/figures/counting.ts';
import { type AreaIndex, areaAt } from '../../domain/geography/areas.ts';
import { cellCentre, cellIndexOf, type GridPosition } from '../../domain/geography/cells.ts';
import type { StudyGround } from '../../domain/geography/study-ground.ts';
import { suggestedName } from '../../domain/hotspots/places.ts';
import { type HotGroup, hotGroups } from '../analysis/hot-groups.ts';
import { needRun, questionOf } from '../analysis/kept-runs.ts';
import { type FinishedRun, recentRun } from '../analysis/run.ts';
import { venuesNear } from '../analysis/venues-near.ts';
import type { Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { appendAudit } from '../workspace/audit.ts';
import { inTransaction } from '../workspace/database.ts';
import { allPlaces, type FoundPlace, putPlace, type StoredPlace } from '../workspace/places.ts';
import { listPlaces } from './register.ts';
import { noteBeforeFind } from './undo-find.ts';

/** How near a venue must be to the middle of a place's fullest cell to name it. */
const namingMetres = 250;

/**
 * Proposes places from the hot cells of a kept run, none larger than can be patrolled. A place that shares cells with a
 * known one is that place, with its number, name and notes; known places that are not hot now stay, marked so.
 */
export async function findPlaces(session: Session, id: string, job: Job): Promise<PlaceRegister> {
  const { writer } = session;
  const kept = needRun(session.reader, id);
  const finished = await recentRun(session, questionOf(kept), job);
  if (finished.result.run.run !== id) {
    throw new FailureError(
      'bad-request',
      'The data or the rules changed since this run, so its cells hold other records now.',
      'Repeat the run, and find the places of the new one.',
    );
  }
  const { columns } = await session.evidence(job);
  const ground = groundOf(finished);
  const { points, result } = finished;
  const found = hotGroups(result.main, ground, points).map((group) =>
    describeGroup(session, columns, finished, ground, group),
  );
  const matches = matchKnown(allPlaces(session.reader), found);
  inTransaction(writer, () => {
    noteBeforeFind(writer, allPlaces(session.reader));
    for (const [place, known] of matches) putPlace(writer, place, known);
    appendAudit(writer, 'places found', {
      run: id,
      places: found.length,
      known: matches.filter(([, known]) => known !== null).length,
    });
  });
  return listPlaces(session, job);
}

function groundOf({ ground, question }: FinishedRun): StudyGround {
  if (ground !== null && question.method === 'gi-star') return ground;
  throw new FailureError(
    'bad-request',
    'Places are made from hot cells, and this run has none of that kind.',
    'Choose a run of gi-star.',
  );
}

function describeGroup(
  session: Session,
  columns: EvidenceColumns,
  { result, question }: FinishedRun,
  { cells }: StudyGround,
  group: HotGroup,
): FoundPlace {
  const { evidence } = question.filter;
  const isIncidents = evidence === 'vawg' || evidence === 'all-incidents';
  const [venue] = venuesNear(session.venues(), [group.centre], namingMetres);
  const { index, list } = session.areas();
  return {
    run: result.run.run,
    grid: cells.grid,
    cells: group.cells.map((place) => cells.cells[place] ?? -1),
    highestZ: group.highestZ,
    suggestedName: suggestedName({
      texts: isIncidents ? tally(columns.incidents.locationText, group.indexes) : [],
      venue: venue?.name ?? null,
      area: index === null ? '' : areaName(index, list, group.centre),
      centre: group.centre,
    }),
    foundAt: result.run.madeAt,
  };
}

function areaName(
  index: AreaIndex,
  list: readonly { readonly name: string }[],
  [easting, northing]: GridPosition,
): string {
  return list[areaAt(index, easting, northing)]?.name ?? '';
}

/** Each found place with the number of the known place that shares most cells with it; each known one once. */
function matchKnown(
  known: readonly StoredPlace[],
  found: readonly FoundPlace[],
): [FoundPlace, number | null][] {
  const pairs = found.flatMap((place, at) =>
    known.map((old) => ({ at, id: old.id, shared: sharedCells(place, old) })),
  );
  pairs.sort((a, b) => b.shared - a.shared || a.id - b.id);
  const idOf = new Map<number, number>();
  const taken = new Set<number>();
  for (const { at, id, shared } of pairs) {
    if (shared === 0 || idOf.has(at) || taken.has(id)) continue;
    idOf.set(at, id);
    taken.add(id);
  }
  return found.map((place, at) => [place, idOf.get(at) ?? null]);
}

/** Cells of one place whose middle lies in a cell of the other. */
function sharedCells(
  place: Pick<FoundPlace, 'grid' | 'cells'>,
  other: Pick<StoredPlace, 'grid' | 'cells'>,
): number {
  const theirs = new Set(other.cells);
  return place.cells.filter((cell) =>
    theirs.has(cellIndexOf(other.grid, ...cellCentre(place.grid, cell))),
  ).length;
}
