import { expect, it } from 'vitest';
import { standardRule } from '../../../src/domain/disclosure/rule.ts';
import { chosenRule } from '../../../src/engine/profile/edition-choices.ts';
import { ask, newEngine, temporaryFolder } from '../support.ts';

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
  // What can be left out is on offer, also of a section that was.
  expect(edition.sections[6]?.captions).not.toEqual([]);
  const { latest } = await ask(engine, 'readAudit', { verify: true });
  expect(latest[0]).toMatchObject({
    action: 'profile edition disclosed',
    detail: { threshold: 3, decidedBy: decision.by, why: decision.why, leftOut: 'section 6' },
  });
}, 300_000);
