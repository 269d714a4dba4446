import { Table } from '@mantine/core';
import type { RecordLine } from '../../src/contract/rules.ts';
import { t } from '../words/t.ts';
import { confidenceText, tierText } from './rule-words.ts';
import { SpaceMark } from './SpaceMark.tsx';
import { WhyButton } from './WhyRecord.tsx';

/** Records as lines that identify nobody, each with the way to why it is there. */
export function RecordLines({ lines }: { lines: readonly RecordLine[] }) {
  return (
    <div className="scroll-x">
      <Table className="dense">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('fact.recorded')}</Table.Th>
            <Table.Th>{t('find.offence')}</Table.Th>
            <Table.Th>{t('fact.locationType')}</Table.Th>
            <Table.Th>{t('fact.locationText')}</Table.Th>
            <Table.Th>{t('question.vawg')}</Table.Th>
            <Table.Th>{t('fact.space')}</Table.Th>
            <Table.Th>{t('fact.restsOn')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.incident}>
              <Table.Td className="unbroken">{line.recordedOn.slice(0, 10)}</Table.Td>
              <Table.Td>{line.offence || '-'}</Table.Td>
              <Table.Td>{line.locationType || '-'}</Table.Td>
              <Table.Td>{line.locationText || '-'}</Table.Td>
              <Table.Td>{tierText(line.tier)}</Table.Td>
              <Table.Td>
                {line.online && <SpaceMark space="online" />}{' '}
                <SpaceMark space={line.space} subtype={line.subtype} />
              </Table.Td>
              <Table.Td>{confidenceText(line.confidence)}</Table.Td>
              <Table.Td>
                <WhyButton incident={line.incident} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
