import { englishHelp } from './english-help.ts';
import { englishHome } from './english-home.ts';
import { englishShell } from './english-shell.ts';
import { translator } from './translate.ts';

const english = { ...englishShell, ...englishHome, ...englishHelp };

/** Every text that the shell, the home screen, the search and the help say themselves. */
export type WordKey = keyof typeof english;

/**
 * Says a text of the window. A second language is a catalogue with the same keys (`Record<WordKey, Message>`) chosen
 * here: no component changes.
 */
export const t = translator<WordKey>(english, 'en-GB');
