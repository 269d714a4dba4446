import { Button, CloseButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { isUndoKey, useKeys } from '../rules/use-keys.ts';
import { t } from '../words/t.ts';
import { forgetDone, tellDone, useDone } from './done.ts';

/** Says what was done last, at the foot of the window, and takes it back by its button or by Ctrl+Z. */
export function DoneLine({ workspace }: { workspace: string | null }) {
  const done = useDone();
  const [isBusy, setBusy] = useState(false);
  // What was done in one workspace is not to be taken back in another.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another workspace is why it is forgotten
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another workspace is why it is forgotten
  useEffect(forgetDone, [workspace]);
  const undo = async () => {
    if (isBusy || done === null || done.undo === null) return;
    setBusy(true);
    if (await done.undo()) tellDone(t('done.undone', { words: done.words }));
    setBusy(false);
  };
  useKeys((event) => {
    if (!isUndoKey(event) || done === null || done.undo === null) return;
    // After the screen's own keys had their turn: what they take back comes first.
    setTimeout(() => {
      if (!event.defaultPrevented) void undo();
    });
  });
  return (
    <div role="status" className="done">
      {done !== null && (
        <>
          <span>{done.words}</span>
          {done.undo !== null && (
            <Button
              size="compact-xs"
              disabled={isBusy}
              aria-label={t('done.undoOf', { words: done.words })}
              aria-keyshortcuts="Control+Z"
              onClick={() => void undo()}
            >
              {t('done.undo')}
            </Button>
          )}
          <CloseButton size="xs" aria-label={t('done.close')} onClick={forgetDone} />
        </>
      )}
    </div>
  );
}
