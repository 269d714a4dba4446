import { z } from 'zod';
import { filterSchema } from './filter.ts';
import type * as results from './results.ts';

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
] as const;

const file = z.string().min(1);

export const importInput = z.object({
  files: z.array(file).min(1),
  kind: z.enum(importKinds).nullable().default(null),
  preset: z.string().nullable().default(null),
  map: z.record(z.string(), z.string()).nullable().default(null),
  dates: z.enum(['dmy', 'mdy']).default('dmy'),
  dryRun: z.boolean().default(false),
  rejects: file.nullable().default(null),
});

export const analyseInput = z.object({
  method: z.enum(['counts', 'gi-star']),
  filter: filterSchema.default(filterSchema.parse({})),
  cellMetres: z.number().min(25).max(10_000).default(250),
  shape: z.enum(['square', 'hexagon']).default('square'),
  area: z.enum(['boundary', 'occupied-ring', 'rectangle']).nullable().default(null),
  out: file.nullable().default(null),
});

export const shareInput = z.object({
  layer: z.string(),
  format: z.string(),
  level: z.string(),
  recipient: z.string().trim().min(1, 'name who receives the layer'),
  agreement: z.string().nullable().default(null),
  out: file,
});

export const calls = {
  createWorkspace: {
    input: z.object({
      path: file,
      force: z.string().trim().min(1, 'name the force'),
      boundary: file.nullable().default(null),
      marking: z.string().trim().min(1).default('OFFICIAL-SENSITIVE'),
    }),
    files: ['path', 'boundary'],
  },
  openWorkspace: { input: z.object({ path: file }), files: ['path'] },
  closeWorkspace: { input: z.object({}), files: [] },
  workspaceSummary: { input: z.object({}), files: [] },
  buildSample: {
    input: z.object({
      directory: file,
      seed: z.number().int().min(0).max(4_294_967_295).default(1),
      incidents: z.number().int().min(300).max(1_000_000).default(60_000),
    }),
    files: ['directory'],
  },
  importFiles: { input: importInput, files: ['files', 'rejects'] },
  classify: { input: z.object({}), files: [] },
  analyse: { input: analyseInput, files: ['out'] },
  mapCells: { input: analyseInput.omit({ out: true }), files: [] },
  mapGround: { input: z.object({}), files: [] },
  buildProfile: {
    input: z.object({ edition: z.enum(['force', 'partner', 'public']).default('force') }),
    files: [],
  },
  recordExport: {
    input: z.object({ product: z.enum(['profile-pdf', 'profile-html']), bytes: z.number().int() }),
    files: [],
  },
  shareLayer: { input: shareInput, files: ['out'] },
  readAudit: {
    input: z.object({ verify: z.boolean().default(false), csv: file.nullable().default(null) }),
    files: ['csv'],
  },
  checkWorkspace: { input: z.object({}), files: [] },
} as const;

export type CallName = keyof typeof calls;

/** What a caller gives: defaults may be left out. */
export type CallInput<Name extends CallName> = z.input<(typeof calls)[Name]['input']>;
/** What the engine receives after its schema filled the defaults. */
export type ParsedInput<Name extends CallName> = z.output<(typeof calls)[Name]['input']>;

export interface CallOutputs {
  createWorkspace: results.WorkspaceSummary;
  openWorkspace: results.OpenedWorkspace;
  closeWorkspace: null;
  workspaceSummary: results.WorkspaceSummary;
  buildSample: results.BuiltSample;
  importFiles: { readonly files: readonly results.ImportedFile[] };
  classify: results.ClassificationSummary;
  analyse: results.AnalysisRun;
  mapCells: results.MapCells;
  mapGround: results.MapGround;
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
