/** The only words that no language says otherwise. */
const sameEverywhere = new Set(
  // Units, written alike in all languages; signs of statistics, as formulas have them; the name on a key.
  ['m km kB MB s ms', 'n p z Gi', 'Ctrl'].flatMap((words) => words.split(' ')),
);

/** Properties and attributes that a person reads or hears. */
const textNames = new Set(
  (
    'label title placeholder description alt tooltip error message remedy words text heading headings caption legend ' +
    'hint note does children nothingFound nothingFoundMessage closeButtonLabel aria-label aria-description ' +
    'aria-roledescription aria-valuetext data what summary say said'
  ).split(' '),
);

/** Properties and attributes whose words the page reads, not a person. */
const codeNames = new Set(
  (
    'className class style styles classNames attributes fontFamily key id href d transform viewBox points value name ' +
    'selector color fill stroke font type role event htmlFor aria-labelledby aria-describedby aria-controls ' +
    'aria-keyshortcuts aria-live autoComplete rel target xmlns sizes accept'
  ).split(' '),
);

/** Functions whose words are names of things: events, selectors, keys of the catalogue, elements. */
const codeFunctions = new Set(
  (
    't tRich pieces on off querySelector querySelectorAll closest matches addEventListener removeEventListener startsWith ' +
    'endsWith setAttribute getAttribute getItem setItem split createElement createElementNS getContext RegExp ' +
    'setProperty getPropertyValue'
  ).split(' '),
);

const equalities = new Set(['===', '!==', '==', '!=', 'in']);

/**
 * Texts for people that stand in a module itself: `{ line, said }`, each. `isKey` knows the keys of the catalogue,
 * which may stand anywhere; `isKeyPattern` those that are put together from parts.
 */
export function literalTexts({ text, program }, isKey, isKeyPattern) {
  const found = [];
  look(program, 'any');
  return found;

  /** `place`: `text` where a person reads whatever stands there, `code` where nobody does, `any` where it depends. */
  function look(node, place) {
    const said = saidBy(node);
    if (said !== null && place !== 'code' && hasWords(said) && !isKey(said)) {
      const isText = place === 'text' || node.type === 'JSXText' || looksLikeText(said);
      if (isText && !isKeyPattern(node)) {
        const line = text.slice(0, node.start).split('\n').length;
        found.push({ line, said: said.replaceAll(/\s+/g, ' ').trim() });
      }
    }
    for (const [child, where] of beneath(node, place)) look(child, where);
  }
}

/** The text of a node with `{}` for each value in it; null of a node that is none. */
function saidBy(node) {
  if (node.type === 'JSXText') return node.value.replaceAll(/&\w+;/g, ' ');
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral') return null;
  return node.quasis.map(({ value }) => value.cooked).join('{}');
}

function hasWords(said) {
  // Of markup only what stands between tags.
  const words = said.replaceAll(/<\/?[a-z][^<>]*>|&\w+;/gi, ' ').match(/\p{L}+/gu) ?? [];
  // A capital by itself is the name of a key on the keyboard.
  return words.some((word) => !sameEverywhere.has(word) && !/^\p{Lu}$/u.test(word));
}

/** Several words, or one that begins as a sentence does or ends as one. Names in code are one word in small letters. */
function looksLikeText(said) {
  const plain = said.trim();
  const isStyle = /^[a-z-]+\(/.test(plain);
  return !isStyle && /\p{L}{2}\S*\s+\S|\S\s+\S*\p{L}{2}|^\p{Lu}\p{Ll}|\p{L}[.…?!:]$/u.test(plain);
}

/** The nodes beneath a node, each with the place it stands in. */
function beneath(node, place) {
  const inside = place === 'code' ? 'code' : 'any';
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
      return [];
    case 'ExportNamedDeclaration':
      return pairs([node.declaration], inside);
    case 'JSXAttribute':
      return pairs([node.value], placeOf(nameOf(node.name), inside));
    case 'JSXElement':
    case 'JSXFragment':
      return [...pairs([node.openingElement], inside), ...pairs(node.children, 'text')];
    case 'JSXExpressionContainer':
      return pairs([node.expression], place);
    case 'Property':
      return [
        ...pairs([node.computed ? node.key : null], 'code'),
        ...pairs([node.value], placeOf(node.key.value ?? node.key.name, inside)),
      ];
    case 'ConditionalExpression':
      return [...pairs([node.test], inside), ...pairs([node.consequent, node.alternate], place)];
    case 'LogicalExpression':
      return pairs([node.left, node.right], place);
    case 'BinaryExpression':
      return pairs([node.left, node.right], equalities.has(node.operator) ? 'code' : place);
    case 'TemplateLiteral':
      return pairs(node.expressions, place);
    case 'ArrayExpression':
      return pairs(node.elements, place);
    case 'SwitchCase':
      return [...pairs([node.test], 'code'), ...pairs(node.consequent, inside)];
    case 'MemberExpression':
      return [
        ...pairs([node.object], inside),
        ...pairs([node.computed ? node.property : null], 'code'),
      ];
    case 'CallExpression':
      return [
        ...pairs([node.callee], inside),
        ...pairs(node.arguments, codeFunctions.has(nameOf(node.callee)) ? 'code' : inside),
      ];
    // Errors of the programmer, which the analyst is never shown, and other machinery.
    case 'NewExpression':
      return pairs(node.arguments, 'code');
    case 'ExpressionStatement':
      return pairs(
        [node.directive === undefined || node.directive === null ? node.expression : null],
        inside,
      );
    default:
      // Types have no texts; what is asserted to be of one has.
      if (node.type.startsWith('TS')) return pairs([node.expression], place);
      return pairs(Object.values(node).flat(), inside);
  }
}

function placeOf(name, otherwise) {
  if (otherwise === 'code' || codeNames.has(name)) return 'code';
  return textNames.has(name) ? 'text' : otherwise;
}

/** The last name of a callee, attribute or member: `closest` of `event.target.closest`. */
function nameOf(node) {
  return node.property?.name ?? node.name?.name ?? node.name ?? '';
}

function pairs(nodes, place) {
  return nodes
    .filter((node) => node !== null && typeof node === 'object' && typeof node.type === 'string')
    .map((node) => [node, place]);
}
