import {
  type AnalysisRun,
  methodTitles,
  type RunComparison,
  type RunResult,
} from '../../contract/hotspots.ts';
import {
  leftOutNameInWords,
  runNameInWords,
  runValueInWords,
} from '../../domain/figures/run-names.ts';
import { number } from '../../domain/figures/words.ts';
import type { Reader } from '../workspace/database.ts';
import { openKeptRun } from './kept-runs.ts';
import { centresOf } from './write-result.ts';

/** Two kept runs side by side: what was asked, what came out, and which cells are hot in both. */
export function compareRuns(reader: Reader, firstId: string, secondId: string): RunComparison {
  const [first, second] = [openKeptRun(reader, firstId), openKeptRun(reader, secondId)];
  const questions = asked(first.run, second.run);
  const tell = ({ title, own, other }: (typeof questions)[number]): string =>
    `${runNameInWords(title)}: ${own === other ? own : `${own} and ${other}`}`;
  return {
    first: first.run,
    second: second.run,
    same: questions.filter(({ own, other }) => own === other).map(tell),
    differs: questions.filter(({ own, other }) => own !== other).map(tell),
    words: wordsOf(first, second),
    table: figures(first.run, second.run),
  };
}

/** Everything that decides a run, in texts to be laid side by side. */
function asked(
  first: AnalysisRun,
  second: AnalysisRun,
): { title: string; own: string; other: string }[] {
  const textsOf = (run: AnalysisRun): Record<string, string> => {
    const { areaRule: _words, ...parameters } = run.parameters;
    return {
      method: methodTitles[run.method],
      ...Object.fromEntries(
        Object.entries({ ...run.filter, ...parameters }).map(([name, value]) => [
          name,
          runValueInWords(value),
        ]),
      ),
      data: run.fingerprint.slice(0, 12),
    };
  };
  const [own, other] = [textsOf(first), textsOf(second)];
  return [...new Set([...Object.keys(own), ...Object.keys(other)])].map((title) => ({
    title,
    own: own[title] ?? 'not used',
    other: other[title] ?? 'not used',
  }));
}

function figures(first: AnalysisRun, second: AnalysisRun): RunComparison['table'] {
  const numbersOf = (run: AnalysisRun): Map<string, number> => {
    const found = new Map([[runNameInWords('countIn'), run.countIn]]);
    for (const [name, value] of Object.entries(run.summary)) {
      if (typeof value === 'number') found.set(runNameInWords(name), value);
    }
    for (const [reason, count] of Object.entries(run.leftOut))
      found.set(leftOutNameInWords(reason), count);
    return found;
  };
  const [own, other] = [numbersOf(first), numbersOf(second)];
  const names = [...new Set([...own.keys(), ...other.keys()])];
  const column = (values: Map<string, number>): Float64Array =>
    Float64Array.from(names, (name) => {
      // A reason that a run does not have left nothing out; a figure it does not have is not given.
      return values.get(name) ?? (name.startsWith(leftOutNameInWords('')) ? 0 : Number.NaN);
    });
  const [firstValues, secondValues] = [column(own), column(other)];
  return {
    name: 'figures',
    title: 'Figures of both runs',
    columns: [
      { name: 'figure', title: 'Figure', unit: null, values: names },
      { name: 'first', title: 'First', unit: null, values: firstValues },
      { name: 'second', title: 'Second', unit: null, values: secondValues },
      {
        name: 'change',
        title: 'Second less first',
        unit: null,
        values: firstValues.map((value, row) => (secondValues[row] ?? Number.NaN) - value),
      },
    ],
  };
}

function wordsOf(first: RunResult, second: RunResult): string[] {
  const words: string[] = [];
  const isSameData = first.run.fingerprint === second.run.fingerprint;
  words.push(
    isSameData
      ? 'Both runs rest on the same data.'
      : 'The data or the rules changed between the two runs: a difference may come from them.',
  );
  const [own, other] = [hotCentres(first), hotCentres(second)];
  const isSameGrid =
    first.run.parameters['cellMetres'] === second.run.parameters['cellMetres'] &&
    first.run.parameters['shape'] === second.run.parameters['shape'];
  if (own === null || other === null) return words;
  if (!isSameGrid) {
    words.push('The cells differ, so hot cells cannot be matched one by one.');
    return words;
  }
  const both = [...own].filter((centre) => other.has(centre)).length;
  words.push(
    `${number(both)} cells are hot in both, ${number(own.size - both)} in the first only, ${number(other.size - both)} in the second only.`,
    'A cell that is hot in one run only is often just above the bound there and just below it here: look at z before speaking of a change.',
  );
  return words;
}

/** The middles of the hot cells of a run; null for a run without hot cells of its own kind. */
function hotCentres({ main, geometry }: RunResult): Set<string> | null {
  const bins = main.columns.find((column) => column.name === 'bin_bh')?.values;
  if (bins === undefined || geometry.kind !== 'cells') return null;
  const centres = centresOf(geometry);
  const hot = new Set<string>();
  for (const [row, bin] of bins.entries()) {
    if (Number(bin) < 2) continue;
    hot.add(`${(centres[2 * row] ?? 0).toFixed(2)} ${(centres[2 * row + 1] ?? 0).toFixed(2)}`);
  }
  return hot;
}
