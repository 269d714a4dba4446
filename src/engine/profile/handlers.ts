import { needSession } from '../session.ts';
import type { HandlersOf } from '../state.ts';
import { appendAudit } from '../workspace/audit.ts';
import { inTransaction } from '../workspace/database.ts';
import { frozenVersion, publishedVersions } from '../workspace/profile-versions.ts';
import { buildActionPage, exportActionPageDocx } from './action-page.ts';
import { buildProfile } from './build-profile.ts';
import {
  checkDraft,
  dropItem,
  profileState,
  readDraft,
  readSection,
  saveItem,
  settleFigure,
  undoDraft,
} from './draft.ts';
import { exportDocx } from './export-docx.ts';
import { listPartnerTexts, markPartnerText } from './partner-texts.ts';
import { publishProfile } from './publish.ts';
import { buildBrief, exportBriefPptx } from './tasking-brief.ts';
import { compareProfileVersions } from './versions.ts';

type ProfileCall =
  | 'buildProfile'
  | 'readProfileDraft'
  | 'readProfileState'
  | 'readProfileSection'
  | 'saveProfileItem'
  | 'removeProfileItem'
  | 'undoProfileEdit'
  | 'settleFigure'
  | 'listPartnerTexts'
  | 'markPartnerText'
  | 'recordFigureCopied'
  | 'checkProfile'
  | 'exportProfileDocx'
  | 'buildBrief'
  | 'exportBriefPptx'
  | 'buildActionPage'
  | 'exportActionPageDocx'
  | 'publishProfile'
  | 'listProfileVersions'
  | 'readProfileVersion'
  | 'compareProfileVersions';

/** What answers the calls about the profile. */
export const profileHandlers: HandlersOf<ProfileCall> = {
  async buildProfile(state, input, job) {
    return buildProfile(needSession(state.session), input, job);
  },
  async readProfileDraft(state) {
    return readDraft(needSession(state.session));
  },
  async readProfileState(state, _input, job) {
    return profileState(needSession(state.session), job);
  },
  async readProfileSection(state, { section }, job) {
    return readSection(needSession(state.session), section, job);
  },
  async saveProfileItem(state, input) {
    return saveItem(needSession(state.session), input);
  },
  async removeProfileItem(state, input) {
    return dropItem(needSession(state.session), input);
  },
  async undoProfileEdit(state) {
    return undoDraft(needSession(state.session));
  },
  async listPartnerTexts(state) {
    return listPartnerTexts(needSession(state.session));
  },

  async markPartnerText(state, input) {
    return markPartnerText(needSession(state.session), input);
  },

  async recordFigureCopied(state, { section, figure }) {
    const { writer } = needSession(state.session);
    const hash = inTransaction(writer, () =>
      appendAudit(writer, 'figure copied', { section, figure }),
    );
    return { hash };
  },
  async settleFigure(state, input) {
    return settleFigure(needSession(state.session), input);
  },
  async exportProfileDocx(state, input, job) {
    return exportDocx(needSession(state.session), input, job);
  },
  async buildBrief(state, _input, job) {
    return buildBrief(needSession(state.session), job);
  },
  async exportBriefPptx(state, input, job) {
    return exportBriefPptx(needSession(state.session), input, job);
  },
  async buildActionPage(state, input) {
    return buildActionPage(needSession(state.session), input);
  },
  async exportActionPageDocx(state, input, job) {
    return exportActionPageDocx(needSession(state.session), input, job);
  },
  async checkProfile(state, _input, job) {
    return { checklists: await checkDraft(needSession(state.session), job) };
  },
  async publishProfile(state, input, job) {
    return publishProfile(needSession(state.session), input, job);
  },
  async listProfileVersions(state) {
    return { versions: publishedVersions(needSession(state.session).reader) };
  },
  async readProfileVersion(state, { version }) {
    return { html: frozenVersion(needSession(state.session).reader, version).html };
  },
  async compareProfileVersions(state, input, job) {
    return compareProfileVersions(needSession(state.session), input, job);
  },
};
