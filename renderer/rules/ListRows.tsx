import { Group, Select, Table, Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ListRow } from '../../src/contract/rules.ts';
import { t, tCode } from '../words/t.ts';
import { Pager } from './Pager.tsx';
import { labelOf, threatChoices } from './rule-words.ts';

const pageRows = 100;
const tiers = ['core', 'flag', 'exclude', 'outside'] as const;

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
    <section aria-label={t('list.offences')}>
      <Group align="end" mb="xs">
        <TextInput
          label={t('list.search')}
          placeholder={t('list.searchFor')}
          w={320}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            setAfter(0);
          }}
        />
        <Select
          label={t('list.tier')}
          w={140}
          data={tiers.map((one) => ({ value: one, label: t(`list.tier.${one}`) }))}
          value={tier}
          clearable
          placeholder={t('common.all')}
          onChange={(value) => {
            setTier(value);
            setAfter(0);
          }}
        />
        <Text size="sm" role="status" pb={6}>
          {t('list.found', { some: found.length, count: rows.length })}
        </Text>
      </Group>
      <section className="scroll-x tall" aria-label={t('list.rows')} tabIndex={0}>
        <Table className="dense wrapped" stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('list.tier')}</Table.Th>
              <Table.Th>{t('list.class')}</Table.Th>
              <Table.Th>{t('unrecognised.code')}</Table.Th>
              <Table.Th>{t('list.cjs')}</Table.Th>
              <Table.Th>{t('unrecognised.offence')}</Table.Th>
              <Table.Th>{t('list.wordings')}</Table.Th>
              <Table.Th>{t('list.conditions')}</Table.Th>
              <Table.Th>{t('list.threat')}</Table.Th>
              <Table.Th>{t('list.from')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {page.map((row) => (
              <Table.Tr key={`${row.class} ${row.code} ${row.title}`}>
                <Table.Td>{tCode(`list.tier.${row.tier}`)}</Table.Td>
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
      {found.length === 0 && <Text c="dimmed">{t('list.nothing')}</Text>}
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
