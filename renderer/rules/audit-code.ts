import type { CallInput } from '../../src/contract/calls.ts';

type WholeCode = Pick<CallInput<'codeAuditRecord'>, 'vawg' | 'online' | 'space'>;
/** What a coder has said of a record so far; null where not yet. */
export type RecordCode = { readonly [Name in keyof WholeCode]: WholeCode[Name] | null };

export const blankCode: RecordCode = { vawg: null, online: null, space: null };

export const codedSpaces = ['private', 'public', 'unclassified', 'set-aside'] as const;

/** Whether every question is answered. */
export function isWhole(code: RecordCode): code is WholeCode {
  return code.vawg !== null && code.online !== null && code.space !== null;
}

/**
 * The code after a key: Y and N answer the first yes-or-no question that is open, 1 to 4 the space, Backspace opens
 * the last answered one. The same value when the key says nothing.
 */
export function codeByKey(code: RecordCode, key: string): RecordCode {
  if (key === 'Backspace') {
    if (code.space !== null) return { ...code, space: null };
    if (code.online !== null) return { ...code, online: null };
    return code.vawg === null ? code : { ...code, vawg: null };
  }
  const space = codedSpaces[Number(key) - 1];
  if (space !== undefined) return { ...code, space };
  const answer = { y: true, n: false }[key.toLowerCase()];
  if (answer === undefined) return code;
  if (code.vawg === null) return { ...code, vawg: answer };
  return code.online === null ? { ...code, online: answer } : code;
}
