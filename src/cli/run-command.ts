import { resolve } from 'node:path';
import { type CallInput, calls } from '../contract/calls.ts';
import { analysisMethods } from '../contract/hotspots.ts';
import { FailureError } from '../contract/outcome.ts';
import { type CellGrid, mostCells } from '../domain/geography/cells.ts';
import { type ConvertInput, convertCsv } from '../engine/analysis/convert-csv.ts';
import { type StatsInput, statsOnCsv } from '../engine/analysis/stats/run-stats.ts';
import type { Engine } from '../engine/engine.ts';
import { writeSampleFiles } from '../engine/sample.ts';
import { refuseOutput } from '../engine/write-whole.ts';
import type { CommandLine, Options } from './arguments.ts';
import { ask } from './ask.ts';
import { type Command, type CommandResult, decisionOf, open, passphraseIn } from './command.ts';
import { runDemo } from './demo.ts';
import { importCommand } from './import-command.ts';
import { profileCommands } from './profile-commands.ts';
import { securityCommands } from './security-commands.ts';

const commandRunners: Readonly<Record<CommandLine['command'], Command>> = {
  async demo(engine, { options }) {
    return { ok: true, ...(await runDemo(engine, resolve(options.needed('out')))) };
  },

  async sample(_engine, { options }) {
    const directory = options.neededPath('out');
    const wanted = calls.buildSample.input.safeParse({
      directory,
      seed: options.number('seed'),
      incidents: options.number('incidents'),
    });
    if (!wanted.success) {
      throw new FailureError(
        'bad-request',
        'The seed or the number of incidents is out of range.',
        'Give a seed from 0 to 4294967295 and 300 to 1,000,000 incidents, both whole numbers.',
      );
    }
    const files = writeSampleFiles(directory, wanted.data);
    return { ok: true, files };
  },

  async new(engine, { words, options }) {
    const marking = options.text('marking') ?? (await ask(engine, 'readPolicy', {})).marking;
    const summary = await ask(engine, 'createWorkspace', {
      path: resolve(words[0] ?? ''),
      force: options.needed('force'),
      boundary: options.path('boundary'),
      passphrase: passphraseIn('ACTION_TEN_PASSPHRASE'),
      marking,
    });
    return { ok: true, workspace: summary.path, force: summary.force, marking: summary.marking };
  },

  async import(engine, line) {
    if (line.options.text('as') === 'basemap') throw notAvailable('A base map from a file');
    return importCommand(engine, line);
  },

  async batches(engine, { words }) {
    await open(engine, words);
    return { ok: true, ...(await ask(engine, 'listBatches', {})) };
  },

  async undo(engine, { words }) {
    const batch = Number(words[1]);
    if (!Number.isInteger(batch) || batch < 1) {
      throw new FailureError(
        'bad-request',
        'A batch is known by its number.',
        'List the batches with "action-ten batches WORKSPACE".',
      );
    }
    await open(engine, words);
    return { ok: true, ...(await ask(engine, 'undoBatch', { batch })) };
  },

  async classify(engine, { words }) {
    await open(engine, words);
    return { ok: true, ...(await ask(engine, 'classify', {})) };
  },

  async analyse(engine, { words, options }) {
    await open(engine, words);
    const run = await ask(engine, 'analyse', {
      ...analysisQuestion(words[1] ?? '', options),
      out: options.path('out'),
    });
    return { ok: true, ...run, out: options.path('out') };
  },

  async stats(_engine, { words, options }) {
    return { ok: true, summary: await statsOnCsv(statsInput(words[0] ?? '', options)) };
  },

  async convert(_engine, { options }) {
    return { ok: true, ...(await convertCsv(convertInput(options))) };
  },

  ...profileCommands,

  async share(engine, { words, options }) {
    await open(engine, words);
    const shared = await ask(engine, 'shareLayer', {
      layer: options.text('layer') ?? null,
      format: options.text('format') ?? null,
      level: options.needed('level'),
      recipient: options.needed('recipient'),
      agreement: options.text('agreement') ?? null,
      threshold: (options.number('threshold') ?? null) as 5 | null,
      decision: decisionOf(options),
      cellMetres: options.number('cell') ?? null,
      out: options.path('out'),
      pack: options.path('pack'),
      document: options.path('document'),
    });
    return { ok: true, ...shared };
  },

  async audit(engine, { words, options }) {
    await open(engine, words);
    const report = await ask(engine, 'readAudit', {
      verify: options.isSet('verify'),
      anchor: options.text('anchor') ?? null,
      csv: options.path('csv'),
    });
    if (report.intact !== false) return { ok: true, ...report };
    throw new FailureError(
      'corrupt',
      report.anchored === false
        ? 'The audit log does not hold the anchor: it was cut, rolled back or written anew since.'
        : 'The audit log was changed after it was written.',
      'Keep the file as evidence and tell your information security officer.',
      { ...report },
    );
  },

  ...securityCommands,

  async check(engine, { words }) {
    await open(engine, words);
    return { ok: true, ...(await ask(engine, 'checkWorkspace', {})) };
  },
};

