import { Alert, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ChosenFile } from '../../src/contract/messages.ts';
import type { SharedLayer } from '../../src/contract/results.ts';
import { ask } from '../app/engine-client.ts';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { EditionInPack } from './EditionInPack.tsx';
import { formatChoices, layerChoices, packFormat, shareName } from './share-choices.ts';
import { WhatWasShared } from './WhatWasShared.tsx';

const asData = (choices: readonly (readonly [string, string])[]) =>
  choices.map(([value, label]) => ({ value, label }));

/** Makes a layer or a pack safe for a partner or the public, writes it and says what was left out. */
export function SharePanel() {
  const { take, dismiss, summary } = useWorkbench();
  const register = useCall('listAgreements', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const [level, setLevel] = useState<'partner' | 'public'>('partner');
  const [layer, setLayer] = useState('hotspots');
  const [format, setFormat] = useState('gpkg');
  const [edition, setEdition] = useState<ChosenFile | null>(null);
  const [shared, setShared] = useState<SharedLayer | null>(null);
  if (register.state === 'reading' || summary === null)
    return <Text>Reading the agreements …</Text>;
  const agreements = (register.value?.agreements ?? []).filter(({ isLive }) => isLive);
  const reference = chosen ?? agreements[0]?.reference ?? '';
  const agreement = agreements.find((one) => one.reference === reference);
  const isPack = format === packFormat;
  const share = async () => {
    const name = shareName(isPack ? 'share pack' : layer, level, summary.marking, format);
    const place = await window.actionTen.chooseSavePath(isPack ? 'pack' : 'layer', name);
    if (place === null) return;
    setShared(null);
    // What was wrong with the try before is not wrong with this one.
    dismiss();
    const made = take(
      await ask(
        'shareLayer',
        {
          layer: isPack ? null : layer,
          format: isPack ? null : format,
          level,
          recipient: level === 'public' ? 'the public' : (agreement?.party ?? ''),
          agreement: level === 'public' ? null : reference,
          ...(isPack
            ? { pack: place.token, document: edition?.token ?? null }
            : { out: place.token }),
        },
        'Making the layer safe',
      ),
    );
    setShared(made);
  };
  const isBlocked = summary.access !== 'writer' || (level === 'partner' && agreement === undefined);
  return (
    <Stack gap="md">
      {agreements.length === 0 && level === 'partner' && (
        <Alert color="gray" title="No live agreement">
          Register the sharing agreement first: without one nothing is made for a partner.
        </Alert>
      )}
      <Group align="end">
        <NativeSelect
          label="For"
          value={level}
          data={[
            { value: 'partner', label: 'A partner under an agreement' },
            { value: 'public', label: 'The public' },
          ]}
          onChange={(event) =>
            setLevel(event.currentTarget.value === 'public' ? 'public' : 'partner')
          }
        />
        {level === 'partner' && (
          <NativeSelect
            label="Agreement"
            value={reference}
            data={agreements.map((one) => ({
              value: one.reference,
              label: `${one.reference}: ${one.party}`,
            }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        )}
        <NativeSelect
          label="As"
          value={format}
          data={[
            ...asData(formatChoices),
            { value: packFormat, label: 'Share pack (ZIP), all layers' },
          ]}
          onChange={(event) => setFormat(event.currentTarget.value)}
        />
        <NativeSelect
          label="Layer"
          value={layer}
          disabled={isPack}
          data={asData(layerChoices)}
          onChange={(event) => setLayer(event.currentTarget.value)}
        />
        <Button disabled={isBlocked} onClick={() => void share()}>
          {isPack ? 'Make the pack' : 'Make the layer'}
        </Button>
      </Group>
      {isPack && <EditionInPack edition={edition} onChange={setEdition} />}
      <Text size="sm" c="dimmed">
        Small numbers, and those from which they could be worked out, are suppressed; the file says
        so. No references, people, texts or times leave.
      </Text>
      {shared !== null && <WhatWasShared shared={shared} />}
    </Stack>
  );
}
