import { Button, Group, Modal, Text } from '@mantine/core';
import { t } from '../words/t.ts';

/** Asks once more before what cannot be taken back, and says why it cannot. The focus begins on the way out. */
export function AskOnce(props: {
  isOpen: boolean;
  title: string;
  why: string;
  yes: string;
  no: string;
  onYes: () => void;
  onNo: () => void;
}) {
  return (
    <Modal
      opened={props.isOpen}
      // Locking the page's scroll writes a style that the page's own rules refuse.
      lockScroll={false}
      onClose={props.onNo}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('help.close') }}
    >
      <Text size="sm">{props.why}</Text>
      <Group mt="md">
        <Button
          onClick={() => {
            props.onNo();
            props.onYes();
          }}
        >
          {props.yes}
        </Button>
        <Button variant="default" data-autofocus onClick={props.onNo}>
          {props.no}
        </Button>
      </Group>
    </Modal>
  );
}
