import { NativeSelect } from '@mantine/core';
import { optionsOf } from './choice-words.ts';

/** One choice of the filter bar. */
export function Choose(props: {
  label: string;
  value: string;
  choices: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}) {
  const { label, value, choices, onChange } = props;
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={value}
      data={optionsOf(choices)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
