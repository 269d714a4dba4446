import { Table } from '@mantine/core';
import { type PlainKey, t } from '../words/t.ts';

/** The head of a table with a title a column; with `hasActions` the last column holds buttons and has none. */
export function TitleRow(props: { titles: readonly PlainKey[]; hasActions?: boolean }) {
  return (
    <Table.Thead>
      <Table.Tr>
        {props.titles.map((title) => (
          <Table.Th key={title}>{t(title)}</Table.Th>
        ))}
        {props.hasActions === true && <Table.Th />}
      </Table.Tr>
    </Table.Thead>
  );
}
