import { TextInput } from '@mantine/core';
import { useState } from 'react';

/** A last day, kept when the field is left or Enter is pressed: half a date that is being typed is none. */
export function LastDay(props: {
  label: string;
  day: string | null;
  isOff: boolean;
  change: (day: string | null) => void;
}) {
  const [typed, setTyped] = useState(props.day ?? '');
  const keep = () => props.change(typed === '' ? null : typed);
  return (
    <TextInput
      type="date"
      size="xs"
      aria-label={props.label}
      disabled={props.isOff}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
      }}
    />
  );
}
