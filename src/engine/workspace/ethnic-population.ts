import {
  type EthnicPopulation,
  noEthnicPopulation,
} from '../../domain/equality/ethnic-population.ts';
import { selfDefinedEthnicity } from '../../domain/equality/ethnicity.ts';
import type { Area } from '../../domain/evidence/other-evidence.ts';
import type { Reader } from './database.ts';

interface Row {
  readonly area: string;
  readonly ethnicity: string;
  readonly sex: string | null;
  readonly people: number;
}

/**
 * Residents of the given areas by census group; null where no population by ethnicity was imported. Tables come broken
 * down in several ways: of each area only the coarsest that has ethnicity is summed, so that nobody is counted twice.
 */
export function ethnicPopulation(reader: Reader, areas: readonly Area[]): EthnicPopulation | null {
  const rows = reader.database
    .prepare<[], Row>(
      `WITH part AS (
         SELECT area_code, ethnicity, sex, people,
           2 * (age_band IS NOT NULL) + (disability IS NOT NULL) AS kind
         FROM population WHERE ethnicity IS NOT NULL),
       ranked AS (
         SELECT *, min(kind) OVER (PARTITION BY area_code) AS coarsest,
           max(sex IS NOT NULL) OVER (PARTITION BY area_code, kind) AS has_sex
         FROM part)
       SELECT area_code AS area, ethnicity, sex, sum(people) AS people FROM ranked
       WHERE kind = coarsest AND (sex IS NOT NULL) = has_sex GROUP BY area_code, ethnicity, sex`,
    )
    .all();
  const asked = new Set(areas.map(({ code }) => code));
  const made = noEthnicPopulation();
  let isAny = false;
  for (const { area, ethnicity, sex, people } of rows) {
    const read = selfDefinedEthnicity(ethnicity);
    if (!asked.has(area) || read.kind !== 'stated') continue;
    isAny = true;
    made[read.group].all += people;
    if (sex === 'female') made[read.group].female += people;
  }
  return isAny ? made : null;
}
