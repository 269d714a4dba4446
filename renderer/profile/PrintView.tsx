import { Text } from '@mantine/core';
import { asJob } from '../app/engine-client.ts';
import { useLoaded } from '../app/use-loaded.ts';
import { Exports } from './Exports.tsx';
import { saveNow } from './saver.ts';

/** Built once each time the tab is opened. */
async function build() {
  await saveNow();
  return asJob('Building the profile', (key) => window.actionTen.reportUrl(key));
}

/** The profile as it will print, and its exports. */
export function PrintView() {
  const { value: view } = useLoaded(build);
  return (
    <div className="print-view">
      <Exports title={view?.profile.title ?? 'Problem profile'} />
      {view === null ? (
        <Text p="lg">The profile is being built…</Text>
      ) : (
        <iframe title="The profile as it will print" sandbox="" src={view.url} />
      )}
    </div>
  );
}
