import { useCallback, useEffect, useState } from 'react';
import type { ChosenFile } from '../../src/contract/messages.ts';

type Open = (file: ChosenFile) => Promise<boolean>;

/**
 * Opens workspaces that the analyst opened outside the window: at once where none is open, else the file waits as the
 * first value until it is opened or `stay` is called. The one named when the app was started opens once, not again
 * after it was closed.
 */
export function useOpenedFiles(
  open: Open,
  isOpen: boolean,
): [offered: ChosenFile | null, stay: () => void] {
  const [offered, setOffered] = useState<ChosenFile | null>(null);
  useEffect(() => {
    void window.actionTen
      .openedFromCommandLine()
      .then((file) => (file === null ? null : open(file)));
  }, [open]);
  useEffect(
    () =>
      window.actionTen.onOpenedFromOutside((file) => {
        if (isOpen) setOffered(file);
        else void open(file);
      }),
    [isOpen, open],
  );
  const stay = useCallback(() => setOffered(null), []);
  return [offered, stay];
}
