import { FailureError } from '../../../contract/outcome.ts';
import type { Area } from '../../../domain/evidence/other-evidence.ts';
import { areaSquareKilometres } from '../../../domain/geography/areas.ts';

/**
 * Areas of one type, each code once: types lie over each other (a ward and the force it is in), and what is counted
 * in both would count twice.
 *
 * @param type The type asked for; null takes the one that covers most land, and of those the one with most areas.
 * @throws FailureError for a type that was not imported.
 */
export function areasOfOneType(list: readonly Area[], type: string | null): readonly Area[] {
  const types = new Map<string, Map<string, Area>>();
  for (const area of list) {
    const ofType = types.get(area.type) ?? new Map<string, Area>();
    types.set(area.type, ofType);
    if (!ofType.has(area.code)) ofType.set(area.code, area);
  }
  if (type !== null) {
    const asked = types.get(type);
    if (asked !== undefined) return [...asked.values()];
    throw new FailureError(
      'bad-request',
      'There are no areas of that type in this workspace.',
      types.size === 0
        ? 'Import boundaries first.'
        : `Choose one of ${[...types.keys()].join(', ')}.`,
    );
  }
  let best: { readonly areas: readonly Area[]; readonly land: number } = { areas: [], land: 0 };
  for (const ofType of types.values()) {
    const areas = [...ofType.values()];
    const land = areas.reduce((sum, area) => sum + areaSquareKilometres(area), 0);
    // Simplified outlines of the same land differ a little.
    const isSame = Math.abs(land - best.land) < 0.02 * land;
    if (isSame ? areas.length > best.areas.length : land > best.land) best = { areas, land };
  }
  return best.areas;
}
