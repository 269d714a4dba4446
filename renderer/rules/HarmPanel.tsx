import { Alert, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { HarmListSummary, HarmRanking } from '../../src/contract/rules.ts';
import { ask } from '../app/engine-client.ts';
import { formatNumber, formatShare } from '../app/format.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { periodOf, smallestPrivateCellMetres } from '../explore/map-choices.ts';
import { HarmTable, type HarmUnit } from './HarmTable.tsx';
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
type Space = 'all' | 'online' | 'private' | 'public' | 'unclassified';
type Threat = 'all' | (typeof threatChoices)[number]['value'];

const cellSizes = [150, 250, 500, 1_000] as const;

/** Where and in what most harm lies, by two measures beside the count. */
export function HarmPanel() {
  const { take } = useWorkbench();
  const [by, setBy] = useState<By>('offences');
  const [space, setSpace] = useState<Space>('all');
  const [threat, setThreat] = useState<Threat>('all');
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
    const input = { by, cellMetres: usedMetres, filter: { space, threat, from, to } };
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
  }, [by, space, threat, usedMetres, from, to]);
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
        <Ranked ranking={made.ranking} by={by} />
      )}
    </Stack>
  );
}

function Ranked({ ranking, by }: { ranking: HarmRanking; by: By }) {
  const { lists, incidents, unweighted } = ranking;
  const none = 'not loaded';
  return (
    <>
      {lists.cambridge === null && (
        <Alert color="gray" title="No Cambridge Crime Harm Index is loaded">
          Its numbers may not be shipped with the app. Load your force's own copy of the workbook:
          Data, Import, "Choose files"; it is recognised as harm weights. Until then the ONS score
          stands alone.
        </Alert>
      )}
      <Text size="sm">
        {formatNumber(incidents)} VAWG incidents in {formatNumber(ranking.units)}{' '}
        {by === 'cells' ? 'occupied cells' : by}. ONS Crime Severity Score:{' '}
        {listText(lists.severity) || none}, {formatNumber(unweighted.severity)} incidents without a
        weight ({formatShare(unweighted.severity, incidents)}). Cambridge index:{' '}
        {lists.cambridge === null
          ? none
          : `${listText(lists.cambridge)}, ${formatNumber(unweighted.cambridge)} incidents without a weight (${formatShare(unweighted.cambridge, incidents)})`}
        .
      </Text>
      <Text size="xs" c="dimmed" maw={860}>
        The two measures rest on sentences, not on what victims say of harm, and they rank
        differently: read all three ranks. An incident without a weight is not harmless. Recorded
        crime is not prevalence.
        {(by === 'victims' || by === 'suspects') &&
          ' Numbers stand for keyed identifiers of this workspace; records without one are in no row. A high rank is a reason to look, never a decision about a person. Suspects who were eliminated or under 18 are left out.'}
      </Text>
      {ranking.rows.length === 0 ? (
        <Text c="dimmed">
          {by === 'areas'
            ? 'No imported boundary holds an incident of this choice.'
            : 'No incident is in this choice.'}
        </Text>
      ) : (
        <HarmTable rows={ranking.rows} by={by} hasCambridge={lists.cambridge !== null} />
      )}
    </>
  );
}

function listText(list: HarmListSummary | null): string {
  return list === null ? '' : `${list.edition}, ${formatNumber(list.weights)} weights`;
}
