import type { CodeListEntry } from '../vawg/code-list.ts';
import { classNumberOf, normaliseOffenceCode, type OffenceCode } from '../vawg/offence-code.ts';
import type { HarmWeightList } from './weight-list.ts';

/**
 * Home Office codes that no class stands for on a harm list: only a weight of the code itself counts. Non-fatal
 * strangulation is an offence since June 2022; the weight of the class it is now recorded under was worked out
 * without it.
 */
export const unweightedCodes: ReadonlySet<string> = new Set(['008/77']);

/** Weights of one class that a file gives to different numbers of figures are one weight. */
const rounding = 1e-9;

/**
 * The weight of an offence on a list, in the list's unit; null is "unweighted", which is never 0. The first
 * that the list knows decides:
 *
 * 1. the record's own code, where it is a Home Office or CJS code;
 * 2. the Home Office code, then the CJS codes, of the entry the record matched. Not where the record matched by
 *    its class only: the entry is then the first of its class, and class 20A holds offences of 19 and 730 days
 *    on the Cambridge index;
 * 3. the class: the record's own, else the entry's;
 * 4. the class number of the record's Home Office code (`021/99` is class 21), where the list has that number
 *    as a whole class and the record matched no row of its own in the VAWG list. A row of its own with no class
 *    says that no class is known to cover the offence.
 *
 * A class that the list has only in parts (34A, 34B) is weighted where all its parts weigh the same.
 *
 * Codes in unweightedCodes stop after step 2.
 *
 * @param code the offence code as written on the record; null where there is none.
 * @param entry the row of the VAWG list that the record matched, if any.
 */
export function weighOffence(
  list: HarmWeightList,
  code: string | null,
  entry: CodeListEntry | undefined,
): number | null {
  const own = code === null ? undefined : normaliseOffenceCode(code);
  const weight = ownWeight(list, own) ?? entryWeight(list, own, entry);
  if (weight !== undefined) return weight;
  if (own !== undefined && unweightedCodes.has(own.code)) return null;
  if (isOwnRow(own, entry) && unweightedCodes.has(entry?.homeOfficeCode ?? '')) return null;
  return classWeight(list, own, entry) ?? null;
}

function ownWeight(list: HarmWeightList, own: OffenceCode | undefined): number | undefined {
  if (own?.kind === 'home-office') return list.byHomeOfficeCode.get(own.code);
  return own?.kind === 'cjs' ? list.byCjsCode.get(own.code) : undefined;
}

function entryWeight(
  list: HarmWeightList,
  own: OffenceCode | undefined,
  entry: CodeListEntry | undefined,
): number | undefined {
  if (entry === undefined || !isOwnRow(own, entry)) return undefined;
  const byCode =
    entry.homeOfficeCode === null ? undefined : list.byHomeOfficeCode.get(entry.homeOfficeCode);
  if (byCode !== undefined) return byCode;
  const known = new Set(entry.cjsCodes.flatMap((cjsCode) => list.byCjsCode.get(cjsCode) ?? []));
  // Two CJS codes of different weights on one row do not say which of them the record is.
  return known.size === 1 ? [...known][0] : undefined;
}

function classWeight(
  list: HarmWeightList,
  own: OffenceCode | undefined,
  entry: CodeListEntry | undefined,
): number | undefined {
  const ownClass = own?.kind === 'class' ? list.byClass.get(own.code) : undefined;
  if (ownClass !== undefined) return ownClass;
  const entryClass = entry?.offenceClass ?? null;
  if (entryClass !== null) return list.byClass.get(entryClass) ?? weightOfParts(list, entryClass);
  if (own === undefined || isOwnRow(own, entry)) return undefined;
  const classNumber = classNumberOf(own);
  if (classNumber === undefined) return undefined;
  return weightOfParts(list, classNumber);
}

/**
 * The weight of a class number: its own where the list does not divide it; of a class in parts (34A and 34B for 34) the
 * one weight that it and all its parts have. A single part of a class that is not listed itself says nothing.
 */
function weightOfParts(list: HarmWeightList, classNumber: string): number | undefined {
  const own = list.byClass.get(classNumber);
  const all = [...(own === undefined ? [] : [own]), ...partsOfClass(list, classNumber)];
  const [first] = all;
  if (first === undefined || (own === undefined && all.length === 1)) return undefined;
  return all.every((other) => Math.abs(other - first) <= rounding * first) ? first : undefined;
}

/**
 * True when the entry is the record's own row and not merely the first row of its class: found by its code, by
 * a CJS code or by its title.
 */
function isOwnRow(own: OffenceCode | undefined, entry: CodeListEntry | undefined): boolean {
  if (entry === undefined) return false;
  if (own === undefined || own.kind === 'cjs') return true;
  if (own.kind === 'class') return own.code !== entry.offenceClass;
  return own.code === entry.homeOfficeCode || classNumberOf(own) !== entry.offenceClass;
}

/** Weights of the classes into which a list divides a class number by letters or points (8L, 8N). */
function partsOfClass(list: HarmWeightList, classNumber: string): number[] {
  const parts: number[] = [];
  for (const [offenceClass, weight] of list.byClass) {
    if (offenceClass === classNumber || !offenceClass.startsWith(classNumber)) continue;
    if (!/^\d/.test(offenceClass.slice(classNumber.length))) parts.push(weight);
  }
  return parts;
}
