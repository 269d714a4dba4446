/** The rules screen: rules, the VAWG list, review, audits, harm. */
export const englishRules = {
  'fromFile.cannot': '{file} cannot be used as it stands',
  'fromFile.line': 'Line {line}: {message}',
  'fromFile.correct': 'The list in force stays. Correct these lines and load the file again.',
  'fromFile.title': 'List from the file',
  'fromFile.offences': { one: '{file}: {count} offence', other: '{file}: {count} offences' },
  'fromFile.same': 'It says the same as the list in force.',
  'fromFile.new': 'New ({count}):',
  'fromFile.gone': 'Gone ({count}):',
  'fromFile.changed': 'Changed ({count}):',
  'fromFile.names': '{heading} {names}.',
  'fromFile.namesAndMore': '{heading} {names}; and {count} more.',
  'fromFile.use': 'Put in force',
  'fromFile.leave': 'Keep the list in force',
} as const;
