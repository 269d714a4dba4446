import { Button, Checkbox, Group, Radio, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import type { CallInput } from '../../src/contract/calls.ts';
import { threatChoices } from './rule-words.ts';

type To = CallInput<'assignOffence'>['to'];
type OwnRow = Extract<To, { tier: unknown }>;

const tiers = [
  { value: 'core', label: 'core: in VAWG whoever the victim is' },
  { value: 'flag', label: 'flag: in VAWG only with a flag' },
  { value: 'exclude', label: 'exclude: left out on purpose' },
  { value: 'outside', label: 'outside: not VAWG' },
] as const;

/** Where an offence that matched nothing belongs: another wording of a listed one, or a row of its own. */
export function AssignOffence(props: {
  titles: readonly string[];
  assign: (to: To) => void;
  leave: () => void;
}) {
  const [way, setWay] = useState('title');
  const [title, setTitle] = useState<string | null>(null);
  const [tier, setTier] = useState<OwnRow['tier'] | null>(null);
  const [threats, setThreats] = useState<OwnRow['threats']>([]);
  const given = way === 'title' ? title && { title } : tier && { tier, threats };
  return (
    <Stack gap="xs" py="xs">
      <Radio.Group aria-label="How to assign the offence" value={way} onChange={setWay}>
        <Group>
          <Radio value="title" label="Another wording of an offence on the list" />
          <Radio value="own" label="A row of its own" />
        </Group>
      </Radio.Group>
      {way === 'title' ? (
        <Select
          label="Offence on the list"
          placeholder="Type to search"
          maw={560}
          searchable
          limit={50}
          nothingFoundMessage="No offence on the list has this title"
          data={[...props.titles]}
          value={title}
          onChange={setTitle}
        />
      ) : (
        <Group align="start">
          <Select label="Tier" w={280} data={[...tiers]} value={tier} onChange={setTier} />
          <Checkbox.Group
            label="Threats: none, one or several"
            value={[...threats]}
            onChange={(chosen) => setThreats(chosen)}
          >
            <Group mt={8}>
              {threatChoices.map(({ value, label }) => (
                <Checkbox key={value} value={value} label={label} />
              ))}
            </Group>
          </Checkbox.Group>
        </Group>
      )}
      <Group>
        <Button size="compact-sm" disabled={!given} onClick={() => given && props.assign(given)}>
          Assign and classify
        </Button>
        <Button size="compact-sm" variant="default" onClick={props.leave}>
          Leave it unmatched
        </Button>
      </Group>
    </Stack>
  );
}
