import { Paper, Radio, Select, Stack, Text, Title } from '@mantine/core';
import type { ImportKind } from '../../src/contract/results.ts';
import { kindTexts } from '../app/intake-words.ts';
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
  const kind = plan.choices.kind ?? known?.kind ?? null;
  return (
    <Paper withBorder p="md">
      <Stack gap="md">
        <Title order={2} size="h4">
          {plan.file.name}
        </Title>
        <Text size="sm">
          {table.encoding === null ? 'Workbook' : `${table.encoding} text`}
          {table.headerLine === 0
            ? ', no column names'
            : `, column names on line ${table.headerLine}`}
          {table.label === '' ? '' : `, ${table.label}`}
        </Text>
        {table.sheets.length > 1 && (
          <Select
            label="Sheet"
            w={260}
            data={[...table.sheets]}
            value={plan.choices.sheet ?? table.label}
            onChange={(sheet) => change({ sheet })}
          />
        )}
        <Select
          label="This file holds"
          w={260}
          placeholder="Choose what it is"
          data={Object.entries(kindTexts)
            .filter(([value]) => value !== 'areas' && value !== 'basemap')
            .map(([value, label]) => ({ value, label }))}
          value={kind}
          onChange={(value) => change({ kind: value as ImportKind | null, map: null })}
        />
        {table.mapping !== null && (
          <Text size="sm" role="status">
            Your mapping "{table.mapping.name}" fits.
            {table.mapping.goneColumns.length > 0 &&
              ` Columns that are gone: ${table.mapping.goneColumns.join(', ')}.`}
            {table.mapping.newColumns.length > 0 &&
              ` New columns: ${table.mapping.newColumns.join(', ')}.`}
          </Text>
        )}
        {kind !== null && known !== null && (
          <Mapping table={table} kind={kind} change={(map) => change({ map, kind })} />
        )}
        <PreviewRows table={table} checked={plan.result?.unknown} />
        <DateOrder
          dates={table.dates}
          chosen={plan.choices.dates}
          choose={(dates) => change({ dates })}
        />
        {known?.map['offenceCode'] !== undefined && (
          <Radio.Group
            label="Offence codes that a spreadsheet turned into dates (44062 for 19/8)"
            value={plan.choices.damagedCodes}
            onChange={(damagedCodes) => change({ damagedCodes })}
          >
            <Radio value="repair" label="Repair them, with a warning" mt={4} />
            <Radio value="reject" label="Reject their rows" mt={4} />
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
