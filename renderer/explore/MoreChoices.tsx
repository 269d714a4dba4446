import { permittedCellMetres } from '../../src/domain/disclosure/homes.ts';
import { t } from '../words/t.ts';
import { Choose } from './Choose.tsx';
import {
  areaRuleChoices,
  dateChoices,
  evidenceChoices,
  shapeChoices,
  threatChoices,
  victimChoices,
  weightChoices,
} from './choice-words.ts';
import type { MapChoices } from './map-choices.ts';

const sizes = [100, 150, 200, 250, 350, 500, 1_000, 2_000];

const selects = [
  ['evidence', evidenceChoices],
  ['threat', threatChoices],
  ['victims', victimChoices],
  ['dateBasis', dateChoices],
  ['shape', shapeChoices],
  ['weight', weightChoices],
] as const;

/** The choices that matter less often. */
export function MoreChoices(props: {
  choices: MapChoices;
  onChange: (choices: MapChoices) => void;
}) {
  const { choices, onChange } = props;
  const permitted = sizes.filter((size) => permittedCellMetres(choices, size) === size);
  const size = Math.max(choices.cellMetres, permitted[0] ?? 0);
  const withOwn = permitted.includes(size) ? permitted : [...permitted, size].sort((a, b) => a - b);
  return (
    <section id="more-choices" className="map-filter more" aria-label={t('map.more')}>
      {selects.map(([name, offered]) => (
        <Choose
          key={name}
          label={t(`map.more.${name}`)}
          value={choices[name]}
          choices={offered()}
          onChange={(value) => onChange({ ...choices, [name]: value })}
        />
      ))}
      <Choose
        label={t('map.more.size')}
        value={String(size)}
        choices={withOwn.map((one) => [String(one), t('map.metres', { metres: one })])}
        onChange={(value) => onChange({ ...choices, cellMetres: Number(value) })}
      />
      <Choose
        label={t('map.more.area')}
        value={choices.area ?? ''}
        choices={areaRuleChoices()}
        onChange={(value) =>
          onChange({ ...choices, area: value === '' ? null : (value as MapChoices['area']) })
        }
      />
    </section>
  );
}
