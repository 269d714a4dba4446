import { Alert, Button, Group, Paper, Text, Title } from '@mantine/core';
import type { Audit } from '../../src/contract/rules.ts';
import { t } from '../words/t.ts';
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
    <Paper
      withBorder
      p="md"
      role="region"
      aria-label={t('audit.name', { audit: String(audit.audit) })}
    >
      <Group justify="space-between" align="start">
        <div>
          <Title order={2} size="h4">
            {t('audit.name', { audit: String(audit.audit) })}
          </Title>
          <Text size="sm" c="dimmed">
            {t('audit.drawn', {
              count: records,
              on: audit.drawnAt.slice(0, 10),
              at: audit.drawnAt.slice(11, 16),
              seed: String(audit.seed),
              first: coded.first,
              second: coded.second,
              both: coded.both,
            })}
          </Text>
        </div>
        <Group gap="xs">
          {(['first', 'second'] as const).map((coder) => (
            <Button
              key={coder}
              size="compact-sm"
              variant="default"
              disabled={props.isReader || coded[coder] >= records}
              aria-label={t(`audit.codeAs.${coder}`, { audit: String(audit.audit) })}
              onClick={() => props.code(coder)}
            >
              {t(coded[coder] >= records ? `audit.isDone.${coder}` : `audit.code.${coder}`)}
            </Button>
          ))}
        </Group>
      </Group>
      {coded.oneAccount > 0 && (
        <Alert color="yellow" mt="xs" title={t('audit.oneAccount')}>
          {t('audit.oneAccountText', { some: coded.oneAccount, count: coded.both })}
        </Alert>
      )}
      {audit.result === null ? (
        <Text size="sm" mt="xs">
          {t('audit.noFigures')}
        </Text>
      ) : (
        <AuditFigures result={audit.result} both={coded.both} />
      )}
    </Paper>
  );
}
