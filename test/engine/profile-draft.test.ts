import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RichText } from '../../src/domain/profile/rich-text.ts';
import { Engine } from '../../src/engine/engine.ts';
import { ask } from './support.ts';

const paragraph = (
  ...content: RichText[number] extends infer Block
    ? Block extends { type: 'paragraph'; content: infer Content }
      ? Content extends readonly (infer Part)[]
        ? Part[]
        : never
      : never
    : never
): RichText => [{ type: 'paragraph', standing: 'fact', content }];

const blankTerms = {
  title: '',
  author: 'A. Analyst',
  commissioner: 'C. Commissioner',
  aim: '',
  questions: [],
  inScope: '',
  outOfScope: '',
  handling: '',
  distribution: [],
  reviewOn: '2099-01-31',
  policeAndCrimePlan: '',
  seriousViolenceDuty: '',
  equalityAssessment: '',
};

const recommendation = (findings: number[]) => ({
  text: 'Walk the route with the council.',
  findings,
  approach: 'prevent' as const,
  owner: 'Neighbourhood inspector',
  partner: 'Council',
  dueOn: '2027-03-31',
  measure: 'Reports of feeling unsafe',
  figure: 'reports.count',
  baseline: '10',
  progress: [],
});

describe('the draft of a profile', () => {
  // One workspace for all: the steps below are one story.
  const engine = new Engine();
  const directory = mkdtempSync(join(tmpdir(), 'action-ten-test-'));
  let workspace = '';
  let accepted = '';

  const sign = async () => {
    const { draft } = await ask(engine, 'readProfileDraft', {});
    for (const as of ['peer reviewer', 'commissioner'] as const) {
      const content = { as, name: 'Somebody', on: '2026-11-20', note: '', draft };
      await ask(engine, 'saveProfileItem', { kind: 'sign-off', number: null, content });
    }
  };

  beforeAll(async () => {
    ({ workspace } = await ask(engine, 'buildSample', {
      directory,
      incidents: 3_000,
      draft: false,
    }));
  }, 60_000);

  afterAll(async () => {
    await engine.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it('gives live figures, evidence and sentences on offer, with nothing written yet', async () => {
    const state = await ask(engine, 'readProfileState', {});
    expect(state.sections.map(({ number }) => number)).toEqual([...Array(18).keys()]);
    expect(state.stale).toEqual([]);
    const count = state.figures.find(({ id }) => id === 'public.count');
    expect(count?.value).toBeGreaterThan(100);
    accepted = count?.text ?? '';
    const section = await ask(engine, 'readProfileSection', { section: 7 });
    expect(section.evidence.length).toBeGreaterThan(3);
    expect(section.prompt).toMatch(/Where/);
    expect(section.drafts.length).toBeGreaterThan(0);
    expect(section.html).toContain('<svg');
    expect(new Set(state.figures.map(({ id }) => id)).size).toBe(state.figures.length);
  });

  it('puts words, findings and recommendations into the document, escaped', async () => {
    const figure = { type: 'figure', figure: 'public.count', accepted, keptAgainst: '' } as const;
    const text = paragraph({ type: 'text', text: '<b>Police</b> recorded ' }, figure, {
      type: 'text',
      text: ' incidents.',
    });
    await ask(engine, 'saveProfileItem', { kind: 'text', number: 7, content: { text } });
    const made = await ask(engine, 'saveProfileItem', {
      kind: 'finding',
      number: null,
      content: { section: 7, standing: 'fact', text, confidence: 'high', why: 'coded fields' },
    });
    expect(made.number).toBe(1);
    await ask(engine, 'saveProfileItem', {
      kind: 'recommendation',
      number: null,
      content: recommendation([1]),
    });
    // The baseline is not what the evidence says: marked like a figure in a sentence, and taken by the analyst.
    const [baseline, ...others] = (await ask(engine, 'readProfileState', {})).stale;
    expect(others).toEqual([]);
    if (baseline === undefined) throw new Error('the baseline is not stale');
    const { place, figure: measured, accepted: stood, current } = baseline;
    expect([place.kind, stood]).toEqual(['recommendation', '10']);
    const settled = {
      place,
      figure: measured,
      accepted: stood,
      current,
      decision: 'accept' as const,
    };
    await ask(engine, 'settleFigure', settled);
    const { html, stale } = await ask(engine, 'buildProfile', {});
    expect(html).toContain('&lt;b&gt;Police&lt;/b&gt;');
    expect(html).not.toContain('<b>Police');
    expect(html).toContain('Rests on F1.');
    expect(stale).toEqual([]);
  });

  it('refuses what is no rich text, and keeps nothing of it', async () => {
    const content = { text: [{ type: 'script', content: [] }] } as unknown as { text: RichText };
    const refused = await engine.call('saveProfileItem', { kind: 'text', number: 5, content });
    expect(refused).toMatchObject({ ok: false, code: 'bad-request' });
    expect((await ask(engine, 'readProfileSection', { section: 5 })).text).toEqual([]);
  });

  it('takes changes back one by one', async () => {
    const text = paragraph({ type: 'text', text: 'A second thought.' });
    await ask(engine, 'saveProfileItem', { kind: 'text', number: 7, content: { text } });
    expect(await ask(engine, 'undoProfileEdit', {})).toEqual({
      what: 'changing the text of section 7',
    });
    const { text: back } = await ask(engine, 'readProfileSection', { section: 7 });
    expect(JSON.stringify(back)).toContain('recorded ');
  });

  it('names every reason why it cannot be published', async () => {
    const bare = await ask(engine, 'saveProfileItem', {
      kind: 'recommendation',
      number: null,
      content: recommendation([99]),
    });
    const refused = await engine.call('publishProfile', { version: '2026-11' });
    expect(refused).toMatchObject({ ok: false, code: 'not-permitted' });
    expect(JSON.stringify(refused)).toMatch(
      /R2 rests on no finding.*peer reviewer.*commissioner.*review date/,
    );
    await ask(engine, 'removeProfileItem', { kind: 'recommendation', number: bare.number });
    await ask(engine, 'saveProfileItem', { kind: 'terms', number: null, content: blankTerms });
  });

  it('is published once it is signed, and a change after a signature makes it stale', async () => {
    await sign();
    const text = paragraph({ type: 'text', text: 'Changed after it was signed.' });
    await ask(engine, 'saveProfileItem', { kind: 'text', number: 14, content: { text } });
    const refused = await engine.call('publishProfile', { version: '2026-11' });
    expect(JSON.stringify(refused)).toMatch(/changed after the peer reviewer signed/);
    await sign();
    const published = await ask(engine, 'publishProfile', { version: '2026-11' });
    expect(published.hash).toHaveLength(64);
    expect(await engine.call('publishProfile', { version: '2026-11' })).toMatchObject({
      ok: false,
    });
    const { html } = await ask(engine, 'readProfileVersion', { version: '2026-11' });
    expect(html).toContain('Changed after it was signed.');
    expect((await ask(engine, 'readProfileDraft', {})).signOffs).toEqual([]);
  });

  it('marks stale what new data changes, and settles it one by one', async () => {
    const { batches } = await ask(engine, 'listBatches', {});
    const last = batches.find(({ kind }) => kind === 'incidents');
    await ask(engine, 'undoBatch', { batch: last?.batch ?? 0 });
    const { stale } = await ask(engine, 'readProfileState', {});
    expect(stale.map(({ place }) => place.kind).toSorted()).toEqual(['finding', 'text']);
    // A printed draft says so itself, before the first of them is read.
    const printed = await ask(engine, 'buildProfile', {});
    expect(printed.html).toMatch(/class="warning">\w+ figures? in the words and baselines of this/);
    expect(printed.html).toContain(`: ${stale[0]?.accepted} is now ${stale[0]?.current}`);
    const [first, second] = stale;
    if (first === undefined || second === undefined) throw new Error('nothing is stale');
    expect(first).toMatchObject({ figure: 'public.count', accepted, current: '0' });
    const { place, figure, current } = first;
    await ask(engine, 'settleFigure', { place, figure, accepted, current, decision: 'accept' });
    await ask(engine, 'settleFigure', { ...second, decision: 'keep' });
    expect((await ask(engine, 'readProfileState', {})).stale).toEqual([]);
    const { html } = await ask(engine, 'readProfileVersion', { version: '2026-11' });
    expect(html).toContain(accepted);
    const change = await ask(engine, 'compareProfileVersions', {
      first: '2026-11',
      second: 'draft',
    });
    expect(change.faded.length).toBeGreaterThan(0);
    const next = await ask(engine, 'buildProfile', {});
    expect(next.sections.at(-1)?.title).toBe('What changed since version 2026-11');
    expect(next.html).toMatch(/Since version 2026-11: \d+ figures changed/);
    expect(change.figures.some(({ label }) => label.startsWith('VAWG in public spaces'))).toBe(
      true,
    );
  });

  it('logs that a figure was copied, by its number and nothing of what it says', async () => {
    await ask(engine, 'recordFigureCopied', { section: 7, figure: 'Table 12' });
    const { latest } = await ask(engine, 'readAudit', {});
    expect(latest[0]).toMatchObject({
      action: 'figure copied',
      detail: { section: 7, figure: 'Table 12' },
    });
    for (const figure of ['Table 12. Near Club Filament', '', 'Figure x']) {
      const refused = await engine.call('recordFigureCopied', { section: 7, figure });
      expect(refused).toMatchObject({ ok: false, code: 'bad-request' });
    }
  });

  it('says what the profile lacks', async () => {
    const { checklists } = await ask(engine, 'checkProfile', {});
    expect(checklists.map(({ edition }) => edition)).toEqual(['2021', '2026-11']);
    const online = checklists[0]?.results.find(({ id }) => id === 'online');
    expect(online).toMatchObject({ state: 'missing' });
  });

  it('finds a published version that was changed afterwards', async () => {
    await engine.stop();
    const database = new Database(workspace);
    database.prepare("UPDATE profile_version SET facts = replace(facts, '2026', '2027')").run();
    database.close();
    await ask(engine, 'openWorkspace', { path: workspace });
    const read = await engine.call('readProfileVersion', { version: '2026-11' });
    expect(read).toMatchObject({ ok: false, code: 'corrupt' });
  });
});
