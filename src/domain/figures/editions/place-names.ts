import type { ProfileInputs } from '../inputs.ts';

/**
 * Kinds of venue that may be named: places open to everybody. A refuge, a hostel or a clinic is not among them, and
 * neither is anything whose kind is not known.
 */
const publicKinds =
  /\b(park|pub|public house|bar|night ?club|club|cinema|stadium|concert hall|theatre|shopping centre|supermarket|shop|market|car park|station|railway|bus|tram|leisure centre|takeaway|restaurant|cafe|library|museum|square|high street)\b/i;
/** Words that keep a venue out whatever else its kind says. */
const privateKinds =
  /refuge|hostel|shelter|clinic|hospital|care|custody|police|sexual|referral|home/i;
const nearMetres = 250;

/** The name of a place for readers outside the force: a public venue near it and the area, never a text of a record. */
export function openName(
  {
    venues,
    areas,
  }: Pick<ProfileInputs, 'venues'> & { readonly areas: readonly { name: string }[] },
  [easting, northing]: readonly [number, number],
  area: number,
): string {
  let best: { name: string; metres: number } | null = null;
  for (const venue of venues) {
    if (!publicKinds.test(venue.category) || privateKinds.test(`${venue.category} ${venue.name}`))
      continue;
    const metres = Math.hypot(venue.easting - easting, venue.northing - northing);
    if (metres <= nearMetres && (best === null || metres < best.metres))
      best = { name: venue.name, metres };
  }
  const square = `kilometre square E${Math.floor(easting / 1_000)} N${Math.floor(northing / 1_000)}`;
  const within = areas[area]?.name ?? '';
  const parts = [best === null ? '' : `Near ${best.name}`, within, square];
  return parts.filter((part) => part !== '').join(', ');
}
