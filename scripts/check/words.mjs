import { parseSync } from 'rolldown/utils';
import { literalTexts } from './literal-texts.mjs';

/** Where numbers and order are made in the language of the catalogue, for all. */
const formatter = 'renderer/app/format.ts';

/**
 * Texts of the window that are not said through the catalogue (`renderer/words`), keys of the catalogue that nothing
 * says or that two files have, and numbers or order made by a language named on the spot. One line a problem.
 */
export function findWordProblems(sources) {
  const files = sources
    .filter(({ path }) => /^renderer\/.*\.tsx?$/.test(path))
    .map(({ path, text }) => ({ path, text, program: parseSync(path, text).program }));
  const isCatalogue = ({ path }) => /^renderer\/words\/english-[\w-]+\.ts$/.test(path);
  const catalogues = files
    .filter(isCatalogue)
    .map(({ path, program }) => ({ path, entries: entriesOf(program) }));
  const keys = new Set(catalogues.flatMap(({ entries }) => entries.map(([key]) => key)));
  const others = files.filter((file) => !isCatalogue(file));
  const screens = others.filter(({ path }) => !path.startsWith('renderer/words/'));
  const isKey = (said) => keys.has(said);
  const isKeyPattern = (node) => {
    const pattern = patternOf(node);
    return pattern !== null && [...keys].some((key) => pattern.test(key));
  };
  return [
    ...screens.flatMap((file) =>
      literalTexts(file, isKey, isKeyPattern).map(
        ({ line, said }) => `${file.path}:${line}: “${said.slice(0, 70)}”`,
      ),
    ),
    ...screens.filter(({ path }) => path !== formatter).flatMap(ownLanguage),
    ...deadKeys(catalogues, others),
    ...doubledKeys(catalogues),
    ...unsaidNumbers(catalogues),
  ];
}

/** Key and texts (of plural forms, all) of each message of a catalogue. */
function entriesOf(program) {
  const [object] = nodesOf(program).filter(({ type }) => type === 'ObjectExpression');
  return object.properties.map(({ key, value }) => [
    key.value ?? key.name,
    nodesOf(value)
      .filter(isText)
      .map(({ value: text }) => text),
  ]);
}

function deadKeys(catalogues, files) {
  const nodes = files.flatMap(({ program }) => nodesOf(program));
  const said = new Set(nodes.filter(isText).map(({ value }) => value));
  const patterns = nodes.map(patternOf).filter((pattern) => pattern !== null);
  const isSaid = (key) => said.has(key) || patterns.some((pattern) => pattern.test(key));
  return catalogues.flatMap(({ path, entries }) =>
    entries.filter(([key]) => !isSaid(key)).map(([key]) => `${path}: nothing says '${key}'`),
  );
}

/** What keys a template may make: `next.${step}` all that begin with `next.`; null of one that can make none. */
function patternOf(node) {
  if (node.type !== 'TemplateLiteral' || node.quasis.length < 2) return null;
  const parts = node.quasis.map(({ value }) => value.cooked);
  if (!/^[\w-]+\.[\w.-]*$/.test(parts[0])) return null;
  return new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('.+')}$`);
}

/** A key that two catalogues have: the later would hide the earlier without a word. */
function doubledKeys(catalogues) {
  const first = new Map();
  return catalogues.flatMap(({ path, entries }) =>
    entries.flatMap(([key]) => {
      const earlier = first.get(key);
      first.set(key, path);
      return earlier === undefined ? [] : [`${path}: '${key}' stands in ${earlier} too`];
    }),
  );
}

function unsaidNumbers(catalogues) {
  return catalogues.flatMap(({ path, entries }) =>
    entries
      .filter(([, texts]) => texts.some((text) => /\w\(e?s\)/.test(text)))
      .map(([key]) => `${path}: '${key}' leaves one or many to the reader; give it plural forms`),
  );
}

function ownLanguage({ path, text, program }) {
  return nodesOf(program)
    .filter(
      ({ type, object, property }) =>
        type === 'MemberExpression' &&
        (object.name === 'Intl' || /^(toLocale\w*String|localeCompare)$/.test(property.name ?? '')),
    )
    .map(({ start }) => {
      const line = text.slice(0, start).split('\n').length;
      return `${path}:${line}: format and order by the functions of ${formatter}`;
    });
}

function isText({ type, value }) {
  return type === 'Literal' && typeof value === 'string';
}

/** A node and all beneath it, in the order of the text. */
function nodesOf(node) {
  if (Array.isArray(node)) return node.flatMap(nodesOf);
  if (node === null || typeof node !== 'object' || typeof node.type !== 'string') return [];
  return [node, ...Object.values(node).flatMap(nodesOf)];
}
