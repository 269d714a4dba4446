import { Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CallInput } from '../../src/contract/calls.ts';
import { smallestPrivateCellMetres } from '../../src/domain/disclosure/homes.ts';
import { formatNumber } from '../app/format.ts';
import { useCall } from '../app/use-loaded.ts';
import { periodOf } from '../explore/map-choices.ts';
import { t } from '../words/t.ts';
import { HarmRanked } from './HarmRanked.tsx';
import type { HarmUnit } from './HarmTable.tsx';
import { threatChoices } from './rule-words.ts';

type By = HarmUnit;

const units: readonly By[] = ['offences', 'areas', 'cells', 'addresses', 'victims', 'suspects'];
const spaces = ['public', 'private', 'online', 'unclassified'] as const;
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
      ? t('harm.wholePeriod')
      : t('common.period', { from: from ?? t('harm.firstRecord'), to: to ?? t('harm.last') });
  const choice = t(victims === 'all' ? 'harm.ofAll' : 'harm.ofFemale', { period });
  return (
    <Stack gap="md">
      <Group align="end">
        <NativeSelect
          label={t('harm.toRank')}
          data={units.map((unit) => ({ value: unit, label: t(`harm.rank.${unit}`) }))}
          value={by}
          onChange={(event) => setBy(event.currentTarget.value as By)}
        />
        <NativeSelect
          label={t('fact.space')}
          data={[
            { value: 'all', label: t('common.all') },
            ...spaces.map((one) => ({ value: one, label: t(`spaces.${one}`) })),
          ]}
          value={space}
          onChange={(event) => setSpace(event.currentTarget.value as Space)}
        />
        <NativeSelect
          label={t('list.threat')}
          data={[{ value: 'all', label: t('common.all') }, ...threatChoices]}
          value={threat}
          onChange={(event) => setThreat(event.currentTarget.value as Threat)}
        />
        <NativeSelect
          label={t('fact.victims')}
          data={[
            { value: 'all', label: t('common.all') },
            { value: 'female', label: t('harm.womenAndGirls') },
          ]}
          value={victims}
          onChange={(event) => setVictims(event.currentTarget.value as Victims)}
        />
        {(['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            label={t(end === 'from' ? 'harm.fromMonth' : 'harm.toMonth')}
            placeholder={end === 'from' ? '2025-11' : '2026-10'}
            w={110}
            value={months[end]}
            onChange={(event) => setMonths({ ...months, [end]: event.currentTarget.value })}
          />
        ))}
        {by === 'cells' && (
          <NativeSelect
            label={t('harm.cellSize')}
            data={sizes.map((size) => ({ value: String(size), label: `${formatNumber(size)} m` }))}
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
  const { value: ranking, state } = useCall('harmRanking', input, { label: t('job.harm') });
  if (ranking !== null) return <HarmRanked ranking={ranking} by={input.by} choice={choice} />;
  return <Text c="dimmed">{t(state === 'missing' ? 'harm.missing' : 'harm.ranking')}</Text>;
}
