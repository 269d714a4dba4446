import { existsSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';

export const passphrases = ['the first of two', 'the second of two'];

const entriesOf = async (engine, action) => {
  const { latest } = await engine.ask('readAudit', { limit: 1_000 });
  return latest.filter((entry) => entry.action === action).length;
};

const batchesOf = async (engine) => {
  const { batches } = await engine.ask('listBatches');
  const { counts } = await engine.ask('workspaceSummary');
  return { batches: batches.length, incidents: counts.incidents };
};

/** Resolves at the moment at which the pack has its name, or when it has not come after a while. */
function packAppears(folder) {
  return new Promise((resolve) => {
    const patience = setTimeout(done, 60_000);
    const watcher = watch(folder, (_event, name) => name === 'pack.zip' && done());
    function done() {
      clearTimeout(patience);
      watcher.close();
      resolve();
    }
  });
}

const share = {
  call: 'shareLayer',
  input: (folder) => ({
    pack: join(folder, 'pack.zip'),
    level: 'partner',
    recipient: 'Council',
    agreement: 'ISA-SAMPLE',
  }),
  state: async (engine, folder) => {
    const pack = join(folder, 'pack.zip');
    return {
      logged: await entriesOf(engine, 'pack shared'),
      // A ZIP is whole when the record that ends it is there.
      file: existsSync(pack)
        ? readFileSync(pack).includes(Buffer.from('PK\x05\x06', 'latin1'))
        : null,
    };
  },
};

/**
 * What is killed. `input` gives the call's input in a folder; `state` says what of it can be seen in the workspace
 * opened again: it has to be what it was before, or what it is after the whole work, and nothing between.
 */
export const works = {
  import: {
    call: 'importFiles',
    input: (folder, files) => ({ files: [files.small] }),
    state: batchesOf,
  },
  'large import': {
    call: 'importFiles',
    input: (folder, files) => ({ files: [files.large] }),
    state: batchesOf,
  },
  classify: {
    call: 'classify',
    input: () => ({}),
    state: async (engine) => ({ classified: await entriesOf(engine, 'incidents classified') }),
  },
  publish: {
    call: 'publishProfile',
    input: () => ({ version: 'killed' }),
    state: async (engine) => {
      const { versions } = await engine.ask('listProfileVersions');
      const pages = [];
      for (const { version } of versions) {
        const { html } = await engine.ask('readProfileVersion', { version });
        pages.push(html.trimEnd().endsWith('</html>'));
      }
      return { pages };
    },
  },
  share,
  'share, as its file appears': { ...share, killWhen: packAppears },
  'change of passphrase': {
    call: 'changePassphrase',
    input: () => ({ passphrase: passphrases[1] }),
    state: async (engine) => ({ changed: await entriesOf(engine, 'passphrase changed') }),
  },
  'copy on closing': {
    prepare: (engine) => engine.ask('classify'),
    call: 'closeWorkspace',
    input: () => ({}),
    state: async (engine, folder) => {
      const { backups } = await engine.ask('listBackups', { path: join(folder, 'w.actionten') });
      return { copies: backups.length };
    },
  },
  restore: {
    call: 'restoreBackup',
    input: (folder) => ({
      path: join(folder, 'w.actionten'),
      backup: 1,
      passphrase: passphrases[0],
    }),
    state: async (engine) => ({ restored: await entriesOf(engine, 'workspace restored') }),
  },
};
