import type { CommandResult } from './command.ts';
import type { CommandName } from './commands.ts';

const smallestProbability = 0.0001;

/** A result in plain lines, for a person at a terminal; `--json` gives the whole of it. */
export function describeResult(command: CommandName, result: CommandResult): string {
  if (!result.ok) return `${String(result['message'])}\n${String(result['remedy'])}`;
  const lines = Object.entries(result)
    .filter(([name, value]) => name !== 'ok' && value !== null && value !== undefined)
    .flatMap(([name, value]) => describe(name, value));
  return [`${command}: done`, ...lines].join('\n');
}

function describe(name: string, value: unknown): string[] {
  if (Array.isArray(value)) {
    const shown = value.slice(0, 20).map((item) => `    ${oneLine(item)}`);
    const more = value.length > 20 ? [`    … and ${value.length - 20} more`] : [];
    return [`  ${name}:`, ...shown, ...more];
  }
  if (typeof value === 'object' && value !== null) {
    return [`  ${name}:`, ...Object.entries(value).map(([key, item]) => `    ${named(key, item)}`)];
  }
  return [`  ${name}: ${oneLine(value)}`];
}

/** A p that is too small for its digits comes as 0, which no probability is: it is said as what it is below. */
function named(name: string, value: unknown): string {
  if (name === 'p' && typeof value === 'number' && value < smallestProbability)
    return `p < ${smallestProbability}`;
  return `${name}: ${oneLine(value)}`;
}

function oneLine(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
