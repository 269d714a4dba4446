import { Button, Group, NativeSelect, Text } from '@mantine/core';
import type { Ground } from '../map/ground.ts';
import { t } from '../words/t.ts';
import { optionsOf } from './choice-words.ts';
import type { MapChoices } from './map-choices.ts';

export type Corner = readonly [longitude: number, latitude: number];

/** Holds the filter to an area: one of the boundaries, or one drawn on the map. */
export function AreaTools(props: {
  ground: Ground | null;
  within: MapChoices['within'];
  /** Corners drawn so far; null while nothing is being drawn. */
  drawn: readonly Corner[] | null;
  onDrawn: (corners: readonly Corner[] | null) => void;
  onWithin: (within: MapChoices['within']) => void;
}) {
  const { ground, within, drawn, onDrawn, onWithin } = props;
  const areas = ground?.names.map(({ code, name }) => [code, name] as const) ?? [];
  const value = within === null ? '' : within.kind === 'area' ? within.code : 'ring';
  const ring = within?.kind === 'ring' ? ([['ring', t('map.only.drawn')]] as const) : [];
  return (
    <Group gap="xs" className="area-tools" align="center">
      <NativeSelect
        size="xs"
        aria-label={t('map.only')}
        value={value}
        data={optionsOf([['', t('map.only.whole')], ...ring, ...areas])}
        onChange={(event) => {
          const code = event.currentTarget.value;
          if (code === 'ring') return;
          onWithin(code === '' ? null : { kind: 'area', code });
        }}
      />
      {drawn === null ? (
        <Button size="xs" variant="default" onClick={() => onDrawn([])}>
          {t('map.only.draw')}
        </Button>
      ) : (
        <>
          <Text size="xs" role="status">
            {t('map.only.corners', { count: drawn.length })}
          </Text>
          <Button
            size="xs"
            disabled={drawn.length < 3}
            onClick={() => {
              onWithin({ kind: 'ring', ring: drawn.map(([x, y]) => [x, y]) });
              onDrawn(null);
            }}
          >
            {t('map.only.use')}
          </Button>
          <Button size="xs" variant="default" onClick={() => onDrawn(null)}>
            {t('map.only.leave')}
          </Button>
        </>
      )}
    </Group>
  );
}
