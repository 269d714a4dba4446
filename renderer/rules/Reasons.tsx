import { Alert, List, Stack, Table, Text, Title } from '@mantine/core';
import type { RecordReasons } from '../../src/contract/rules.ts';
import type { Question } from '../../src/domain/vawg/rule-set.ts';
import { formatNumber } from '../app/format.ts';
import { labelOf, plainName, questionHeadings, threatChoices, tierChoices } from './rule-words.ts';

/** The whole answer to "why is this here?", in sections. */
export function Reasons({ reasons }: { reasons: RecordReasons }) {
  const { line, offenceWritten, listRow } = reasons;
  return (
    <Stack gap="md">
      <div>
        <Title order={3} size="h4">
          {line.offence || 'No offence on the list'}
        </Title>
        <Text size="sm">
          {reasons.isCrime ? 'A crime' : 'Not a crime'}, recorded{' '}
          {line.recordedOn.replace('T', ' ') || 'on no date'};{' '}
          {reasons.inVawg ? 'counts as VAWG' : 'does not count as VAWG'}
          {reasons.threats.length === 0
            ? '.'
            : ` (${reasons.threats.map((threat) => labelOf(threatChoices, threat)).join(', ')}).`}
        </Text>
        <Text size="xs" c="dimmed">
          VAWG list {reasons.codeListVersion}, rules {reasons.rulesVersion}.
        </Text>
      </div>
      {reasons.pointIs !== null && (
        <Alert color="gray" title="The point on the map">
          This record has an online element. Its point is {reasons.pointIs}.
        </Alert>
      )}
      {questionHeadings.map(([question, heading]) => {
        const found = reasons.questions.find((one) => one.question === question);
        return found && <Decided key={question} heading={heading} reason={found} />;
      })}
      <section>
        <Title order={4} size="h5">
          The offence
        </Title>
        <Text size="sm">
          Written: {offenceWritten.title || 'no title'}
          {offenceWritten.code === '' ? '' : `, code ${offenceWritten.code}`}.
        </Text>
        <Text size="sm">
          {listRow === null
            ? 'It matches no row of the VAWG list.'
            : `On the list: ${listRow.title} (tier ${listRow.tier}${listRow.conditions === '' ? '' : `, ${listRow.conditions.replaceAll('|', ', ')}`}), found by its ${matchText(listRow.matchedBy)}.`}
        </Text>
        {listRow !== null && listRow.source !== '' && (
          <Text size="xs" c="dimmed">
            Source of the row: {listRow.source}
          </Text>
        )}
        <Text size="sm">
          Harm: {weightText(reasons.severityScore, 'ONS severity score')};{' '}
          {weightText(reasons.cambridgeDays, 'Cambridge days')}.
        </Text>
      </section>
      <section>
        <Title order={4} size="h5">
          What the record says
        </Title>
        <Table className="dense wrapped">
          <Table.Tbody>
            {reasons.fields.map(({ words, value }) => (
              <Table.Tr key={words}>
                <Table.Td>{words}</Table.Td>
                <Table.Td>{value}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </Stack>
  );
}

const matchWords: Readonly<Record<string, string>> = {
  'home-office-code': 'Home Office code',
  'home-office-class': 'Home Office class',
  class: 'class',
  'cjs-code': 'CJS code',
  title: 'title',
};

function matchText(matchedBy: string): string {
  return matchWords[matchedBy] ?? plainName(matchedBy);
}

function weightText(weight: number | null, name: string): string {
  return weight === null ? `no ${name}` : `${name} ${formatNumber(Math.round(weight))}`;
}

function Decided(props: { heading: string; reason: RecordReasons['questions'][number] }) {
  const { heading, reason } = props;
  return (
    <section>
      <Title order={4} size="h5">
        {heading}
        {heading.endsWith('?') ? '' : ':'} {answerOf(reason.question, reason.answer)}
      </Title>
      <Text size="sm">{reason.isAnalyst ? 'An analyst decided this.' : reason.sentence}</Text>
      {reason.when.length > 0 && (
        <List size="xs" withPadding={false}>
          {reason.when.map((condition) => (
            <List.Item key={condition}>{condition}</List.Item>
          ))}
        </List>
      )}
      {reason.beaten.length > 0 && (
        <Text size="xs" c="dimmed" component="div" className="beaten">
          Rules further down that hold too and would have said something else:
          <ul>
            {reason.beaten.map(({ rule, sentence, answer }) => (
              <li key={rule}>
                {sentence} ({answerOf(reason.question, answer)})
              </li>
            ))}
          </ul>
        </Text>
      )}
    </section>
  );
}

function answerOf(question: Question, answer: string): string {
  return question === 'vawg' ? labelOf(tierChoices, answer) : plainName(answer);
}
