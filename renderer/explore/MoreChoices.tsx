import { Text, Textarea } from '@mantine/core';
import { permittedCellMetres } from '../../src/domain/disclosure/homes.ts';
import { Choose } from './Choose.tsx';
import {
  areaRuleChoices,
  dateChoices,
  evidenceChoices,
  methodChoices,
  shapeChoices,
  threatChoices,
  victimChoices,
  weightChoices,
} from './choice-words.ts';
import type { MapChoices } from './map-choices.ts';

const sizes = [100, 150, 200, 250, 350, 500, 1_000, 2_000];

const selects = [
  ['evidence', 'Evidence', evidenceChoices],
  ['threat', 'Threat', threatChoices],
  ['victims', 'Victims', victimChoices],
  ['dateBasis', 'Date', dateChoices],
  ['shape', 'Cells', shapeChoices],
  ['weight', 'Weight', weightChoices],
] as const;

/** The choices that matter less often, and the settings of the method. */
export function MoreChoices(props: {
  choices: MapChoices;
  onChange: (choices: MapChoices) => void;
}) {
  const { choices, onChange } = props;
  const offered = sizes.filter((size) => permittedCellMetres(choices, size) === size);
  const size = Math.max(choices.cellMetres, offered[0] ?? 0);
  const withOwn = offered.includes(size) ? offered : [...offered, size].sort((a, b) => a - b);
  const question = methodChoices.find(([name]) => name === choices.method)?.[2];
  return (
    <section id="more-choices" className="map-filter more" aria-label="More choices">
      {selects.map(([name, label, options]) => (
        <Choose
          key={name}
          label={label}
          value={choices[name]}
          choices={options}
          onChange={(value) => onChange({ ...choices, [name]: value })}
        />
      ))}
      <Choose
        label="Cell size"
        value={String(size)}
        choices={withOwn.map((one) => [String(one), `${one} m`])}
        onChange={(value) => onChange({ ...choices, cellMetres: Number(value) })}
      />
      <Choose
        label="Study area"
        value={choices.area ?? ''}
        choices={areaRuleChoices}
        onChange={(value) =>
          onChange({ ...choices, area: value === '' ? null : (value as MapChoices['area']) })
        }
      />
      <Textarea
        size="xs"
        label="Settings of the method"
        placeholder="name=value, one a line"
        autosize
        minRows={1}
        maxRows={4}
        className="wide-choice"
        defaultValue={choices.settings}
        key={`${choices.method} ${choices.settings}`}
        onBlur={(event) => onChange({ ...choices, settings: event.currentTarget.value })}
      />
      <Text size="xs" c="dimmed" className="method-question">
        {question}
      </Text>
    </section>
  );
}
