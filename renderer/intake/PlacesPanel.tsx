import { Button, Group, Select, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { LocatedRecords, MatchedPlace } from '../../src/contract/intake.ts';
import { ask } from '../app/engine-client.ts';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t, tCode } from '../words/t.ts';
import { PlaceRow } from './PlaceRow.tsx';

type Confidence = MatchedPlace['confidence'];
const confidences = ['likely', 'exact', 'area-only', 'none'] as const;

/** Places found for records without coordinates, each to be accepted or refused. */
export function PlacesPanel() {
  const { take, refresh, summary } = useWorkbench();
  const [confidence, setConfidence] = useState<Confidence | null>('likely');
  const { value: page, reload: load } = useCall('listMatchedPlaces', { confidence });
  const { places, total } = page ?? { places: [], total: 0 };
  const [found, setFound] = useState<LocatedRecords | null>(null);
  const locate = async () => {
    setFound(take(await ask('locateRecords', {}, t('taken.finding'))));
    await load();
    await refresh();
  };
  const decide = async (place: MatchedPlace, decision: MatchedPlace['decision']) => {
    const { evidence, text } = place;
    take(await ask('decideMatchedPlace', { evidence, text, decision }));
    await load();
  };
  const isReader = summary?.access === 'reader';
  return (
    <Stack gap="md">
      <Text c="dimmed">{t('taken.text')}</Text>
      <Group align="end">
        <Button disabled={isReader} onClick={() => void locate()}>
          {t('taken.find')}
        </Button>
        <Select
          label={t('taken.show')}
          data={confidences.map((one) => ({ value: one, label: t(`taken.are.${one}`) }))}
          value={confidence}
          clearable
          placeholder={t('common.all')}
          onChange={(value) => setConfidence(value)}
        />
      </Group>
      {found !== null && <Text role="status">{foundInWords(found)}</Text>}
      {places.length === 0 ? (
        <Text c="dimmed">{t('taken.none')}</Text>
      ) : (
        <div className="scroll-x">
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('taken.onRecord')}</Table.Th>
                <Table.Th className="number">{t('taken.records')}</Table.Th>
                <Table.Th>{t('taken.for')}</Table.Th>
                <Table.Th>{t('taken.why')}</Table.Th>
                <Table.Th>{t('taken.decision')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {places.map((place) => (
                <PlaceRow
                  key={`${place.evidence} ${place.text} ${place.matched ?? ''}`}
                  place={place}
                  isReader={isReader}
                  decide={(decision) => void decide(place, decision)}
                />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {total > places.length && (
        <Text size="sm">{t('common.andMore', { count: total - places.length })}</Text>
      )}
    </Stack>
  );
}

function foundInWords({ evidence }: LocatedRecords): string {
  const parts = Object.entries(evidence).map(([kind, counts]) =>
    t('taken.found', {
      evidence: tCode(`taken.of.${kind}`),
      exact: counts.exact,
      likely: counts.likely,
      areaOnly: counts['area-only'],
      notFound: counts.none,
    }),
  );
  return parts.length === 0 ? t('taken.allKnown') : `${parts.join('; ')}.`;
}
