import { Alert, Code, Text } from '@mantine/core';

/** The file's own key, told once when it is made. */
export function RecoveryKey({ text }: { text: string }) {
  return (
    <Alert color="yellow" role="status" title="Write the recovery key down now: it is shown once">
      <Code block>{text}</Code>
      <Text size="sm" mt="xs">
        It opens the workspace when the file of keys is lost or every passphrase is forgotten. Keep
        it in a sealed envelope, away from this computer. An earlier one no longer opens anything
        but earlier copies.
      </Text>
    </Alert>
  );
}
