import { Alert, Button, Paper, Table, Text, Title } from '@mantine/core';
import { Fragment, useState } from 'react';
import type { ClassCounts, RulesPreview } from '../../src/contract/rules.ts';
import type { Rule } from '../../src/domain/vawg/rule-set.ts';
import { formatNumber } from '../app/format.ts';
import { t } from '../words/t.ts';
import { RecordLines } from './RecordLines.tsx';
import { ruleText } from './rule-words.ts';
import type { RulesWork } from './use-rules.ts';

const counts: readonly (keyof ClassCounts)[] = [
  'inVawg',
  'online',
  'private',
  'public',
  'unclassified',
  'setAside',
];

/** What the draft would change: counts before and after, and which records move from which rule to which. */
export function PreviewOfDraft({ work }: { work: RulesWork }) {
  const { set, inForce } = work;
  const preview = work.preview ?? work.earlierPreview;
  if (preview === null) return <Text c="dimmed">{t('changes.trying')}</Text>;
  if (preview.problems.length > 0) {
    return (
      <Alert color="red" title={t('changes.problems')} role="alert">
        {preview.problems
          .filter(({ rule }) => rule === '')
          .map(({ message }) => message)
          .join('; ')}
      </Alert>
    );
  }
  const rules = [...(set?.rules ?? []), ...(inForce?.set.rules ?? [])];
  return (
    <Paper withBorder p="md" role="region" aria-label={t('changes.title')}>
      <Title order={2} size="h4" mb="xs">
        {t('changes.title')}
      </Title>
      <div className="preview" aria-busy={work.preview === null}>
        <BeforeAndAfter preview={preview} />
        <Moves moved={preview.moved} rules={rules} />
      </div>
    </Paper>
  );
}

function BeforeAndAfter({ preview: { before, after } }: { preview: RulesPreview }) {
  return (
    <Table className="dense" aria-label={t('changes.counts')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('audit.records')}</Table.Th>
          <Table.Th className="number">{t('changes.now')}</Table.Th>
          <Table.Th className="number">{t('changes.then')}</Table.Th>
          <Table.Th className="number">{t('changes.change')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {counts.map((name) => (
          <Table.Tr key={name} fw={before[name] === after[name] ? 400 : 600}>
            <Table.Td>{t(`changes.${name}`)}</Table.Td>
            <Table.Td className="number">{formatNumber(before[name])}</Table.Td>
            <Table.Td className="number">{formatNumber(after[name])}</Table.Td>
            <Table.Td className="number">{changeText(after[name] - before[name])}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function changeText(change: number): string {
  if (change === 0) return '0';
  return change > 0 ? `+${formatNumber(change)}` : `−${formatNumber(-change)}`;
}

function Moves({ moved, rules }: { moved: RulesPreview['moved']; rules: readonly Rule[] }) {
  const [open, setOpen] = useState<string | null>(null);
  if (moved.length === 0) return <Text size="sm">{t('changes.none')}</Text>;
  return (
    <Table className="dense wrapped" aria-label={t('changes.moves')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('changes.question')}</Table.Th>
          <Table.Th>{t('changes.from')}</Table.Th>
          <Table.Th>{t('changes.to')}</Table.Th>
          <Table.Th className="number">{t('audit.records')}</Table.Th>
          <Table.Th />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {moved.map(({ question, from, to, count, examples }) => {
          const key = `${question} ${from} ${to}`;
          return (
            <Fragment key={key}>
              <Table.Tr>
                <Table.Td>{t(`question.${question}`)}</Table.Td>
                <Table.Td>{ruleText(from, rules)}</Table.Td>
                <Table.Td>{ruleText(to, rules)}</Table.Td>
                <Table.Td className="number">{formatNumber(count)}</Table.Td>
                <Table.Td>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-expanded={open === key}
                    onClick={() => setOpen(open === key ? null : key)}
                  >
                    {t('rule.examples')}
                  </Button>
                </Table.Td>
              </Table.Tr>
              {open === key && (
                <Table.Tr>
                  <Table.Td colSpan={5}>
                    <Text size="xs" c="dimmed">
                      {t('changes.asDraft')}
                    </Text>
                    <RecordLines lines={examples} />
                  </Table.Td>
                </Table.Tr>
              )}
            </Fragment>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
