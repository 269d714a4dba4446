import { Button, TextInput } from '@mantine/core';
import { t } from '../words/t.ts';
import { Choose } from './Choose.tsx';
import { methodChoices, spaceChoices } from './choice-words.ts';
import { MethodSettings } from './MethodSettings.tsx';
import type { MapChoices } from './map-choices.ts';

const usualMethods = 2;

/** The three choices that matter, space, period and method; the rest, and the method's own settings, is folded under "More". */
export function MapFilter(props: {
  choices: MapChoices;
  isMoreOpen: boolean;
  onMore: () => void;
  onChange: (choices: MapChoices) => void;
  onClear: () => void;
}) {
  const { choices, isMoreOpen, onMore, onChange, onClear } = props;
  const isUsual = methodChoices.slice(0, usualMethods).some(([name]) => name === choices.method);
  // Equal methods side by side invite shopping for the answer: the others are offered only under "More".
  const methods = isMoreOpen || !isUsual ? methodChoices : methodChoices.slice(0, usualMethods);
  return (
    <div className="map-filter" role="search" aria-label={t('map.filter')}>
      <Choose
        label={t('map.filter.space')}
        value={choices.space}
        choices={spaceChoices()}
        onChange={(space) => onChange({ ...choices, space: space as MapChoices['space'] })}
      />
      <TextInput
        size="xs"
        label={t('map.filter.from')}
        placeholder="2025-11"
        value={choices.from}
        onChange={(event) => onChange({ ...choices, from: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label={t('map.filter.to')}
        placeholder="2026-10"
        value={choices.to}
        onChange={(event) => onChange({ ...choices, to: event.currentTarget.value })}
      />
      <div className="wide-choice">
        <Choose
          label={t('map.filter.method')}
          value={choices.method}
          choices={methods}
          onChange={(method) =>
            onChange({ ...choices, method: method as MapChoices['method'], settings: '' })
          }
        />
      </div>
      <Button
        size="xs"
        variant="default"
        aria-expanded={isMoreOpen}
        aria-controls="more-choices"
        onClick={onMore}
      >
        {t(isMoreOpen ? 'map.filter.less' : 'map.filter.more')}
      </Button>
      <Button size="xs" variant="default" onClick={onClear}>
        {t('map.filter.clear')}
      </Button>
      {isMoreOpen && <MethodSettings choices={choices} onChange={onChange} />}
    </div>
  );
}
