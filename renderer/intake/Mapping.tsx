import { Accordion, Select, SimpleGrid } from '@mantine/core';
import type { TablePreview } from '../../src/contract/intake.ts';
import type { ImportKind } from '../../src/contract/results.ts';
import { fieldText } from '../app/intake-words.ts';

/** Fields without which a row of this kind cannot be read; of a pair one is enough. */
const needed: Readonly<Partial<Record<ImportKind, string>>> = {
  incidents: 'Needed: offence title or code, and one of recorded on, reported on, occurred from.',
  partner: 'Needed: category or source, and occurred from.',
  perceptions: 'Needed: reasons about the place or about behaviour, or another reason.',
  voices: 'Needed: engagement.',
  venues: 'Needed: name.',
  population: 'Needed: area code and count.',
};

/** Which column of the file is which field. A change is looked at at once. */
export function Mapping(props: {
  table: TablePreview;
  kind: ImportKind;
  change: (map: Record<string, string>) => void;
}) {
  const { table, kind, change } = props;
  const map = table.recognised?.map ?? {};
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
          Columns: {Object.keys(map).length} of {table.header.length} are read
        </Accordion.Control>
        <Accordion.Panel>
          <p>{needed[kind] ?? ''}</p>
          <SimpleGrid cols={3} spacing="xs" verticalSpacing="xs">
            {table.fields.map((field) => (
              <Select
                key={field}
                size="xs"
                label={fieldText(field)}
                placeholder="not in the file"
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
