import { FailureError } from '../../contract/outcome.ts';
import { bandwidthRuleSentence, ruleBandwidthMetres } from '../../domain/hotspots/bandwidth.ts';
import type { WeightedPlaces } from '../../domain/hotspots/kde.ts';
import type { MethodSettings } from './method-settings.ts';

/** A kernel's radius and where it comes from. */
export interface ChosenBandwidth {
  readonly bandwidthMetres: number;
  readonly sentence: string;
}

/**
 * The setting `bandwidthMetres`, or else the rule's bandwidth, which is never taken below one cell.
 *
 * @param smallest Metres that a bandwidth by hand must reach.
 * @throws FailureError for places without weight, or a bandwidth by hand that is too small for the cells.
 */
export function chooseBandwidth(
  places: WeightedPlaces,
  cellMetres: number,
  settings: MethodSettings,
  smallest = cellMetres,
): ChosenBandwidth {
  if (!(places.weights.some((weight) => weight > 0) && places.weights.every((w) => w >= 0))) {
    throw new FailureError(
      'nothing-to-show',
      'A density needs at least one record with a position, and no weight below 0.',
      'Widen what is counted, or look at the weights.',
    );
  }
  if (settings.text('bandwidthMetres') === null) {
    const rule = Math.round(ruleBandwidthMetres(places));
    return rule >= cellMetres
      ? { bandwidthMetres: rule, sentence: `${bandwidthRuleSentence} Rounded to whole metres.` }
      : {
          bandwidthMetres: cellMetres,
          sentence: `${bandwidthRuleSentence} That gives ${rule} m, less than a cell, so one cell is taken.`,
        };
  }
  const bandwidthMetres = settings.number('bandwidthMetres', cellMetres, { least: 0 });
  if (bandwidthMetres < smallest) {
    throw new FailureError(
      'bad-request',
      `A bandwidth of ${bandwidthMetres} m is too small for cells of ${cellMetres} m: it would show the cells and not the records, and records in their corners would count nowhere.`,
      `Set bandwidthMetres to ${smallest} or more, or take cells of at most ${(bandwidthMetres * cellMetres) / smallest} m.`,
    );
  }
  return { bandwidthMetres, sentence: 'Bandwidth set by hand.' };
}
