import { Fragment, type ReactNode } from 'react';
import { type EnglishText, pieces, type WordKey } from './t.ts';
import type { ValuesOf } from './translate.ts';

/**
 * Says a text whose values may be anything React draws, so that a sentence with a button or a bold word in it stays one
 * text of the catalogue: `tRich('draft.kept', { name: <b>{name}</b>, count: 3 })`.
 */
export function tRich<Key extends WordKey>(
  key: Key,
  values: ValuesOf<EnglishText<Key>, ReactNode>,
): ReactNode {
  return pieces<ReactNode, Key>(key, values).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text keep their places
    <Fragment key={index}>{piece}</Fragment>
  ));
}
