import { userInfo } from 'node:os';
import type { ParsedInput } from '../../contract/calls.ts';
import type { Recipe } from '../../contract/hotspots.ts';
import { FailureError } from '../../contract/outcome.ts';
import { permittedCellMetres } from '../../domain/disclosure/homes.ts';
import type { Session } from '../session.ts';
import { appendAudit } from '../workspace/audit.ts';
import { inTransaction } from '../workspace/database.ts';
import { countRuns } from '../workspace/runs.ts';
import { readSetting, removeSetting, writeSetting } from '../workspace/settings.ts';
import { recipeInForce } from './recipe.ts';

/** Sets the recipe that later runs are held against. */
export function saveRecipe(session: Session, input: ParsedInput<'saveRecipe'>): null {
  const { writer } = session;
  inTransaction(writer, () => {
    const runsBefore = countRuns(writer);
    const recipe: Recipe = {
      ...input,
      cellMetres: permittedCellMetres(input.filter, input.cellMetres),
      setAt: new Date().toISOString(),
      setBy: userInfo().username,
      runsBefore,
    };
    writeSetting(writer, 'recipe-before', readSetting(writer, 'recipe') ?? '');
    writeSetting(writer, 'recipe', JSON.stringify(recipe));
    appendAudit(writer, 'recipe set', {
      method: input.method,
      cellMetres: permittedCellMetres(input.filter, input.cellMetres),
      shape: input.shape,
      area: input.area,
      weight: input.weight,
      evidence: input.filter.evidence,
      space: input.filter.space,
      from: input.filter.from,
      to: input.filter.to,
      runsBefore,
    });
  });
  return null;
}

/** Puts the recipe of before the last one in force again. Once: what is put back is not taken back in its turn. */
export function undoRecipe({ writer }: Session): Recipe | null {
  return inTransaction(writer, () => {
    const before = readSetting(writer, 'recipe-before');
    if (before === null) {
      throw new FailureError(
        'not-found',
        'There is no recipe left to take back. Nothing was changed.',
        'Set the recipe that is to hold.',
      );
    }
    if (before === '') removeSetting(writer, 'recipe');
    else writeSetting(writer, 'recipe', before);
    removeSetting(writer, 'recipe-before');
    appendAudit(writer, 'recipe taken back', { earlier: before !== '' });
    return recipeInForce(writer);
  });
}
