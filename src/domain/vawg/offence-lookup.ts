import { boundedCache } from './bounded-cache.ts';
import type { CodeListEntry, VawgCodeList } from './code-list.ts';
import { classNumberOf, normaliseOffenceCode } from './offence-code.ts';
import { offenceTitleKeys } from './offence-title.ts';

/** What a row of the list was found by. `home-office-class`: by the class number the code begins with. */
export type MatchedBy = 'home-office-code' | 'cjs-code' | 'class' | 'home-office-class' | 'title';

export interface OffenceMatch {
  readonly entry: CodeListEntry;
  readonly matchedBy: MatchedBy;
}

/** Finds the row of an offence from what the record says; undefined when nothing in the list matches. */
export type OffenceLookup = (code: string | null, title: string | null) => OffenceMatch | undefined;

/**
 * Looks up the code, then the title. A code decides over a title because titles are ambiguous ("Harassment" is
 * 195/94 in one list and 125/12 in another). A Home Office code without a row of its own is answered by the
 * class that its number names, after the title has been tried: `021/99` is class 21. That holds only where the
 * class is a plain number: `019/..` says nothing, because 19C and 19F differ.
 */
export function lookUpOffence(
  list: VawgCodeList,
  code: string | null,
  title: string | null,
): OffenceMatch | undefined {
  const read = code === null ? undefined : normaliseOffenceCode(code);
  if (read) {
    const entry = indexOf(list, read.kind).get(read.code);
    if (entry) return { entry, matchedBy: matchedByOf[read.kind] };
  }
  for (const key of title === null ? [] : offenceTitleKeys(title)) {
    const entry = list.byTitle.get(key);
    if (entry) return { entry, matchedBy: 'title' };
  }
  const classNumber = read && classNumberOf(read);
  const entry = classNumber === undefined ? undefined : list.byClass.get(classNumber);
  return entry && { entry, matchedBy: 'home-office-class' };
}

/** The same, remembering the answer for each pair of code and title: use one for a whole run. */
export function offenceLookup(list: VawgCodeList): OffenceLookup {
  const remember = boundedCache<OffenceMatch | undefined>();
  return (code, title) =>
    // The length keeps two pairs that run together alike apart.
    remember(`${code?.length ?? 0}:${code ?? ''}${title ?? ''}`, () =>
      lookUpOffence(list, code, title),
    );
}

const matchedByOf = { 'home-office': 'home-office-code', cjs: 'cjs-code', class: 'class' } as const;

function indexOf(list: VawgCodeList, kind: keyof typeof matchedByOf) {
  if (kind === 'home-office') return list.byHomeOfficeCode;
  return kind === 'cjs' ? list.byCjsCode : list.byClass;
}
