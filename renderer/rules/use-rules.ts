import { useCallback, useEffect, useMemo, useState } from 'react';
import type { RulesPreview } from '../../src/contract/rules.ts';
import type { RuleProblem, RuleSet } from '../../src/domain/vawg/rule-set.ts';
import { tellDone } from '../app/done.ts';
import { ask } from '../app/engine-client.ts';
import { useCall } from '../app/use-loaded.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';
import { countChanges } from './draft.ts';

/** Typing and dragging settle before the draft is tried. */
const settleMilliseconds = 300;

interface Tried {
  readonly set: RuleSet;
  readonly preview: RulesPreview;
}

/** The rules in force, the draft beside them, and what the draft would change. */
export function useRules() {
  const { take, refresh, draft: history, drafted } = useWorkbench();
  const { value: inForce, state, reload: load } = useCall('readRules', {});
  const [tried, setTried] = useState<Tried | null>(null);
  const [fileProblems, setFileProblems] = useState<readonly RuleProblem[]>([]);
  const draft = history.at(-1) ?? null;

  const tryOut = useCallback(
    async (set: RuleSet, label?: string) => {
      const preview = take(await ask('previewRules', { set: set }, label));
      if (preview !== null) setTried({ set, preview });
    },
    [take],
  );
  useEffect(() => {
    if (draft === null) return undefined;
    const timer = setTimeout(() => void tryOut(draft), settleMilliseconds);
    return () => clearTimeout(timer);
  }, [draft, tryOut]);

  const changes = useMemo(
    () => (draft === null || inForce === null ? 0 : countChanges(inForce.set, draft)),
    [draft, inForce],
  );
  const leave = async () => {
    drafted([]);
    setTried(null);
    await load();
    await refresh();
  };
  /** Takes a version; the one of before is the way back. */
  const takeVersion = async (version: string) => {
    const used = await ask('useRules', { version }, t('rules.taking', { version }));
    take(used);
    if (used.ok) await leave();
    return used.ok;
  };
  const tellInForce = (version: string) => {
    const before = inForce?.set.version;
    if (before !== undefined) tellDone(t('done.rules', { version }), () => takeVersion(before));
  };
  return {
    inForce,
    isMissing: state === 'missing',
    /** What the screen shows: the draft, else the rules in force. */
    set: draft ?? inForce?.set ?? null,
    draft,
    changes,
    /** Only that of the draft as it stands now. */
    preview: tried !== null && tried.set === draft ? tried.preview : null,
    /** That of the draft as it stood before, while the next is on its way. */
    earlierPreview: tried?.preview ?? null,
    fileProblems,
    load,
    change: (next: RuleSet) => {
      const current = draft ?? inForce?.set;
      if (current === undefined || next === current) return;
      const back = inForce !== null && countChanges(inForce.set, next) === 0;
      drafted(back ? [] : [...history, next]);
    },
    undo: () => drafted(history.slice(0, -1)),
    discard: () => {
      drafted([]);
      setTried(null);
    },
    tryNow: () => (draft === null ? Promise.resolve() : tryOut(draft, t('rules.trying'))),
    save: async (note: string) => {
      if (draft === null) return;
      const saved = await ask('saveRules', { set: draft, note }, t('rules.saving'));
      take(saved);
      if (!saved.ok) return;
      await leave();
      tellInForce(saved.value.version);
    },
    use: async (version: string) => {
      if (await takeVersion(version)) tellInForce(version);
    },
    readFile: async () => {
      const [file] = await window.actionTen.chooseFiles('rules');
      if (file === undefined) return '';
      const read = take(await ask('readRuleFile', { file: file.token }));
      if (read === null) return '';
      // Problems of a set that could be read are told at their rules once it is tried.
      setFileProblems(read.set === null ? read.problems : []);
      if (read.set === null) return '';
      if (inForce !== null && countChanges(inForce.set, read.set) === 0) {
        return t('rules.same', { file: file.name });
      }
      drafted([...history, read.set]);
      return '';
    },
    writeFile: async (version: string) => {
      const place = await window.actionTen.chooseSavePath('rules', `rules-${version}.json`);
      if (place === null) return '';
      const written = take(await ask('exportRules', { version, out: place.token }));
      return written === null
        ? ''
        : t('rules.saved', { version: written.version, file: place.name });
    },
  };
}

export type RulesWork = ReturnType<typeof useRules>;
