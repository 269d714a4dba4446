import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Audit } from '../../src/contract/rules.ts';
import { AskOnce } from '../app/AskOnce.tsx';
import { ask } from '../app/engine-client.ts';
import { NotRead } from '../app/NotRead.tsx';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { CodeAudit } from './CodeAudit.tsx';
import { OneAudit } from './OneAudit.tsx';

/** Records that an audit draws. */
const fewest = 10;
const most = 2_000;

export type Coder = 'first' | 'second';
interface Coding {
  readonly audit: Audit;
  readonly coder: Coder;
}

/** Random audits: records drawn blind, coded by two people, held against what the rules said. */
export function AuditPanel() {
  const { take, summary } = useWorkbench();
  const listed = useCall('listAudits', {});
  const load = listed.reload;
  const audits = listed.value?.audits ?? null;
  const [records, setRecords] = useState<number | string>(200);
  const [isAsked, setAsked] = useState(false);
  const [coding, setCoding] = useState<Coding | null>(null);
  const isReader = summary?.access === 'reader';
  if (coding !== null) {
    return (
      <CodeAudit
        audit={coding.audit}
        coder={coding.coder}
        leave={() => {
          setCoding(null);
          void load();
        }}
      />
    );
  }
  const asked = typeof records === 'number' ? records : 0;
  const isUsable = asked >= fewest && asked <= most;
  const draw = async () => {
    if (take(await ask('drawAudit', { records: asked }, t('audit.drawing'))) !== null) await load();
  };
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" maw={860}>
        {t('audit.text')}
      </Text>
      <Group align="end">
        <NumberInput
          label={t('audit.toDraw')}
          w={160}
          min={fewest}
          max={most}
          allowDecimal={false}
          value={records}
          onChange={setRecords}
        />
        <Button
          disabled={isReader || !isUsable || summary?.counts.incidents === 0}
          onClick={() => setAsked(true)}
        >
          {t('audit.draw')}
        </Button>
        {!isUsable && <Text size="sm">{t('audit.between', { fewest, most })}</Text>}
      </Group>
      <AskOnce
        isOpen={isAsked}
        title={t('once.draw', { count: asked })}
        why={t('once.drawWhy')}
        yes={t('once.drawYes')}
        no={t('once.no')}
        onYes={() => void draw()}
        onNo={() => setAsked(false)}
      />
      {audits === null && <NotRead of={listed} />}
      {audits?.length === 0 && <Text c="dimmed">{t('audit.none')}</Text>}
      {audits?.map((audit) => (
        <OneAudit
          key={audit.audit}
          audit={audit}
          isReader={isReader}
          code={(coder) => setCoding({ audit, coder })}
        />
      ))}
    </Stack>
  );
}
