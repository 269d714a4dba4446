import { CloseButton, Group, Kbd, Table, Tabs, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { AnalysisMethod } from '../../src/contract/hotspots.ts';
import { roomWords } from '../app/rooms.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { methodChoices } from '../explore/choice-words.ts';
import { t } from '../words/t.ts';
import { Markdown } from './Markdown.tsx';
import { closeHelp, type HelpTab, openHelp, useOpenHelp } from './open-help.ts';
import { pages, partOf } from './pages.ts';
import { shortcuts } from './shortcuts.ts';

const tabs: readonly HelpTab[] = ['screen', 'methods', 'words', 'shortcuts', 'guide'];

/** Help beside the screen, not over it: what is explained can be looked at while it is read. */
export function HelpPanel() {
  const open = useOpenHelp();
  return open === null ? null : <OpenPanel tab={open.tab} topic={open.topic} />;
}

function OpenPanel({ tab, topic }: { tab: HelpTab; topic: string | null }) {
  const { screen, run } = useWorkbench();
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its top
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another page begins at its top
  useEffect(() => body.current?.scrollTo(0, 0), [tab, topic]);
  const method = topic ?? (screen === 'map' ? (run?.method ?? null) : null);
  const tokens = {
    screen: partOf(pages.guide, t(roomWords(screen))),
    methods: method === null ? pages.methods : methodPart(method),
    words: pages.words,
    guide: pages.guide,
  };
  return (
    <aside
      className="help"
      aria-label={t('help.title')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') closeHelp();
      }}
    >
      <Group justify="space-between" px="sm" pt="xs">
        <Title order={2} size="h5" tabIndex={-1} ref={heading}>
          {t('help.title')}
        </Title>
        <CloseButton aria-label={t('help.close')} onClick={closeHelp} />
      </Group>
      <Tabs
        value={tab}
        onChange={(name) => openHelp((name ?? 'screen') as HelpTab)}
        keepMounted={false}
      >
        <Tabs.List>
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name} px="xs">
              {t(`help.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} className="help-body" ref={body} tabIndex={0}>
          {tab === 'shortcuts' ? <Shortcuts /> : <Markdown tokens={tokens[tab]} />}
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
}

/** What the papers say of a method: under the name that the map has for it. */
function methodPart(method: string) {
  const name = methodChoices.find(([choice]) => choice === (method as AnalysisMethod))?.[1];
  return name === undefined ? pages.methods : partOf(pages.methods, name);
}

function Shortcuts() {
  return shortcuts.map(([where, keys]) => (
    <section key={where} aria-label={t(where)}>
      <Title order={3} size="h5" mt="sm" mb={4}>
        {t(where)}
      </Title>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('help.keys')}</Table.Th>
            <Table.Th>{t('help.does')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.map(({ keys: pressed, does }) => (
            <Table.Tr key={does}>
              <Table.Td>
                <Kbd>{t(pressed)}</Kbd>
              </Table.Td>
              <Table.Td>{t(does)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  ));
}
