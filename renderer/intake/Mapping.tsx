import { Accordion, Select, SimpleGrid } from '@mantine/core';
import type { TablePreview } from '../../src/contract/intake.ts';
import type { ImportKind } from '../../src/contract/results.ts';
import { fieldText } from '../app/intake-words.ts';
import { type PlainKey, t } from '../words/t.ts';

/** Fields without which a row of this kind cannot be read; of a pair one is enough. */
const needed: Readonly<Partial<Record<ImportKind, PlainKey>>> = {
  incidents: 'needed.incidents',
  partner: 'needed.partner',
  perceptions: 'needed.perceptions',
  voices: 'needed.voices',
  venues: 'needed.venues',
  population: 'needed.population',
};

/** Which column of the file is which field. A change is looked at at once. */
export function Mapping(props: {
  table: TablePreview;
  kind: ImportKind;
  change: (map: Record<string, string>) => void;
}) {
  const { table, kind, change } = props;
  const map = table.recognised?.map ?? {};
  const fieldsNeeded = needed[kind];
  const set = (field: string, column: string | null): void => {
    const next = { ...map };
    if (column === null) delete next[field];
    else next[field] = column;
    change(next);
  };
  return (
    <Accordion variant="contained">
      <Accordion.Item value="mapping">
        <Accordion.Control>
          {t('mapping.read', { some: Object.keys(map).length, all: table.header.length })}
        </Accordion.Control>
        <Accordion.Panel>
          <p>{fieldsNeeded === undefined ? '' : t(fieldsNeeded)}</p>
          <SimpleGrid cols={3} spacing="xs" verticalSpacing="xs">
            {table.fields.map((field) => (
              <Select
                key={field}
                size="xs"
                label={fieldText(field)}
                placeholder={t('mapping.notInFile')}
                data={[...new Set(table.header.filter((column) => column !== ''))]}
                value={map[field] ?? null}
                onChange={(column) => set(field, column)}
                clearable
                searchable
              />
            ))}
          </SimpleGrid>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
