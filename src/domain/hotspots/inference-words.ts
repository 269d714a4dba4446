import { number } from '../figures/words.ts';
import type { Inference } from './gi-star-test.ts';

/** Where the p of a Gi* run comes from, in one true sentence, and a caution where one is due. */
export function inferenceWords(inference: Inference, cells: number): string[] {
  return [source(inference, cells), ...caution(inference, cells)];
}

function source({ used, draws, steps, cap }: Inference, cells: number): string {
  const places = `the ${number(cells)} cells of the study area`;
  if (used === 'normal') {
    return `p is taken from the normal distribution. It assumes that the values of ${places} are many and alike enough for their sums to be normal.`;
  }
  const how =
    draws === null ? 'worked out exactly' : `from ${number(draws)} draws with a fixed seed`;
  const expected = `"Expected" means what would be found if the values of the cells were placed at random over ${places}; p is the share of such arrangements with a sum at least as far from the mean (${how})`;
  return used === 'permutation'
    ? `${expected}.`
    : `${expected}, or the normal p where that is larger.${capped(cap)}${inSteps(steps)}`;
}

function capped(cap: number | null): string {
  return cap === null
    ? ''
    : ` Values above ${number(cap)} count as ${number(cap)} in this, so that one full cell, such as a default address, neither is a hot spot by itself nor hides others: see counts and repeat places for such cells.`;
}

function inSteps(steps: number): string {
  return steps <= 2
    ? ''
    : ` It was done in ${steps} steps: cells already found hot were taken out of the comparison, so that they do not hide lesser ones.`;
}

function caution({ smallest }: Inference, cells: number): string[] {
  return smallest * cells > 0.05
    ? [
        'There is too little here for a single cell to stand out after correction, however full it was. Choose larger cells, a longer period or a smaller study area.',
      ]
    : [];
}

/** What "hot after correction" means: a statement about the set of hot cells, not about one of them. */
export const correctedSentence =
  'Hot and cold cells are corrected over all cells of the study area (Benjamini and Hochberg): of the cells called so at 5 %, at most 5 in 100 are expected to be false. That is a statement about the set, not about one cell.';
