import { Button, Group, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { LocatedRecords, MatchedPlace } from '../../src/contract/intake.ts';
import { ask } from '../app/engine-client.ts';
import { NotRead } from '../app/NotRead.tsx';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { Pager } from '../rules/Pager.tsx';
import { t, tCode } from '../words/t.ts';
import { PlaceRow } from './PlaceRow.tsx';

const pageRows = 50;

type Confidence = MatchedPlace['confidence'];
const confidences = ['likely', 'exact', 'area-only', 'none'] as const;

/** Places found for records without coordinates, each to be accepted or refused. */
export function PlacesPanel() {
  const { take, refresh, summary } = useWorkbench();
  const [confidence, setConfidence] = useState<Confidence | null>('likely');
  const [words, setWords] = useState('');
  const [skip, setSkip] = useState(0);
  const listed = useCall('listMatchedPlaces', { confidence, words, skip, limit: pageRows });
  const load = listed.reload;
  const { places, total } = listed.value ?? { places: [], total: 0 };
  // The last page may have gone with what was decided on it.
  if (listed.isCurrent && places.length === 0 && skip > 0) setSkip(0);
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
          onChange={(value) => {
            setConfidence(value);
            setSkip(0);
          }}
        />
        <TextInput
          label={t('long.search')}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            setSkip(0);
          }}
        />
      </Group>
      {found !== null && <Text role="status">{foundInWords(found)}</Text>}
      {listed.value === null ? (
        <NotRead of={listed} />
      ) : places.length === 0 ? (
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
      <Pager after={skip} pageRows={pageRows} total={total} go={setSkip} />
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
