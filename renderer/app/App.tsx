import { Alert, Button, Group } from '@mantine/core';
import { useEffect } from 'react';
import { MapScreen } from '../explore/MapScreen.tsx';
import { Home } from '../home/Home.tsx';
import { DataScreen } from '../intake/DataScreen.tsx';
import { ProfileScreen } from '../profile/ProfileScreen.tsx';
import { saveInto } from '../profile/saver.ts';
import { RulesScreen } from '../rules/RulesScreen.tsx';
import { SharingScreen } from '../sharing/SharingScreen.tsx';
import { formatNumber, formatShare } from './format.ts';
import { JobsBar } from './JobsBar.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import { useIdleLock } from './use-idle-lock.ts';
import { type ScreenName, useWorkbench } from './workbench.tsx';

const rooms: readonly (readonly [ScreenName, string])[] = [
  ['home', 'Home'],
  ['data', 'Data'],
  ['rules', 'Rules'],
  ['map', 'Map'],
  ['profile', 'Profile'],
  ['sharing', 'Sharing'],
];

const screens = {
  home: Home,
  data: DataScreen,
  rules: RulesScreen,
  map: MapScreen,
  profile: ProfileScreen,
  sharing: SharingScreen,
};

/** The frame: marking band, rail, screen, status line. */
export function App() {
  const { summary, screen, show } = useWorkbench();
  useIdleLock();
  const Screen = screens[screen];
  const workspace = summary?.path ?? null;
  useEffect(() => saveInto(workspace), [workspace]);
  return (
    <div className="frame">
      <header className="marking">
        <span>{summary === null ? 'Action Ten' : `${summary.marking} · ${summary.force}`}</span>
        <Group gap="sm">
          <JobsBar />
          <ThemeSwitch />
        </Group>
      </header>
      <nav className="rail" aria-label="Rooms">
        {rooms.map(([name, label]) => (
          <Button
            key={name}
            variant={screen === name ? 'filled' : 'subtle'}
            aria-current={screen === name ? 'page' : undefined}
            disabled={name !== 'home' && summary === null}
            onClick={() => show(name)}
          >
            {label}
          </Button>
        ))}
      </nav>
      <main className="screen">
        <Notices />
        <Screen />
      </main>
      <StatusLine />
    </div>
  );
}

function Notices() {
  const { failure, dismiss, engineStopped, restart } = useWorkbench();
  return (
    <>
      {engineStopped && (
        <Alert color="red" title="The engine stopped" m="md" role="alert">
          The workspace file is whole: work that was not finished was taken back.
          <Group mt="sm">
            <Button onClick={() => void restart()}>Restart the engine</Button>
          </Group>
        </Alert>
      )}
      {failure !== null && (
        <Alert
          color="red"
          title={failure.message}
          m="md"
          role="alert"
          withCloseButton
          closeButtonLabel="Close this message"
          onClose={dismiss}
        >
          {failure.remedy}
        </Alert>
      )}
    </>
  );
}

function StatusLine() {
  const { summary, run, screen } = useWorkbench();
  if (summary === null) return <footer className="status">No workspace is open.</footer>;
  if (screen !== 'map' || run === null) {
    return (
      <footer className="status">
        {formatNumber(summary.counts.incidents)} incidents · list{' '}
        {summary.classification === null
          ? 'not applied yet'
          : `${summary.classification.codeListVersion} · rules ${summary.classification.rulesVersion}`}
      </footer>
    );
  }
  const unmapped = (run.leftOut['noLocation'] ?? 0) + (run.leftOut['reportedAtLocation'] ?? 0);
  const inFilter = run.countIn + unmapped + (run.leftOut['outsideStudyArea'] ?? 0);
  return (
    <footer className="status">
      {formatNumber(inFilter)} records in the filter · {formatNumber(unmapped)} cannot be mapped (
      {formatShare(unmapped, inFilter)}) · list {summary.classification?.codeListVersion ?? '-'} ·
      run {run.run}
    </footer>
  );
}
