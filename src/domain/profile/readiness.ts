import { type ProfileItems, signOffRoles } from './document.ts';
import { isBlank } from './rich-text.ts';
import type { StaleFigure } from './stale.ts';

/** Why a draft cannot be published yet, each with what to do about it; empty when it can. */
export function obstacles(
  items: ProfileItems,
  stale: readonly StaleFigure[],
  draft: string,
): { readonly what: string; readonly remedy: string }[] {
  const found: { what: string; remedy: string }[] = [];
  const add = (what: string, remedy: string): void => {
    found.push({ what, remedy });
  };
  for (const [number, { findings, text }] of items.recommendations) {
    const known = findings.filter((finding) => items.findings.has(finding));
    if (known.length === 0) {
      add(
        `Recommendation R${number} rests on no finding.`,
        'Link it to the finding that it follows from, or remove it.',
      );
    }
    if (text.trim() === '')
      add(`Recommendation R${number} says nothing.`, 'Write it, or remove it.');
  }
  for (const [number, { text }] of items.findings) {
    if (isBlank(text)) add(`Finding F${number} says nothing.`, 'Write it, or remove it.');
  }
  if (stale.length > 0) {
    const isOne = stale.length === 1;
    add(
      `${isOne ? '1 figure in the text or a baseline no longer says' : `${stale.length} figures in the text or a baseline no longer say`} what the evidence says.`,
      isOne ? 'Accept or keep it.' : 'Accept or keep each of them.',
    );
  }
  for (const role of signOffRoles) {
    const signed = [...items.signOffs.values()].filter(({ as }) => as === role);
    if (signed.length === 0) {
      add(`No ${role} has signed the draft.`, `Record the sign-off of the ${role}.`);
    } else if (!signed.some((signature) => signature.draft === draft)) {
      add(
        `The draft was changed after the ${role} signed it.`,
        `Show the ${role} what changed and record the sign-off again.`,
      );
    }
  }
  const open = [...items.comments.values()].filter(({ isSettled }) => !isSettled).length;
  if (open > 0) {
    const isOne = open === 1;
    add(
      `${open} ${isOne ? 'comment is' : 'comments are'} not settled.`,
      isOne ? 'Settle it.' : 'Settle them.',
    );
  }
  if (items.terms.reviewOn === '') {
    add('No review date is set.', 'Set the date by which the profile is to be looked at again.');
  }
  return found;
}
