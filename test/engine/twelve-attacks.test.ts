import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectSections } from '../../src/domain/figures/collect.ts';
import { Engine } from '../../src/engine/engine.ts';
import { inputsOf } from '../profile/made-up-inputs.ts';
import { ask } from './support.ts';

/** Words of a page without markup, one space between them. */
function wordsOf(html: string): string {
  return html
    .replaceAll(/<style>.*?<\/style>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');
}

/** Each section's part of a page by its number; what comes before the first is the cover. */
function sectionsOf(html: string): ReadonlyMap<number, string> {
  const [cover = '', ...rest] = html.split('<h2');
  const numbered = rest.flatMap((part): [number, string][] => {
    const number = /^[^>]*>(\d+)\./.exec(part)?.[1];
    return number === undefined ? [] : [[Number(number), part]];
  });
  return new Map([[0, cover], ...numbered]);
}

const openData = collectSections(
  inputsOf([{ tier: 'context', recorded: '2026-01-10', easting: 400_100, northing: 300_100 }]),
);

describe('the twelve attacks on a weak profile fail on that of the sample force', () => {
  // One workspace for all: only read below.
  const engine = new Engine();
  const directory = mkdtempSync(join(tmpdir(), 'action-ten-test-'));
  let html = '';
  let sections: ReadonlyMap<number, string> = new Map();
  const text = (number: number): string => wordsOf(sections.get(number) ?? '');
  const figuresIn = (number: number): number =>
    (sections.get(number) ?? '').split(/<caption>|<figcaption>/).length - 1;

  beforeAll(async () => {
    await ask(engine, 'buildSample', { directory, incidents: 24_000 });
    ({ html } = await ask(engine, 'buildProfile', {}));
    sections = sectionsOf(html);
  }, 120_000);

  afterAll(async () => {
    await engine.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it('1: each recommendation rests on findings that stand in the document', () => {
    const recommendations = (sections.get(15) ?? '').split('class="recommendation"').slice(1);
    expect(recommendations.length).toBeGreaterThanOrEqual(5);
    for (const one of recommendations) {
      const rests = /Rests on ([F\d, ]+)\./.exec(wordsOf(one))?.[1]?.split(', ') ?? [];
      expect(rests.length).toBeGreaterThan(0);
      for (const finding of rests) expect(text(2)).toContain(`${finding}.`);
    }
  });

  it('2: the definition is named with its versions, on the cover and in the terms', () => {
    expect(text(0)).toMatch(/Definition ".+", rules \d{4}-\d{2}; VAWG list \d{4}-\d{2}/);
    expect(text(1)).toMatch(/all victims unless a line says female victims/);
  });

  it('3: harm, rates and changes stand beside counts, each with an interval', () => {
    expect(text(4)).toMatch(/Rank by ONS/);
    expect(text(4)).toMatch(/per 1,000 resident women and girls.*95 % interval/);
    expect(text(4)).toMatch(/Recorded VAWG [\d,]+ [\d,]+ [+-][\d.]+ % \([+-][\d.]+ % to/);
    expect(text(4)).toContain('All recorded incidents, VAWG or not');
    expect(text(4)).toContain('Weirdale (sample)');
  });

  it('4: partners and women are heard, and who was not is named', () => {
    expect(text(7)).toContain('Partner events by source and kind');
    expect(text(8)).toContain('You said, the analysis shows, we will');
    expect(text(8)).toMatch(/nobody is recorded from women in sex industries/);
  });

  it('5: a place that a default position makes hot is marked, and is no first place', () => {
    const doubtful = /Hot, but check first[^:]*: near ([^(]+) \(/.exec(text(2))?.[1] ?? '';
    expect(doubtful).not.toBe('');
    const first = /First places to look at: ([^.]+)\./.exec(text(2))?.[1];
    expect(first).toBeDefined();
    expect(first).not.toContain(doubtful);
    expect(text(3)).toMatch(/police station, hospital or custody suite/);
  });

  it('6: published points are read as context, moved, and no place', () => {
    const words = (number: number): string =>
      JSON.stringify(openData.find((section) => section.number === number)?.blocks);
    expect(words(3)).toContain('moved to the nearest of a fixed list of map points');
    expect(words(12)).toContain('No priority location for VAWG can be named');
  });

  it('7: recorded crime is never said to be all', () => {
    for (const number of [1, 2]) expect(text(number)).toContain('Recorded crime is not prevalence');
    expect(wordsOf(html)).not.toMatch(/(?<!not )prevalence of|VAWG is rising|VAWG has risen/i);
  });

  it('8: no rate by residents in public space', () => {
    expect(text(7)).not.toMatch(/per 1,000/);
    expect(text(12)).not.toMatch(/per 1,000/);
    expect(text(6)).toMatch(/Smoothed/);
  });

  it('9: reports are in no total of incidents', async () => {
    const { figures } = await ask(engine, 'readProfileState', {});
    const { classification } = await ask(engine, 'workspaceSummary', {});
    const count = figures.find(({ id }) => id === 'all.count')?.value;
    expect(count).toBe(classification?.vawg['total']);
    expect(figures.find(({ id }) => id === 'reports.count')?.value).toBe(1_500);
  });

  it('10: the document says when it must be looked at again', async () => {
    const { terms } = await ask(engine, 'readProfileDraft', {});
    expect(Date.parse(terms.reviewOn)).toBeGreaterThan(Date.now());
    expect(text(0)).toMatch(/Review by \d+ [A-Z][a-z]+ 20\d\d/);
  });

  it('11: online and private spaces are as full as public ones, without a map', () => {
    for (const number of [5, 6]) {
      expect(figuresIn(number)).toBeGreaterThanOrEqual(5);
      expect(text(number)).toMatch(/F\d\. /);
      expect(text(number)).not.toMatch(/hot cells/i);
    }
  });

  it('12: nothing that points to a person leaves the workspace', () => {
    const file = readFileSync(join(directory, 'files', 'northmoor-incidents.csv'), 'utf8');
    const { data } = Papa.parse<Record<string, string>>(file, { header: true });
    const identifying = new Set(
      data.flatMap((row) =>
        ['reference', 'victimReference', 'suspectReference', 'address', 'uprn'].flatMap(
          (column) => row[column] ?? [],
        ),
      ),
    );
    identifying.delete('');
    expect(identifying.size).toBeGreaterThan(1_000);
    const words = new Set(wordsOf(html).split(/[ ,;()]/));
    expect([...identifying].filter((one) => words.has(one))).toEqual([]);
    const cells = [...text(8).matchAll(/(?:yes|no) (fewer than 5|[\d,]+) (fewer than 5|[\d,]+) /g)];
    const shown = cells.flatMap((cell) => cell.slice(1, 3)).filter((cell) => /^\d/.test(cell));
    expect(shown.length).toBeGreaterThan(0);
    for (const cell of shown) expect(Number(cell.replaceAll(',', '')) % 5).toBe(0);
  });

  it('each answer of the documentation stands in the document', () => {
    const rows = [
      ...readFileSync(join('docs', 'profile.md'), 'utf8').matchAll(
        /^\| (\d+)\. .+ \| (\d+) \| "(.+)" \|$/gm,
      ),
    ];
    expect(rows.map(([, attack]) => Number(attack))).toEqual(
      [...Array(12).keys()].map((n) => n + 1),
    );
    for (const [, attack, section, words = ''] of rows) {
      const there =
        attack === '6' ? JSON.stringify(openData[Number(section)]?.blocks) : text(Number(section));
      expect(there, `attack ${attack}`).toContain(words);
    }
  });
});
