import { Button, NativeSelect, TextInput } from '@mantine/core';

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

const selects = [
  [
    'evidence',
    'Evidence',
    [
      ['vawg', 'VAWG incidents'],
      ['all-incidents', 'All incidents'],
      ['partner', 'Partner events'],
      ['perceptions', 'Felt unsafe'],
    ],
  ],
  [
    'space',
    'Space',
    [
      ['all', 'All'],
      ['public', 'Public'],
      ['private', 'Private'],
      ['online', 'Online'],
      ['unclassified', 'Unclassified'],
    ],
  ],
  [
    'threat',
    'Threat',
    [
      ['all', 'All'],
      ['domestic-abuse', 'Domestic abuse'],
      ['rape-serious-sexual', 'Rape, serious sexual'],
      ['child-sexual', 'Child sexual'],
      ['tech-enabled', 'Tech-enabled'],
      ['honour-based', 'Honour-based'],
    ],
  ],
  [
    'victims',
    'Victims',
    [
      ['all', 'All'],
      ['female', 'Female'],
    ],
  ],
  [
    'dateBasis',
    'Date',
    [
      ['committed', 'Committed'],
      ['recorded', 'Recorded'],
    ],
  ],
  [
    'method',
    'Method',
    [
      ['gi-star', 'Gi* hot spots'],
      ['counts', 'Counts'],
    ],
  ],
  [
    'shape',
    'Cells',
    [
      ['square', 'Squares'],
      ['hexagon', 'Hexagons'],
    ],
  ],
] as const;

/** The filter bar. */
export function MapFilter(props: { choices: MapChoices; onChange: (choices: MapChoices) => void }) {
  const { choices, onChange } = props;
  const sizes = [150, 200, 250, 350, 500, 1_000].filter(
    (size) => choices.space !== 'private' || size >= smallestPrivateCellMetres,
  );
  return (
    <div className="map-filter" role="search" aria-label="Filter">
      <TextInput
        size="xs"
        label="From month"
        placeholder="2025-11"
        value={choices.from}
        onChange={(event) => onChange({ ...choices, from: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label="To month"
        placeholder="2026-10"
        value={choices.to}
        onChange={(event) => onChange({ ...choices, to: event.currentTarget.value })}
      />
      {selects.map(([name, label, options]) => (
        <NativeSelect
          key={name}
          size="xs"
          label={label}
          value={choices[name]}
          onChange={(event) => onChange({ ...choices, [name]: event.currentTarget.value })}
          data={options.map(([value, text]) => ({ value, label: text }))}
        />
      ))}
      <NativeSelect
        size="xs"
        label="Cell size"
        value={String(Math.max(choices.cellMetres, sizes[0] ?? 0))}
        onChange={(event) =>
          onChange({ ...choices, cellMetres: Number(event.currentTarget.value) })
        }
        data={sizes.map((size) => ({ value: String(size), label: `${size} m` }))}
      />
      <Button size="xs" variant="default" onClick={() => onChange(firstChoices)}>
        Clear
      </Button>
    </div>
  );
}
