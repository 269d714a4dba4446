import { Alert, Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Audit, BlindRecord } from '../../src/contract/rules.ts';
import { ask } from '../app/engine-client.ts';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { blankCode, codeByKey, isWhole, type RecordCode } from './audit-code.ts';
import { BlindFacts } from './BlindFacts.tsx';
import { CodeForm } from './CodeForm.tsx';
import { isUndoKey, useKeys } from './use-keys.ts';

/** One record after the other, coded blind: nothing of what the rules said is shown. */
export function CodeAudit(props: { audit: Audit; coder: 'first' | 'second'; leave: () => void }) {
  const { audit, coder } = props;
  const { take } = useWorkbench();
  const { value, state: read, reload } = useCall('nextAuditRecord', { audit: audit.audit, coder });
  const [isSaving, setSaving] = useState(false);
  const [code, setCode] = useState<RecordCode>(blankCode);
  const record = value?.record ?? null;
  const state = record !== null && isSaving ? 'saving' : stateOf(read, record);
  const save = async () => {
    if (record === null || state !== 'coding' || !isWhole(code)) return;
    setSaving(true);
    const { incident } = record;
    const saved = await ask('codeAuditRecord', { audit: audit.audit, coder, incident, ...code });
    if (take(saved) !== null) {
      await reload();
      setCode(blankCode);
    }
    setSaving(false);
  };
  const takeBack = async () => {
    const undone = await ask('undoAuditCode', { audit: audit.audit, coder });
    take(undone);
    if (!undone.ok) return;
    setCode(blankCode);
    await reload();
  };
  const done = record === null ? audit.records : audit.records - record.left;
  useKeys((event) => {
    if (isUndoKey(event) && done > 0) {
      event.preventDefault();
      void takeBack();
      return;
    }
    if (state !== 'coding' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') {
      if (event.target instanceof HTMLButtonElement || !isWhole(code)) return;
      void save();
    } else {
      const changed = codeByKey(code, event.key);
      if (changed === code) return;
      setCode(changed);
    }
    event.preventDefault();
  });
  return (
    <Stack gap="md" maw={900}>
      <Group justify="space-between">
        <Title order={2} size="h4">
          {t(`code.title.${coder}`, { audit: String(audit.audit) })}
        </Title>
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            disabled={read === 'reading' || done === 0}
            aria-keyshortcuts="Control+Z"
            onClick={() => void takeBack()}
          >
            {t('audit.back')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={props.leave}>
            {t('code.stop')}
          </Button>
        </Group>
      </Group>
      {record !== null && (
        <div>
          <Text size="sm" role="status">
            {t('code.at', { number: done + 1, all: audit.records, count: record.left })}
          </Text>
          <Progress value={(100 * done) / audit.records} aria-label={t('code.progress')} />
        </div>
      )}
      {state === 'reading' && <Text>{t('common.reading')}</Text>}
      {state === 'failed' && <Text>{t('code.failed')}</Text>}
      {state === 'done' && <Text role="status">{t(`code.done.${coder}`)}</Text>}
      {record !== null && (
        <>
          {record.isOtherCoder && (
            <Alert color="yellow" title={t('code.other')}>
              {t('code.otherText')}
            </Alert>
          )}
          <BlindFacts record={record} />
          <CodeForm
            code={code}
            put={setCode}
            isSaving={state === 'saving'}
            save={() => void save()}
          />
        </>
      )}
    </Stack>
  );
}

function stateOf(read: 'reading' | 'read' | 'missing', record: BlindRecord | null) {
  if (read === 'missing') return 'failed';
  if (read === 'reading') return 'reading';
  return record === null ? 'done' : 'coding';
}
