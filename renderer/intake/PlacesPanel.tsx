import { Button, Group, Select, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { LocatedRecords, MatchedPlace } from '../../src/contract/intake.ts';
import { ask } from '../app/engine-client.ts';
import { formatNumber } from '../app/format.ts';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { PlaceRow } from './PlaceRow.tsx';

type Confidence = MatchedPlace['confidence'];
const confidences = [
  { value: 'likely', label: 'likely: look at these first' },
  { value: 'exact', label: 'exact' },
  { value: 'area-only', label: 'area only' },
  { value: 'none', label: 'not found' },
];

/** Places found for records without coordinates, each to be accepted or refused. */
export function PlacesPanel() {
  const { take, refresh, summary } = useWorkbench();
  const [confidence, setConfidence] = useState<Confidence | null>('likely');
  const { value: page, reload: load } = useCall('listMatchedPlaces', { confidence });
  const { places, total } = page ?? { places: [], total: 0 };
  const [found, setFound] = useState<LocatedRecords | null>(null);
  const locate = async () => {
    setFound(take(await ask('locateRecords', {}, 'Finding positions')));
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
      <Text c="dimmed">
        Records that came without coordinates are looked for by their postcode, then by the venue,
        street or area that their text names. Exact ones are put on the map; a likely one only after
        you accept it. Records that are not found stay in every total.
      </Text>
      <Group align="end">
        <Button disabled={isReader} onClick={() => void locate()}>
          Find positions
        </Button>
        <Select
          label="Show"
          data={confidences}
          value={confidence}
          clearable
          placeholder="all"
          onChange={(value) => setConfidence(value as Confidence | null)}
        />
      </Group>
      {found !== null && <Text role="status">{foundInWords(found)}</Text>}
      {places.length === 0 ? (
        <Text c="dimmed">Nothing of this kind was found yet.</Text>
      ) : (
        <div className="scroll-x">
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Text on the record</Table.Th>
                <Table.Th className="number">Records</Table.Th>
                <Table.Th>Taken for</Table.Th>
                <Table.Th>Why</Table.Th>
                <Table.Th>Decision</Table.Th>
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
        <Text size="sm">and {formatNumber(total - places.length)} more</Text>
      )}
    </Stack>
  );
}

const evidenceWords: Readonly<Record<string, string>> = {
  incident: 'incidents',
  partner_event: 'partner events',
  perception: 'perceptions',
  statement: 'statements',
};

function foundInWords({ evidence }: LocatedRecords): string {
  const parts = Object.entries(evidence).map(
    ([kind, counts]) =>
      `${evidenceWords[kind] ?? kind}: ${formatNumber(counts.exact)} exact, ${formatNumber(counts.likely)} likely, ${formatNumber(counts['area-only'])} by area only, ${formatNumber(counts.none)} not found`,
  );
  return parts.length === 0
    ? 'Every record has coordinates, or nothing that says where it was.'
    : `${parts.join('; ')}.`;
}
