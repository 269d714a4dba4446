import { Button, Group, Select, Title } from '@mantine/core';
import { useState } from 'react';
import type { PublishedVersion, VersionComparison } from '../../src/contract/profile.ts';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { Comparison } from './Comparison.tsx';
import { saveNow } from './saver.ts';

/** Two versions, or one and the draft of now, side by side. */
export function CompareVersions({ versions }: { versions: readonly PublishedVersion[] }) {
  const { take } = useWorkbench();
  const [first, setFirst] = useState(versions.at(0)?.version ?? '');
  const [second, setSecond] = useState('draft');
  const [result, setResult] = useState<VersionComparison | null>(null);
  const names = versions.map(({ version }) => ({
    value: version,
    label: t('versions.one', { version }),
  }));
  const compare = async () => {
    await saveNow();
    const compared = await ask('compareProfileVersions', { first, second }, t('compare.working'));
    setResult(take(compared));
  };
  return (
    <section aria-label={t('compare.label')}>
      <Title order={2} size="h3" mt="lg" mb="xs">
        {t('compare.title')}
      </Title>
      <Group align="end" mb="md">
        <Select
          label={t('compare.earlier')}
          allowDeselect={false}
          data={names}
          value={first}
          onChange={(value) => setFirst(value ?? '')}
        />
        <Select
          label={t('compare.later')}
          allowDeselect={false}
          data={[...names, { value: 'draft', label: t('compare.draftOfNow') }]}
          value={second}
          onChange={(value) => setSecond(value ?? 'draft')}
        />
        <Button disabled={first === '' || first === second} onClick={() => void compare()}>
          {t('compare.compare')}
        </Button>
      </Group>
      {result !== null && <Comparison result={result} />}
    </section>
  );
}
