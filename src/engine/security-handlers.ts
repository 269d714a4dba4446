import { rmSync, statSync } from 'node:fs';
import type { CallName } from '../contract/calls.ts';
import type { SecurityOutputs } from '../contract/security-calls.ts';
import { slowlyIfWrong } from './open-slowly.ts';

import { refusePersonalWords } from './outgoing-words.ts';

import { refusePlainIfRequired } from './policy.ts';

import { listRetention, setRetention } from './protection/retention.ts';
import { addUser, changePassphrase, listUsers, removeUser } from './protection/users.ts';
import { askWayBack, listWayBacks, releaseWayBack } from './protection/way-back.ts';
import { needSession } from './session.ts';
import { erase } from './sharing/erase.ts';
import type { HandlersOf } from './state.ts';
import {
  allAgreements,
  changeAgreement,
  keepAgreement,
  removeAgreement,
} from './workspace/agreements.ts';
import { appendAudit } from './workspace/audit.ts';
import { refuseBackupsOutOfReach, removeBackups } from './workspace/backup-folder.ts';
import { inTransaction } from './workspace/database.ts';
import { deleteSecurely, scrub } from './workspace/erase.ts';
import { keySlots, writeKeyFile } from './workspace/key-slots.ts';
import { publishedVersions } from './workspace/profile-versions.ts';
import { pseudonymKeyNumber, renewPseudonyms } from './workspace/pseudonym-keys.ts';
import { copyInto, refuseExisting } from './workspace/rekey.ts';
import { bumpEvidenceVersion } from './workspace/settings.ts';
import { refuseMissingFolder } from './write-whole.ts';

/** What answers the calls about passphrase, copies and agreements. */
export const securityHandlers: HandlersOf<keyof SecurityOutputs & CallName> = {
  async changePassphrase(state, input) {
    refusePlainIfRequired(state.policy, input.passphrase);
    return changePassphrase(state, input);
  },

  async listUsers(state) {
    return listUsers(needSession(state.session));
  },

  async addUser(state, input) {
    return addUser(state, input);
  },

  async removeUser(state, input) {
    return removeUser(state, input);
  },

  async backupWorkspace(state, { out }) {
    const { writer, workspace } = needSession(state.session);
    refuseMissingFolder(out);
    refuseExisting(out);
    // In the log before it is copied, so that the copy's own head tells of it.
    const head = inTransaction(writer, () => appendAudit(writer, 'backup made', {}));
    try {
      copyInto(writer, out);
      const slots = keySlots(writer);
      if (workspace.passphrase !== null && slots.length > 0)
        writeKeyFile(out, slots, [workspace.passphrase]);
    } catch (error) {
      rmSync(out, { force: true });
      throw error;
    }
    return { file: out, bytes: statSync(out).size, head };
  },

  async eraseRecords(state, input, job) {
    return erase(state, input, job);
  },

  async listRetention(state) {
    return listRetention(needSession(state.session));
  },

  async setRetention(state, input) {
    return setRetention(needSession(state.session), input);
  },

  async askWayBack(state, input, job) {
    return askWayBack(needSession(state.session), input, job);
  },

  async listWayBacks(state) {
    return listWayBacks(needSession(state.session));
  },

  async releaseWayBack(state, input, job) {
    return slowlyIfWrong(() => releaseWayBack(needSession(state.session), input, job));
  },

  async renewPseudonyms(state, { why }) {
    const session = needSession(state.session);
    const { writer, workspace } = session;
    const { backupFolder } = state.policy;
    refuseBackupsOutOfReach(backupFolder);
    deleteSecurely(writer);
    const done = inTransaction(writer, () => {
      const renewed = renewPseudonyms(writer);
      // Columns in memory and on file hold pseudonyms as they were.
      bumpEvidenceVersion(writer, 'incidents');
      const key = pseudonymKeyNumber(writer);
      const publishedUnderOlderKeys = publishedVersions(session.reader).map(
        ({ version }) => version,
      );
      const audit = appendAudit(writer, 'pseudonyms renewed', {
        why,
        key,
        rows: renewed,
        publishedBefore: publishedUnderOlderKeys.length,
      });
      return { key, renewed, publishedUnderOlderKeys, audit };
    });
    scrub(writer);
    removeBackups(workspace.path, backupFolder);
    return done;
  },

  async registerAgreement(state, input) {
    const { reader, writer } = needSession(state.session);
    const { reference, party, purpose, gateway } = input;
    refusePersonalWords(reader, {
      Reference: reference,
      Party: party,
      Purpose: purpose,
      Gateway: gateway,
    });
    return inTransaction(writer, () => {
      const agreement = keepAgreement(writer, input);
      appendAudit(writer, 'agreement registered', {
        reference: agreement.reference,
        expires: agreement.expires,
      });
      return agreement;
    });
  },

  async changeAgreement(state, { reference, expires }) {
    const { writer } = needSession(state.session);
    return inTransaction(writer, () => {
      const { agreement, before } = changeAgreement(writer, reference, expires);
      if (before !== expires)
        appendAudit(writer, 'agreement changed', { reference, expires, before });
      return agreement;
    });
  },

  async removeAgreement(state, { reference }) {
    const { writer } = needSession(state.session);
    inTransaction(writer, () => {
      removeAgreement(writer, reference);
      appendAudit(writer, 'agreement taken back', { reference });
    });
    return null;
  },

  async listAgreements(state) {
    return { agreements: allAgreements(needSession(state.session).reader) };
  },

  async readPolicy(state) {
    return state.policy;
  },
};
