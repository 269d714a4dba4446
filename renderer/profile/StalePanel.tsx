import { Button, Group, Table, Text, Title } from '@mantine/core';
import { sectionTitle } from '../../src/domain/profile/section-titles.ts';
import type { StaleFigure } from '../../src/domain/profile/stale.ts';
import { useProfile } from './profile-work.tsx';

/** Every figure in the draft that the evidence no longer says, each to be accepted or kept. */
export function StalePanel() {
  const { state } = useProfile();
  if (state === null) return <Text p="lg">The figures are being collected.</Text>;
  return (
    <div className="page wide">
      <Title order={2} size="h3" mb="xs">
        What no longer holds
      </Title>
      {state.stale.length === 0 ? (
        <Text>
          Every figure in your words says what the evidence says, or you chose to keep it.
        </Text>
      ) : (
        <>
          <Text size="sm" mb="sm">
            Data, rules or lists changed after these figures were put into your words, or into the
            baseline of a recommendation that has not begun. Read the sentence again before you
            accept: another number may ask for other words.
          </Text>
          <Table aria-label="Figures that no longer hold" className="dense wrapped">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Where</Table.Th>
                <Table.Th scope="col">Figure</Table.Th>
                <Table.Th scope="col" className="number">
                  In your words
                </Table.Th>
                <Table.Th scope="col" className="number">
                  Now
                </Table.Th>
                <Table.Th scope="col">Recommendations on it</Table.Th>
                <Table.Th scope="col">Decision</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {state.stale.map((stale) => (
                <StaleRow
                  key={`${stale.place.kind} ${stale.place.number} ${stale.figure} ${stale.accepted}`}
                  stale={stale}
                />
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
    </div>
  );
}

function StaleRow({ stale }: { stale: StaleFigure }) {
  const { settle, showAfresh, canWrite, open } = useProfile();
  const { place, label, accepted, current } = stale;
  const decide = async (decision: 'accept' | 'keep') => {
    if (await settle(stale, decision)) showAfresh();
  };
  const where =
    place.kind === 'text'
      ? `${place.number}. ${sectionTitle(place.number)}`
      : `${place.kind === 'finding' ? 'F' : 'R'}${place.number}`;
  return (
    <Table.Tr>
      <Table.Td>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() =>
            place.kind === 'text' ? open('write', place.number) : open(`${place.kind}s`)
          }
        >
          {where}
        </Button>
      </Table.Td>
      <Table.Td>{label}</Table.Td>
      <Table.Td className="number">{accepted}</Table.Td>
      <Table.Td className="number">
        <strong>{current === '' ? 'not given any more' : current}</strong>
      </Table.Td>
      <Table.Td>
        {stale.recommendations.map((number) => `R${number}`).join(', ') || 'none'}
      </Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <Button
            size="compact-sm"
            disabled={!canWrite || current === ''}
            aria-label={`Accept ${current} for ${accepted} in ${where}: ${label}`}
            onClick={() => void decide('accept')}
          >
            Accept
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={!canWrite}
            aria-label={`Keep ${accepted} in ${where}: ${label}`}
            onClick={() => void decide('keep')}
          >
            Keep
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
