import { needSession } from '../session.ts';
import type { HandlersOf } from '../state.ts';
import { listDecisions } from '../workspace/decisions.ts';
import { refuseOutput } from '../write-whole.ts';
import {
  codeAuditRecord,
  drawAudit,
  listAudits,
  nextAuditRecord,
  undoAuditCode,
} from './audits.ts';
import { assignOffence, exportCodeList, readCodeList, readCodeListFile } from './code-list.ts';
import { harmRanking } from './harm-ranking.ts';
import { previewRules } from './preview-rules.ts';
import { decideRecords, reviewQueue, takeDecisionBack } from './review.ts';
import { exportRules, readRuleFile, readRules, ruleExamples, saveRules } from './rules-in-force.ts';
import { useVersion } from './use-version.ts';
import { whyRecord } from './why.ts';

type RuleCall =
  | 'readRules'
  | 'previewRules'
  | 'saveRules'
  | 'useRules'
  | 'exportRules'
  | 'readRuleFile'
  | 'ruleExamples'
  | 'readCodeList'
  | 'assignOffence'
  | 'readCodeListFile'
  | 'exportCodeList'
  | 'useCodeList'
  | 'reviewQueue'
  | 'decideRecords'
  | 'undoDecision'
  | 'listDecisions'
  | 'whyRecord'
  | 'drawAudit'
  | 'listAudits'
  | 'nextAuditRecord'
  | 'codeAuditRecord'
  | 'undoAuditCode'
  | 'harmRanking';

/** What answers the calls about rules, lists, review, audits and harm. */
export const ruleHandlers: HandlersOf<RuleCall> = {
  async readRules(state, _input, job) {
    return readRules(needSession(state.session), job);
  },
  async previewRules(state, { set }, job) {
    return previewRules(needSession(state.session), set, job);
  },
  async saveRules(state, input, job) {
    return saveRules(needSession(state.session), input, job);
  },
  async useRules(state, { version }, job) {
    return useVersion(needSession(state.session), 'rules', version, job);
  },
  async exportRules(state, { version, out }) {
    refuseOutput(out);
    return exportRules(needSession(state.session), version, out);
  },
  async readRuleFile(_state, { file }) {
    return readRuleFile(file);
  },
  async ruleExamples(state, input, job) {
    return ruleExamples(needSession(state.session), input, job);
  },
  async readCodeList(state) {
    return readCodeList(needSession(state.session));
  },
  async assignOffence(state, input, job) {
    return assignOffence(needSession(state.session), input, job);
  },
  async readCodeListFile(state, input, job) {
    return readCodeListFile(needSession(state.session), input, job);
  },
  async exportCodeList(state, { out }) {
    refuseOutput(out);
    return exportCodeList(needSession(state.session), out);
  },
  async useCodeList(state, { version }, job) {
    return useVersion(needSession(state.session), 'code-list', version, job);
  },
  async reviewQueue(state, input, job) {
    return reviewQueue(needSession(state.session), input, job);
  },
  async decideRecords(state, input) {
    return decideRecords(needSession(state.session), input);
  },
  async undoDecision(state, { decision }) {
    return takeDecisionBack(needSession(state.session), decision);
  },
  async listDecisions(state) {
    return { decisions: listDecisions(needSession(state.session).reader) };
  },
  async whyRecord(state, { incident }, job) {
    return whyRecord(needSession(state.session), incident, job);
  },
  async drawAudit(state, input, job) {
    return drawAudit(needSession(state.session), input, job);
  },
  async listAudits(state, _input, job) {
    return listAudits(needSession(state.session), job);
  },
  async nextAuditRecord(state, input, job) {
    return nextAuditRecord(needSession(state.session), input, job);
  },
  async codeAuditRecord(state, input) {
    return codeAuditRecord(needSession(state.session), input);
  },
  async undoAuditCode(state, input) {
    return undoAuditCode(needSession(state.session), input);
  },
  async harmRanking(state, input, job) {
    return harmRanking(needSession(state.session), input, job);
  },
};
