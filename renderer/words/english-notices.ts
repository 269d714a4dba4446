/** What is told of work: what could not be read, what was done and can be taken back, what is asked once more. */
export const englishNotices = {
  'read.reading': 'Reading…',
  'read.missing': 'This could not be read. The message above says why; nothing was changed.',
  'read.again': 'Try again',

  'done.undo': 'Undo',
  'done.undoOf': 'Undo: {words}',
  'done.close': 'Close this line',
  'done.undone': 'Taken back: {words}',
  'done.draft': 'Taken back in the draft: {what}',
  'done.finding': 'F{number} was removed.',
  'done.recommendation': 'R{number} was removed.',
  'done.hypothesis': 'Hypothesis {number} was removed.',
  'done.sign-off': 'A signature was removed.',
  'done.comment': 'A comment was removed.',
  'done.recordingChange': 'The change of recording of {on} was removed.',
  'done.mapping': 'The mapping "{name}" was removed.',
  'done.retention': 'Rows of {file} may be kept until {until}.',
  'done.retentionNone': 'No last day is set for the rows of {file}.',
  'done.agreement': 'Agreement {reference} is registered.',
  'done.agreementGone': 'Agreement {reference} was taken out of the register.',
  'done.agreementUntil': 'Agreement {reference} holds until {until}.',
  'done.recipe': 'The recipe is set.',
  'done.places': {
    one: '{count} place is in the register.',
    other: '{count} places are in the register.',
  },
  'done.runKept': 'Kept: run {run}',
  'done.rules': 'Rules {version} are in force.',

  'once.no': 'Leave it as it is',
  'once.publish': 'Publish version {version}?',
  'once.publishWhy':
    'A published version never changes and cannot be taken back: its text, figures, list and rules stay as they are now. The draft goes on as the next version, without its signatures.',
  'once.publishYes': 'Publish it',
  'once.user': 'Remove {name}?',
  'once.userWhy':
    'Their passphrase opens this workspace no more, and it is written anew under another key. To give {name} a key again they have to type a passphrase here. Copies made before still open with the old one.',
  'once.userYes': 'Remove {name}',
  'once.renew': 'Put every pseudonym under a new key?',
  'once.renewWhy':
    'This cannot be taken back: the old key is gone. Pseudonyms in files that left before can no longer be matched to those of now. No number changes.',
  'once.renewYes': 'Renew them',
  'once.draw': { one: 'Draw {count} record?', other: 'Draw {count} records?' },
  'once.drawWhy':
    'A draw stays in the workspace: one that could be taken back could be repeated until it suits.',
  'once.drawYes': 'Draw them',

  'mappings.title': 'Your mappings',
  'mappings.text': 'Offered when a file with the same columns comes again.',
  'mappings.remove': 'Remove',
  'mappings.removeOf': 'Remove the mapping {name}',
  'mappings.columns': {
    one: '{count} column, saved {on}',
    other: '{count} columns, saved {on}',
  },
  'mappings.taken': 'It takes the place of the mapping that has this name now.',

  'due.retention': 'Open Retention',
  'due.agreements': 'Open Agreements',
  'due.openOf': '{open}: {line}',
  'due.more': { one: 'and {count} more', other: 'and {count} more' },

  'agreement.until': 'Last day of agreement {reference}',
  'agreement.take': 'Take back',
  'agreement.takeOf': 'Take back the registration of {reference}',
  'agreement.note':
    'To end an agreement early, give it a last day that has passed. A registration can be taken back while nothing was made under it.',

  'audit.back': 'Take the last one back',
  'figures.missing': 'The figures could not be collected',

  'long.search': 'Search this list',
  'long.count': { one: '{count} of {all}', other: '{count} of {all}' },
  'search.shown': {
    one: '{count} of them is listed: add a word to find fewer.',
    other: 'The latest {count} of them are listed: add a word to find fewer.',
  },
  'long.nothing': 'Nothing in this list has these words.',
} as const;
