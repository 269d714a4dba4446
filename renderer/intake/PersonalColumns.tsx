import { Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TablePreview } from '../../src/contract/intake.ts';
import { t, tCode } from '../words/t.ts';

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
      <Text size="sm">{t('personal.text')}</Text>
      {props.columns.map(({ column, looksLike }) => (
        <Group key={column} gap="sm" mt={4}>
          <Text size="sm" w={260}>
            {t('personal.column', { column, what: tCode(`looks.${looksLike}`) })}
          </Text>
          <TextInput
            size="xs"
            w={320}
            aria-label={t('personal.why', { column })}
            placeholder={t('personal.because')}
            value={reasons[column] ?? ''}
            onChange={(event) => setReasons({ ...reasons, [column]: event.currentTarget.value })}
            onBlur={() => props.change(reasons)}
          />
        </Group>
      ))}
    </div>
  );
}
