import { asJob } from '../app/engine-client.ts';
import { NotRead } from '../app/NotRead.tsx';
import { useLoaded } from '../app/use-loaded.ts';
import { t } from '../words/t.ts';
import { Exports } from './Exports.tsx';
import { saveNow } from './saver.ts';

/** Built once each time the tab is opened. */
async function build() {
  await saveNow();
  return asJob(t('print.building'), (key) => window.actionTen.reportUrl(key));
}

/** The profile as it will print, and its exports. */
export function PrintView() {
  const built = useLoaded(build);
  const view = built.value;
  return (
    <div className="print-view">
      <Exports title={view?.profile.title ?? t('profile.untitled')} />
      {view === null ? (
        <NotRead of={built} words={t('print.beingBuilt')} p="lg" />
      ) : (
        <iframe title={t('print.frame')} sandbox="" src={view.url} />
      )}
    </div>
  );
}
