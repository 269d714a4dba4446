import type { CallName } from '../../contract/calls.ts';
import type { analysisCalls } from '../../contract/hotspot-inputs.ts';
import { changePlace, undoChange } from '../places/change-place.ts';
import { findPlaces } from '../places/find-places.ts';
import { readPlace } from '../places/read-place.ts';
import { listPlaces } from '../places/register.ts';
import { undoFindPlaces } from '../places/undo-find.ts';
import { needSession } from '../session.ts';
import type { HandlersOf } from '../state.ts';
import { inTransaction } from '../workspace/database.ts';
import { writeRecorded } from '../write-whole.ts';
import { compareRuns } from './compare-runs.ts';
import { explainCell } from './explain-cell.ts';
import { chartsOf } from './filter-charts.ts';
import { listRuns, logRun, openKeptRun, packRun, removeRun, repeatRun } from './kept-runs.ts';
import { resultForPage } from './page-result.ts';
import { recipeInForce } from './recipe.ts';
import { recentRun, runMethod } from './run.ts';
import { saveRecipe, undoRecipe } from './set-recipe.ts';
import { refuseResultOutput, resultAsText } from './write-result.ts';

/** What answers the calls about analyses. */
export const analysisHandlers: HandlersOf<CallName & keyof typeof analysisCalls> = {
  async runAnalysis(state, input, job) {
    const { result } = await recentRun(needSession(state.session), input, job);
    return resultForPage(result, job);
  },

  async analyse(state, { out, ...question }, job) {
    const session = needSession(state.session);
    if (out !== null) refuseResultOutput(out);
    // A file that leaves has to be recorded: `session.writer` refuses a reader, who may only look.
    const writer = out === null ? session.workspace.writer : session.writer;
    await session.classifyIfStale(job);
    const finished = await runMethod(session, question, job);
    const { result } = finished;
    const { run } = result;
    const answered = { ...run, words: result.words };
    if (writer === null) return answered;
    const keep = packRun(finished);
    const record = (): void => {
      keep(writer);
      logRun(writer, run, { exported: out !== null });
    };
    if (out === null) inTransaction(writer, record);
    else writeRecorded(writer, out, resultAsText(out, result, session.areas().list), record);
    return answered;
  },

  async filterCharts(state, { filter }, job) {
    return chartsOf(needSession(state.session), filter, job);
  },

  async explainCell(state, { cell, run, ...question }, job) {
    return explainCell(needSession(state.session), question, { cell, run }, job);
  },

  async listRuns(state, _input, job) {
    return listRuns(needSession(state.session), job);
  },

  async openRun(state, { run }, job) {
    return resultForPage(openKeptRun(needSession(state.session).reader, run), job);
  },

  async repeatRun(state, { run }, job) {
    return repeatRun(needSession(state.session), run, job);
  },

  async compareRuns(state, { first, second }) {
    return compareRuns(needSession(state.session).reader, first, second);
  },

  async removeRun(state, { run }) {
    return removeRun(needSession(state.session), run);
  },

  async findPlaces(state, { run }, job) {
    return findPlaces(needSession(state.session), run, job);
  },

  async undoFindPlaces(state, _input, job) {
    return undoFindPlaces(needSession(state.session), job);
  },

  async listPlaces(state, _input, job) {
    return listPlaces(needSession(state.session), job);
  },

  async readPlace(state, { place }, job) {
    return readPlace(needSession(state.session), place, job);
  },

  async changePlace(state, input) {
    return changePlace(needSession(state.session), input);
  },

  async undoPlaceChange(state, { place }) {
    return undoChange(needSession(state.session), place);
  },

  async readRecipe(state) {
    return recipeInForce(needSession(state.session).reader);
  },

  async saveRecipe(state, input) {
    return saveRecipe(needSession(state.session), input);
  },

  async undoRecipe(state) {
    return undoRecipe(needSession(state.session));
  },
};
