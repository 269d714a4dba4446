/** The one filter and how cells are made, as chosen on the map. */
export interface MapChoices {
  readonly method: 'gi-star' | 'counts';
  readonly evidence: 'vawg' | 'all-incidents' | 'partner' | 'perceptions';
  readonly space: 'all' | 'online' | 'private' | 'public' | 'unclassified';
  readonly threat:
    | 'all'
    | 'domestic-abuse'
    | 'rape-serious-sexual'
    | 'child-sexual'
    | 'tech-enabled'
    | 'honour-based';
  readonly victims: 'all' | 'female';
  readonly dateBasis: 'committed' | 'recorded';
  readonly from: string;
  readonly to: string;
  readonly cellMetres: number;
  readonly shape: 'square' | 'hexagon';
}

export const firstChoices: MapChoices = {
  method: 'gi-star',
  evidence: 'vawg',
  space: 'public',
  threat: 'all',
  victims: 'all',
  dateBasis: 'committed',
  from: '',
  to: '',
  cellMetres: 250,
  shape: 'square',
};

/** Homes are never drawn finer than this. */
export const smallestPrivateCellMetres = 500;

/** The chosen months as whole days; an empty month sets no bound. */
export function periodOf({ from, to }: Pick<MapChoices, 'from' | 'to'>): {
  from: string | null;
  to: string | null;
} {
  const isMonth = (text: string) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
  const [year = 0, month = 0] = to.split('-').map(Number);
  return {
    from: isMonth(from) ? `${from}-01` : null,
    to: isMonth(to) ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) : null,
  };
}
