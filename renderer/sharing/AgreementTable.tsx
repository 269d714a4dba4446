import { Badge, Button, Table, Text } from '@mantine/core';
import type { Agreement } from '../../src/contract/security-calls.ts';
import { tellDone } from '../app/done.ts';
import { ask } from '../app/engine-client.ts';
import { Listed } from '../app/Listed.tsx';
import { TitleRow } from '../app/TitleRow.tsx';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { LastDay } from './LastDay.tsx';

const columns = [
  'agreement.reference',
  'agreement.party',
  'agreement.purpose',
  'agreement.gateway',
  'agreement.law',
  'agreement.expires',
  'agreement.state',
] as const;

/** The agreements of the register; each can be ended early, and taken back while nothing was made under it. */
export function AgreementTable(props: {
  agreements: readonly Agreement[];
  onChanged: () => Promise<void>;
}) {
  const { agreements, onChanged } = props;
  const { take, summary } = useWorkbench();
  const isOff = summary?.access !== 'writer';
  const endOn = async (reference: string, expires: string): Promise<boolean> => {
    const changed = await ask('changeAgreement', { reference, expires });
    take(changed);
    await onChanged();
    return changed.ok;
  };
  const change = async ({ reference, expires: before }: Agreement, until: string | null) => {
    if (until === null || until === before || !(await endOn(reference, until))) return;
    tellDone(t('done.agreementUntil', { reference, until }), () => endOn(reference, before));
  };
  const remove = async (agreement: Agreement) => {
    const { reference, party, purpose, gateway, regime, expires } = agreement;
    const gone = await ask('removeAgreement', { reference });
    take(gone);
    await onChanged();
    if (!gone.ok) return;
    const registerAgain = async () => {
      const known = { reference, party, purpose, gateway, regime, expires };
      const again = await ask('registerAgreement', known);
      take(again);
      await onChanged();
      return again.ok;
    };
    // One that has expired cannot be registered.
    tellDone(t('done.agreementGone', { reference }), agreement.isLive ? registerAgain : null);
  };
  return (
    <div className="scroll-x">
      <Listed items={agreements} textOf={textOf}>
        {(shown) => (
          <Table verticalSpacing={4}>
            <TitleRow titles={columns} hasActions />
            <Table.Tbody>
              {shown.map((agreement) => (
                <AgreementRow
                  key={`${agreement.reference} ${agreement.expires}`}
                  agreement={agreement}
                  isOff={isOff}
                  change={(until) => void change(agreement, until)}
                  remove={() => void remove(agreement)}
                />
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Listed>
      <Text size="sm" c="dimmed" mt="xs">
        {t('agreement.note')}
      </Text>
    </div>
  );
}

function AgreementRow(props: {
  agreement: Agreement;
  isOff: boolean;
  change: (until: string | null) => void;
  remove: () => void;
}) {
  const { agreement, isOff } = props;
  const { reference, isLive } = agreement;
  return (
    <Table.Tr>
      <Table.Td>{reference}</Table.Td>
      <Table.Td>{agreement.party}</Table.Td>
      <Table.Td>{agreement.purpose}</Table.Td>
      <Table.Td>{agreement.gateway}</Table.Td>
      <Table.Td>{t(`agreement.law.${agreement.regime}`)}</Table.Td>
      <Table.Td>
        <LastDay
          label={t('agreement.until', { reference })}
          day={agreement.expires}
          isOff={isOff}
          change={props.change}
        />
      </Table.Td>
      <Table.Td>
        <Badge variant={isLive ? 'outline' : 'default'}>
          {t(isLive ? 'agreement.live' : 'agreement.expired')}
        </Badge>
      </Table.Td>
      <Table.Td>
        <Button
          size="compact-sm"
          variant="default"
          disabled={isOff}
          aria-label={t('agreement.takeOf', { reference })}
          onClick={props.remove}
        >
          {t('agreement.take')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

function textOf({ reference, party, purpose, gateway, regime, expires }: Agreement): string {
  return `${reference} ${party} ${purpose} ${gateway} ${regime} ${expires}`;
}
