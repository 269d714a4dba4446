import { describe, expect, it } from 'vitest';
import {
  choicesOf,
  filterOf,
  firstChoices,
  isAsRecipe,
  periodWords,
  questionOf,
} from '../../renderer/explore/map-choices.ts';
import type { Recipe } from '../../src/contract/hotspots.ts';
import { mayDrawRecords } from '../../src/domain/disclosure/homes.ts';

const recipe: Recipe = {
  method: 'gi-star',
  filter: filterOf({ ...firstChoices, from: '2025-11', to: '2026-10' }),
  cellMetres: 250,
  shape: 'square',
  area: null,
  weight: 'count',
  settings: { inference: 'auto' },
  setAt: '2026-11-01T09:00:00Z',
  setBy: 'analyst',
  note: 'made up',
  runsBefore: 0,
};

describe('the choices of the map', () => {
  it('ask whole months, and settings by name', () => {
    const question = questionOf({
      ...firstChoices,
      from: '2026-01',
      to: '2026-02',
      settings: 'inference=auto\n\n a = b=c \nno value',
    });
    expect(question.filter).toMatchObject({ from: '2026-01-01', to: '2026-02-28' });
    expect(question.settings).toEqual({ inference: 'auto', a: 'b=c' });
  });

  it('never ask finer cells of homes than 500 m', () => {
    expect(questionOf({ ...firstChoices, space: 'private', cellMetres: 100 }).cellMetres).toBe(500);
    expect(questionOf({ ...firstChoices, space: 'public', cellMetres: 100 }).cellMetres).toBe(100);
  });

  it('draw single records only where no home can be among them', () => {
    const may = (space: 'all' | 'public' | 'private' | 'online', evidence: 'vawg' | 'partner') =>
      mayDrawRecords({ space, evidence });
    expect(may('public', 'vawg')).toBe(true);
    for (const space of ['all', 'private', 'online'] as const) {
      expect(may(space, 'vawg')).toBe(false);
    }
    expect(may('all', 'partner')).toBe(false);
    expect(mayDrawRecords({ space: 'all', evidence: 'perceptions' })).toBe(true);
  });
});

describe('the recipe', () => {
  it('is what its own choices ask', () => {
    expect(isAsRecipe(choicesOf(recipe), recipe)).toBe(true);
    // As it comes back from the workspace, written down in another order.
    const filter = Object.fromEntries(Object.entries(recipe.filter).reverse());
    const again = { ...recipe, filter: filter as Recipe['filter'] };
    expect(isAsRecipe(choicesOf(recipe), again)).toBe(true);
  });

  it.each([
    ['a method', { method: 'counts' }],
    ['a month', { from: '2025-10' }],
    ['a cell size', { cellMetres: 350 }],
    ['a setting', { settings: '' }],
    ['an area', { within: { kind: 'area', code: 'E1' } }],
  ] as const)('is departed from by %s', (_what, change) => {
    expect(isAsRecipe({ ...choicesOf(recipe), ...change }, recipe)).toBe(false);
  });
});

describe('the period of a map in words', () => {
  it('names the date that each kind of evidence is counted by', () => {
    const filter = { from: '2026-01-01', to: null, dateBasis: 'committed' } as const;
    const words = (['vawg', 'all-incidents', 'partner', 'perceptions'] as const).map((evidence) =>
      periodWords({ ...filter, evidence }),
    );
    expect(words).toEqual([
      '2026-01-01 to the last record, by committed date',
      '2026-01-01 to the last record, by committed date',
      '2026-01-01 to the last record, by the date of the event',
      '2026-01-01 to the last record, by the date of the report',
    ]);
  });
});