/** Runs one command. Throws FailureError for what was not done. */
export async function runCommand(engine: Engine, line: CommandLine): Promise<CommandResult> {
  return commandRunners[line.command](engine, line);
}

function filterOf(options: Options): CallInput<'analyse'>['filter'] {
  const kinds: Record<string, 'vawg' | 'all-incidents' | 'partner' | 'perceptions'> = {
    vawg: 'vawg',
    incidents: 'all-incidents',
    'all-incidents': 'all-incidents',
    partner: 'partner',
    perceptions: 'perceptions',
  };
  const kind = options.text('kind') ?? 'vawg';
  const evidence = kinds[kind];
  if (evidence === undefined) {
    throw new FailureError(
      'unknown-kind',
      `There is no kind "${kind}" to analyse.`,
      `Choose one of ${Object.keys(kinds).join(', ')}.`,
    );
  }
  if (evidence === 'partner' || evidence === 'perceptions') {
    const unfit = ['space', 'threat', 'victims'].find(
      (name) => (options.text(name) ?? 'all') !== 'all',
    );
    if (unfit !== undefined) {
      throw new FailureError(
        'bad-request',
        `--${unfit} cannot be applied: ${kind} have none of that kind.`,
        `Leave --${unfit} out.`,
      );
    }
  }
  return {
    evidence,
    space: (options.text('space') ?? 'all') as 'all',
    threat: (options.text('threat') ?? 'all') as 'all',
    victims: (options.text('victims') ?? 'all') as 'all',
    dateBasis: (options.text('date') ?? 'committed') as 'committed',
    from: options.text('from') ?? null,
    to: options.text('to') ?? null,
  };
}

/** The question of `analyse`; `--set area=...` is the area rule of every method. */
function analysisQuestion(word: string, options: Options): CallInput<'runAnalysis'> {
  const method = analysisMethods.find((name) => name === word);
  if (method === undefined) {
    throw new FailureError(
      'bad-request',
      `There is no method "${word}".`,
      `Choose one of ${analysisMethods.join(', ')}.`,
    );
  }
  const { area = null, ...settings } = Object.fromEntries(options.pairs('set'));
  const cellMetres = options.number('cell');
  const shape = options.text('shape');
  return {
    method,
    filter: filterOf(options),
    ...(cellMetres === undefined ? {} : { cellMetres }),
    ...(shape === undefined ? {} : { shape: shape as 'square' | 'hexagon' }),
    area: area as 'boundary' | 'occupied-ring' | 'rectangle' | null,
    weight: (options.text('weight') ?? 'count') as 'count' | 'harm',
    settings,
  };
}

function convertInput(options: Options): ConvertInput {
  const from = options.needed('from');
  if (from !== 'bng' && from !== 'wgs84') {
    throw new FailureError(
      'bad-request',
      `--from takes bng or wgs84, not "${from}".`,
      'Write --from bng --x COL --y COL, or --from wgs84 --lon COL --lat COL.',
    );
  }
  const points = options.neededPath('points');
  const out = options.neededPath('out');
  refuseOutput(out, [points]);
  const [x, y] = from === 'bng' ? (['x', 'y'] as const) : (['lon', 'lat'] as const);
  return { points, from, x: options.needed(x), y: options.needed(y), out };
}

function statsInput(method: string, options: Options): StatsInput {
  const points = options.neededPath('points');
  const out = options.neededPath('out');
  refuseOutput(out, [points]);
  return {
    method,
    points,
    x: options.needed('x'),
    y: options.needed('y'),
    weight: options.text('weight') ?? null,
    from: options.text('from') ?? null,
    to: options.text('to') ?? null,
    grid: () => statsGrid(options),
    hasGrid: options.text('origin') !== undefined,
    settings: options.pairs('set'),
    out,
  };
}

function statsGrid(options: Options): CellGrid {
  const pair = (name: string, separator: string): [number, number] => {
    const parts = options.needed(name).split(separator).map(Number);
    const [first, second] = parts;
    if (parts.length === 2 && Number.isFinite(first) && Number.isFinite(second)) {
      return [first as number, second as number];
    }
    throw new FailureError(
      'bad-request',
      `--${name} takes two numbers with "${separator}" between them.`,
      'Write for example --origin 440000,330000 --size 80x80.',
    );
  };
  const [originEasting, originNorthing] = pair('origin', ',');
  const [columns, rows] = pair('size', 'x');
  const cellMetres = options.number('cell') ?? 250;
  const isCount = (value: number): boolean => Number.isInteger(value) && value > 0;
  if (!isCount(columns) || !isCount(rows) || columns * rows > mostCells || !(cellMetres > 0)) {
    throw new FailureError(
      'bad-request',
      'The grid needs whole numbers of columns and rows, and cells larger than nothing.',
      `Write for example --cell 250 --size 80x80, with at most ${mostCells} cells.`,
    );
  }
  return { shape: 'square', cellMetres, originEasting, originNorthing, columns, rows };
}

function notAvailable(what: string): FailureError {
  return new FailureError(
    'not-available',
    `${what} is not part of this version.`,
    'Run "action-ten help" for what this version does.',
  );
}
