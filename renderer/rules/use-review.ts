import { useRef, useState } from 'react';
import type { CallInput } from '../../src/contract/calls.ts';
import type { ReviewRow } from '../../src/contract/rules.ts';
import { ask } from '../app/engine-client.ts';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import type { ReviewAnswer } from './review-keys.ts';

export const reviewPageRows = 100;
export type About = CallInput<'reviewQueue'>['about'];

/** What was decided in this window, so that one key takes it back. */
interface Made {
  readonly decision: number;
  readonly words: string;
}

const nothing: ReadonlySet<number> = new Set();

/** The queue of records to decide, and the decisions made before. */
function useQueue() {
  const [about, setAbout] = useState<About>('unclassified');
  const [onlyVawg, setOnlyVawg] = useState(true);
  const [skip, setSkip] = useState(0);
  const page = useCall('reviewQueue', { about, onlyVawg, skip, limit: reviewPageRows });
  const kept = useCall('listDecisions', {});
  const queue = page.isCurrent ? (page.value ?? { rows: [], total: 0 }) : null;
  // The last page may have gone with what was decided on it.
  if (page.isCurrent && page.value?.rows.length === 0 && skip > 0) setSkip(0);
  return {
    about,
    onlyVawg,
    skip,
    queue,
    decisions: kept.value?.decisions ?? [],
    reload: async () => {
      await Promise.all([page.reload(), kept.reload()]);
    },
    show: (next: { about?: About; onlyVawg?: boolean; skip?: number }) => {
      setSkip(next.skip ?? 0);
      if (next.about !== undefined) setAbout(next.about);
      if (next.onlyVawg !== undefined) setOnlyVawg(next.onlyVawg);
    },
  };
}

/** The row looked at and the rows chosen. The row looked at is kept by its record: rows come and go around it. */
function useRows(rows: readonly ReviewRow[]) {
  const [inView, setInView] = useState<{ incident: number; place: number } | null>(null);
  const [anchor, setAnchor] = useState(0);
  const [chosen, setChosen] = useState(nothing);
  const found = rows.findIndex((row) => row.incident === inView?.incident);
  const cursor = found >= 0 ? found : Math.max(0, Math.min(inView?.place ?? 0, rows.length - 1));
  const goTo = (place: number) => {
    const row = rows[place];
    setInView(row === undefined ? null : { incident: row.incident, place });
  };
  return {
    cursor,
    chosen,
    current: rows[cursor] ?? null,
    goTo,
    forget: () => {
      setInView(null);
      setAnchor(0);
      setChosen(nothing);
    },
    /** Looks at a row; with `extend` it and all rows from the one chosen last are chosen. */
    look: (place: number, extend = false) => {
      const bounded = Math.max(0, Math.min(place, rows.length - 1));
      goTo(bounded);
      if (!extend) return setAnchor(bounded);
      const [first, last] = [Math.min(anchor, bounded), Math.max(anchor, bounded)];
      return setChosen(new Set(rows.slice(first, last + 1).map((row) => row.incident)));
    },
    toggle: (place: number) => {
      const row = rows[place];
      if (row === undefined) return;
      const next = new Set(chosen);
      if (!next.delete(row.incident)) next.add(row.incident);
      setChosen(next);
      goTo(place);
      setAnchor(place);
    },
    choose: (incidents: Iterable<number>) => setChosen(new Set(incidents)),
  };
}

/**
 * Decisions one after the other as fast as they are typed: the next record is in view at once, each decision is kept
 * in its turn, and the queue is read again after the last.
 */
export function useReview() {
  const { take, refresh } = useWorkbench();
  const queue = useQueue();
  const rows = queue.queue?.rows ?? [];
  const marks = useRows(rows);
  const [pending, setPending] = useState(nothing);
  const [last, setLast] = useState<Made | null>(null);
  const [said, setSaid] = useState('');
  const made = useRef<readonly Made[]>([]);
  const work = useRef<Promise<void>>(Promise.resolve());
  const waiting = useRef(0);

  const remember = (next: readonly Made[]) => {
    made.current = next;
    setLast(next.at(-1) ?? null);
  };
  const inTurn = (step: () => Promise<void>) => {
    waiting.current++;
    work.current = work.current.then(step).then(async () => {
      waiting.current--;
      if (waiting.current > 0) return;
      await queue.reload();
      // Unless more was decided while the queue was read.
      if (waiting.current === 0) setPending(nothing);
      void refresh();
    });
  };
  const undo = async (decision: number, words: string) => {
    const undone = take(await ask('undoDecision', { decision }));
    if (undone === null) return;
    remember(made.current.filter((one) => one.decision !== decision));
    setSaid(t('review.takenBack', { decision: words, count: undone.records }));
  };
  return {
    ...queue,
    ...marks,
    rows,
    /** Records whose decision is on its way. */
    pending,
    last,
    said,
    show: (next: Parameters<typeof queue.show>[0]) => {
      marks.forget();
      queue.show(next);
    },
    /** Decides the chosen rows, or the row looked at when none is chosen. */
    decide: (answer: ReviewAnswer, words: string, why: string) => {
      const { chosen, current, cursor } = marks;
      const incidents = chosen.size > 0 ? [...chosen] : current === null ? [] : [current.incident];
      if (incidents.length === 0 || incidents.some((incident) => pending.has(incident))) return;
      const gone = new Set([...pending, ...incidents]);
      setPending(gone);
      marks.choose([]);
      const isLeft = (row: ReviewRow) => !gone.has(row.incident);
      const next = rows.findIndex((row, place) => place > cursor && isLeft(row));
      marks.goTo(next >= 0 ? next : rows.findLastIndex(isLeft));
      inTurn(async () => {
        const done = take(await ask('decideRecords', { incidents, answer, why }));
        if (done === null) return;
        remember([...made.current, { decision: done.decision, words }]);
        setSaid(t('review.decided', { decision: words, count: done.records }));
      });
    },
    undo: (decision: number, words: string) => inTurn(() => undo(decision, words)),
    undoLast: () =>
      inTurn(async () => {
        const one = made.current.at(-1);
        if (one !== undefined) await undo(one.decision, one.words);
      }),
  };
}

export type Review = ReturnType<typeof useReview>;
