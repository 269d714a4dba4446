import { Alert, Button, Group, List, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import type { Question } from '../../src/domain/vawg/rule-set.ts';
import { useWorkbench } from '../app/workbench.tsx';
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
        Read the rules again
      </Button>
    ) : (
      <Text>Reading the rules…</Text>
    );
  }
  const write = async (version: string) => setSaid(await work.writeFile(version));
  const read = async () => setSaid(await work.readFile());
  return (
    <Stack gap="lg">
      {draft !== null && <DraftBar work={work} isReader={isReader} />}
      <Group justify="space-between" align="start">
        <Text size="sm" c="dimmed" maw={760}>
          "{set.name}", version {inForce.set.version}. Each question is answered by the first of its
          rules that holds. Drag a rule, or press Alt with the up or down arrow, to change the
          order. Nothing is kept until you save a draft as a new version.
        </Text>
        <Group gap="xs">
          <Button variant="default" disabled={isReader} onClick={() => void read()}>
            Read from a file…
          </Button>
          <Button variant="default" onClick={() => void write(inForce.set.version)}>
            Save to a file…
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
      {questionHeadings.map(([question, heading]: readonly [Question, string]) => (
        <RuleList
          key={question}
          question={question}
          heading={heading}
          work={work}
          inForce={inForce}
          set={set}
          isReader={isReader}
        />
      ))}
      <VersionsTable
        of="rules"
        versions={inForce.versions}
        blocked={isReader ? 'Read only' : draft === null ? null : 'Save or discard the draft first'}
        use={(version) => void work.use(version)}
        write={(version) => void write(version)}
      />
    </Stack>
  );
}

function FileProblems({ work }: { work: RulesWork }) {
  if (work.fileProblems.length === 0) return null;
  return (
    <Alert color="red" title="The file could not be read as rules" role="alert">
      <List size="sm">
        {work.fileProblems.map(({ place, message }) => (
          <List.Item key={`${place} ${message}`}>
            {place === 0 ? '' : `Rule ${place}: `}
            {message}
          </List.Item>
        ))}
      </List>
      Nothing was changed. Correct the file and read it again.
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
        label="Count the female-victim tier in VAWG"
        description="It is printed on its own line either way."
        checked={set.settings.includeFemaleVictimTier}
        disabled={isReader}
        onChange={(event) => put({ includeFemaleVictimTier: event.currentTarget.checked })}
      />
      <Switch
        label="Count institutions as public space"
        description="Schools, workplaces, hospitals, prisons, care homes."
        checked={set.settings.institutionalIsPublic}
        disabled={isReader}
        onChange={(event) => put({ institutionalIsPublic: event.currentTarget.checked })}
      />
    </Group>
  );
}
