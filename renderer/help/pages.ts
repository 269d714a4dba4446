import { lexer, type Token } from 'marked';
import glossary from '../../docs/glossary.md?raw';
import methods from '../../docs/methods-in-words.md?raw';
import guide from '../../docs/user-guide.md?raw';

const pictures = import.meta.glob<string>('../../docs/guide/*.png', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** The papers that the help panel shows, as Markdown tokens. */
export const pages = {
  guide: lexer(guide),
  methods: lexer(methods),
  words: lexer(glossary),
};

/** The address of a picture of the guide; undefined for one that is not there. */
export function pictureAddress(source: string): string | undefined {
  return pictures[`../../docs/${source}`];
}

/** The part of a paper under the heading of the second level called `title`, the heading included. */
export function partOf(page: readonly Token[], title: string): readonly Token[] {
  const start = page.findIndex((token) => isSecondLevel(token) && token.text === title);
  if (start < 0) return [];
  const length = page.slice(start + 1).findIndex((token) => isSecondLevel(token));
  return page.slice(start, length < 0 ? undefined : start + 1 + length);
}

function isSecondLevel(token: Token): token is Token & { readonly text: string } {
  return token.type === 'heading' && (token as { depth?: number }).depth === 2;
}
