import { Alert, List, Stack, Table, Text, Title } from '@mantine/core';
import type { RecordReasons } from '../../src/contract/rules.ts';
import type { Question } from '../../src/domain/vawg/rule-set.ts';
import { formatMoment } from '../app/format.ts';
import { t, tCode } from '../words/t.ts';
import { labelOf, plainName, threatChoices, tierChoices } from './rule-words.ts';

const questions = ['vawg', 'online', 'space'] as const;

/** The whole answer to "why is this here?", in sections. */
export function Reasons({ reasons }: { reasons: RecordReasons }) {
  const { line, offenceWritten, listRow } = reasons;
  return (
    <Stack gap="md">
      <div>
        <Title order={3} size="h4">
          {line.offence || t('fact.noOffence')}
        </Title>
        <Text size="sm">{standingText(reasons)}</Text>
        <Text size="xs" c="dimmed">
          {t('why.lists', { list: reasons.codeListVersion, rules: reasons.rulesVersion })}
        </Text>
      </div>
      {reasons.pointIs !== null && (
        <Alert color="gray" title={t('why.point')}>
          {t('why.pointIs', { point: reasons.pointIs })}
        </Alert>
      )}
      {questions.map((question) => {
        const found = reasons.questions.find((one) => one.question === question);
        return found && <Decided key={question} reason={found} />;
      })}
      <section>
        <Title order={4} size="h5">
          {t('why.offence')}
        </Title>
        <Text size="sm">
          {t(offenceWritten.code === '' ? 'why.written' : 'why.writtenCode', {
            title: offenceWritten.title || t('fact.noTitle'),
            code: offenceWritten.code,
          })}
        </Text>
        <Text size="sm">
          {listRow === null
            ? t('why.onNoRow')
            : t(listRow.conditions === '' ? 'why.onList' : 'why.onListWhen', {
                title: listRow.title,
                tier: tCode(`list.tier.${listRow.tier}`),
                conditions: listRow.conditions.replaceAll('|', ', '),
                match: tCode(`match.${listRow.matchedBy}`),
              })}
        </Text>
        {listRow !== null && listRow.source !== '' && (
          <Text size="xs" c="dimmed">
            {t('why.source', { source: listRow.source })}
          </Text>
        )}
        <Text size="sm">
          {t('why.harm', {
            severity: weightText(reasons.severityScore, 'severity'),
            cambridge: weightText(reasons.cambridgeDays, 'cambridge'),
          })}
        </Text>
      </section>
      <section>
        <Title order={4} size="h5">
          {t('why.says')}
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

function standingText({ line, isCrime, inVawg, threats }: RecordReasons): string {
  const on = formatMoment(line.recordedOn) || t('why.onNoDate');
  const recorded = t(isCrime ? 'why.crime' : 'why.notCrime', { on });
  if (threats.length === 0) return t(inVawg ? 'why.counts' : 'why.doesNotCount', { recorded });
  const named = threats.map((threat) => labelOf(threatChoices, threat)).join(', ');
  return t(inVawg ? 'why.countsAs' : 'why.doesNotCountAs', { recorded, threats: named });
}

function weightText(weight: number | null, measure: 'severity' | 'cambridge'): string {
  if (weight === null) return t(`why.no.${measure}`);
  return t(`why.is.${measure}`, { weight: Math.round(weight) });
}

function Decided({ reason }: { reason: RecordReasons['questions'][number] }) {
  return (
    <section>
      <Title order={4} size="h5">
        {t(`why.${reason.question}`, { answer: answerOf(reason.question, reason.answer) })}
      </Title>
      <Text size="sm">{reason.isAnalyst ? t('why.analyst') : reason.sentence}</Text>
      {reason.when.length > 0 && (
        <List size="xs" withPadding={false}>
          {reason.when.map((condition) => (
            <List.Item key={condition}>{condition}</List.Item>
          ))}
        </List>
      )}
      {reason.beaten.length > 0 && (
        <Text size="xs" c="dimmed" component="div" className="beaten">
          {t('why.beaten')}
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
