import type { LinkedCounts } from '../../src/domain/disclosure/linked-counts.ts';
import type { GatedLayer, LayerRelease } from '../../src/domain/disclosure/release.ts';
import type { DisclosureRule } from '../../src/domain/disclosure/rule.ts';
import type { EarlierReleases, GatedRelease } from '../../src/domain/figures/editions/gate.ts';

/** What an edition declared, what it was held against, and what came through. */
export interface GatedEdition {
  readonly declared: LinkedCounts;
  readonly rule: DisclosureRule;
  readonly earlier: EarlierReleases;
  readonly gated: GatedRelease;
}

/** The same of a layer. */
export interface GatedShare {
  readonly release: LayerRelease;
  readonly rule: DisclosureRule;
  readonly gated: GatedLayer;
}

/** What went through the two gates since the test began, in order. */
export const captured = {
  editions: [] as GatedEdition[],
  shares: [] as GatedShare[],
};
