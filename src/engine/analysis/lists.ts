import Papa from 'papaparse';
import { parseCodeList } from '../../domain/vawg/code-list.ts';
import {
  type LocationLookup,
  locationLookup,
  parseLocationTypes,
} from '../../domain/vawg/location-types.ts';
import { type OffenceLookup, offenceLookup } from '../../domain/vawg/offence-lookup.ts';
import type { SourceTable, TableProblem } from '../../domain/vawg/table-problem.ts';
import { readAsset } from '../assets.ts';

/** The edition of the shipped lists. */
export const listVersion = '2026-11';

/** The lists in force, ready for a run over all records. */
export interface Lists {
  readonly version: string;
  readonly findOffence: OffenceLookup;
  readonly findLocation: LocationLookup;
}

/** Reads the shipped VAWG list and location types. A damaged list is a broken installation, so it throws. */
export function loadLists(): Lists {
  const offences = parseCodeList(
    [table(`vawg-${listVersion}.csv`), table(`not-vawg-${listVersion}.csv`)],
    listVersion,
  );
  if (!offences.ok) throw brokenList(offences.problems);
  const locations = parseLocationTypes(table(`location-types-${listVersion}.csv`), listVersion);
  if (!locations.ok) throw brokenList(locations.problems);
  return {
    version: listVersion,
    findOffence: offenceLookup(offences.list),
    findLocation: locationLookup(locations.types),
  };
}

function table(file: string): SourceTable {
  const text = readAsset('code-lists', file).toString('utf8');
  const parsed = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  return { file, rows: parsed.data };
}

function brokenList(problems: readonly TableProblem[]): Error {
  const said = problems.map(
    (problem) => `${problem.file} line ${problem.line}: ${problem.message}`,
  );
  return new Error(`a shipped list is damaged: ${said.join('; ')}`);
}
