import { Alert, PasswordInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { t } from '../words/t.ts';

const shortBelow = 12;

/**
 * A new passphrase, typed twice. Tells the form above only one that is typed the same twice and is long enough; ''
 * otherwise.
 */
export function NewPassphrase(props: {
  isOptional?: boolean;
  onChange: (passphrase: string) => void;
}) {
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const change = (one: string, two: string) => {
    setFirst(one);
    setSecond(two);
    props.onChange(one === two && one.length >= shortBelow ? one : '');
  };
  const isShort = first !== '' && first.length < shortBelow;
  return (
    <Stack gap="xs">
      <PasswordInput
        label={t(props.isOptional === true ? 'passphrase.optional' : 'passphrase.new')}
        description={t('passphrase.text')}
        autoComplete="new-password"
        value={first}
        error={isShort ? t('passphrase.short', { count: shortBelow }) : null}
        onChange={(event) => change(event.currentTarget.value, second)}
      />
      {first !== '' && (
        <>
          <PasswordInput
            label={t('passphrase.again')}
            autoComplete="new-password"
            value={second}
            error={second !== '' && second !== first ? t('passphrase.differ') : null}
            onChange={(event) => change(first, event.currentTarget.value)}
          />
          <Alert color="yellow" title={t('passphrase.final')}>
            {t('passphrase.finalText')}
          </Alert>
        </>
      )}
    </Stack>
  );
}
