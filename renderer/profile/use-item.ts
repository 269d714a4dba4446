import { useRef, useState } from 'react';
import type { CallInput } from '../../src/contract/calls.ts';
import { type ItemContents, saveSoon, unsavedContent } from './saver.ts';

type Item = CallInput<'saveProfileItem'>;
type FormKind = 'terms' | 'finding' | 'recommendation' | 'hypothesis';
type Content<Kind extends FormKind> = ItemContents[Kind];

/**
 * An item as a form shows it: what was changed last, saved or not, else what is kept. Each change is saved soon.
 * `later` adds a part that is made only when it is saved, such as a text of the editor.
 */
export function useItem<Kind extends FormKind>(kind: Kind, number: number, kept: Content<Kind>) {
  const [content, setContent] = useState<Content<Kind>>(() => unsavedContent(kind, number) ?? kept);
  const latest = useRef(content);
  const made = useRef<() => Partial<Content<Kind>>>(() => ({}));
  const save = () => {
    const current = latest.current;
    const more = made.current;
    saveSoon(kind, number, () => ({ kind, number, content: { ...current, ...more() } }) as Item);
  };
  return {
    content,
    change: (change: Partial<Content<Kind>>) => {
      latest.current = { ...latest.current, ...change };
      setContent(latest.current);
      save();
    },
    changeLater: (make: () => Partial<Content<Kind>>) => {
      made.current = make;
      save();
    },
  };
}
