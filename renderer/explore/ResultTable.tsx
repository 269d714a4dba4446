import { Button, Group, Table, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { RunTable } from '../../src/contract/hotspots.ts';
import { Pager } from '../rules/Pager.tsx';
import { t } from '../words/t.ts';
import { copyText } from './copy-text.ts';
import { type Sorting, sortedRows, tableAsCsv, valueText } from './table-rows.ts';

const pageRows = 100;

/** A table of a result: sortable by every column, copied whole as CSV. The map for those who do not see it. */
export function ResultTable(props: {
  table: RunTable;
  sortedBy: Sorting | null;
  picked: number | null;
  onPick: ((row: number) => void) | null;
}) {
  const { table, sortedBy, picked, onPick } = props;
  const [sorting, setSorting] = useState<Sorting | null>(sortedBy);
  const [after, setAfter] = useState(0);
  const [said, setSaid] = useState('');
  const order = useMemo(() => sortedRows(table, sorting), [table, sorting]);
  const sortBy = (column: string) => {
    const isSame = sorting?.column === column;
    setSorting({ column, isDescending: isSame ? !sorting.isDescending : true });
    setAfter(0);
  };
  return (
    <section aria-label={table.title}>
      <Group justify="space-between" mb={4}>
        <Text size="sm">{t('map.table.rows', { title: table.title, count: order.length })}</Text>
        <Group gap="xs">
          <Text size="xs" role="status">
            {said}
          </Text>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() =>
              setSaid(
                t(copyText(tableAsCsv(table, order)) ? 'map.table.copied' : 'map.table.notCopied'),
              )
            }
          >
            {t('map.table.copy')}
          </Button>
        </Group>
      </Group>
      <div
        className="scroll-x result-table"
        tabIndex={0}
        role="group"
        aria-label={t('map.table.scrolled')}
      >
        <Table className="dense" stickyHeader aria-label={table.title}>
          <Table.Thead>
            <Table.Tr>
              {table.columns.map(({ name, title, unit, values }) => (
                <Table.Th
                  key={name}
                  className={values instanceof Float64Array ? 'number' : ''}
                  aria-sort={ariaSort(sorting, name)}
                >
                  <button type="button" className="sort" onClick={() => sortBy(name)}>
                    {unit === null || unit === title.toLowerCase()
                      ? title
                      : t('map.titleUnit', { title, unit })}
                    {arrowOf(sorting, name)}
                  </button>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {order.slice(after, after + pageRows).map((row) => (
              <Table.Tr
                key={row}
                data-picked={row === picked}
                onClick={onPick === null ? undefined : () => onPick(row)}
              >
                {table.columns.map((column) => (
                  <Table.Td
                    key={column.name}
                    className={column.values instanceof Float64Array ? 'number' : ''}
                  >
                    {valueText(column, row, table.columns[0])}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Pager after={after} pageRows={pageRows} total={order.length} go={setAfter} />
    </section>
  );
}

function ariaSort(sorting: Sorting | null, name: string) {
  if (sorting?.column !== name) return 'none';
  return sorting.isDescending ? 'descending' : 'ascending';
}

function arrowOf(sorting: Sorting | null, name: string): string {
  if (sorting?.column !== name) return '';
  return sorting.isDescending ? ' ↓' : ' ↑';
}
