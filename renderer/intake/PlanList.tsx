import { Button, Table, Text } from '@mantine/core';
import type { ImportedFile } from '../../src/contract/results.ts';
import { formatNumber, reasonText } from '../app/format.ts';
import { warningText } from '../app/intake-words.ts';
import { type Intake, type Plan, tableOf } from './use-intake.ts';

const counts = [
  'rows',
  'accepted',
  'rejected',
  'duplicates',
  'updated',
  'withoutLocation',
] as const;
const countTitles = ['Rows', 'Accepted', 'Rejected', 'Duplicates', 'Updated', 'No location'];

/** The chosen files: what each was taken for and why, and where its rows go or went. */
export function PlanList({ intake }: { intake: Intake }) {
  return (
    <div className="scroll-x">
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>File</Table.Th>
            <Table.Th>Recognised as</Table.Th>
            {countTitles.map((title) => (
              <Table.Th key={title} className="number">
                {title}
              </Table.Th>
            ))}
            <Table.Th>What to know</Table.Th>
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
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function stateOf(plan: Plan): string {
  if (plan.isImported) return 'imported';
  if (plan.preview === null) return 'being looked at';
  return plan.result?.ok === true ? 'checked, nothing kept yet' : 'not imported';
}

function recognisedAs(plan: Plan) {
  const { preview, result } = plan;
  if (preview?.isBoundaries === true) return 'areas (boundaries)';
  if (preview?.isBaseMap === true)
    return 'base map (its rows are tiles; the file stays where it is)';
  const known = tableOf(plan)?.recognised;
  if (known === undefined || known === null) {
    return result?.kind === null || result === null ? 'not recognised' : result.kind;
  }
  const more = (preview?.tables.length ?? 1) - 1;
  return (
    <>
      {`${known.kind} (${known.preset})`}
      <Text size="xs" c="dimmed">
        {known.title}, {known.because}
        {more > 0 ? `; and ${more} more tables in the file` : ''}
      </Text>
    </>
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
    ...Object.entries(result.reasons).map(
      ([reason, count]) => `${formatNumber(count)} ${reasonText(reason)}`,
    ),
    ...result.warnings.map(warningText),
    ...(grain === null
      ? []
      : [
          `a row is one ${grain.is}: ${formatNumber(grain.incidents)} crimes or incidents, ${formatNumber(grain.victims)} victims, ${formatNumber(grain.suspects)} suspects`,
        ]),
  ];
}
