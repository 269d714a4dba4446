import { useWorkbench } from '../app/workbench.tsx';
import { FirstRun } from './FirstRun.tsx';
import { Standing } from './Standing.tsx';

/** First run: two large choices. With a workspace: where the profile stands and what is next. */
export function Home() {
  const { summary } = useWorkbench();
  return (
    <div className="page">{summary === null ? <FirstRun /> : <Standing summary={summary} />}</div>
  );
}
