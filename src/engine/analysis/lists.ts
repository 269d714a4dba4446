import Papa from 'papaparse';
import type { HarmWeightList } from '../../domain/harm/weight-list.ts';
import { type OutcomeCodeList, parseOutcomeCodes } from '../../domain/justice/outcome-codes.ts';
import {
  parseRiskIndicators,
  type RiskIndicatorList,
} from '../../domain/people/risk-indicators.ts';
import { parseCodeList, type VawgCodeList } from '../../domain/vawg/code-list.ts';
import {
  type LocationLookup,
  locationLookup,
  parseLocationTypes,
} from '../../domain/vawg/location-types.ts';
import { type OffenceLookup, offenceLookup } from '../../domain/vawg/offence-lookup.ts';
import { parsePlatforms, platformFinder } from '../../domain/vawg/platform-hints.ts';
import { type RuleSet, ruleFormat } from '../../domain/vawg/rule-set.ts';
import type { SourceTable, TableProblem } from '../../domain/vawg/table-problem.ts';
import { readAsset } from '../assets.ts';
import type { Reader } from '../workspace/database.ts';
import { keptContent, versionInForce } from '../workspace/kept-lists.ts';
import { shippedListVersion } from '../workspace/shipped-version.ts';
import { harmLists } from './harm-lists.ts';

/** The lists and rules in force, ready for a run over all records. */
export interface Lists {
  readonly codeList: VawgCodeList;
  readonly rules: RuleSet;
  readonly findOffence: OffenceLookup;
  readonly findLocation: LocationLookup;
  readonly severity: HarmWeightList | null;
  readonly cambridge: HarmWeightList | null;
}

/** Reads what is in force in a workspace. A damaged shipped list is a broken installation, so it throws. */
export function loadLists(reader: Reader): Lists {
  const codeList = codeListInForce(reader);
  const locations = parseLocationTypes(
    assetTable('code-lists', `location-types-${shippedListVersion}.csv`),
    shippedListVersion,
  );
  if (!locations.ok) throw brokenList(locations.problems);
  return {
    codeList,
    rules: rulesInForce(reader),
    findOffence: offenceLookup(codeList),
    findLocation: locationLookup(locations.types),
    ...harmLists(reader),
  };
}

/** The platform that a free text names, by the shipped dictionary: a suggestion. */
export function loadPlatformFinder(): (text: string) => string | null {
  const platforms = parsePlatforms(assetTable('code-lists', `platforms-${shippedListVersion}.csv`));
  if (!platforms.ok) throw brokenList(platforms.problems);
  return platformFinder(platforms.dictionary);
}

/** The shipped words and codes that tell a high risk. */
export function loadRiskIndicators(): RiskIndicatorList {
  const parsed = parseRiskIndicators(
    assetTable('lists', `risk-indicators-${shippedListVersion}.csv`),
    shippedListVersion,
  );
  if (!parsed.ok) throw brokenList(parsed.problems);
  return parsed.list;
}

/** The shipped outcome codes and the labels they go by. */
export function loadOutcomeCodes(): OutcomeCodeList {
  const parsed = parseOutcomeCodes(
    assetTable('lists', `outcome-codes-${shippedListVersion}.csv`),
    shippedListVersion,
  );
  if (!parsed.ok) throw brokenList(parsed.problems);
  return parsed.list;
}

/** The VAWG list that came with the app. */
export function shippedCodeList(): VawgCodeList {
  const parsed = parseCodeList(
    [
      assetTable('code-lists', `vawg-${shippedListVersion}.csv`),
      assetTable('code-lists', `not-vawg-${shippedListVersion}.csv`),
    ],
    shippedListVersion,
  );
  if (!parsed.ok) throw brokenList(parsed.problems);
  return parsed.list;
}

/** The rules that came with the app. */
export function shippedRules(): RuleSet {
  const rules = JSON.parse(
    readAsset('rules', `rules-${shippedListVersion}.json`).toString('utf8'),
  ) as RuleSet;
  return { ...rules, version: shippedListVersion };
}

/** The VAWG list in force; the one that came with the app unless the force keeps its own. */
export function codeListInForce(reader: Reader): VawgCodeList {
  const version = versionInForce(reader, 'code-list');
  const content = version === null ? null : keptContent(reader, 'code-list', version);
  if (version === null || content === null) return shippedCodeList();
  const rows = JSON.parse(content) as Readonly<Record<string, string>>[];
  const parsed = parseCodeList([{ file: `VAWG list ${version}`, rows }], version);
  if (!parsed.ok) throw brokenList(parsed.problems);
  return parsed.list;
}

/** The rules in force; those that came with the app unless the force keeps its own. */
export function rulesInForce(reader: Reader): RuleSet {
  const version = versionInForce(reader, 'rules');
  const content = version === null ? null : keptContent(reader, 'rules', version);
  if (version === null || content === null) return shippedRules();
  const rules = JSON.parse(content) as RuleSet;
  if (rules.format > ruleFormat) throw new Error(`rules ${version} are of a newer form`);
  return rules;
}

/** A shipped CSV as a table. */
export function assetTable(folder: string, file: string): SourceTable {
  const text = readAsset(folder, file).toString('utf8');
  const parsed = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  return { file, rows: parsed.data };
}

function brokenList(problems: readonly TableProblem[]): Error {
  const said = problems.map(
    (problem) => `${problem.file} line ${problem.line}: ${problem.message}`,
  );
  return new Error(`a list is damaged: ${said.join('; ')}`);
}
