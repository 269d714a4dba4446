import { existsSync, readFileSync } from 'node:fs';

const shared = new URL('../../../../shared/', import.meta.url);

/** Whether the results of other software are beside the project; the log says when they are not. */
export function haveShared(...files: readonly string[]): boolean {
  const missing = files.filter((file) => !existsSync(new URL(file, shared)));
  if (missing.length > 0) {
    // A skipped check must be seen.
    // oxlint-disable-next-line no-console
    console.warn(`Skipped: ../shared has no ${missing.join(', ')}.`);
  }
  return missing.length === 0;
}

export function readShared(file: string): string {
  return readFileSync(new URL(file, shared), 'utf8');
}

/** The columns of a plain CSV file, by name, as texts; a quoted field may hold commas. */
export function columnsOf(file: string): (name: string) => string[] {
  const [header = [], ...rows] = readShared(file)
    .trim()
    .split('\n')
    .map((line) => (line.match(/"[^"]*"|[^,]+|(?<=,)(?=,|$)/g) ?? []).map(unquoted));
  return (name) => {
    const place = header.indexOf(name);
    if (place < 0) throw new Error(`${file} has no column ${name}`);
    return rows.map((row) => row[place] ?? '');
  };
}

function unquoted(field: string): string {
  return field.replace(/^"|"$/g, '');
}

/** The largest difference relative to what was printed; a printed zero must be met exactly. */
export function worstRelative(computed: ArrayLike<number>, printed: readonly string[]): number {
  if (computed.length !== printed.length) return Number.POSITIVE_INFINITY;
  let worst = 0;
  for (const [at, text] of printed.entries()) {
    const difference = Math.abs((computed[at] ?? Number.NaN) - Number(text));
    if (difference === 0) continue;
    const relative = difference / Math.abs(Number(text));
    worst = Number.isNaN(relative) ? Number.POSITIVE_INFINITY : Math.max(worst, relative);
  }
  return worst;
}
