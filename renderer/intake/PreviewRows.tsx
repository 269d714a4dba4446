import { Table, Text, Title } from '@mantine/core';
import type { TablePreview } from '../../src/contract/intake.ts';
import type { UnknownValue } from '../../src/contract/results.ts';
import { reasonText } from '../app/format.ts';
import { fieldText } from '../app/intake-words.ts';
import { t } from '../words/t.ts';

/**
 * The first rows as they stand, beside the same rows as understood, and the values that are not. `checked` are those
 * of the whole file, once it was checked.
 */
export function PreviewRows(props: {
  table: TablePreview;
  checked: readonly UnknownValue[] | undefined;
}) {
  const { table, checked } = props;
  const fields = [...new Set(table.parsed.flatMap(({ values }) => Object.keys(values)))];
  return (
    <div>
      <div className="side-by-side">
        <section>
          <Title order={3} size="h5">
            {t('preview.stands')}
          </Title>
          <div className="scroll-x">
            <Table className="dense">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('preview.line')}</Table.Th>
                  {table.header.map((column, index) => (
                    <Table.Th key={`${index} ${column}`}>{column}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {table.rows.map(({ line, cells }) => (
                  <Table.Tr key={line}>
                    <Table.Td>{line}</Table.Td>
                    {cells.map((cell, index) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no other name than its place
                      <Table.Td key={index}>{cell}</Table.Td>
                    ))}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        </section>
        <section>
          <Title order={3} size="h5">
            {t('preview.understood')}
          </Title>
          <div className="scroll-x">
            <Table className="dense">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('preview.line')}</Table.Th>
                  {fields.map((field) => (
                    <Table.Th key={field}>{fieldText(field)}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {table.parsed.map(({ values, rejected }, index) => (
                  <Table.Tr key={table.rows[index]?.line ?? index}>
                    <Table.Td>{table.rows[index]?.line ?? ''}</Table.Td>
                    {rejected === null ? (
                      fields.map((field) => <Table.Td key={field}>{values[field] ?? ''}</Table.Td>)
                    ) : (
                      <Table.Td colSpan={Math.max(1, fields.length)}>
                        {t('preview.rejected', { reason: reasonText(rejected) })}
                      </Table.Td>
                    )}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        </section>
      </div>
      <UnknownValues values={checked ?? table.unknown} isChecked={checked !== undefined} />
    </div>
  );
}

/** More than this are not read one by one, and fill the screen. */
const mostShown = 40;

function UnknownValues(props: { values: readonly UnknownValue[]; isChecked: boolean }) {
  const { values, isChecked } = props;
  if (values.length === 0) return null;
  const more = values.length - mostShown;
  const listed = values
    .slice(0, mostShown)
    .map(({ field, value, count }) =>
      t(isChecked ? 'preview.unknownOne' : 'preview.unknownFirst', {
        value,
        field: fieldText(field),
        count,
      }),
    )
    .join('; ');
  return (
    <Text size="sm" mt="xs">
      {more > 0
        ? t('preview.unknownMore', { values: listed, count: more })
        : t('preview.unknown', { values: listed })}
    </Text>
  );
}
