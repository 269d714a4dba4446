/** A key and what it does, as the shortcuts page and the user guide say it. */
interface Shortcut {
  readonly keys: string;
  readonly does: string;
}

/** Keys by where they work. Single letters work only in the review queue, and only while no field has the focus. */
export const shortcuts: readonly (readonly [where: string, keys: readonly Shortcut[]])[] = [
  [
    'Everywhere',
    [
      { keys: 'Ctrl+K', does: 'Search screens, sections, findings, places, records and actions' },
      { keys: 'F1 or Ctrl+/', does: 'Open or close the help of this screen' },
      { keys: 'Ctrl+J', does: 'Open or close the jobs' },
      { keys: 'Alt+1 to Alt+6', does: 'Home, Data, Rules, Map, Profile, Sharing' },
      { keys: 'Tab, Shift+Tab', does: 'The next or previous control' },
      { keys: 'Arrow keys', does: 'The next or previous tab, choice or row' },
      { keys: 'Escape', does: 'Close what lies over the screen' },
      { keys: 'Ctrl++, Ctrl+-, Ctrl+0', does: 'Larger, smaller, usual size' },
    ],
  ],
  [
    'In the profile',
    [
      { keys: 'Ctrl+Z, Ctrl+Shift+Z', does: 'Undo and redo typing' },
      { keys: 'Ctrl+B, Ctrl+I', does: 'Bold and italic' },
    ],
  ],
  [
    'In the review queue',
    [
      { keys: 'J or K, arrow keys', does: 'The next or previous record' },
      { keys: 'Space', does: 'Choose the record for a decision on several' },
      { keys: '1, 2, 3, 4', does: 'Private, public, unclassified, set aside' },
      { keys: 'O or N', does: 'Online, or not online' },
      { keys: 'V or X', does: 'In VAWG, or outside it' },
      { keys: 'Ctrl+Z', does: 'Take the last decision back' },
    ],
  ],
];
