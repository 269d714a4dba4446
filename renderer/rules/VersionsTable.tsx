import { Button, Group, Table, Title } from '@mantine/core';
import type { KeptVersion } from '../../src/contract/rules.ts';

/** Every version that was kept, and the way back to each. */
export function VersionsTable(props: {
  of: 'rules' | 'list';
  versions: readonly KeptVersion[];
  /** Why none can be taken now; null when one can. */
  blocked: string | null;
  use: (version: string) => void;
  write?: (version: string) => void;
}) {
  const { write } = props;
  return (
    <section aria-label={`Versions of the ${props.of}`}>
      <Title order={2} size="h4" mb="xs">
        Versions
      </Title>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Version</Table.Th>
            <Table.Th>Name</Table.Th>
            <Table.Th>Saved</Table.Th>
            <Table.Th>By</Table.Th>
            <Table.Th>Note</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.versions.map((kept) => (
            <Table.Tr key={kept.version} fw={kept.isInForce ? 600 : 400}>
              <Table.Td className="unbroken">{kept.version}</Table.Td>
              <Table.Td>{kept.name}</Table.Td>
              <Table.Td className="unbroken">
                {kept.isShipped ? 'came with the app' : kept.savedAt.slice(0, 16).replace('T', ' ')}
              </Table.Td>
              <Table.Td>{kept.savedBy}</Table.Td>
              <Table.Td>{kept.note}</Table.Td>
              <Table.Td>
                <Group gap={4} wrap="nowrap" justify="flex-end">
                  {kept.isInForce ? (
                    'in force'
                  ) : (
                    <Button
                      size="compact-sm"
                      variant="default"
                      disabled={props.blocked !== null}
                      title={props.blocked ?? undefined}
                      aria-label={`Use this version: ${kept.version}`}
                      onClick={() => props.use(kept.version)}
                    >
                      Use this version
                    </Button>
                  )}
                  {write !== undefined && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={`Save to a file… version ${kept.version}`}
                      onClick={() => write(kept.version)}
                    >
                      Save to a file…
                    </Button>
                  )}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
