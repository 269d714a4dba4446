import { mkdirSync } from 'node:fs';
import type { CallName } from '../contract/calls.ts';
import { FailureError } from '../contract/outcome.ts';
import { analysisHandlers } from './analysis/handlers.ts';
import { backupHandlers } from './backup-handlers.ts';
import { baseMapHandlers } from './basemap/handlers.ts';
import { importInput } from './intake/import-files.ts';
import { previewFiles } from './intake/preview.ts';
import { rejectedRowsPage, saveRejectedRows } from './intake/rejected-rows.ts';
import { mapGround, saveMap } from './map.ts';
import { openAllowed } from './open-slowly.ts';
import { refusePlainIfRequired } from './policy.ts';
import { profileHandlers } from './profile/handlers.ts';
import { dataQuality } from './quality/data-quality.ts';
import { locateRecords } from './quality/locate.ts';
import { decideMatchedPlace } from './quality/matched-places.ts';
import { changeRecordingNote } from './quality/recording-notes.ts';
import { ruleHandlers } from './rules/handlers.ts';
import { buildSample } from './sample.ts';
import { securityHandlers } from './security-handlers.ts';
import { needSession } from './session.ts';
import { saveAuditCsv } from './sharing/audit-csv.ts';
import { shareLayer } from './sharing/share-layer.ts';
import type { HandlersOf } from './state.ts';
import { appendAudit, auditReport } from './workspace/audit.ts';
import { listBatches } from './workspace/batches.ts';
import { checkWorkspace } from './workspace/check.ts';
import { inTransaction } from './workspace/database.ts';
import { listMatchedPlaces } from './workspace/derived-positions.ts';
import { allMappings, removeMapping, saveMapping } from './workspace/mappings.ts';
import { createWorkspace, removeWorkspace } from './workspace/open.ts';
import { indexTexts, searchTexts } from './workspace/text-index.ts';
import { refuseOutput } from './write-whole.ts';
import { importIntoSession, undoInSession } from './writer-thread.ts';

/** What answers each call of the contract. */
export const handlers: HandlersOf<CallName> = {
  ...ruleHandlers,
  ...analysisHandlers,
  ...baseMapHandlers,
  ...profileHandlers,
  ...securityHandlers,
  ...backupHandlers,

  async createWorkspace(state, input, job) {
    refusePlainIfRequired(state.policy, input.passphrase);
    const session = needSession(state.use(createWorkspace({ ...input, isSample: false })));
    if (input.boundary !== null) {
      const [file] = await importIntoSession(session, importInput([input.boundary], 'areas'), job);
      if (file?.error !== undefined) {
        // Half of what was asked for is no workspace: the analyst starts again with a sound boundary.
        state.use(null);
        removeWorkspace(input.path);
        const { code, message, remedy } = file.error;
        throw new FailureError(
          code as FailureError['failure']['code'],
          `The boundary could not be imported, so no workspace was made. ${message}`,
          remedy,
        );
      }
    }
    return session.summary();
  },

  async openWorkspace(state, input) {
    // The one at hand again, as after the page was loaded anew: its own lock would make it a reader of itself.
    if (state.session?.workspace.path === input.path) state.use(null);
    const session = needSession(state.use(await openAllowed(state, input)));
    try {
      return { status: session.workspace.status, summary: session.summary() };
    } catch (error) {
      // Damaged further on: it is not open, and nobody is kept from it. A copy would push out a sound one.
      state.use(null, { copyFirst: false });
      throw error;
    }
  },

  async closeWorkspace(state) {
    state.use(null);
    return null;
  },

  async workspaceSummary(state) {
    return needSession(state.session).summary();
  },

  async buildSample(state, input, job) {
    // Asked for here too, so that nothing is made where what IT has set cannot be read.
    state.policy satisfies object;
    mkdirSync(input.directory, { recursive: true });
    return buildSample(state, input, job);
  },

  async importFiles(state, input, job) {
    const session = needSession(state.session);
    return { files: await importIntoSession(session, input, job) };
  },

  async previewFiles(state, input, job) {
    return previewFiles(needSession(state.session), input, job);
  },

  async listRejectedRows(state, input) {
    return rejectedRowsPage(needSession(state.session).reader, input);
  },

  async saveRejectedRows(state, input) {
    refuseOutput(input.out);
    return saveRejectedRows(needSession(state.session).reader, input.batch, input.out);
  },

  async listMappings(state) {
    return { mappings: allMappings(needSession(state.session).reader) };
  },

  async saveMapping(state, input) {
    const { writer } = needSession(state.session);
    inTransaction(writer, () => saveMapping(writer, input));
    return null;
  },

  async removeMapping(state, input) {
    const { writer } = needSession(state.session);
    inTransaction(writer, () => removeMapping(writer, input.name));
    return null;
  },

  async dataQuality(state, _input, job) {
    return dataQuality(needSession(state.session), job);
  },

  async changeRecordingNote(state, input) {
    changeRecordingNote(needSession(state.session), input);
    return null;
  },

  async locateRecords(state, _input, job) {
    return locateRecords(needSession(state.session), job);
  },

  async indexTexts(state, _input, job) {
    return { added: await indexTexts(needSession(state.session).writer, job) };
  },

  async searchRecords(state, input) {
    return searchTexts(needSession(state.session).reader, input.text, input.limit);
  },

  async listMatchedPlaces(state, input) {
    return listMatchedPlaces(needSession(state.session).reader, input);
  },

  async decideMatchedPlace(state, input) {
    return decideMatchedPlace(needSession(state.session), input);
  },

  async listBatches(state) {
    return { batches: listBatches(needSession(state.session).reader) };
  },

  async undoBatch(state, input, job) {
    return undoInSession(needSession(state.session), input.batch, job);
  },

  async classify(state, _input, job) {
    return needSession(state.session).classify(job);
  },

  async mapGround(state) {
    return mapGround(needSession(state.session));
  },

  async saveMap(state, input) {
    return saveMap(needSession(state.session), input);
  },

  async recordExport(state, input) {
    const { writer } = needSession(state.session);
    const hash = inTransaction(writer, () => appendAudit(writer, 'profile exported', { ...input }));
    return { hash };
  },

  async shareLayer(state, input, job) {
    return shareLayer(needSession(state.session), input, job);
  },

  async readAudit(state, input) {
    const { reader } = needSession(state.session);
    if (input.csv !== null) {
      refuseOutput(input.csv);
      saveAuditCsv(reader, input.csv);
    }
    return auditReport(reader, {
      verify: input.verify || input.anchor !== null,
      anchor: input.anchor,
      limit: input.limit,
    });
  },

  async checkWorkspace(state) {
    return checkWorkspace(needSession(state.session).reader);
  },
};
