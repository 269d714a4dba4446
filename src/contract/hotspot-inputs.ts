import { z } from 'zod';
import { filterSchema } from './filter.ts';
import { type AnalysisRun, analysisMethods, type RunResult } from './hotspots.ts';

/** What every run is asked: the method, on what, and how. The defaults are those of the command line. */
const questionSchema = z.object({
  method: z.enum(analysisMethods),
  filter: filterSchema.default(filterSchema.parse({})),
  cellMetres: z.number().min(25).max(10_000).default(250),
  shape: z.enum(['square', 'hexagon']).default('square'),
  /** Null takes the boundary where there is one, else the occupied cells and one ring. */
  area: z.enum(['boundary', 'occupied-ring', 'rectangle']).nullable().default(null),
  weight: z.enum(['count', 'harm']).default('count'),
  /** The method's own settings by name, as on the command line: `{ inference: 'normal' }`. */
  settings: z.record(z.string(), z.string().max(2_000)).default({}),
});

/** A question with its defaults filled. */
export type AnalysisQuestion = z.output<typeof questionSchema>;

/** A question as it is asked: defaults may be left out. */
export type AskedQuestion = z.input<typeof questionSchema>;

/** Calls about analyses, part of the one list. */
export const analysisCalls = {
  /** Looks: nothing is kept. */
  runAnalysis: { input: questionSchema, files: [] },
  /** Keeps the run and, with `out`, writes its table as CSV or GeoJSON. */
  analyse: {
    input: questionSchema.extend({ out: z.string().min(1).nullable().default(null) }),
    files: ['out'],
  },
} as const;

export interface AnalysisOutputs {
  runAnalysis: RunResult;
  analyse: AnalysisRun;
}
