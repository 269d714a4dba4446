import { Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { HarmRanking } from '../../src/contract/rules.ts';
import { smallestPrivateCellMetres } from '../../src/domain/disclosure/homes.ts';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { periodOf } from '../explore/map-choices.ts';
import { HarmRanked } from './HarmRanked.tsx';
import type { HarmUnit } from './HarmTable.tsx';
import { threatChoices } from './rule-words.ts';

type By = HarmUnit;

const unitChoices: readonly { readonly value: By; readonly label: string }[] = [
  { value: 'offences', label: 'Offences' },
  { value: 'areas', label: 'Areas' },
  { value: 'cells', label: 'Cells of the map' },
  { value: 'addresses', label: 'Addresses' },
  { value: 'victims', label: 'Victims' },
  { value: 'suspects', label: 'Suspects' },
];
type Victims = 'all' | 'female';
type Space = 'all' | 'online' | 'private' | 'public' | 'unclassified';
type Threat = 'all' | (typeof threatChoices)[number]['value'];

const cellSizes = [150, 250, 500, 1_000] as const;

/** Where and in what most harm lies, by two measures beside the count. */
export function HarmPanel() {
  const { take } = useWorkbench();
  const [by, setBy] = useState<By>('offences');
  const [space, setSpace] = useState<Space>('all');
  const [threat, setThreat] = useState<Threat>('all');
  const [victims, setVictims] = useState<Victims>('all');
  const [cellMetres, setCellMetres] = useState(250);
  const [months, setMonths] = useState({ from: '', to: '' });
  const { from, to } = periodOf(months);
  const [made, setMade] = useState<{ by: By; ranking: HarmRanking } | null>(null);
  const [isMissing, setMissing] = useState(false);
  const smallest = space === 'private' ? smallestPrivateCellMetres : 0;
  const sizes = cellSizes.filter((size) => size >= smallest);
  const usedMetres = Math.max(cellMetres, smallest);
  useEffect(() => {
    let isWanted = true;
    const input = { by, cellMetres: usedMetres, filter: { space, threat, victims, from, to } };
    void ask('harmRanking', input, 'Ranking by harm').then((outcome) => {
      if (!isWanted) return;
      const ranking = take(outcome);
      setMade(ranking && { by, ranking });
      setMissing(!outcome.ok);
    });
    return () => {
      isWanted = false;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- take only tells of a failure
  }, [by, space, threat, victims, usedMetres, from, to]);
  const period =
    from === null && to === null
      ? 'whole period'
      : `${from ?? 'the first record'} to ${to ?? 'the last'}`;
  const choice = `${victims === 'all' ? 'all victims' : 'with a woman or girl among the victims'}, ${period}, by committed date`;
  return (
    <Stack gap="md">
      <Group align="end">
        <NativeSelect
          label="Rank"
          data={[...unitChoices]}
          value={by}
          onChange={(event) => setBy(event.currentTarget.value as By)}
        />
        <NativeSelect
          label="Space"
          data={['all', 'public', 'private', 'online', 'unclassified']}
          value={space}
          onChange={(event) => setSpace(event.currentTarget.value as Space)}
        />
        <NativeSelect
          label="Threat"
          data={[{ value: 'all', label: 'all' }, ...threatChoices]}
          value={threat}
          onChange={(event) => setThreat(event.currentTarget.value as Threat)}
        />
        <NativeSelect
          label="Victims"
          data={[
            { value: 'all', label: 'all' },
            { value: 'female', label: 'women and girls' },
          ]}
          value={victims}
          onChange={(event) => setVictims(event.currentTarget.value as Victims)}
        />
        {(['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            label={end === 'from' ? 'From month' : 'To month'}
            placeholder={end === 'from' ? '2025-11' : '2026-10'}
            w={110}
            value={months[end]}
            onChange={(event) => setMonths({ ...months, [end]: event.currentTarget.value })}
          />
        ))}
        {by === 'cells' && (
          <NativeSelect
            label="Cell size"
            data={sizes.map((size) => ({ value: String(size), label: `${size} m` }))}
            value={String(usedMetres)}
            onChange={(event) => setCellMetres(Number(event.currentTarget.value))}
          />
        )}
      </Group>
      {made?.by !== by ? (
        <Text c="dimmed">
          {isMissing ? 'The ranking could not be made; the message says why.' : 'Ranking…'}
        </Text>
      ) : (
        <HarmRanked ranking={made.ranking} by={by} choice={choice} />
      )}
    </Stack>
  );
}
