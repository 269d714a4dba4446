/**
 * Text as it is compared: lower case, accents and apostrophes gone, `&` as "and", every other mark a space,
 * spaces single. `Controlling/coercive  Behaviour` and `controlling coercive behaviour` become the same.
 */
export function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['\u2018\u2019]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
