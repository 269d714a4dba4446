import { Alert, List, Text } from '@mantine/core';
import type { SharedLayer } from '../../src/contract/results.ts';
import { formatNumber } from '../app/format.ts';

/** What left, what was suppressed and under which rule, and where the log holds it. */
export function WhatWasShared({ shared }: { shared: SharedLayer }) {
  return (
    <Alert
      color="teal"
      title={`Written: ${formatNumber(shared.features)} features, ${formatNumber(shared.suppressed)} of them suppressed`}
      role="status"
    >
      <Text size="sm">{shared.rule}</Text>
      {shared.notes.map((note) => (
        <Text key={note} size="sm">
          {note}
        </Text>
      ))}
      {shared.layers.length > 1 && <Text size="sm">Layers: {shared.layers.join(', ')}.</Text>}
      {shared.leftOut.length > 0 && (
        <List size="sm">
          {shared.leftOut.map(({ layer, why }) => (
            <List.Item key={layer}>
              {layer} is not in it: {why}
            </List.Item>
          ))}
        </List>
      )}
      <Text size="sm">
        In the log as <code>{shared.audit.slice(0, 16)}</code>.
      </Text>
    </Alert>
  );
}
