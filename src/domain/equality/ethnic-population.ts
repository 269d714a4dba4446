import { type EthnicGroup, ethnicGroups } from './ethnicity.ts';

/** Residents by census group: everybody, and women and girls (0 where the table has no sex). */
export type EthnicPopulation = Readonly<Record<EthnicGroup, { all: number; female: number }>>;

/** Nobody in any group, to be added to. */
export function noEthnicPopulation(): EthnicPopulation {
  return Object.fromEntries(
    ethnicGroups.map((group) => [group, { all: 0, female: 0 }]),
  ) as EthnicPopulation;
}
