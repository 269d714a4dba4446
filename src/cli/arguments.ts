import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { FailureError } from '../contract/outcome.ts';
import { type CommandName, type CommandShape, commands } from './commands.ts';

/** Typed wrongly: exit status 2. */
export class UsageError extends Error {}

/** A command line as understood. */
export interface CommandLine {
  readonly command: CommandName;
  readonly json: boolean;
  readonly words: readonly string[];
  readonly options: Options;
}

type OptionValues = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** The options of a command line, read as what they stand for. */
export class Options {
  readonly #values: OptionValues;

  constructor(values: OptionValues) {
    this.#values = values;
  }

  text(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === 'string' ? value : undefined;
  }

  needed(name: string): string {
    const value = this.text(name);
    if (value !== undefined) return value;
    throw new FailureError(
      'bad-request',
      `The option --${name} is missing.`,
      `Add --${name} and a value.`,
    );
  }

  isSet(name: string): boolean {
    return this.#values[name] === true;
  }

  number(name: string): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const number = Number(value);
    if (value.trim() !== '' && Number.isFinite(number)) return number;
    throw new FailureError(
      'bad-request',
      `--${name} takes a number.`,
      `Give a number after --${name}.`,
    );
  }

  path(name: string): string | null {
    const value = this.text(name);
    return value === undefined ? null : resolve(value);
  }

  neededPath(name: string): string {
    return resolve(this.needed(name));
  }

  /** Every `--option name=value` that was given. */
  pairs(option: string): Map<string, string> {
    const given = this.#values[option];
    const pairs = new Map<string, string>();
    for (const item of Array.isArray(given) ? given : []) {
      const [name, ...rest] = String(item).split('=');
      if (name === undefined || name === '' || rest.length === 0) {
        throw new FailureError(
          'bad-request',
          `--${option} takes name=value.`,
          `Write for example --${option} ${option === 'set' ? 'seed=1' : '"Column=why it is kept"'}.`,
        );
      }
      pairs.set(name, rest.join('='));
    }
    return pairs;
  }
}

/** Reads the words after the program's name. Throws UsageError for an unknown command or option. */
export function readCommandLine(words: readonly string[]): CommandLine {
  const [name, ...rest] = words;
  if (name === undefined) throw new UsageError('Name a command.');
  if (!Object.hasOwn(commands, name)) throw new UsageError(`There is no command "${name}".`);
  const command = name as CommandName;
  const shape: CommandShape = commands[command];
  const parsed = parse(rest, shape);
  const given = parsed.positionals.length;
  const wanted = shape.arguments.length;
  if (given < wanted || (given > wanted && shape.repeatsLast !== true)) {
    throw new UsageError(
      `"${name}" takes ${wanted === 0 ? 'no words' : shape.arguments.join(' ')}.`,
    );
  }
  const { json, ...values } = parsed.values;
  return { command, json: json === true, words: parsed.positionals, options: new Options(values) };
}

function parse(words: string[], shape: CommandShape) {
  try {
    const options: Record<string, { type: 'string' | 'boolean'; multiple: boolean }> = {
      json: { type: 'boolean', multiple: false },
    };
    for (const [name, { type, multiple }] of Object.entries(shape.options)) {
      options[name] = { type, multiple: multiple === true };
    }
    return parseArgs({ args: words, allowPositionals: true, strict: true, options });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** A `--map` file: canonical field to column name. */
export function readMapFile(path: string): Record<string, string> {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new FailureError(
      'unreadable',
      'The map file is not there or is not JSON.',
      'Check its name and content.',
    );
  }
  const isMap =
    typeof content === 'object' &&
    content !== null &&
    Object.values(content).every((value) => typeof value === 'string');
  if (isMap) return content as Record<string, string>;
  throw new FailureError(
    'wrong-format',
    'The map file is not of the form { "canonicalField": "column name" }.',
    'Correct the map file.',
  );
}
