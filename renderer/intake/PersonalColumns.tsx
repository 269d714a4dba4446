import { Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TablePreview } from '../../src/contract/intake.ts';

/** Columns that look like people's details: left out unless the analyst says why they are kept. */
export function PersonalColumns(props: {
  columns: TablePreview['personal'];
  keep: Readonly<Record<string, string>>;
  change: (keep: Record<string, string>) => void;
}) {
  const [reasons, setReasons] = useState<Record<string, string>>({ ...props.keep });
  if (props.columns.length === 0) return null;
  return (
    <div>
      <Text size="sm">
        These columns look like details of people. They are left out unless you say why one is
        needed; the reason is kept in the audit log.
      </Text>
      {props.columns.map(({ column, looksLike }) => (
        <Group key={column} gap="sm" mt={4}>
          <Text size="sm" w={260}>
            {column} ({looksLike.replaceAll('-', ' ')})
          </Text>
          <TextInput
            size="xs"
            w={320}
            aria-label={`Why ${column} is kept`}
            placeholder="left out; keep because…"
            value={reasons[column] ?? ''}
            onChange={(event) => setReasons({ ...reasons, [column]: event.currentTarget.value })}
            onBlur={() => props.change(reasons)}
          />
        </Group>
      ))}
    </div>
  );
}
