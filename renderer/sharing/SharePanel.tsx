import { Alert, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { publicRecipient } from '../../src/contract/agreement-terms.ts';
import type { ChosenFile } from '../../src/contract/messages.ts';
import type { SharedLayer } from '../../src/contract/results.ts';
import { ask } from '../app/engine-client.ts';
import { NotRead } from '../app/NotRead.tsx';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { EditionInPack } from './EditionInPack.tsx';
import { formatIds, layerIds, packFormat, shareName } from './share-choices.ts';
import { WhatWasShared } from './WhatWasShared.tsx';

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
  if (register.value === null || summary === null)
    return <NotRead of={register} words={t('share.reading')} />;
  const agreements = register.value.agreements.filter(({ isLive }) => isLive);
  const reference = chosen ?? agreements[0]?.reference ?? '';
  const agreement = agreements.find((one) => one.reference === reference);
  const isPack = format === packFormat;
  const share = async () => {
    const name = shareName(isPack ? t('share.packFile') : layer, level, summary.marking, format);
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
          recipient: level === 'public' ? publicRecipient : (agreement?.party ?? ''),
          agreement: level === 'public' ? null : reference,
          ...(isPack
            ? { pack: place.token, document: edition?.token ?? null }
            : { out: place.token }),
        },
        t('share.making'),
      ),
    );
    setShared(made);
  };
  const isBlocked = summary.access !== 'writer' || (level === 'partner' && agreement === undefined);
  return (
    <Stack gap="md">
      {agreements.length === 0 && level === 'partner' && (
        <Alert color="gray" title={t('share.noAgreement')}>
          {t('share.noAgreementText')}
        </Alert>
      )}
      <Group align="end">
        <NativeSelect
          label={t('share.for')}
          value={level}
          data={[
            { value: 'partner', label: t('share.toPartner') },
            { value: 'public', label: t('share.toPublic') },
          ]}
          onChange={(event) =>
            setLevel(event.currentTarget.value === 'public' ? 'public' : 'partner')
          }
        />
        {level === 'partner' && (
          <NativeSelect
            label={t('share.agreement')}
            value={reference}
            data={agreements.map(({ reference: value, party }) => ({
              value,
              label: t('share.agreementOf', { reference: value, party }),
            }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        )}
        <NativeSelect
          label={t('share.as')}
          value={format}
          data={formatIds.map((value) => ({ value, label: t(`share.format.${value}`) }))}
          onChange={(event) => setFormat(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('share.layer')}
          value={layer}
          disabled={isPack}
          data={layerIds.map((value) => ({ value, label: t(`share.layer.${value}`) }))}
          onChange={(event) => setLayer(event.currentTarget.value)}
        />
        <Button disabled={isBlocked} onClick={() => void share()}>
          {t(isPack ? 'share.makePack' : 'share.makeLayer')}
        </Button>
      </Group>
      {isPack && <EditionInPack edition={edition} onChange={setEdition} />}
      <Text size="sm" c="dimmed">
        {t('share.about')}
      </Text>
      {shared !== null && <WhatWasShared shared={shared} />}
    </Stack>
  );
}
