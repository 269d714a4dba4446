import { expect, it } from 'vitest';
import { standardRule } from '../../../src/domain/disclosure/rule.ts';
import { chosenRule } from '../../../src/engine/profile/edition-choices.ts';
import {
  ask,
  csv,
  emptyWorkspace,
  fileOf,
  importOne,
  newEngine,
  temporaryFolder,
} from '../support.ts';

const partner = { edition: 'partner', recipient: 'Council', agreement: 'ISA-SAMPLE' } as const;
const decision = { by: 'Chief Inspector A', why: 'Small area, agreed by the board' };

it('tells less as the force likes, and more only by a named decision', () => {
  const choices = { leaveOut: [], decision: null };
  expect(chosenRule(standardRule, { ...choices, threshold: null })).toEqual(standardRule);
  expect(chosenRule(standardRule, { ...choices, threshold: 10 }).threshold).toBe(10);
  expect(() => chosenRule(standardRule, { ...choices, threshold: 3 })).toThrow('tells more');
  expect(chosenRule(standardRule, { ...choices, threshold: 3, decision }).threshold).toBe(3);
});

it('an edition says what the force left out and who decided, and so does the log', async () => {
  const engine = newEngine();
  await ask(engine, 'buildSample', {
    directory: temporaryFolder(),
    incidents: 1_000,
    draft: false,
  });
  for (const [more, code] of [
    [{ threshold: 3 }, 'not-permitted'],
    [{ threshold: 3, decision: { by: '', why: 'x' } }, 'bad-request'],
    [{ leaveOut: [{ section: 0 }] }, 'bad-request'],
  ] as const) {
    expect(await engine.call('buildProfile', { ...partner, ...more })).toMatchObject({ code });
  }
  const text = (words: string) =>
    [{ type: 'paragraph', standing: null, content: [{ type: 'text', text: words }] }] as const;
  const write = async (section: number, words: string) =>
    ask(engine, 'saveProfileItem', {
      kind: 'text',
      number: section,
      content: { text: text(words) },
    });
  await write(13, 'Few lights along the towpath.');
  await write(14, 'Written before it was read.');
  await write(7, 'Not marked, so it stays here.');
  await ask(engine, 'markPartnerText', { number: 13, isForPartners: true });
  await ask(engine, 'markPartnerText', { number: 14, isForPartners: true });
  await write(14, 'Changed after it was read.');
  // Findings and recommendations have marks of their own, and none unless somebody gave it.
  for (const at of [1, 2]) {
    await ask(engine, 'saveProfileItem', {
      kind: 'finding',
      number: null,
      content: {
        section: 7,
        standing: 'fact',
        text: text(`Finding ${at} on the towpath.`),
        confidence: 'high',
        why: 'Only the force reads why.',
      },
    });
    await ask(engine, 'saveProfileItem', {
      kind: 'recommendation',
      number: null,
      content: {
        text: `Action ${at} on the towpath.`,
        findings: [1],
        approach: 'prevent',
        owner: 'Inspector',
        partner: 'Council',
        dueOn: '2027-01-01',
        measure: 'Only the force reads the measure.',
        figure: '',
        baseline: '257',
        progress: [],
      },
    });
  }
  await ask(engine, 'markPartnerText', { kind: 'finding', number: 2, isForPartners: true });
  await ask(engine, 'markPartnerText', { kind: 'recommendation', number: 2, isForPartners: true });
  const list = await ask(engine, 'buildActionPage', { page: 'partner-actions' });
  expect(list.html).toMatch(/Action 1 on.*not\u00a0yet.*Action 2 on.*>yes</s);
  const edition = await ask(engine, 'buildProfile', {
    ...partner,
    threshold: 3,
    decision,
    leaveOut: [{ section: 6 }],
    release: true,
  });
  expect(edition.html).toContain('Numbers below 3');
  expect(edition.html).toContain('The force left this section out of this edition.');
  expect(edition.html).toContain('Left out by the force, beyond what the rule removes: section 6.');
  expect(edition.html).toContain('The threshold of 3 was decided by Chief Inspector A');
  expect(edition.html).toContain('Few lights along the towpath.');
  expect(edition.html).not.toMatch(/Changed after it was read|Not marked, so it stays/);
  expect(edition.html).toContain('marked for partners stand in sections 7, 13, 15,');
  expect(edition.html).toMatch(/F2\..*Finding 2 on the towpath.*R2\..*Action 2 on the towpath/s);
  expect(edition.html).not.toMatch(/Finding 1 on|Action 1 on|Only the force reads|257/);
  // Never in a public edition.
  const forAll = await ask(engine, 'buildProfile', { edition: 'public' });
  expect(forAll.html).not.toContain('on the towpath');
  // What can be left out is on offer, also of a section that was.
  expect(edition.sections[6]?.captions).not.toEqual([]);
  const { latest } = await ask(engine, 'readAudit', { verify: true });
  expect(latest[0]).toMatchObject({
    action: 'profile edition disclosed',
    detail: {
      threshold: 3,
      decidedBy: decision.by,
      why: decision.why,
      leftOut: 'section 6',
      wordsOfSections: '7, 13, 15',
    },
  });
}, 300_000);

it('a text that has a reference of the workspace in it is never marked for partners', async () => {
  const { engine, folder } = await emptyWorkspace();
  const extract = csv(
    ['reference', 'offenceTitle', 'recordedOn', 'victimReference', 'suspectReference'],
    ['NM/26/1', 'Stalking', '01/02/2026', 'VIC77', 'SUS88'],
  );
  await importOne(engine, fileOf(folder, 'x.csv', extract));
  // The identifiers of people are not kept: they are found under the renewed key all the same.
  await ask(engine, 'renewPseudonyms', { why: 'Yearly' });
  for (const [words, isRefused] of [
    ['As in NM/26/1.', true],
    ['She (vic77) was followed.', true],
    ['He is SUS88, known before.', true],
    ['As in NM/26/2.', false],
  ] as const) {
    await ask(engine, 'saveProfileItem', {
      kind: 'text',
      number: 13,
      content: {
        text: [{ type: 'paragraph', standing: null, content: [{ type: 'text', text: words }] }],
      },
    });
    const marked = await engine.call('markPartnerText', { number: 13, isForPartners: true });
    expect(marked.ok ? null : marked.code, words).toBe(isRefused ? 'not-permitted' : null);
  }
  const { texts } = await ask(engine, 'listPartnerTexts', {});
  expect(texts).toMatchObject([
    { section: 13, isMarked: true, found: [{ kind: 'reference', words: 'NM/26/2' }] },
  ]);
});
