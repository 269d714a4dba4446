/**
 * The reasons in one cell, in their order. They are parted by semicolons, bars or line ends; by commas only where none
 * of these is there and every part begins alike, with a capital letter or without: "Badly lit, Absence of CCTV" are two
 * reasons, "Groups of men, loitering" is one.
 */
export function reasonsIn(text: string): string[] {
  const parts = named(text.split(/[;|\n]/));
  const [only] = parts;
  if (parts.length !== 1 || only === undefined || !only.includes(',')) return parts;
  const byCommas = named(only.split(','));
  const capitals = byCommas.filter(beginsWithCapital).length;
  return capitals === 0 || capitals === byCommas.length ? byCommas : parts;
}

function named(parts: readonly string[]): string[] {
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function beginsWithCapital(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}
