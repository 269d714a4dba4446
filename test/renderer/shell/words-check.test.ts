import { describe, expect, test } from 'vitest';
import { findWordProblems } from '../../../scripts/check/words.mjs';

const catalogue = {
  path: 'renderer/words/english-made-up.ts',
  text: "export const words = { 'row.open': 'Open', 'row.rows': { one: 'a row', other: 'rows' } } as const;",
};

/** What is found in the body of a component, the catalogue's two keys being said elsewhere. */
function found(body: string): string[] {
  const said = { path: 'renderer/words/said.ts', text: "t('row.open'); t(`row.${which}`);" };
  return findWordProblems([
    catalogue,
    said,
    { path: 'renderer/made-up/Row.tsx', text: `export function Row() {\n${body}\n}` },
  ]);
}

describe('the check that texts stand in the catalogue', () => {
  test.each([
    ['text between tags', 'return <p>Open</p>;', 'Open'],
    ['one small word', 'return <p>{isOpen ? "open" : t("row.open")}</p>;', 'open'],
    ['a text glued to a value', 'return <p>{count} rows</p>;', 'rows'],
    ['a template', 'return <p title={`${count} rows`} />;', '{} rows'],
    ['an attribute that is read out', 'return <input aria-label="name" />;', 'name'],
    ['a choice', 'return <Select data={["all", t("row.open")]} />;', 'all'],
    ['a property that is shown', 'return [{ value: "all", label: "all" }];', 'all'],
    [
      'a sentence kept for later',
      'const said = "Nothing is open."; return said;',
      'Nothing is open.',
    ],
    [
      'words between the tags of markup',
      'return `<text x="${x}">Not here</text>`;',
      '<text x="{}">Not here</text>',
    ],
    ['the name of a job', 'return ask("rows", {}, "Reading rows");', 'Reading rows'],
  ])('finds %s', (_, body, words) => {
    expect(found(body)).toEqual([`renderer/made-up/Row.tsx:2: “${words}”`]);
  });

  test.each([
    ['said by the catalogue', 'return <p title={t("row.open")}>{t(`row.${which}`)}</p>;'],
    ['a key kept for later', 'const words = "row.open"; return t(words);'],
    [
      'a class, a size, a key',
      'return <p className="a b" size="compact-sm" key={`row ${row}`} />;',
    ],
    ['what is compared', 'return event.key === "Enter" || name === "set aside";'],
    ['units and signs', 'return <p>{metres} m · {share} % – p = {p}</p>;'],
    ['markup and events', 'map.on("moveend zoomend", go); return `<g fill="red">${x}</g>`;'],
    ['types and imports', 'type Way = "two words"; return x as Way;'],
    ['an error of the programmer', 'throw new Error("useRow outside Row");'],
  ])('lets %s be', (_, body) => {
    expect(found(body)).toEqual([]);
  });

  test('numbers and order are made in one place', () => {
    expect(found('return count.toLocaleString();')).toHaveLength(1);
    expect(found('return new Intl.NumberFormat();')).toHaveLength(1);
  });

  test('a key that nothing says, one that stands twice, and a plural left to the reader are told', () => {
    const again = {
      path: 'renderer/words/english-more.ts',
      text: "export const more = { 'row.open': '{n} row(s)' };",
    };
    expect(findWordProblems([catalogue, again])).toEqual([
      "renderer/words/english-made-up.ts: nothing says 'row.open'",
      "renderer/words/english-made-up.ts: nothing says 'row.rows'",
      "renderer/words/english-more.ts: nothing says 'row.open'",
      "renderer/words/english-more.ts: 'row.open' stands in renderer/words/english-made-up.ts too",
      "renderer/words/english-more.ts: 'row.open' leaves one or many to the reader; give it plural forms",
    ]);
  });
});
