import { z } from 'zod';
import { filterSchema } from './filter.ts';
import {
  type AnalysisRun,
  type AnsweredRun,
  analysisMethods,
  type CellExplanation,
  type FilterChartData,
  type ListedRun,
  type PlaceEvidence,
  type PlaceRegister,
  type Recipe,
  type RunComparison,
  type RunResult,
} from './hotspots.ts';

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

const place = z.number().int().positive();
const run = z.string().regex(/^[0-9a-f]{12}$/, 'a run is known by its twelve letters');

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
  /** The linked charts of a filter, mapped or not. */
  filterCharts: {
    input: z.object({ filter: filterSchema.default(filterSchema.parse({})) }),
    files: [],
  },
  /**
   * One cell of a run in words; `cell` is its index in the grid, one less than its cell_id. With `run`, a run that was
   * kept before the data or the rules changed is explained from its own tables, and never by records of now.
   */
  explainCell: {
    input: questionSchema.extend({
      cell: z.number().int().min(0),
      run: run.nullable().default(null),
    }),
    files: [],
  },
  listRuns: { input: z.object({}), files: [] },
  /** A kept run as it was, whatever became of the data since. */
  openRun: { input: z.object({ run }), files: [] },
  /** The same question on the data of now; kept. */
  repeatRun: { input: z.object({ run }), files: [] },
  compareRuns: { input: z.object({ first: run, second: run }), files: [] },
  removeRun: { input: z.object({ run }), files: [] },
  /** Proposes places from the hot cells of a kept run, or gives known ones its cells. */
  findPlaces: { input: z.object({ run }), files: [] },
  /** Takes the last finding of places back: those it added go, and known ones have their cells of before. */
  undoFindPlaces: { input: z.object({}), files: [] },
  listPlaces: { input: z.object({}), files: [] },
  readPlace: { input: z.object({ place }), files: [] },
  /** Changes what is named; a blank name, or `unknown`, goes back to what the records say. */
  changePlace: {
    input: z.object({
      place,
      name: z.string().trim().max(200).optional(),
      note: z.string().trim().max(2_000).optional(),
      status: z.enum(['proposed', 'confirmed', 'set-aside']).optional(),
      patrollable: z.enum(['yes', 'no', 'unknown']).optional(),
    }),
    files: [],
  },
  /** Takes the last change of a place back. */
  undoPlaceChange: { input: z.object({ place }), files: [] },
  readRecipe: { input: z.object({}), files: [] },
  /** Sets the recipe that later runs are held against. */
  saveRecipe: {
    input: questionSchema.extend({ note: z.string().trim().max(500).default('') }),
    files: [],
  },
  /** Puts the recipe of before the last one in force again, or none where there was none. */
  undoRecipe: { input: z.object({}), files: [] },
} as const;

export interface AnalysisOutputs {
  runAnalysis: RunResult;
  analyse: AnsweredRun;
  filterCharts: FilterChartData;
  explainCell: CellExplanation;
  listRuns: { readonly runs: readonly ListedRun[] };
  openRun: RunResult;
  repeatRun: AnalysisRun;
  compareRuns: RunComparison;
  removeRun: null;
  findPlaces: PlaceRegister;
  undoFindPlaces: PlaceRegister;
  listPlaces: PlaceRegister;
  readPlace: PlaceEvidence;
  changePlace: null;
  undoPlaceChange: null;
  readRecipe: Recipe | null;
  saveRecipe: null;
  undoRecipe: Recipe | null;
}
