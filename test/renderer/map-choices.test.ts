import { describe, expect, it } from 'vitest';
import { firstChoices, mayDrawRecords, questionOf } from '../../renderer/explore/map-choices.ts';

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
