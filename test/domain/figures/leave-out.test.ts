import { expect, it } from 'vitest';
import type { Section } from '../../../src/domain/figures/blocks.ts';
import { captionsOf, leaveOut } from '../../../src/domain/figures/leave-out.ts';

const section = (number: number, blocks: Section['blocks']): Section => ({
  number,
  title: `Section ${number}`,
  state: 'figures',
  blocks,
});
const table = (caption: string) =>
  ({ kind: 'table', caption, columns: [{ title: 'A' }], rows: [['SECRET']] }) as const;
const sections = [
  section(0, [table('Control')]),
  section(2, [{ kind: 'list', items: ['About all', 'Private rose', 'Public fell'] }]),
  section(6, [table('Private by area'), { kind: 'finding', text: 'Private rose', basis: 'n' }]),
  section(7, [table('By hour'), table('By area')]),
];

it('takes a whole section out, with its findings in the summary, and says so', () => {
  const made = leaveOut(sections, [{ section: 6, caption: null }]);
  expect(made[2]?.blocks).toEqual([
    { kind: 'paragraph', text: 'The force left this section out of this edition.' },
  ]);
  expect(made[1]?.blocks).toEqual([{ kind: 'list', items: ['About all', 'Public fell'] }]);
  expect(made[3]).toEqual(sections[3]);
});

it('takes one figure out by its caption, and leaves the others as they were', () => {
  const made = leaveOut(sections, [{ section: 7, caption: 'By hour' }]);
  expect(made[3]?.blocks).toEqual([
    { kind: 'paragraph', text: 'Left out of this edition by the force: By hour' },
    table('By area'),
  ]);
  expect(captionsOf(sections[3] ?? section(0, []))).toEqual(['By hour', 'By area']);
});

it('refuses the cover and parts that are not there: nothing may be thought left out that is not', () => {
  for (const part of [
    { section: 0, caption: null },
    { section: 9, caption: null },
    { section: 7, caption: 'By month' },
  ]) {
    expect(() => leaveOut(sections, [part])).toThrow(RangeError);
  }
});
