import { Button, NativeSelect, TextInput } from '@mantine/core';
import { firstChoices, type MapChoices, smallestPrivateCellMetres } from './map-choices.ts';

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
