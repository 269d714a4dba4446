import {
  Badge,
  Button,
  NativeSelect,
  SimpleGrid,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { legalRegimes } from '../../src/contract/agreement-terms.ts';
import type { Agreement } from '../../src/contract/security-calls.ts';
import { ask } from '../app/engine-client.ts';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';

const blank = { reference: '', party: '', purpose: '', gateway: '', expires: '' };
const fields = [
  ['reference', 'agreement.reference', 'text'],
  ['party', 'agreement.partyLabel', 'text'],
  ['purpose', 'agreement.purpose', 'text'],
  ['gateway', 'agreement.gatewayLabel', 'text'],
  ['expires', 'agreement.expires', 'date'],
] as const;
const columns = [
  'agreement.reference',
  'agreement.party',
  'agreement.purpose',
  'agreement.gateway',
  'agreement.law',
  'agreement.expires',
  'agreement.state',
] as const;

/** The register of sharing agreements: without a live one nothing leaves for a partner. */
export function AgreementsPanel() {
  const { take, summary } = useWorkbench();
  const { value, reload: load } = useCall('listAgreements', {});
  const agreements = value?.agreements ?? null;
  const [wanted, setWanted] = useState(blank);
  const [regime, setRegime] = useState<Agreement['regime']>(legalRegimes[0]);
  const register = async () => {
    if (take(await ask('registerAgreement', { ...wanted, regime })) === null) return;
    setWanted(blank);
    await load();
  };
  return (
    <Stack gap="lg">
      {agreements !== null && agreements.length === 0 && <Text>{t('agreement.none')}</Text>}
      {agreements !== null && agreements.length > 0 && <AgreementTable agreements={agreements} />}
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

function AgreementTable({ agreements }: { agreements: readonly Agreement[] }) {
  return (
    <Table verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          {columns.map((title) => (
            <Table.Th key={title}>{t(title)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {agreements.map((agreement) => (
          <Table.Tr key={agreement.reference}>
            <Table.Td>{agreement.reference}</Table.Td>
            <Table.Td>{agreement.party}</Table.Td>
            <Table.Td>{agreement.purpose}</Table.Td>
            <Table.Td>{agreement.gateway}</Table.Td>
            <Table.Td>{t(`agreement.law.${agreement.regime}`)}</Table.Td>
            <Table.Td className="unbroken">{agreement.expires}</Table.Td>
            <Table.Td>
              <Badge variant={agreement.isLive ? 'outline' : 'default'}>
                {t(agreement.isLive ? 'agreement.live' : 'agreement.expired')}
              </Badge>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
