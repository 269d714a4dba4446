import { Paper, Radio, Select, Stack, Text, Title } from '@mantine/core';
import type { TablePreview } from '../../src/contract/intake.ts';
import { mappedKinds } from '../app/intake-words.ts';
import { t } from '../words/t.ts';
import { DateOrder } from './DateOrder.tsx';
import { Mapping } from './Mapping.tsx';
import { PersonalColumns } from './PersonalColumns.tsx';
import { Positions } from './Positions.tsx';
import { PreviewRows } from './PreviewRows.tsx';
import { SaveMapping } from './SaveMapping.tsx';
import { type Choices, type Plan, tableOf } from './use-intake.ts';

/** How one file is understood, and everything about it that the analyst can put right. */
export function PlanDetails(props: { plan: Plan; change: (changed: Partial<Choices>) => void }) {
  const { plan, change } = props;
  const table = tableOf(plan);
  if (table === null) return null;
  const known = table.recognised;
  const notRead = plan.result?.columnsNotRead ?? [];
  const kind = plan.choices.kind ?? known?.kind ?? null;
  return (
    <Paper withBorder p="md">
      <Stack gap="md">
        <Title order={2} size="h4">
          {plan.file.name}
        </Title>
        <Text size="sm">
          {[
            table.encoding === null
              ? t('plan.workbook')
              : t('plan.text', { encoding: table.encoding }),
            table.headerLine === 0
              ? t('plan.noHeader')
              : t('plan.headerOn', { line: table.headerLine }),
            ...(table.label === '' ? [] : [table.label]),
          ].join(', ')}
        </Text>
        {table.sheets.length > 1 && (
          <Select
            label={t('plan.sheet')}
            w={260}
            data={[...table.sheets]}
            value={plan.choices.sheet ?? table.label}
            onChange={(sheet) => change({ sheet })}
          />
        )}
        <Select
          label={t('plan.holds')}
          w={260}
          placeholder={t('plan.chooseKind')}
          data={mappedKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={kind}
          onChange={(value) => change({ kind: value, map: null })}
        />
        {table.mapping !== null && (
          <Text size="sm" role="status">
            {fitInWords(table.mapping)}
          </Text>
        )}
        {kind !== null && known !== null && (
          <Mapping table={table} kind={kind} change={(map) => change({ map, kind })} />
        )}
        {notRead.length > 0 && (
          <Text size="sm">{t('mapping.notRead', { columns: notRead.join(', ') })}</Text>
        )}
        <PreviewRows table={table} checked={plan.result?.unknown} />
        <DateOrder
          dates={table.dates}
          chosen={plan.choices.dates}
          choose={(dates) => change({ dates })}
        />
        {known?.map['offenceCode'] !== undefined && (
          <Radio.Group
            label={t('plan.damaged')}
            value={plan.choices.damagedCodes}
            onChange={(damagedCodes) => change({ damagedCodes })}
          >
            <Radio value="repair" label={t('plan.repair')} mt={4} />
            <Radio value="reject" label={t('plan.reject')} mt={4} />
          </Radio.Group>
        )}
        <Positions positions={table.positions} />
        <PersonalColumns
          columns={table.personal}
          keep={plan.choices.keep}
          change={(keep) => change({ keep })}
        />
        {known !== null && <SaveMapping table={table} dates={plan.choices.dates} />}
      </Stack>
    </Paper>
  );
}

function fitInWords(mapping: NonNullable<TablePreview['mapping']>): string {
  const { name, goneColumns, newColumns } = mapping;
  return [
    t('plan.fits', { name }),
    ...(goneColumns.length === 0 ? [] : [t('plan.gone', { columns: goneColumns.join(', ') })]),
    ...(newColumns.length === 0 ? [] : [t('plan.new', { columns: newColumns.join(', ') })]),
  ].join(' ');
}
