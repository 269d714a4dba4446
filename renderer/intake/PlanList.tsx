import { Button, Table, Text } from '@mantine/core';
import type { ImportedFile } from '../../src/contract/results.ts';
import { formatNumber, reasonText } from '../app/format.ts';
import { warningText } from '../app/intake-words.ts';
import { t } from '../words/t.ts';
import { type Intake, type Plan, tableOf } from './use-intake.ts';

const counts = [
  'rows',
  'accepted',
  'rejected',
  'duplicates',
  'updated',
  'withoutLocation',
] as const;

/** The chosen files: what each was taken for and why, and where its rows go or went. */
export function PlanList(props: { intake: Intake; showRejected: (batch: number) => void }) {
  const { intake, showRejected } = props;
  return (
    <div className="scroll-x">
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('batch.file')}</Table.Th>
            <Table.Th>{t('plan.recognisedAs')}</Table.Th>
            {counts.map((name) => (
              <Table.Th key={name} className="number">
                {t(`row.${name}`)}
              </Table.Th>
            ))}
            <Table.Th>{t('batch.toKnow')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {intake.plans.map((plan, index) => (
            <Table.Tr key={plan.file.token}>
              <Table.Td>
                <Button
                  size="compact-sm"
                  variant={index === intake.selected ? 'light' : 'subtle'}
                  aria-pressed={index === intake.selected}
                  onClick={() => intake.select(index)}
                >
                  {plan.file.name}
                </Button>
                <Text size="xs" c="dimmed">
                  {stateOf(plan)}
                </Text>
              </Table.Td>
              <Table.Td>{recognisedAs(plan)}</Table.Td>
              {counts.map((name) => (
                <Table.Td key={name} className="number">
                  {plan.result === null ? '' : formatNumber(plan.result[name])}
                </Table.Td>
              ))}
              <Table.Td>
                <Notes plan={plan} />
                <RejectedButton plan={plan} show={showRejected} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function stateOf(plan: Plan): string {
  if (plan.isImported) return t('plan.imported');
  if (plan.preview === null) return t('plan.lookedAt');
  return t(plan.result?.ok === true ? 'plan.checked' : 'plan.notImported');
}

function recognisedAs(plan: Plan) {
  const { preview, result } = plan;
  if (preview?.isBoundaries === true) return t('plan.boundaries');
  if (preview?.isBaseMap === true) return t('plan.baseMap');
  const known = tableOf(plan)?.recognised;
  if (known === undefined || known === null) {
    return result?.kind === null || result === null
      ? t('plan.notRecognised')
      : t(`kindShort.${result.kind}`);
  }
  const more = (preview?.tables.length ?? 1) - 1;
  return (
    <>
      {t('plan.kind', { kind: t(`kindShort.${known.kind}`), preset: known.preset })}
      <Text size="xs" c="dimmed">
        {known.title}, {known.because}
        {more > 0 ? `; ${t('plan.moreTables', { count: more })}` : ''}
      </Text>
    </>
  );
}

/** After the import, from the rejected rows' number to the rows themselves. */
function RejectedButton({ plan, show }: { plan: Plan; show: (batch: number) => void }) {
  const { result } = plan;
  if (!plan.isImported || result === null || result.rejected === 0) return null;
  const { batch } = result;
  if (batch === null) return null;
  return (
    <Button size="compact-sm" variant="default" mt={4} onClick={() => show(batch)}>
      {t('plan.seeRejected', { count: result.rejected })}
    </Button>
  );
}

function Notes({ plan }: { plan: Plan }) {
  const error = plan.preview?.error ?? plan.result?.error;
  const { result } = plan;
  return (
    <>
      {error !== undefined && (
        <Text size="sm" c="red">
          {error.message} {error.remedy}
        </Text>
      )}
      {result !== null && <Text size="sm">{notesOf(result).join('; ') || '-'}</Text>}
    </>
  );
}

function notesOf(result: ImportedFile): string[] {
  const { grain } = result;
  return [
    ...Object.entries(result.reasons).map(([reason, count]) =>
      t('quality.rejected', { count, reason: reasonText(reason) }),
    ),
    ...result.warnings.map(warningText),
    ...(grain === null
      ? []
      : [
          t('plan.grain', {
            row: t(`grain.${grain.is}`),
            incidents: t('grain.crimes', { count: grain.incidents }),
            victims: t('grain.victims', { count: grain.victims }),
            suspects: t('grain.suspects', { count: grain.suspects }),
          }),
        ]),
  ];
}
