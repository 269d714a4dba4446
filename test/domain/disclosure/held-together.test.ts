import { expect, it } from 'vitest';
import type { CountCell, LinkedCounts } from '../../../src/domain/disclosure/linked-counts.ts';
import type { DisclosureRule } from '../../../src/domain/disclosure/rule.ts';
import { passGate } from '../../../src/domain/figures/editions/gate.ts';
import { heldTogether, tieToEarlier } from '../../../src/domain/figures/editions/ledger.ts';

const partnerRule: DisclosureRule = { threshold: 5, roundTo: 5 };
const publicRule: DisclosureRule = { threshold: 10, roundTo: 5 };
const nothing = { held: null, narrower: null };

const tableOf = (counts: Readonly<Record<string, number>>): LinkedCounts => ({
  cells: Object.entries(counts).map(
    ([id, count]): CountCell => ({ id, count, fromOne: null, standing: 'open' }),
  ),
  sums: [],
});

// A partner edition, a public one that has no suspects and a stricter rule, and then a partner edition again.
const toPartner = passGate(tableOf({ all: 40, small: 7, suspects: 20 }), partnerRule, nothing);
const toPublic = passGate(tableOf({ all: 40, small: 7 }), publicRule, {
  ...nothing,
  narrower: toPartner.kept,
});

it('knows what only the older edition told, under the rule that it went out under', () => {
  const held = heldTogether(toPublic.kept, toPartner.kept);
  const next = tableOf({ all: 40, small: 7, suspects: 21 });
  const { release, again, changes } = tieToEarlier(next, held, partnerRule);
  expect(toPublic.values.get('small')).toBeNull();
  expect([...again]).toEqual([
    ['all', 40],
    ['small', 5],
    ['suspects', 20],
  ]);
  expect(changes).toContain('since:suspects');
  const standing = new Map(release.cells.map((cell) => [cell.id, cell.standing]));
  expect(standing.get('before:small')).toEqual({ least: 5, most: 7 });
  expect(standing.get('before:suspects')).toEqual({ least: 18, most: 22 });
  // Held against the public edition alone, as if partners forgot theirs, no change of it is looked at.
  expect(tieToEarlier(next, toPublic.kept, partnerRule).changes).not.toContain('since:suspects');
});

it('does not lay a number of the older edition into another moment', () => {
  const later = passGate(tableOf({ all: 40, small: 8 }), publicRule, nothing);
  const held = heldTogether(later.kept, toPartner.kept);
  expect(held.cells.find(({ id }) => id === 'small')).toMatchObject({ count: 8, value: null });
});
