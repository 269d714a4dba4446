import { resolve } from 'node:path';
import { FailureError } from '../contract/outcome.ts';
import { ask } from './ask.ts';
import { type Command, open, passphraseIn } from './command.ts';

/** Commands about agreements, passphrase, erasure and copies. */
export const securityCommands = {
  async agreement(engine, { words, options }) {
    await open(engine, words);
    const agreement = await ask(engine, 'registerAgreement', {
      reference: options.needed('reference'),
      party: options.needed('party'),
      purpose: options.needed('purpose'),
      gateway: options.needed('gateway'),
      regime: (options.text('regime') ?? 'Part 3 DPA 2018') as 'UK GDPR',
      expires: options.needed('expires'),
    });
    return { ok: true, ...agreement };
  },

  async passphrase(engine, { words }) {
    const passphrase = passphraseIn('ACTION_TEN_NEW_PASSPHRASE');
    if (passphrase === null) throw noNewPassphrase();
    await open(engine, words);
    return { ok: true, ...(await ask(engine, 'changePassphrase', { passphrase })) };
  },

  async users(engine, { words, options }) {
    const [name, gone] = [options.text('add'), options.text('remove')];
    const passphrase = passphraseIn('ACTION_TEN_NEW_PASSPHRASE');
    if (name !== undefined && passphrase === null) throw noNewPassphrase();
    await open(engine, words);
    const { users } = await ask(engine, 'listUsers', {});
    const changed =
      name !== undefined && passphrase !== null
        ? await ask(engine, 'addUser', { name, passphrase, ownName: options.text('me') ?? null })
        : gone !== undefined
          ? await ask(engine, 'removeUser', {
              slot: users.find((user) => user.name === gone)?.slot ?? gone,
            })
          : { recoveryKey: null };
    return { ok: true, ...changed, ...(await ask(engine, 'listUsers', {})) };
  },

  async erase(engine, { words, options }) {
    await open(engine, words);
    const erased = await ask(engine, 'eraseRecords', {
      reference: options.text('reference') ?? null,
      batch: options.number('batch') ?? null,
      why: options.needed('why'),
    });
    return { ok: true, ...erased };
  },

  async retention(engine, { words, options }) {
    await open(engine, words);
    const batch = options.number('batch');
    const listed =
      batch === undefined
        ? await ask(engine, 'listRetention', {})
        : await ask(engine, 'setRetention', { batch, until: options.text('until') ?? null });
    return { ok: true, ...listed };
  },

  async 'way-back'(engine, { words, options }) {
    await open(engine, words);
    const request = options.number('release');
    if (request !== undefined) {
      const released = await ask(engine, 'releaseWayBack', {
        request,
        references: options.neededPath('references'),
        ...(options.text('column') === undefined ? {} : { column: options.needed('column') }),
        out: options.neededPath('out'),
      });
      return { ok: true, ...released, out: options.neededPath('out') };
    }
    if (!options.isSet('ask')) return { ok: true, ...(await ask(engine, 'listWayBacks', {})) };
    const asked = await ask(engine, 'askWayBack', {
      recipient: options.needed('recipient'),
      purpose: options.needed('purpose'),
      leastIncidents: options.number('incidents'),
      leastVictims: options.number('victims'),
    });
    return { ok: true, ...asked };
  },

  async pseudonyms(engine, { words, options }) {
    await open(engine, words);
    return {
      ok: true,
      ...(await ask(engine, 'renewPseudonyms', { why: options.needed('why') })),
    };
  },

  async backup(engine, { words }) {
    await open(engine, words);
    return {
      ok: true,
      ...(await ask(engine, 'backupWorkspace', { out: resolve(words[1] ?? '') })),
    };
  },

  async salvage(engine, { words, options }) {
    const salvaged = await ask(engine, 'salvageWorkspace', {
      path: resolve(words[0] ?? ''),
      out: options.neededPath('out'),
      passphrase: passphraseIn('ACTION_TEN_PASSPHRASE'),
    });
    return { ok: true, ...salvaged };
  },
} satisfies Readonly<Record<string, Command>>;

function noNewPassphrase(): FailureError {
  return new FailureError(
    'bad-request',
    'The new passphrase is missing.',
    'Put it in ACTION_TEN_NEW_PASSPHRASE. A forgotten passphrase is final: nobody can recover the workspace.',
  );
}
