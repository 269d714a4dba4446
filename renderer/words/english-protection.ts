/** Log, protection, retention, users and the way back from pseudonyms: the other half of the sharing screen. */
export const englishProtection = {
  'log.reading': 'Reading the log …',
  'log.file': 'audit log.csv',
  'log.head': {
    one: '{count} entry; the newest {listed} are listed. Head of the log: {head}. Keep it somewhere else: later it shows whether the log was cut.',
    other:
      '{count} entries; the newest {listed} are listed. Head of the log: {head}. Keep it somewhere else: later it shows whether the log was cut.',
  },
  'log.filter': 'Filter',
  'log.filterExample': 'layer shared',
  'log.anchor': 'Head that was kept elsewhere (optional)',
  'log.check': 'Check the log',
  'log.save': 'Save the log as CSV',
  'log.when': 'When',
  'log.who': 'Who',
  'log.what': 'What',
  'log.facts': 'Facts',
  'log.nothing': 'No entry has these words.',
  'log.intact': 'The log is as it was written',
  'log.anchored': 'The head that was kept elsewhere stands in it.',
  'log.notAnchored':
    'Whether entries were cut off its end can only be seen with a head that was kept elsewhere.',
  'log.broken': 'The log is not as it was written',
  'log.cut':
    'The head that was kept elsewhere is not in it: the log was cut, rolled back or written anew. Keep the file as evidence and tell your information security officer.',
  'log.changed':
    'An entry was changed, removed or moved. Keep the file as evidence and tell your information security officer.',

  'protect.encrypting': 'Encrypting the workspace',
  'protect.done': 'The workspace is encrypted with the new passphrase.',
  'protect.copying': 'Copying the workspace',
  'protect.file': '{force} {on}',
  'protect.copied': 'The backup is made. Head of its log: {head}',
  'protect.encrypted': 'Encrypted with a passphrase',
  'protect.encryptedText':
    'The file and everything beside it are encrypted. The workspace closes when the window is not touched for a quarter of an hour.',
  'protect.plain': 'Not encrypted',
  'protect.plainText':
    'Anybody who can read the file can read every record in it. Set a passphrase, or keep the file on an encrypted disk.',
  'protect.change': 'Change the passphrase',
  'protect.encrypt': 'Encrypt the workspace',
  'protect.backup': 'Backup',
  'protect.backupText': 'A whole copy under the same passphrase. It never replaces a file.',
  'protect.makeBackup': 'Make a backup',

  'recovery.title': 'Write the recovery key down now: it is shown once',
  'recovery.text':
    'It opens the workspace when the file of keys is lost or every passphrase is forgotten. Keep it in a sealed envelope, away from this computer. An earlier one no longer opens anything but earlier copies.',

  'retain.reading': 'Reading …',
  'retain.about':
    'The last day on which the rows of a file may be kept. Nothing is erased by itself. Numbers that were shared stay in the ledger that guards the next edition; they name nobody.',
  'retain.none': 'No file is in the workspace.',
  'retain.table': 'Files and how long they may be kept',
  'retain.file': 'File',
  'retain.kind': 'Kind',
  'retain.cameIn': 'Came in',
  'retain.rows': 'Rows',
  'retain.until': 'May be kept until',
  'retain.due': 'due',
  'retain.lastDayOf': 'Last day of {file}',
  'retain.erase': 'Erase',
  'retain.eraseOf': 'Erase {file}',

  'erase.working': 'Erasing {file}',
  'erase.title': 'Erase {file} for good?',
  'erase.about': {
    one: 'Its records ({count} row of the file) and what was made of them go, and the workspace is written anew without them. This cannot be undone. The log keeps that it was done, never what the rows said.',
    other:
      'Its records ({count} rows of the file) and what was made of them go, and the workspace is written anew without them. This cannot be undone. The log keeps that it was done, never what the rows said.',
  },
  'erase.why': 'Why (the log keeps it: name nobody)',
  'erase.erase': 'Erase for good',
  'erase.keep': 'Keep it',
  'erased.title': 'Erased, in rows of each table: {tables}',
  'erased.table': '{table} {rows}',
  'erased.proof':
    'The file was written anew. Looked for afterwards: rows left {rowsLeft}, pages of the file that hold nothing {freePages}. In the log as {entry}.',
  'erased.outOfReach': 'Out of reach, so somebody has to see to them:',
  'erased.what.backup': 'backup',
  'erased.what.copy before a change of format': 'copy before a change of format',
  'erased.what.published version (totals, no rows)': 'published version (totals, no rows)',
  'erased.holds': '{what}: {name}',
  'erased.holdsOf': '{what} of {on}: {name}',

  'users.encryptFirst':
    'Encrypt the workspace first: then each user can have a passphrase of their own.',
  'users.one':
    'One passphrase opens this workspace. When another person gets one of their own, the log names who did what, and either can be taken away.',
  'users.each':
    'Each of these people opens the workspace with a passphrase of their own, and the log names them. The file that ends in -keys belongs beside the workspace wherever it is copied to.',
  'users.table': 'Users',
  'users.name': 'Name',
  'users.added': 'Added',
  'users.byAccount': 'By account',
  'users.you': '{name} (you)',
  'users.remove': 'Remove {name}',
  'users.removing': 'Encrypting the workspace anew',
  'users.form': 'Add a user',
  'users.adding': 'Adding a user',
  'users.ownName': 'Your own name, as the log will have it',
  'users.otherName': 'Name of the other user',
  'users.about': 'The other user types the passphrase, here and now, so that nobody else knows it.',
  'users.add': 'Add the user',

  'wayBack.about':
    'Suspects stand here under pseudonyms; the workspace does not hold their references. For the offender manager alone, the references of chosen suspects are found in the force’s own extract and written to a file. One person asks for it and another releases it. Both are in the log, who is named in the file is not. It is never part of a share pack.',
  'wayBack.table': 'Requests',
  'wayBack.request': 'Request',
  'wayBack.asked': 'Asked',
  'wayBack.for': 'For',
  'wayBack.purpose': 'Purpose',
  'wayBack.suspects': 'Suspects',
  'wayBack.state': 'State',
  'wayBack.releasedBy': 'Released by',
  'wayBack.askedBy': '{on} by {user}',
  'wayBack.releasedOn': '{user}, {on}',
  'wayBack.state.waiting': 'waiting',
  'wayBack.state.lapsed': 'lapsed',
  'wayBack.state.released': 'released',
  'wayBack.askForm': 'Ask',
  'wayBack.choosing': 'Choosing the suspects',
  'wayBack.forManager': 'For (offender manager)',
  'wayBack.leastIncidents': 'VAWG incidents, at least',
  'wayBack.leastVictims': 'Identified victims, at least',
  'wayBack.ask': 'Ask',
  'wayBack.waits':
    'Request {request} waits for a second person. Suspects it would name: {suspects}. Children ({children}) and eliminated suspects are left out.',
  'wayBack.releaseForm': 'Release',
  'wayBack.waitsTitle': 'Request {request} waits for a second person',
  'wayBack.releaseAbout':
    '{user} asks for references of suspects ({suspects}), for {recipient}: {purpose}. Somebody else releases it, with a passphrase of their own, or from an account of their own where users have none.',
  'wayBack.chooseExtract': 'Choose the force’s extract',
  'wayBack.column': 'Its column of suspect references',
  'wayBack.passphrase': 'Passphrase of the second person',
  'wayBack.release': 'Release',
  'wayBack.finding': 'Finding the references',
  'wayBack.file': '{marking} suspects for request {request}',
  'wayBack.released':
    'Released to a file for {recipient}: references {found}, suspects not in the list {notFound}. Hand the file over, and keep no copy.',

  'renew.title': 'Renew the pseudonyms',
  'renew.about':
    'The key is the force’s and never leaves the workspace. After a renewal a pseudonym that became known says nothing about those of now. Who is the same person as whom stays as it was, so no number changes.',
  'renew.why': 'Why',
  'renew.renew': 'Renew',
  'renew.working': 'Renewing the pseudonyms',
  'renew.done':
    'Pseudonyms are under key {key} now: victims {victims}, suspects {suspects}, addresses {addresses}.',
  'renew.doneOlder':
    'Pseudonyms are under key {key} now: victims {victims}, suspects {suspects}, addresses {addresses}. Published under older keys: {older}.',
} as const;
