import { Button, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { legalRegimes } from '../../src/contract/agreement-terms.ts';
import { tellDone } from '../app/done.ts';
import { ask } from '../app/engine-client.ts';
import { NotRead } from '../app/NotRead.tsx';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { AgreementTable } from './AgreementTable.tsx';

const blank = { reference: '', party: '', purpose: '', gateway: '', expires: '' };
const fields = [
  ['reference', 'agreement.reference', 'text'],
  ['party', 'agreement.partyLabel', 'text'],
  ['purpose', 'agreement.purpose', 'text'],
  ['gateway', 'agreement.gatewayLabel', 'text'],
  ['expires', 'agreement.expires', 'date'],
] as const;

/** The register of sharing agreements: without a live one nothing leaves for a partner. */
export function AgreementsPanel() {
  const { take, summary } = useWorkbench();
  const listed = useCall('listAgreements', {});
  const load = listed.reload;
  const agreements = listed.value?.agreements ?? null;
  const [wanted, setWanted] = useState(blank);
  const [regime, setRegime] = useState<(typeof legalRegimes)[number]>(legalRegimes[0]);
  const register = async () => {
    const registered = take(await ask('registerAgreement', { ...wanted, regime }));
    if (registered === null) return;
    setWanted(blank);
    await load();
    const { reference } = registered;
    tellDone(t('done.agreement', { reference }), async () => {
      const gone = await ask('removeAgreement', { reference });
      take(gone);
      await load();
      return gone.ok;
    });
  };
  return (
    <Stack gap="lg">
      {agreements === null && <NotRead of={listed} />}
      {agreements !== null && agreements.length === 0 && <Text>{t('agreement.none')}</Text>}
      {agreements !== null && agreements.length > 0 && (
        <AgreementTable agreements={agreements} onChanged={load} />
      )}
      {summary?.access === 'writer' && (
        <form
          aria-label={t('agreement.form')}
          onSubmit={(event) => {
            event.preventDefault();
            void register();
          }}
        >
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {fields.map(([name, label, type]) => (
              <TextInput
                key={name}
                label={t(label)}
                type={type}
                value={wanted[name]}
                onChange={(event) => setWanted({ ...wanted, [name]: event.currentTarget.value })}
              />
            ))}
            <NativeSelect
              label={t('agreement.law')}
              data={legalRegimes.map((one) => ({ value: one, label: t(`agreement.law.${one}`) }))}
              value={regime}
              onChange={(event) =>
                setRegime(
                  legalRegimes.find((one) => one === event.currentTarget.value) ?? legalRegimes[0],
                )
              }
            />
          </SimpleGrid>
          <Text size="sm" c="dimmed" mt="sm">
            {t('agreement.about')}
          </Text>
          <Button
            type="submit"
            mt="sm"
            disabled={Object.values(wanted).some((text) => text.trim() === '')}
          >
            {t('agreement.register')}
          </Button>
        </form>
      )}
    </Stack>
  );
}
