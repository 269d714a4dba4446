import { Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CallInput } from '../../src/contract/calls.ts';
import { smallestPrivateCellMetres } from '../../src/domain/disclosure/homes.ts';
import { useCall } from '../app/use-loaded.ts';
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
  const [by, setBy] = useState<By>('offences');
  const [space, setSpace] = useState<Space>('all');
  const [threat, setThreat] = useState<Threat>('all');
  const [victims, setVictims] = useState<Victims>('all');
  const [cellMetres, setCellMetres] = useState(250);
  const [months, setMonths] = useState({ from: '', to: '' });
  const { from, to } = periodOf(months);
  const smallest = space === 'private' ? smallestPrivateCellMetres : 0;
  const sizes = cellSizes.filter((size) => size >= smallest);
  const usedMetres = Math.max(cellMetres, smallest);
  const input = { by, cellMetres: usedMetres, filter: { space, threat, victims, from, to } };
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
      <Ranking key={by} input={input} choice={choice} />
    </Stack>
  );
}

/** The ranking of one unit. Another unit is another table, so it does not stand under the last one's heading. */
function Ranking({
  input,
  choice,
}: {
  input: CallInput<'harmRanking'> & { by: By };
  choice: string;
}) {
  const { value: ranking, state } = useCall('harmRanking', input, { label: 'Ranking by harm' });
  if (ranking !== null) return <HarmRanked ranking={ranking} by={input.by} choice={choice} />;
  return (
    <Text c="dimmed">
      {state === 'missing' ? 'The ranking could not be made; the message says why.' : 'Ranking…'}
    </Text>
  );
}
