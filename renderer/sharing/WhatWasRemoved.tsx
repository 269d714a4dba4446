import { Alert, List, Text } from '@mantine/core';
import type { ReportView } from '../../src/contract/page-api.ts';
import { formatNumber } from '../app/format.ts';

const reasons: Readonly<Record<string, string>> = {
  small: 'below the threshold',
  'one-person-or-place': 'made by one victim, suspect or address, or nearly',
  'protects-another': 'would give a suppressed number away, here or beside an earlier edition',
  analyst: 'left out by the analyst',
};

/** What the gate removed from an edition, and why. */
export function WhatWasRemoved({ profile }: { profile: ReportView['profile'] }) {
  const removals = Object.entries(profile.removals ?? {}).filter(([, count]) => count > 0);
  return (
    <Alert
      color="gray"
      role="status"
      title={`Numbers removed: ${formatNumber(profile.suppressed)}`}
    >
      <List size="sm">
        {removals.map(([reason, count]) => (
          <List.Item key={reason}>
            {formatNumber(count)} {reasons[reason] ?? reason}
          </List.Item>
        ))}
      </List>
      <Text size="sm" mt="xs">
        In the document each is printed as [c] or hatched, never as nought. Marked {profile.marking}
        .
      </Text>
    </Alert>
  );
}
