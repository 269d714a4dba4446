import { Button, Group } from '@mantine/core';
import { useEffect } from 'react';
import { MapScreen } from '../explore/MapScreen.tsx';
import { HelpPanel } from '../help/HelpPanel.tsx';
import { openHelp } from '../help/open-help.ts';
import { Home } from '../home/Home.tsx';
import { DataScreen } from '../intake/DataScreen.tsx';
import { ProfileScreen } from '../profile/ProfileScreen.tsx';
import { saveInto } from '../profile/saver.ts';
import { RulesScreen } from '../rules/RulesScreen.tsx';
import { SearchPalette } from '../search/SearchPalette.tsx';
import { SharingScreen } from '../sharing/SharingScreen.tsx';
import { t } from '../words/t.ts';
import { DoneLine } from './DoneLine.tsx';
import { JobsTray } from './JobsTray.tsx';
import { Notices } from './Notices.tsx';
import { rooms } from './rooms.ts';
import { StatusLine } from './StatusLine.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import { useIdleLock } from './use-idle-lock.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useShellKeys } from './use-shell-keys.ts';
import { useWorkbench } from './workbench.tsx';

const screens = {
  home: Home,
  data: DataScreen,
  rules: RulesScreen,
  map: MapScreen,
  profile: ProfileScreen,
  sharing: SharingScreen,
};

/** The frame: marking band, rail, screen, help, status line. */
export function App() {
  const { summary, screen, show } = useWorkbench();
  const { over, setOver } = useShellKeys();
  useIdleLock();
  useKeptFocus();
  const Screen = screens[screen];
  const workspace = summary?.path ?? null;
  useEffect(() => saveInto(workspace), [workspace]);
  return (
    <div className="frame">
      <header className="marking">
        <span className="marking-words">
          {summary === null ? t('app.name') : `${summary.marking} · ${summary.force}`}
        </span>
        <Group gap="xs" wrap="nowrap">
          <JobsTray
            isOpen={over === 'jobs'}
            onChange={(isOpen) => setOver(isOpen ? 'jobs' : null)}
          />
          <BandButton words={t('search.open')} keys="Ctrl+K" go={() => setOver('search')} />
          <BandButton words={t('help.open')} keys="F1" go={() => openHelp('screen')} />
          <ThemeSwitch />
        </Group>
      </header>
      <nav className="rail" aria-label={t('rooms.label')}>
        {rooms.map(([name, words]) => (
          <Button
            key={name}
            variant={screen === name ? 'filled' : 'subtle'}
            aria-current={screen === name ? 'page' : undefined}
            disabled={name !== 'home' && summary === null}
            onClick={() => show(name)}
          >
            {t(words)}
          </Button>
        ))}
      </nav>
      <main className="screen" tabIndex={-1}>
        <Notices />
        <Screen />
      </main>
      <HelpPanel />
      <DoneLine workspace={workspace} />
      <StatusLine />
      {over === 'search' && <SearchPalette close={() => setOver(null)} />}
    </div>
  );
}

function BandButton({ words, keys, go }: { words: string; keys: string; go: () => void }) {
  return (
    <Button
      size="compact-sm"
      variant="white"
      color="dark"
      aria-keyshortcuts={keys.replace('Ctrl', 'Control')}
      title={t('app.withKeys', { words, keys })}
      onClick={go}
    >
      {words}
    </Button>
  );
}
