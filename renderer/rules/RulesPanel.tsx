import { Alert, Button, Group, List, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { DefinitionName } from './DefinitionName.tsx';
import { DraftBar } from './DraftBar.tsx';
import { PreviewOfDraft } from './PreviewOfDraft.tsx';
import { RuleList } from './RuleList.tsx';
import { questionHeadings } from './rule-words.ts';
import { isUndoKey, useKeys } from './use-keys.ts';
import { type RulesWork, useRules } from './use-rules.ts';
import { VersionsTable } from './VersionsTable.tsx';

/** The rules of the three questions in their order, the draft of them, and their versions. */
export function RulesPanel() {
  const { summary } = useWorkbench();
  const work = useRules();
  const [said, setSaid] = useState('');
  const { inForce, set, draft } = work;
  const isReader = summary?.access === 'reader';
  useKeys((event) => {
    if (!isUndoKey(event) || draft === null) return;
    event.preventDefault();
    work.undo();
  });
  if (inForce === null || set === null) {
    return work.isMissing ? (
      <Button variant="default" onClick={() => void work.load()}>
        {t('rules.again')}
      </Button>
    ) : (
      <Text>{t('rules.reading')}</Text>
    );
  }
  const write = async (version: string) => setSaid(await work.writeFile(version));
  const read = async () => setSaid(await work.readFile());
  return (
    <Stack gap="lg">
      {draft !== null && <DraftBar work={work} isReader={isReader} />}
      <Group justify="space-between" align="start">
        <Text size="sm" c="dimmed" maw={760}>
          {t('rules.text', { name: set.name, version: inForce.set.version })}
        </Text>
        <Group gap="xs">
          <Button variant="default" disabled={isReader} onClick={() => void read()}>
            {t('rules.fromFile')}
          </Button>
          <Button variant="default" onClick={() => void write(inForce.set.version)}>
            {t('ruleVersions.toFile')}
          </Button>
        </Group>
      </Group>
      {said !== '' && (
        <Text size="sm" role="status">
          {said}
        </Text>
      )}
      <FileProblems work={work} />
      <Settings work={work} isReader={isReader} />
      {draft !== null && <PreviewOfDraft work={work} />}
      {questionHeadings.map(([question, heading]) => (
        <RuleList
          key={question}
          question={question}
          heading={t(heading)}
          work={work}
          inForce={inForce}
          set={set}
          isReader={isReader}
        />
      ))}
      <VersionsTable
        of="rules"
        versions={inForce.versions}
        blocked={isReader ? t('rules.readOnly') : draft === null ? null : t('rules.draftFirst')}
        use={(version) => void work.use(version)}
        write={(version) => void write(version)}
      />
    </Stack>
  );
}

function FileProblems({ work }: { work: RulesWork }) {
  if (work.fileProblems.length === 0) return null;
  return (
    <Alert color="red" title={t('rules.unreadable')} role="alert">
      <List size="sm">
        {work.fileProblems.map(({ place, message }) => (
          <List.Item key={`${place} ${message}`}>
            {place === 0 ? message : t('rules.problemAt', { place, message })}
          </List.Item>
        ))}
      </List>
      {t('rules.unreadableText')}
    </Alert>
  );
}

function Settings({ work, isReader }: { work: RulesWork; isReader: boolean }) {
  const { set } = work;
  if (set === null) return null;
  const put = (changed: Partial<typeof set.settings>) =>
    work.change({ ...set, settings: { ...set.settings, ...changed } });
  return (
    <Group gap="xl" align="start">
      <DefinitionName key={set.name} work={work} isReader={isReader} />
      <Switch
        label={t('rules.femaleTier')}
        description={t('rules.femaleTierText')}
        checked={set.settings.includeFemaleVictimTier}
        disabled={isReader}
        onChange={(event) => put({ includeFemaleVictimTier: event.currentTarget.checked })}
      />
      <Switch
        label={t('rules.institutions')}
        description={t('rules.institutionsText')}
        checked={set.settings.institutionalIsPublic}
        disabled={isReader}
        onChange={(event) => put({ institutionalIsPublic: event.currentTarget.checked })}
      />
    </Group>
  );
}
