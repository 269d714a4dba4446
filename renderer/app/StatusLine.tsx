import { t } from '../words/t.ts';
import { formatShare } from './format.ts';
import { useWorkbench } from './workbench.tsx';

/** What is looked at: how many, what of it cannot be mapped, which list and run. */
export function StatusLine() {
  const { summary, run, screen } = useWorkbench();
  return (
    <footer className="status">
      {summary === null
        ? t('status.none')
        : [
            // On every screen: it is why so much of it cannot be pressed.
            ...(summary.access === 'reader' ? [t('home.readOnly')] : []),
            ...(screen === 'map' && run !== null ? sayRun(summary, run) : sayWorkspace(summary)),
          ].join(' · ')}
    </footer>
  );
}

type Workbench = ReturnType<typeof useWorkbench>;
type Summary = NonNullable<Workbench['summary']>;
type Run = NonNullable<Workbench['run']>;

function sayWorkspace({ counts, classification }: Summary): string[] {
  return [
    t('status.incidents', { count: counts.incidents }),
    classification === null
      ? t('status.notApplied')
      : t('status.lists', {
          list: classification.codeListVersion,
          rules: classification.rulesVersion,
        }),
  ];
}

function sayRun({ classification }: Summary, run: Run): string[] {
  const unmapped = (run.leftOut['noLocation'] ?? 0) + (run.leftOut['reportedAtLocation'] ?? 0);
  const inFilter = run.countIn + unmapped + (run.leftOut['outsideStudyArea'] ?? 0);
  return [
    t('status.inFilter', { count: inFilter }),
    t('status.unmapped', { count: unmapped, share: formatShare(unmapped, inFilter) }),
    t('status.list', { list: classification?.codeListVersion ?? '-' }),
    t('status.run', { run: run.run }),
  ];
}
