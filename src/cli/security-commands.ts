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
    if (passphrase === null) {
      throw new FailureError(
        'bad-request',
        'The new passphrase is missing.',
        'Put it in ACTION_TEN_NEW_PASSPHRASE. A forgotten passphrase is final: nobody can recover the workspace.',
      );
    }
    await open(engine, words);
    return { ok: true, ...(await ask(engine, 'changePassphrase', { passphrase })) };
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
} satisfies Readonly<Record<string, Command>>;
