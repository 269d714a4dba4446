import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { t } from '../words/t.ts';
import type { RulesWork } from './use-rules.ts';

/** To be keyed by the name, so that what is typed gives way to a draft that is undone. The name under which the definition is kept and printed: the 2021 framework's, or a successor's. */
export function DefinitionName({ work, isReader }: { work: RulesWork; isReader: boolean }) {
  const { set } = work;
  const name = set?.name ?? '';
  const [text, setText] = useState(name);
  if (set === null) return null;
  const trimmed = text.trim();
  const put = () => {
    if (trimmed === '') setText(name);
    else if (trimmed !== name) work.change({ ...set, name: trimmed });
  };
  return (
    <TextInput
      label={t('definition.name')}
      description={t('definition.text')}
      w={360}
      maxLength={200}
      value={text}
      disabled={isReader}
      error={trimmed === '' ? t('definition.blank') : undefined}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={put}
      onKeyDown={(event) => {
        if (event.key === 'Enter') put();
      }}
    />
  );
}
