import { Table } from '@mantine/core';
import type { Place } from '../../src/contract/hotspots.ts';
import { formatDecimal, formatNumber } from '../app/format.ts';
import { Listed } from '../app/Listed.tsx';
import { t } from '../words/t.ts';

/** The register as a table; a place's name chooses it. */
export function PlacesTable(props: {
  places: readonly Place[];
  chosen: number | null;
  onChoose: (place: number) => void;
}) {
  const { places, chosen, onChoose } = props;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled by key
    <div
      className="scroll-x result-table"
      tabIndex={0}
      role="group"
      aria-label={t('map.places.list')}
    >
      <Listed
        items={places}
        textOf={textOf}
        chosen={places.findIndex(({ place }) => place === chosen)}
      >
        {(shown) => (
          <Table className="dense wrapped" stickyHeader aria-label={t('map.places')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('map.places.place')}</Table.Th>
                <Table.Th className="number">{t('map.places.records')}</Table.Th>
                <Table.Th className="number">{t('map.places.cells')}</Table.Th>
                <Table.Th className="number">{t('map.places.highest')}</Table.Th>
                <Table.Th>{t('map.places.status')}</Table.Th>
                <Table.Th>{t('map.places.patrollable')}</Table.Th>
                <Table.Th>{t('map.places.know')}</Table.Th>
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
                  <Table.Td className="number unbroken">
                    {t('map.places.cellsOf', { cells: place.cells, metres: place.cellMetres })}
                  </Table.Td>
                  <Table.Td className="number">{formatDecimal(place.highestZ, 1)}</Table.Td>
                  <Table.Td>{t(`map.places.is.${place.status}`)}</Table.Td>
                  <Table.Td>{t(`map.places.patrol.${place.patrollable}`)}</Table.Td>
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
  return `${place.name} ${t(`map.places.is.${place.status}`)} ${whatToKnow(place)}`;
}

function whatToKnow({ flaggedOut, doubt, isOfLatestRun }: Place): string {
  return [
    flaggedOut === null ? '' : t('map.places.flagged', { why: flaggedOut }),
    doubt ?? '',
    isOfLatestRun ? '' : t('map.places.notLatest'),
  ]
    .filter((words) => words !== '')
    .join('; ');
}
