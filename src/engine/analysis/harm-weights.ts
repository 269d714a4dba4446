import type { ProfileFilter } from '../../contract/filter.ts';
import { FailureError } from '../../contract/outcome.ts';
import type { MethodSettings } from './method-settings.ts';
import type { Standing } from './standing.ts';

/**
 * The weight of each incident on the harm list that a run asks for (`harmList`); NaN = unweighted.
 * Only police incidents have one: other kinds of evidence are refused, and so is a list that is not loaded.
 */
export function harmWeights(
  { columns, lists }: Standing,
  { evidence }: ProfileFilter,
  settings: MethodSettings,
): Float64Array {
  if (evidence === 'partner' || evidence === 'perceptions') {
    throw new FailureError(
      'bad-request',
      'Only police incidents have a harm weight.',
      'Weigh by count, or choose incidents.',
    );
  }
  const list = settings.choice('harmList', ['severity', 'cambridge'], 'severity');
  if (lists[list] === null) {
    throw new FailureError(
      'nothing-to-show',
      'That harm list is not loaded.',
      'Import it under Data (for commands: --as harm), or choose the other list.',
    );
  }
  const { severityScore, cambridgeDays } = columns.incidents;
  return list === 'severity' ? severityScore : cambridgeDays;
}
