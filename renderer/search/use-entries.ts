import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { Place } from '../../src/contract/hotspots.ts';
import type { ProfileDraft, ProfileState } from '../../src/contract/profile.ts';
import { plainText } from '../../src/domain/profile/rich-text.ts';
import { ask } from '../app/engine-client.ts';
import { rooms, roomWords, type ScreenName } from '../app/rooms.ts';
import { useWorkbench } from '../app/workbench.tsx';
import type { Within } from '../app/workbench-state.ts';
import { methodChoices } from '../explore/choice-words.ts';
import { openHelp } from '../help/open-help.ts';
import { dataTabs } from '../intake/DataScreen.tsx';
import { profilePanels } from '../profile/ProfileScreen.tsx';
import { rulesPanels } from '../rules/RulesScreen.tsx';
import { sharingPanels } from '../sharing/SharingScreen.tsx';
import { type PlainKey, t } from '../words/t.ts';
import type { Entry } from './entry.ts';

type Show = (screen: ScreenName, within?: Within) => void;

const mapTabs = ['map', 'compare', 'runs', 'places'] as const;

const tabs: readonly (readonly [ScreenName, readonly (readonly [string, string])[]])[] = [
  ['data', dataTabs.map(([name, words]) => [name, t(words)] as const)],
  ['rules', rulesPanels.map(([name, words]) => [name, t(words)] as const)],
  ['map', mapTabs.map((name) => [name, t(`tab.map.${name}`)] as const)],
  ['profile', profilePanels.map(([name, words]) => [name, words] as const)],
  ['sharing', sharingPanels.map(([name, words]) => [name, words] as const)],
];

/** Everything the search knows before a word is typed: screens, actions, and what the open workspace holds. */
export function useEntries(): readonly Entry[] {
  const { summary, show, opened } = useWorkbench();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const held = useHeld(summary?.path ?? null);
  return useMemo(() => {
    const isOpen = summary !== null;
    const close = () =>
      void ask('closeWorkspace', {}).then(() => {
        opened(null);
        show('home');
      });
    const actions: readonly (readonly [PlainKey, boolean, () => void])[] = [
      ['action.import', isOpen, () => show('data', { tab: 'import' })],
      ['action.export', isOpen, () => show('profile', { tab: 'print' })],
      ['action.publish', isOpen, () => show('profile', { tab: 'versions' })],
      ['action.share', isOpen, () => show('sharing', { tab: 'share' })],
      ['action.log', isOpen, () => show('sharing', { tab: 'log' })],
      ['action.help', true, () => openHelp('screen')],
      ['action.guide', true, () => openHelp('guide')],
      ['action.shortcuts', true, () => openHelp('shortcuts')],
      ['action.theme', true, () => setColorScheme(isDark ? 'light' : 'dark')],
      ['action.close', isOpen, close],
    ];
    return [
      ...screenEntries(isOpen, show),
      ...actions
        .filter(([, isThere]) => isThere)
        .map(([key, , go]): Entry => ({ key, group: 'search.actions', words: t(key), go })),
      ...heldEntries(held, show),
      ...methodChoices.map(
        ([method, words]): Entry => ({
          key: `method ${method}`,
          group: 'search.methods',
          words: t('search.help', { method: words }),
          go: () => openHelp('methods', method),
        }),
      ),
    ];
  }, [summary, show, opened, held, isDark, setColorScheme]);
}

function screenEntries(isOpen: boolean, show: Show): Entry[] {
  const group = 'search.screens';
  const screens = rooms
    .filter(([screen]) => isOpen || screen === 'home')
    .map(
      ([screen, words]): Entry => ({
        key: screen,
        group,
        words: t(words),
        go: () => show(screen),
      }),
    );
  if (!isOpen) return screens;
  const within = tabs.flatMap(([screen, names]) =>
    names.map(
      ([tab, words]): Entry => ({
        key: `${screen} ${tab}`,
        group,
        words: `${t(roomWords(screen))}: ${words}`,
        go: () => show(screen, { tab }),
      }),
    ),
  );
  return [...screens, ...within];
}

interface Held {
  readonly draft: ProfileDraft | null;
  readonly sections: ProfileState['sections'];
  readonly places: readonly Place[];
}

const nothingHeld: Held = { draft: null, sections: [], places: [] };

/** What the open workspace holds that has a name; each part as soon as it is read. */
function useHeld(workspace: string | null): Held {
  const [held, setHeld] = useState(nothingHeld);
  useEffect(() => {
    let isGone = false;
    const add = (part: Partial<Held>) => {
      if (!isGone) setHeld((before) => ({ ...before, ...part }));
    };
    if (workspace !== null) {
      // A part that cannot be read is only not found here; its own screen says why.
      void ask('readProfileDraft', {}).then((draft) => draft.ok && add({ draft: draft.value }));
      void ask('readProfileState', {}).then(
        (state) => state.ok && add({ sections: state.value.sections }),
      );
      void ask('listPlaces', {}).then((list) => list.ok && add({ places: list.value.places }));
    }
    return () => {
      isGone = true;
    };
  }, [workspace]);
  return held;
}

function heldEntries({ draft, sections, places }: Held, show: Show): Entry[] {
  return [
    ...sections.map(
      ({ number, title }): Entry => ({
        key: `section ${number}`,
        group: 'search.sections',
        words: t('search.section', { number, title }),
        go: () => show('profile', { tab: 'write', section: number }),
      }),
    ),
    ...(draft?.findings ?? []).map(
      ({ number, content }): Entry => ({
        key: `finding ${number}`,
        group: 'search.findings',
        words: t('search.finding', { number, text: plainText(content.text) }),
        go: () => show('profile', { tab: 'findings' }),
      }),
    ),
    ...(draft?.recommendations ?? []).map(
      ({ number, content }): Entry => ({
        key: `recommendation ${number}`,
        group: 'search.recommendations',
        words: t('search.recommendation', { number, text: content.text }),
        go: () => show('profile', { tab: 'recommendations' }),
      }),
    ),
    ...places.map(
      ({ place, name, records }): Entry => ({
        key: `place ${place}`,
        group: 'search.places',
        words: t('search.place', { name, count: records }),
        go: () => show('map', { tab: 'places' }),
      }),
    ),
  ];
}
