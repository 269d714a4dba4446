import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { parseCodeList, type VawgCodeList } from '../../../src/domain/vawg/code-list.ts';
import { type LocationTypes, parseLocationTypes } from '../../../src/domain/vawg/location-types.ts';
import type { SourceTable } from '../../../src/domain/vawg/table-problem.ts';

/** Reads one shipped table as the engine does: every cell text, nothing typed. */
export function shippedTable(file: string): SourceTable {
  const text = readFileSync(new URL(`../../../assets/code-lists/${file}`, import.meta.url), 'utf8');
  const parsed = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  if (parsed.errors.length > 0) throw new Error(JSON.stringify(parsed.errors));
  return { file, rows: parsed.data };
}

/** The shipped list, or a failure that names its problems. */
export function shippedCodeList(): VawgCodeList {
  const tables = [shippedTable('vawg-2026-11.csv'), shippedTable('not-vawg-2026-11.csv')];
  const parsed = parseCodeList(tables, '2026-11');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.list;
}

/** The shipped location types, or a failure that names their problems. */
export function shippedLocationTypes(): LocationTypes {
  const parsed = parseLocationTypes(shippedTable('location-types-2026-11.csv'), '2026-11');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.types;
}
