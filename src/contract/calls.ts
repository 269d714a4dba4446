import { z } from 'zod';
import type { RuleProblem, RuleSet } from '../domain/vawg/rule-set.ts';
import { type AuditOutputs, auditCalls } from './audit-calls.ts';
import { type BackupOutputs, backupCalls } from './backup-calls.ts';
import { type BaseMapOutputs, baseMapCalls } from './base-map.ts';
import { filterSchema } from './filter.ts';
import { type AnalysisOutputs, analysisCalls } from './hotspot-inputs.ts';
import type * as intake from './intake.ts';
import { type ProfileOutputs, profileCalls } from './profile-calls.ts';
import type * as results from './results.ts';
import { answerSchema, ruleSetSchema } from './rule-schema.ts';
import type * as rules from './rules.ts';
import { passphrase, type SecurityOutputs, securityCalls } from './security-calls.ts';
import { editionChoices, exportRecord, shareInput } from './share-input.ts';

/**
 * The one list of what may be asked of the engine: name, input schema, output type.
 * `files` names the input fields that stand for files. In the engine they are absolute paths; in the page they
 * are tokens handed out by a dialog, which the shell swaps for paths. `writes` calls need the writer's place.
 */
export const importKinds = [
  'incidents',
  'partner',
  'perceptions',
  'voices',
  'venues',
  'areas',
  'population',
  'activities',
  'calendar',
  'postcodes',
  'deprivation',
  'lookup',
  'offences',
  'harm',
  'comparators',
  'capability',
  'conduct',
  'outcomes',
  'stop-and-search',
  'basemap',
] as const;

const file = z.string().min(1);

export const importInput = z.object({
  files: z.array(file).min(1),
  kind: z.enum(importKinds).nullable().default(null),
  preset: z.string().nullable().default(null),
  map: z.record(z.string(), z.string()).nullable().default(null),
  /** Order of day and month in dates like 03/04/2026; null lets the file show it. */
  dates: z.enum(['dmy', 'mdy']).nullable().default(null),
  /** Sheet of a workbook; null takes the first. */
  sheet: z.string().nullable().default(null),
  /** What becomes of offence codes that a spreadsheet turned into dates. */
  damagedCodes: z.enum(['repair', 'reject']).default('repair'),
  /** Columns that look like people's details and are read all the same: column name, and why. */
  keep: z.record(z.string(), z.string().trim().min(1, 'say why the column is kept')).default({}),
  dryRun: z.boolean().default(false),
  rejects: file.nullable().default(null),
});

