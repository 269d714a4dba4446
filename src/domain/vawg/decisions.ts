import type { Tier } from './rule-set.ts';

/** Tiers that an analyst can give a record. */
export const decidedTiers = ['core', 'flagged', 'outside'] as const satisfies readonly Tier[];

/** The place that an analyst decided on; `subtype` '' for a set-aside or unclassified one. */
export interface DecidedSpace {
  readonly space: 'private' | 'public' | 'set-aside' | 'unclassified';
  readonly subtype: string;
}

/** What an analyst decided of a record in place of the rules; a question left out stays with the rules. */
export interface Decision {
  readonly vawg?: (typeof decidedTiers)[number];
  readonly online?: boolean;
  readonly space?: DecidedSpace;
}
