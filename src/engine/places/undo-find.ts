import type { PlaceRegister } from '../../contract/hotspots.ts';
import { FailureError } from '../../contract/outcome.ts';
import { number } from '../../domain/figures/words.ts';
import type { Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { appendAudit } from '../workspace/audit.ts';
import { inTransaction, type Writer } from '../workspace/database.ts';
import {
  allPlaces,
  type FoundPlace,
  isPlaceChanged,
  putPlace,
  removePlace,
  type StoredPlace,
} from '../workspace/places.ts';
import { keptRun } from '../workspace/runs.ts';
import { readSetting, removeSetting, writeSetting } from '../workspace/settings.ts';
import { listPlaces } from './register.ts';

type Before = readonly (FoundPlace & { readonly id: number })[];

/** Keeps where the places lay, to be put back. Inside the transaction that finds others. */
export function noteBeforeFind(writer: Writer, places: readonly StoredPlace[]): void {
  const before: Before = places.map(
    ({ id, run, grid, cells, highestZ, suggestedName, foundAt }) => ({
      id,
      run,
      grid,
      cells,
      highestZ,
      suggestedName,
      foundAt,
    }),
  );
  writeSetting(writer, 'places-before', JSON.stringify(before));
}

/**
 * Takes the last finding of places back. Once: what is put back is not taken back in its turn.
 * @throws FailureError `needed-later` when a place that would go was named or changed since, or a run is gone.
 */
export async function undoFindPlaces(session: Session, job: Job): Promise<PlaceRegister> {
  const { writer } = session;
  inTransaction(writer, () => {
    const kept = readSetting(writer, 'places-before');
    if (kept === null) {
      throw new FailureError(
        'not-found',
        'There is no finding of places left to take back. Nothing was changed.',
        'A place that is not wanted can be set aside.',
      );
    }
    const before = JSON.parse(kept) as Before;
    const known = new Set(before.map(({ id }) => id));
    const added = allPlaces(writer).filter(({ id }) => !known.has(id));
    refuseLosses(writer, before, added);
    for (const { id } of added) removePlace(writer, id);
    for (const place of before) putPlace(writer, place, place.id);
    removeSetting(writer, 'places-before');
    appendAudit(writer, 'finding of places undone', {
      removed: added.length,
      putBack: before.length,
    });
  });
  return listPlaces(session, job);
}

function refuseLosses(writer: Writer, before: Before, added: readonly StoredPlace[]): void {
  const changed = added.filter(({ id }) => isPlaceChanged(writer, id)).length;
  if (changed > 0) {
    throw new FailureError(
      'needed-later',
      `${number(changed)} of the places found then ${changed === 1 ? 'was' : 'were'} named or changed since, and that would be lost. Nothing was changed.`,
      'Take those changes back first, or set the places aside.',
    );
  }
  if (before.some(({ run }) => keptRun(writer, run) === null)) {
    throw new FailureError(
      'needed-later',
      'The run that the places rested on before was removed since. Nothing was changed.',
      'Repeat a run and find the places of it.',
    );
  }
}
