import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import {
  type OutcomeCodeList,
  parseOutcomeCodes,
} from '../../../src/domain/justice/outcome-codes.ts';

const file = 'outcome-codes-2026-11.csv';

/** The shipped list of outcomes. */
export function shippedOutcomes(): OutcomeCodeList {
  const text = readFileSync(new URL(`../../../assets/lists/${file}`, import.meta.url), 'utf8');
  const { data, errors } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
  });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const parsed = parseOutcomeCodes({ file, rows: data }, '2026-11');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.list;
}
