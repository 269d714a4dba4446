/** What the program was started to do. */
export type Start =
  | { readonly kind: 'window'; readonly workspace: string | null }
  | { readonly kind: 'command'; readonly words: readonly string[] }
  | { readonly kind: 'print'; readonly jobFile: string };

/**
 * Reads the words the program was started with. In development the first word that is no switch is the app's own
 * folder. After it comes nothing or a workspace file (the window), `--print-job FILE`, or a command and its words.
 */
export function readStart(argv: readonly string[], isPackaged: boolean): Start {
  const words = argv.slice(1);
  if (!isPackaged) words.splice(firstPlain(words), 1);
  const printAt = words.indexOf('--print-job');
  const jobFile = printAt < 0 ? undefined : words[printAt + 1];
  if (jobFile !== undefined) return { kind: 'print', jobFile };
  const at = firstPlain(words);
  const word = words[at];
  if (word === undefined) return { kind: 'window', workspace: null };
  if (word.toLowerCase().endsWith('.actionten')) return { kind: 'window', workspace: word };
  return { kind: 'command', words: words.slice(at) };
}

/** The place of the first word that is no switch; the length when there is none. */
function firstPlain(words: readonly string[]): number {
  const at = words.findIndex((word) => !word.startsWith('-'));
  return at < 0 ? words.length : at;
}
