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
import type { Agreement } from '../../src/contract/security-calls.ts';
import { ask } from '../app/engine-client.ts';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';

const blank = { reference: '', party: '', purpose: '', gateway: '', expires: '' };
const fields = [
  ['reference', 'Reference', 'text'],
  ['party', 'Party, as it is named when something is shared', 'text'],
  ['purpose', 'Purpose', 'text'],
  ['gateway', 'Legal gateway', 'text'],
  ['expires', 'Holds until', 'date'],
] as const;
const regimes = ['Part 3 DPA 2018', 'UK GDPR'] as const;

/** The register of sharing agreements: without a live one nothing leaves for a partner. */
export function AgreementsPanel() {
  const { take, summary } = useWorkbench();
  const { value, reload: load } = useCall('listAgreements', {});
  const agreements = value?.agreements ?? null;
  const [wanted, setWanted] = useState(blank);
  const [regime, setRegime] = useState<(typeof regimes)[number]>('Part 3 DPA 2018');
  const register = async () => {
    if (take(await ask('registerAgreement', { ...wanted, regime })) === null) return;
    setWanted(blank);
    await load();
  };
  return (
    <Stack gap="lg">
      {agreements !== null && agreements.length === 0 && (
        <Text>No agreement is registered, so nothing can be shared with a partner yet.</Text>
      )}
      {agreements !== null && agreements.length > 0 && <AgreementTable agreements={agreements} />}
      {summary?.access === 'writer' && (
        <form
          aria-label="Register an agreement"
          onSubmit={(event) => {
            event.preventDefault();
            void register();
          }}
        >
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {fields.map(([name, label, type]) => (
              <TextInput
                key={name}
                label={label}
                type={type}
                value={wanted[name]}
                onChange={(event) => setWanted({ ...wanted, [name]: event.currentTarget.value })}
              />
            ))}
            <NativeSelect
              label="Law"
              data={[...regimes]}
              value={regime}
              onChange={(event) =>
                setRegime(regimes.find((one) => one === event.currentTarget.value) ?? regimes[0])
              }
            />
          </SimpleGrid>
          <Text size="sm" c="dimmed" mt="sm">
            These words are printed in every edition and share under the agreement: name no victim,
            suspect or case.
          </Text>
          <Button
            type="submit"
            mt="sm"
            disabled={Object.values(wanted).some((text) => text.trim() === '')}
          >
            Register the agreement
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
          {['Reference', 'Party', 'Purpose', 'Gateway', 'Law', 'Holds until', 'State'].map(
            (title) => (
              <Table.Th key={title}>{title}</Table.Th>
            ),
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {agreements.map((agreement) => (
          <Table.Tr key={agreement.reference}>
            <Table.Td>{agreement.reference}</Table.Td>
            <Table.Td>{agreement.party}</Table.Td>
            <Table.Td>{agreement.purpose}</Table.Td>
            <Table.Td>{agreement.gateway}</Table.Td>
            <Table.Td>{agreement.regime}</Table.Td>
            <Table.Td className="unbroken">{agreement.expires}</Table.Td>
            <Table.Td>
              <Badge variant={agreement.isLive ? 'outline' : 'default'}>
                {agreement.isLive ? 'live' : 'expired'}
              </Badge>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
