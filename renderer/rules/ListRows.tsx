import { Group, Select, Table, Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ListRow } from '../../src/contract/rules.ts';
import { formatNumber } from '../app/format.ts';
import { Pager } from './Pager.tsx';
import { labelOf, threatChoices } from './rule-words.ts';

const pageRows = 100;
const tiers = ['core', 'flag', 'exclude', 'outside'];

/** The rows of the VAWG list, a page at a time, with a search over everything they say. */
export function ListRows({ rows }: { rows: readonly ListRow[] }) {
  const [words, setWords] = useState('');
  const [tier, setTier] = useState<string | null>(null);
  const [after, setAfter] = useState(0);
  const found = useMemo(() => {
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    return rows.filter((row) => {
      if (tier !== null && row.tier !== tier) return false;
      const text = Object.values(row).join(' ').toLowerCase();
      return wanted.every((word) => text.includes(word));
    });
  }, [rows, words, tier]);
  const page = found.slice(after, after + pageRows);
  return (
    <section aria-label="Offences on the list">
      <Group align="end" mb="xs">
        <TextInput
          label="Search the list"
          placeholder="title, code or other wording"
          w={320}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            setAfter(0);
          }}
        />
        <Select
          label="Tier"
          w={140}
          data={tiers}
          value={tier}
          clearable
          placeholder="all"
          onChange={(value) => {
            setTier(value);
            setAfter(0);
          }}
        />
        <Text size="sm" role="status" pb={6}>
          {formatNumber(found.length)} of {formatNumber(rows.length)} offences
        </Text>
      </Group>
      <section className="scroll-x tall" aria-label="Rows of the list" tabIndex={0}>
        <Table className="dense wrapped" stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Tier</Table.Th>
              <Table.Th>Class</Table.Th>
              <Table.Th>Code</Table.Th>
              <Table.Th>CJS code</Table.Th>
              <Table.Th>Title</Table.Th>
              <Table.Th>Other wordings</Table.Th>
              <Table.Th>Conditions</Table.Th>
              <Table.Th>Threat</Table.Th>
              <Table.Th>From</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {page.map((row) => (
              <Table.Tr key={`${row.class} ${row.code} ${row.title}`}>
                <Table.Td>{row.tier}</Table.Td>
                <Table.Td>{row.class}</Table.Td>
                <Table.Td className="unbroken">{row.code}</Table.Td>
                <Table.Td>{row.cjsCode.replaceAll('|', ', ')}</Table.Td>
                <Table.Td title={row.source}>{row.title}</Table.Td>
                <Table.Td>{row.aliases.replaceAll('|', '; ')}</Table.Td>
                <Table.Td>{row.conditions.replaceAll('|', ', ')}</Table.Td>
                <Table.Td>{threatsOf(row)}</Table.Td>
                <Table.Td className="unbroken">{row.validFrom}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      {found.length === 0 && <Text c="dimmed">No offence on the list says this.</Text>}
      <Pager after={after} pageRows={pageRows} total={found.length} go={setAfter} />
    </section>
  );
}

function threatsOf({ threat }: ListRow): string {
  if (threat === '') return '';
  return threat
    .split('|')
    .map((one) => labelOf(threatChoices, one))
    .join(', ');
}
