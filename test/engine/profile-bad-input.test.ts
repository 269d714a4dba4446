import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CallInput } from '../../src/contract/calls.ts';
import type { RichText } from '../../src/domain/profile/rich-text.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { ask, csv, fileOf, importOne, newEngine, temporaryFolder } from './support.ts';

const arabic = 'العنف ضد النساء (2026).';
const welsh = 'Heddlu Llŷn a Môn, Tŷ Ŵyn';

const header = ['reference', 'offenceTitle', 'recordedOn', 'locationType', 'easting', 'northing'];

/** Made-up public-space records, spread over so many months that end in October 2026. */
function records(count: number, months: number, locationType = 'Street'): string {
  const rows = Array.from({ length: count }, (_, at) => [
    `R${at}`,
    'Stalking',
    `2026-${String(10 - (at % months)).padStart(2, '0')}-1${at % 9}`,
    locationType,
    String(440_000 + ((at * 37) % 3_000)),
    String(330_000 + ((at * 91) % 3_000)),
  ]);
  return csv(header, ...rows);
}

async function workspace(force: string, table: string | null): Promise<Engine> {
  const engine = newEngine();
  const folder = temporaryFolder();
  await ask(engine, 'createWorkspace', { path: join(folder, 'rough.actionten'), force });
  if (table !== null) await importOne(engine, fileOf(folder, 'records.csv', table));
  return engine;
}

/** The page as it reads, without its style, and what must never stand in a document. */
async function page(engine: Engine): Promise<string> {
  const { html, sections } = await ask(engine, 'buildProfile', {});
  expect(sections).toHaveLength(18);
  const body = html.slice(html.indexOf('</style>'));
  expect(body).not.toMatch(/\b(?:NaN|undefined|Infinity|null)\b/);
  expect(body).not.toContain('<tbody></tbody>');
  return body;
}

async function pageOf(force: string, table: string | null): Promise<string> {
  return page(await workspace(force, table));
}

const words = (text: string): RichText => [
  { type: 'paragraph', standing: 'fact', content: [{ type: 'text', text }] },
];

async function writeFinding(engine: Engine, text: string): Promise<void> {
  const content = { section: 7, standing: 'fact', text: words(text), why: '' } as const;
  await ask(engine, 'saveProfileItem', {
    kind: 'finding',
    number: null,
    content: { ...content, confidence: 'low' },
  });
}

const recommendation = (text: string): CallInput<'saveProfileItem'> => ({
  kind: 'recommendation',
  number: null,
  content: {
    text,
    findings: [1],
    approach: 'prevent',
    owner: '',
    partner: 'Council',
    dueOn: '',
    measure: '',
    figure: '',
    baseline: '',
    progress: [],
  },
});

it('says of an empty workspace, section by section, what is missing', async () => {
  const body = await pageOf('Testshire', null);
  for (const said of [
    'No file has been imported, so this profile rests on nothing yet.',
    'No incident has been imported',
    'No VAWG incident is recorded in online spaces',
    'No engagement with women and girls was imported',
    'no boundary was imported',
    'No victims are recorded',
  ]) {
    expect(body).toContain(said);
  }
});

it('speaks of no month and no period where there is none', async () => {
  const body = await pageOf('Testshire', null);
  expect(body).not.toMatch(/still filling|any record, by recorded date/);
});

it('says which space is empty, and that one month has no trend', async () => {
  const body = await pageOf('Testshire', records(60, 1));
  expect(body).toContain('No VAWG incident is recorded in online spaces');
  expect(body).toContain('No VAWG incident is recorded in private spaces');
  expect(body).toContain('60 VAWG incidents happened in public spaces');
  expect(body).toContain('less than two years');
  expect(body).toContain('The only month, hatched, is still filling.');
  expect(body).not.toMatch(
    /latest (?:two|2) months|October 2026 to October 2026|Hatched green|1 offences/,
  );
  // The one bar is marked by its month, and not by days that it does not stand for.
  expect(body).not.toMatch(/<text[^>]*>\s*18\s*<\/text>/);
});

it('lets a name of 200 letters break, so that it does not shrink the print', async () => {
  const body = await pageOf('X'.repeat(200), records(20, 3));
  expect(body).toContain(`<span class="long">${'X'.repeat(200)}</span>`);
  const { html } = await ask(await workspace('Y'.repeat(200), null), 'buildProfile', {});
  expect(html).toMatch(/body \{[^}]*overflow-wrap: break-word/);
});

it('lets text that runs from right to left run so, and leaves Welsh as it is', async () => {
  const engine = await workspace(`${welsh} ${arabic}`, records(20, 3, arabic));
  const list: RichText = [
    {
      type: 'list',
      isOrdered: false,
      items: [arabic, welsh].map((text) => [{ type: 'text', text }]),
    },
  ];
  const text = [...words(arabic), ...words(welsh), ...list];
  await ask(engine, 'saveProfileItem', { kind: 'text', number: 7, content: { text } });
  const body = await page(engine);
  expect(body).toContain(
    `<p class="standing fact" dir="auto"><span dir="ltr">Fact</span> ${arabic}</p>`,
  );
  expect(body).toContain(`<li dir="auto">${arabic}</li><li>${welsh}</li>`);
  expect(body).toContain(`<h1 dir="auto">`);
});

it('holds 500 recommendations and a table of 2,000 rows, and refuses more rows', async () => {
  const engine = await workspace('Testshire', records(20, 3));
  await writeFinding(engine, 'Something is so.');
  for (let at = 1; at <= 500; at++) {
    await ask(engine, 'saveProfileItem', recommendation(`Walk route ${at}.`));
  }
  const table = (rows: number): CallInput<'saveProfileItem'> => {
    const cell = (text: string) => [{ type: 'text' as const, text }];
    const all = Array.from({ length: rows }, (_, at) => [cell(`Row ${at + 1}`), cell('Lit')]);
    const text: RichText = [{ type: 'table', header: [cell('Street'), cell('Light')], rows: all }];
    return { kind: 'text', number: 7, content: { text } };
  };
  await ask(engine, 'saveProfileItem', table(2_000));
  const refused = await engine.call('saveProfileItem', table(2_001));
  expect(refused).toMatchObject({
    ok: false,
    code: 'bad-request',
    message:
      'One table has more than 2,000 rows. It was not saved; the text as it was last saved is kept.',
    remedy: expect.stringContaining('keep the rows in a spreadsheet'),
  });
  const body = await page(engine);
  expect(body.match(/Walk route \d+\./g)).toHaveLength(500);
  expect(body).toContain('Row 2000');
}, 60_000);

it('says what is too long, what was kept and what to do', async () => {
  const engine = await workspace('Testshire', null);
  await ask(engine, 'saveProfileItem', {
    kind: 'text',
    number: 7,
    content: { text: words('Kept.') },
  });
  const text = words('x'.repeat(20_001));
  const long = await engine.call('saveProfileItem', { kind: 'text', number: 7, content: { text } });
  expect(long).toMatchObject({
    ok: false,
    message: expect.stringMatching(
      /^One paragraph.*20,000 characters\. It was not saved;.*kept\.$/,
    ),
    remedy: expect.stringMatching(/^Divide it/),
  });
  const action = await engine.call('saveProfileItem', recommendation('x'.repeat(5_001)));
  expect(action).toMatchObject({
    message:
      'The request cannot be understood: content.text is longer than 5,000 characters. Nothing was changed.',
    remedy: 'Shorten it and try again.',
  });
  expect(await page(engine)).toContain('Kept.');
});
