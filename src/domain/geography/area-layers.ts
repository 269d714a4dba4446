/** What tells the layer of an area: its type and the edition of its codes. */
interface LayeredArea {
  readonly name: string;
  /** `LSOA`, `WD`, `PFA` … as the boundary file says it. */
  readonly type: string;
  /** Year of the codes (`2021`); '' when the file does not say it. Editions of one type overlap. */
  readonly edition: string;
  readonly femalePopulation: number | null;
}

/**
 * The areas by which records are counted: those of one layer, so that an incident inside a ward, an LSOA and the
 * force counts once. It is the layer with the most areas whose women and girls are known, else with the most
 * areas; of equal layers the one imported last.
 */
export function countingLayer<Area extends LayeredArea>(areas: readonly Area[]): readonly Area[] {
  const layers = new Map<string, { areas: Area[]; peopled: number }>();
  for (const area of areas) {
    const key = JSON.stringify([area.type, area.edition]);
    const layer = layers.get(key) ?? { areas: [], peopled: 0 };
    layers.set(key, layer);
    layer.areas.push(area);
    if ((area.femalePopulation ?? 0) > 0) layer.peopled++;
  }
  let best: { readonly areas: readonly Area[]; readonly peopled: number } = {
    areas: [],
    peopled: 0,
  };
  for (const layer of layers.values()) {
    const byPeople = layer.peopled - best.peopled;
    if (byPeople > 0 || (byPeople === 0 && layer.areas.length >= best.areas.length)) best = layer;
  }
  return best.areas;
}

/**
 * The areas that together are the force's ground: its own police force area where boundaries of forces were
 * imported and one has its name, else every area. A file of all forces would otherwise put the whole country
 * inside the force.
 */
export function forceGround<Area extends LayeredArea>(
  areas: readonly Area[],
  force: string,
): readonly Area[] {
  const wanted = plainForce(force);
  const own = areas.filter((area) => area.type === 'PFA' && plainForce(area.name) === wanted);
  return own.length === 0 ? areas : own;
}

/** A force's name without what its boundary file leaves out: "Avon & Somerset Constabulary" as "avon somerset". */
function plainForce(name: string): string {
  return name
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(
      (word) => !['', 'the', 'and', 'police', 'constabulary', 'service', 'force'].includes(word),
    )
    .join(' ');
}
