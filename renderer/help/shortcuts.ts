import type { PlainKey } from '../words/t.ts';

/** A key and what it does, as the shortcuts page and the user guide say it. */
interface Shortcut {
  readonly keys: PlainKey;
  readonly does: PlainKey;
}

/** Keys by where they work. Single letters work only in the review queue, and only while no field has the focus. */
export const shortcuts: readonly (readonly [where: PlainKey, keys: readonly Shortcut[]])[] = [
  [
    'keys.everywhere',
    [
      { keys: 'keys.search', does: 'does.search' },
      { keys: 'keys.help', does: 'does.help' },
      { keys: 'keys.jobs', does: 'does.jobs' },
      { keys: 'keys.screens', does: 'does.screens' },
      { keys: 'keys.tab', does: 'does.tab' },
      { keys: 'keys.arrows', does: 'does.arrows' },
      { keys: 'keys.takeBack', does: 'does.takeBack' },
      { keys: 'keys.escape', does: 'does.escape' },
      { keys: 'keys.size', does: 'does.size' },
    ],
  ],
  [
    'keys.inProfile',
    [
      { keys: 'keys.undo', does: 'does.undo' },
      { keys: 'keys.bold', does: 'does.bold' },
    ],
  ],
  [
    'keys.inReview',
    [
      { keys: 'keys.records', does: 'does.records' },
      { keys: 'keys.choose', does: 'does.choose' },
      { keys: 'keys.space', does: 'does.space' },
      { keys: 'keys.online', does: 'does.online' },
      { keys: 'keys.vawg', does: 'does.vawg' },
      { keys: 'keys.back', does: 'does.back' },
    ],
  ],
];