/** One layer in one format into `out`, or a pack of layers into `pack`; then null stands for every layer or format. */
export const calls = {
  createWorkspace: {
    input: z.object({
      path: file,
      force: z.string().trim().min(1, 'name the force'),
      boundary: file.nullable().default(null),
      marking: z.string().trim().min(1).default('OFFICIAL-SENSITIVE'),
      passphrase: passphrase.nullable().default(null),
    }),
    files: ['path', 'boundary'],
  },
  openWorkspace: {
    input: z.object({ path: file, passphrase: passphrase.nullable().default(null) }),
    files: ['path'],
  },
  closeWorkspace: { input: z.object({}), files: [] },
  workspaceSummary: { input: z.object({}), files: [] },
  buildSample: {
    input: z.object({
      directory: file,
      seed: z.number().int().min(0).max(4_294_967_295).default(1),
      incidents: z.number().int().min(300).max(1_000_000).default(60_000),
      /** Whether a made-up analyst's draft of the profile is written too. */
      draft: z.boolean().default(true),
    }),
    files: ['directory'],
  },
  /** Looks at files without importing: how each is understood, and its first rows. */
  previewFiles: {
    input: importInput.pick({
      files: true,
      kind: true,
      preset: true,
      map: true,
      dates: true,
      sheet: true,
      damagedCodes: true,
    }),
    files: ['files'],
  },
  importFiles: { input: importInput, files: ['files', 'rejects'] },
  listRejectedRows: {
    input: z.object({
      batch: z.number().int().positive(),
      after: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1_000).default(200),
    }),
    files: [],
  },
  /** The rejected rows of a batch as CSV: file, line, reason, then the columns of their source. */
  saveRejectedRows: {
    input: z.object({ batch: z.number().int().positive(), out: file }),
    files: ['out'],
  },
  listMappings: { input: z.object({}), files: [] },
  /** Keeps the analyst's own mapping, to be offered when a file with these columns comes again. */
  saveMapping: {
    input: z.object({
      name: z.string().trim().min(1, 'name the mapping').max(100),
      kind: z.enum(importKinds),
      header: z.array(z.string()).min(1),
      map: z.record(z.string(), z.string()),
      dates: z.enum(['dmy', 'mdy']).nullable().default(null),
    }),
    files: [],
  },
  removeMapping: { input: z.object({ name: z.string() }), files: [] },
  dataQuality: { input: z.object({}), files: [] },
  /** Adds a dated change of recording (`id` null), changes one, or removes one (`what` blank). */
  changeRecordingNote: {
    input: z.object({
      id: z.number().int().positive().nullable().default(null),
      changedOn: z.iso.date(),
      what: z.string().trim().max(500),
      about: z
        .enum(['all', 'incidents', 'open-data', 'perceptions', 'partner'])
        .default('incidents'),
    }),
    files: [],
  },
  /** Finds positions for records without one: by postcode, then by the name of a place. */
  locateRecords: { input: z.object({}), files: [] },
  /** Brings the full-text index up to date: a background job after an import. */
  indexTexts: { input: z.object({}), files: [] },
  searchRecords: {
    input: z.object({
      text: z.string().trim().min(2, 'type a word').max(200),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    files: [],
  },
  listMatchedPlaces: {
    input: z.object({
      confidence: z.enum(['exact', 'likely', 'area-only', 'none']).nullable().default(null),
      /** Found in the text on the record or in the place it was taken for. */
      words: z.string().trim().max(200).default(''),
      skip: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1_000).default(200),
    }),
    files: [],
  },
  decideMatchedPlace: {
    input: z.object({
      evidence: z.enum(['incident', 'partner_event', 'perception', 'statement']),
      text: z.string(),
      decision: z.enum(['accepted', 'refused']).nullable(),
    }),
    files: [],
  },
  listBatches: { input: z.object({}), files: [] },
  undoBatch: { input: z.object({ batch: z.number().int().positive() }), files: [] },
  classify: { input: z.object({}), files: [] },
  readRules: { input: z.object({}), files: [] },
  previewRules: { input: z.object({ set: ruleSetSchema }), files: [] },
  /** Puts a draft in force as a new version; refused while it has problems. */
  saveRules: {
    input: z.object({ set: ruleSetSchema, note: z.string().trim().max(500).default('') }),
    files: [],
  },
  /** Puts a kept version in force again. */
  useRules: { input: z.object({ version: z.string() }), files: [] },
  exportRules: {
    input: z.object({ version: z.string().nullable().default(null), out: file }),
    files: ['out'],
  },
  /** Reads a rule file for the screen to show as a draft; nothing is saved. */
  readRuleFile: { input: z.object({ file }), files: ['file'] },
  ruleExamples: {
    input: z.object({ rule: z.string(), limit: z.number().int().min(1).max(100).default(20) }),
    files: [],
  },
  readCodeList: { input: z.object({}), files: [] },
  /** Assigns an offence that matched nothing: as another wording of a listed one, or as a row of its own. */
  assignOffence: {
    input: z.object({
      text: z.string(),
      code: z.string(),
      to: z.union([
        z.object({ title: z.string().min(1) }),
        z.object({
          tier: z.enum(['core', 'flag', 'exclude', 'outside']),
          threats: z.array(
            z.enum([
              'domestic-abuse',
              'rape-serious-sexual',
              'child-sexual',
              'tech-enabled',
              'honour-based',
            ]),
          ),
        }),
      ]),
    }),
    files: [],
  },
  /** Reads a VAWG list from a file and, with `use`, puts it in force. */
  readCodeListFile: { input: z.object({ file, use: z.boolean().default(false) }), files: ['file'] },
  exportCodeList: { input: z.object({ out: file }), files: ['out'] },
  useCodeList: { input: z.object({ version: z.string() }), files: [] },
  reviewQueue: {
    input: z.object({
      about: z.enum(['unclassified', 'low-confidence', 'platform-hint', 'unmatched', 'decided']),
      onlyVawg: z.boolean().default(true),
      skip: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    files: [],
  },
  /** The analyst's decision on one question for several records. */
  decideRecords: {
    input: z.object({
      incidents: z.array(z.number().int().positive()).min(1).max(10_000),
      answer: answerSchema,
      why: z.string().trim().max(500).default(''),
    }),
    files: [],
  },
  undoDecision: { input: z.object({ decision: z.number().int().positive() }), files: [] },
  listDecisions: { input: z.object({}), files: [] },
  whyRecord: { input: z.object({ incident: z.number().int().positive() }), files: [] },
  ...auditCalls,
  harmRanking: {
    input: z.object({
      filter: filterSchema.default(filterSchema.parse({})),
      by: z.enum(['cells', 'areas', 'offences', 'addresses', 'victims', 'suspects']),
      cellMetres: z.number().min(25).max(10_000).default(250),
      limit: z.number().int().min(1).max(200).default(30),
    }),
    files: [],
  },
  ...analysisCalls,
  mapGround: { input: z.object({}), files: [] },
  ...baseMapCalls,
  /** Writes a map that the page drew of a run, and records it in the audit log. */
  saveMap: {
    input: z.object({
      run: z.string().max(64),
      format: z.enum(['svg', 'png']),
      bytes: z.instanceof(Uint8Array),
      out: file,
    }),
    files: ['out'],
  },
  ...profileCalls,
  /**
   * Builds an edition. A partner edition needs a live agreement with the recipient. `release`: it goes out, so it is
   * logged as a disclosure and its numbers are kept, to hold the next edition against them.
   */
  buildProfile: {
    input: z.object({
      edition: z.enum(['force', 'partner', 'public']).default('force'),
      recipient: z.string().trim().default(''),
      agreement: z.string().nullable().default(null),
      release: z.boolean().default(false),
      ...editionChoices,
    }),
    files: [],
  },
  recordExport: { input: exportRecord, files: [] },
  shareLayer: { input: shareInput, files: ['out', 'pack', 'document'] },
  ...securityCalls,
  ...backupCalls,
  readAudit: {
    input: z.object({
      verify: z.boolean().default(false),
      /** A head that was kept elsewhere: it must stand in the log. */
      anchor: z.string().nullable().default(null),
      /** How many of the newest entries are given. */
      limit: z.number().int().min(1).max(10_000).default(20),
      csv: file.nullable().default(null),
    }),
    files: ['csv'],
  },
  checkWorkspace: { input: z.object({}), files: [] },
} as const;

export type CallName = keyof typeof calls;

/** What a caller gives: defaults may be left out. */
export type CallInput<Name extends CallName> = z.input<(typeof calls)[Name]['input']>;
/** What the engine receives after its schema filled the defaults. */
export type ParsedInput<Name extends CallName> = z.output<(typeof calls)[Name]['input']>;

export interface CallOutputs
  extends AnalysisOutputs,
    AuditOutputs,
    BaseMapOutputs,
    ProfileOutputs,
    SecurityOutputs,
    BackupOutputs {
  createWorkspace: results.WorkspaceSummary;
  openWorkspace: results.OpenedWorkspace;
  closeWorkspace: null;
  workspaceSummary: results.WorkspaceSummary;
  buildSample: results.BuiltSample;
  previewFiles: { readonly files: readonly intake.FilePreview[] };
  importFiles: { readonly files: readonly results.ImportedFile[] };
  listRejectedRows: intake.RejectedRowsPage;
  saveRejectedRows: { readonly rows: number };
  listMappings: { readonly mappings: readonly intake.Mapping[] };
  saveMapping: null;
  removeMapping: null;
  dataQuality: intake.DataQuality;
  changeRecordingNote: null;
  locateRecords: intake.LocatedRecords;
  indexTexts: { readonly added: number };
  searchRecords: { readonly records: readonly intake.FoundRecord[]; readonly total: number };
  listMatchedPlaces: { readonly places: readonly intake.MatchedPlace[]; readonly total: number };
  decideMatchedPlace: { readonly records: number };
  listBatches: { readonly batches: readonly results.Batch[] };
  undoBatch: results.UndoneBatch;
  classify: results.ClassificationSummary;
  readRules: rules.RulesInForce;
  previewRules: rules.RulesPreview;
  saveRules: { readonly version: string };
  useRules: { readonly version: string };
  exportRules: { readonly version: string };
  readRuleFile: { readonly set: RuleSet | null; readonly problems: readonly RuleProblem[] };
  ruleExamples: rules.RuleExamples;
  readCodeList: rules.CodeListInForce;
  assignOffence: { readonly version: string };
  readCodeListFile: rules.CodeListFile;
  exportCodeList: { readonly version: string };
  useCodeList: { readonly version: string };
  reviewQueue: rules.ReviewQueue;
  decideRecords: { readonly decision: number; readonly records: number };
  undoDecision: { readonly records: number };
  listDecisions: { readonly decisions: readonly rules.KeptDecision[] };
  whyRecord: rules.RecordReasons;
  harmRanking: rules.HarmRanking;
  mapGround: results.MapGround;
  saveMap: { readonly hash: string };
  buildProfile: results.BuiltProfile;
  recordExport: { readonly hash: string };
  shareLayer: results.SharedLayer;
  readAudit: results.AuditReport;
  checkWorkspace: results.WorkspaceCheck;
}

/** How far a job has come. `total` is null while it is not known. */
export interface Progress {
  readonly stage: string;
  readonly done: number;
  readonly total: number | null;
}
