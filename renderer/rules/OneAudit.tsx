import { Alert, Button, Group, Paper, Text, Title } from '@mantine/core';
import type { Audit } from '../../src/contract/rules.ts';
import { formatNumber } from '../app/format.ts';
import { AuditFigures } from './AuditFigures.tsx';

/** One audit: how far each coder is, and what it says. */
export function OneAudit(props: {
  audit: Audit;
  isReader: boolean;
  code: (coder: 'first' | 'second') => void;
}) {
  const { audit } = props;
  const { coded, records } = audit;
  return (
    <Paper withBorder p="md" role="region" aria-label={`Audit ${audit.audit}`}>
      <Group justify="space-between" align="start">
        <div>
          <Title order={2} size="h4">
            Audit {audit.audit}
          </Title>
          <Text size="sm" c="dimmed">
            {formatNumber(records)} records drawn on{' '}
            {audit.drawnAt.slice(0, 16).replace('T', ' at ')}, seed {audit.seed}. First coder{' '}
            {formatNumber(coded.first)}, second coder {formatNumber(coded.second)}, both{' '}
            {formatNumber(coded.both)}.
          </Text>
        </div>
        <Group gap="xs">
          {(['first', 'second'] as const).map((coder) => (
            <Button
              key={coder}
              size="compact-sm"
              variant="default"
              disabled={props.isReader || coded[coder] >= records}
              aria-label={`Code audit ${audit.audit} as ${coder} coder`}
              onClick={() => props.code(coder)}
            >
              {coded[coder] >= records ? `The ${coder} coder is done` : `Code as ${coder} coder`}
            </Button>
          ))}
        </Group>
      </Group>
      {coded.oneAccount > 0 && (
        <Alert color="yellow" mt="xs" title="Coded twice under one account">
          {formatNumber(coded.oneAccount)} of {formatNumber(coded.both)} records were coded as first
          and as second coder under one account. A person who agrees with themself proves nothing:
          let another person code as the second coder under their own account. The profile says so
          too.
        </Alert>
      )}
      {audit.result === null ? (
        <Text size="sm" mt="xs">
          Figures appear once both coders have coded the same records.
        </Text>
      ) : (
        <AuditFigures result={audit.result} both={coded.both} />
      )}
    </Paper>
  );
}
