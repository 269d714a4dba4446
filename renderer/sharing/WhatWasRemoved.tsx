import { Alert, List, Text } from '@mantine/core';
import type { ReportView } from '../../src/contract/page-api.ts';
import { t } from '../words/t.ts';

const reasons = ['small', 'one-person-or-place', 'protects-another', 'analyst'] as const;

/** What the gate removed from an edition, and why. */
export function WhatWasRemoved({ profile }: { profile: ReportView['profile'] }) {
  const removals = reasons
    .map((reason) => [reason, profile.removals?.[reason] ?? 0] as const)
    .filter(([, number]) => number > 0);
  return (
    <Alert color="gray" role="status" title={t('removed.title', { number: profile.suppressed })}>
      <List size="sm">
        {removals.map(([reason, number]) => (
          <List.Item key={reason}>{t(`removed.${reason}`, { number })}</List.Item>
        ))}
      </List>
      <Text size="sm" mt="xs">
        {t('removed.about', { marking: profile.marking })}
      </Text>
    </Alert>
  );
}
