import { Text, Textarea } from '@mantine/core';
import { t } from '../words/t.ts';
import type { MapChoices } from './map-choices.ts';

/** The method's own settings, and the question that it answers. */
export function MethodSettings(props: {
  choices: MapChoices;
  onChange: (choices: MapChoices) => void;
}) {
  const { choices, onChange } = props;
  return (
    <>
      <Textarea
        size="xs"
        label={t('map.more.settings')}
        placeholder={t('map.more.settingsForm')}
        autosize
        minRows={1}
        maxRows={4}
        className="method-settings"
        defaultValue={choices.settings}
        key={`${choices.method} ${choices.settings}`}
        onBlur={(event) => onChange({ ...choices, settings: event.currentTarget.value })}
      />
      <Text size="xs" c="dimmed" className="method-question">
        {t(`map.method.${choices.method}`)}
      </Text>
    </>
  );
}
