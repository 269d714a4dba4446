import { type StudyGround, weighCells } from '../../../domain/geography/study-ground.ts';
import { benjaminiHochberg } from '../../../domain/hotspots/benjamini-hochberg.ts';
import { giStarTest } from '../../../domain/hotspots/gi-star-test.ts';
import { runSteps } from '../../jobs.ts';
import { inferenceSettings } from '../inference-settings.ts';
import type { MethodContext } from './method-runner.ts';

/** Adjusted p up to which a cell is hot, as in the bins 2 and 3 of gi-star. */
const hotUpTo = 0.05;

/** 1 for each study cell that Gi* calls hot after correction, by the run's weight and inference. */
export async function hotCells(
  { question, settings, job }: MethodContext,
  ground: StudyGround,
  weights: Float64Array,
): Promise<Uint8Array> {
  const values = question.weight === 'harm' ? weighCells(ground, weights) : ground.counts;
  const test = giStarTest(values, ground.cells, inferenceSettings(settings, 'auto'));
  const { z, p } = await runSteps(test, job, 'testing cells');
  return Uint8Array.from(benjaminiHochberg(p), (adjusted, cell) =>
    adjusted <= hotUpTo && (z[cell] ?? 0) > 0 ? 1 : 0,
  );
}
