/** The help panel. What it explains stands in docs/, one source for the window and for the papers. */
export const englishHelp = {
  'help.open': 'Help',
  'help.title': 'Help',
  'help.close': 'Close',
  'help.screen': 'This screen',
  'help.methods': 'Methods',
  'help.words': 'Words',
  'help.shortcuts': 'Shortcuts',
  'help.guide': 'User guide',
  'help.keys': 'Keys',
  'help.does': 'What they do',
} as const;
