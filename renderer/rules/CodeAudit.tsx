import { Alert, Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { Audit, BlindRecord } from '../../src/contract/rules.ts';
import { ask } from '../app/engine-client.ts';
import { formatNumber } from '../app/format.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { blankCode, codeByKey, isWhole, type RecordCode } from './audit-code.ts';
import { BlindFacts } from './BlindFacts.tsx';
import { CodeForm } from './CodeForm.tsx';
import { useKeys } from './use-keys.ts';

/** One record after the other, coded blind: nothing of what the rules said is shown. */
export function CodeAudit(props: { audit: Audit; coder: 'first' | 'second'; leave: () => void }) {
  const { audit, coder } = props;
  const { take } = useWorkbench();
  const [record, setRecord] = useState<BlindRecord | null>(null);
  const [state, setState] = useState<'reading' | 'coding' | 'saving' | 'done' | 'failed'>(
    'reading',
  );
  const [code, setCode] = useState<RecordCode>(blankCode);
  const next = useCallback(async () => {
    const outcome = await ask('nextAuditRecord', { audit: audit.audit, coder });
    const found = take(outcome)?.record ?? null;
    setRecord(found);
    setCode(blankCode);
    setState(found !== null ? 'coding' : outcome.ok ? 'done' : 'failed');
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- take only tells of a failure
  }, [audit.audit, coder]);
  useEffect(() => void next(), [next]);
  const save = async () => {
    if (record === null || state !== 'coding' || !isWhole(code)) return;
    setState('saving');
    const { incident } = record;
    const saved = await ask('codeAuditRecord', { audit: audit.audit, coder, incident, ...code });
    if (take(saved) === null) setState('coding');
    else await next();
  };
  useKeys((event) => {
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
  const done = record === null ? audit.records : audit.records - record.left;
  return (
    <Stack gap="md" maw={900}>
      <Group justify="space-between">
        <Title order={2} size="h4">
          Audit {audit.audit}, {coder} coder
        </Title>
        <Button size="compact-sm" variant="default" onClick={props.leave}>
          Stop here; what is coded is kept
        </Button>
      </Group>
      {record !== null && (
        <div>
          <Text size="sm" role="status">
            Record {formatNumber(done + 1)} of {formatNumber(audit.records)};{' '}
            {formatNumber(record.left)} left
          </Text>
          <Progress value={(100 * done) / audit.records} aria-label="Records coded" />
        </div>
      )}
      {state === 'reading' && <Text>Reading…</Text>}
      {state === 'failed' && <Text>The next record could not be read; the message says why.</Text>}
      {state === 'done' && (
        <Text role="status">Every record of this audit is coded by the {coder} coder.</Text>
      )}
      {record !== null && (
        <>
          {record.isOtherCoder && (
            <Alert color="yellow" title="You coded records of this audit as the other coder">
              The two coders have to be two people. What you code here counts, and is reported as
              coded twice under one account.
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
