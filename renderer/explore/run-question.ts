import type { AskedQuestion } from '../../src/contract/hotspot-inputs.ts';
import type { RunResult } from '../../src/contract/hotspots.ts';
import type { MapChoices } from './map-choices.ts';

/** The question a run answered, as far as a look at its cells needs it. */
export function questionOfRun({ run, settings }: RunResult): Required<AskedQuestion> {
  const { cellMetres, shape, area, weight } = run.parameters;
  return {
    method: run.method,
    filter: run.filter,
    cellMetres: typeof cellMetres === 'number' ? cellMetres : 250,
    shape: shape === 'hexagon' ? 'hexagon' : 'square',
    area: typeof area === 'string' ? (area as MapChoices['area']) : null,
    weight: weight === 'harm' ? 'harm' : 'count',
    settings: { ...settings },
  };
}
