import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Audit } from '../../src/contract/rules.ts';
import { ask } from '../app/engine-client.ts';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { CodeAudit } from './CodeAudit.tsx';
import { OneAudit } from './OneAudit.tsx';

export type Coder = 'first' | 'second';
interface Coding {
  readonly audit: Audit;
  readonly coder: Coder;
}

/** Random audits: records drawn blind, coded by two people, held against what the rules said. */
export function AuditPanel() {
  const { take, summary } = useWorkbench();
  const { value, state, reload: load } = useCall('listAudits', {});
  const audits = value?.audits ?? (state === 'missing' ? [] : null);
  const [records, setRecords] = useState<number | string>(200);
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
  const isUsable = asked >= 10 && asked <= 2_000;
  const draw = async () => {
    if (take(await ask('drawAudit', { records: asked }, 'Drawing records')) !== null) await load();
  };
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" maw={860}>
        Records of the force are drawn at random, whatever the rules said of them. Two people code
        each without seeing the rules' answer or each other's. Where both agree, their answer is
        held against the rules. About 200 records give an interval of some ten points either way for
        a class that half of them are in; a rare class needs more.
      </Text>
      <Group align="end">
        <NumberInput
          label="Records to draw"
          w={160}
          min={10}
          max={2_000}
          allowDecimal={false}
          value={records}
          onChange={setRecords}
        />
        <Button
          disabled={isReader || !isUsable || summary?.counts.incidents === 0}
          onClick={() => void draw()}
        >
          Draw at random
        </Button>
        {!isUsable && <Text size="sm">Between 10 and 2,000 records.</Text>}
      </Group>
      {audits === null && <Text>Reading…</Text>}
      {audits?.length === 0 && <Text c="dimmed">No audit has been drawn yet.</Text>}
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
