import { Alert, PasswordInput, Stack } from '@mantine/core';
import { useState } from 'react';

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
        label={props.isOptional === true ? 'Passphrase (optional)' : 'New passphrase'}
        description="Encrypts the workspace. Three random words or more."
        autoComplete="new-password"
        value={first}
        error={isShort ? `At least ${shortBelow} characters` : null}
        onChange={(event) => change(event.currentTarget.value, second)}
      />
      {first !== '' && (
        <>
          <PasswordInput
            label="The same again"
            autoComplete="new-password"
            value={second}
            error={second !== '' && second !== first ? 'The two are not the same' : null}
            onChange={(event) => change(first, event.currentTarget.value)}
          />
          <Alert color="yellow" title="A forgotten passphrase is final">
            Nobody can recover the workspace without it. Keep it as your force keeps such things.
          </Alert>
        </>
      )}
    </Stack>
  );
}
