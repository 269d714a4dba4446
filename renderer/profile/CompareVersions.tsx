import { Button, Group, Select, Title } from '@mantine/core';
import { useState } from 'react';
import type { PublishedVersion, VersionComparison } from '../../src/contract/profile.ts';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { Comparison } from './Comparison.tsx';
import { saveNow } from './saver.ts';

/** Two versions, or one and the draft of now, side by side. */
export function CompareVersions({ versions }: { versions: readonly PublishedVersion[] }) {
  const { take } = useWorkbench();
  const [first, setFirst] = useState(versions.at(0)?.version ?? '');
  const [second, setSecond] = useState('draft');
  const [result, setResult] = useState<VersionComparison | null>(null);
  const names = versions.map(({ version }) => ({ value: version, label: `Version ${version}` }));
  const compare = async () => {
    await saveNow();
    setResult(take(await ask('compareProfileVersions', { first, second }, 'Comparing versions')));
  };
  return (
    <section aria-label="Compare versions">
      <Title order={2} size="h3" mt="lg" mb="xs">
        What changed
      </Title>
      <Group align="end" mb="md">
        <Select
          label="Earlier"
          allowDeselect={false}
          data={names}
          value={first}
          onChange={(value) => setFirst(value ?? '')}
        />
        <Select
          label="Later"
          allowDeselect={false}
          data={[...names, { value: 'draft', label: 'The draft of now' }]}
          value={second}
          onChange={(value) => setSecond(value ?? 'draft')}
        />
        <Button disabled={first === '' || first === second} onClick={() => void compare()}>
          Compare
        </Button>
      </Group>
      {result !== null && <Comparison result={result} />}
    </section>
  );
}
