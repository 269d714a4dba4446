import { Alert, List, Text } from '@mantine/core';
import type { SharedLayer } from '../../src/contract/results.ts';
import { t, tCode } from '../words/t.ts';
import { tRich } from '../words/t-rich.tsx';

/** What left, what was suppressed and under which rule, and where the log holds it. */
export function WhatWasShared({ shared }: { shared: SharedLayer }) {
  return (
    <Alert
      color="teal"
      title={t('share.written', { count: shared.features, suppressed: shared.suppressed })}
      role="status"
    >
      <Text size="sm">{shared.rule}</Text>
      {shared.notes.map((note) => (
        <Text key={note} size="sm">
          {note}
        </Text>
      ))}
      {shared.layers.length > 1 && (
        <Text size="sm">{t('share.layers', { layers: shared.layers.join(', ') })}</Text>
      )}
      {shared.leftOut.length > 0 && (
        <List size="sm">
          {shared.leftOut.map(({ layer, why }) => (
            <List.Item key={layer}>
              {t('share.notInIt', { layer: tCode(`share.layer.${layer}`), why })}
            </List.Item>
          ))}
        </List>
      )}
      <Text size="sm">
        {tRich('share.inLog', { entry: <code>{shared.audit.slice(0, 16)}</code> })}
      </Text>
    </Alert>
  );
}
