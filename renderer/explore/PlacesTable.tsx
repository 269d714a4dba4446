import { Table } from '@mantine/core';
import type { Place } from '../../src/contract/hotspots.ts';
import { formatNumber } from '../app/format.ts';
import { Listed } from '../app/Listed.tsx';

const statusWords = { proposed: 'proposed', confirmed: 'confirmed', 'set-aside': 'set aside' };

/** The register as a table; a place's name chooses it. */
export function PlacesTable(props: {
  places: readonly Place[];
  chosen: number | null;
  onChoose: (place: number) => void;
}) {
  const { places, chosen, onChoose } = props;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled by key
    <div className="scroll-x result-table" tabIndex={0} role="group" aria-label="Places">
      <Listed
        items={places}
        textOf={textOf}
        chosen={places.findIndex(({ place }) => place === chosen)}
      >
        {(shown) => (
          <Table className="dense wrapped" stickyHeader aria-label="Locations of concern">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Place</Table.Th>
                <Table.Th className="number">Records</Table.Th>
                <Table.Th className="number">Cells</Table.Th>
                <Table.Th className="number">Highest z</Table.Th>
                <Table.Th>Status</Table.Th>
                <Table.Th>Patrollable</Table.Th>
                <Table.Th>What to know</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((place) => (
                <Table.Tr key={place.place} data-picked={place.place === chosen}>
                  <Table.Td>
                    <button
                      type="button"
                      className="sort"
                      aria-pressed={place.place === chosen}
                      onClick={() => onChoose(place.place)}
                    >
                      {place.name}
                    </button>
                  </Table.Td>
                  <Table.Td className="number">{formatNumber(place.records)}</Table.Td>
                  <Table.Td className="number">
                    {place.cells} of {place.cellMetres} m
                  </Table.Td>
                  <Table.Td className="number">{place.highestZ.toFixed(1)}</Table.Td>
                  <Table.Td>{statusWords[place.status]}</Table.Td>
                  <Table.Td>{place.patrollable}</Table.Td>
                  <Table.Td>{whatToKnow(place)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Listed>
    </div>
  );
}

function textOf(place: Place): string {
  return `${place.name} ${statusWords[place.status]} ${whatToKnow(place)}`;
}

function whatToKnow({ flaggedOut, doubt, isOfLatestRun }: Place): string {
  return [
    flaggedOut === null ? '' : `flagged out: ${flaggedOut}`,
    doubt ?? '',
    isOfLatestRun ? '' : 'not hot in the latest run',
  ]
    .filter((words) => words !== '')
    .join('; ');
}
