import { FailureError } from '../../../contract/outcome.ts';
import { type LayerMaker, noContributors } from './draft.ts';

/**
 * Words of categories that are open to everybody. A list of what may leave, not of what may not: a refuge, a hostel
 * or a care home in the venues file must never be on a map, whatever it is called.
 */
const publicWords =
  /\b(public house|pub|bar|nightclub|night club|takeaway|restaurant|cafe|café|railway station|train station|bus station|bus stop|transport stop|tram stop|park|car park|supermarket|shop|shopping centre|leisure centre|library|cinema|theatre|stadium|concert hall|museum|taxi rank|licensed premises|university|college)\b/i;
/** Words that keep a venue out whatever else its category or name says. */
const neverWords =
  /\b(refuge|hostel|shelter|care|clinic|home|homes|house share|sarc|safe house|residential|sheltered|custody)\b/i;

/** Public places: name, category and capacity, no records and nobody's data. */
export const venues: LayerMaker = async ({ session, limits }) => {
  const all = session.venues();
  const open = all.filter(
    ({ category, name }) =>
      publicWords.test(category) && !neverWords.test(category) && !neverWords.test(name),
  );
  if (open.length === 0) {
    throw new FailureError(
      'nothing-to-show',
      'There is no venue of a category that is open to the public.',
      'Import venues with their categories first.',
    );
  }
  const coarse = (metres: number): number =>
    Math.round(metres / limits.pointMetres) * limits.pointMetres;
  return {
    title: 'Public venues',
    evidence: null,
    fields: [
      { name: 'name', title: 'Name', type: 'text' },
      { name: 'category', title: 'Category', type: 'text' },
      { name: 'capacity', title: 'People it may hold', type: 'integer' },
    ],
    features: open.map(({ name, category, capacity, easting, northing }, at) => ({
      id: `venue:${at}`,
      records: new Float64Array(),
      geometry: { kind: 'point', position: [coarse(easting), coarse(northing)] },
      always: { name, category, capacity },
      withNumber: () => ({}),
      withheld: null,
    })),
    totals: [],
    contributorsOf: noContributors,
    period: 'as the lists of venues stand',
    method: `Venues of categories that are open to everybody, placed to the nearest ${limits.pointMetres} m.`,
    limits: [
      'No records are counted: a venue is on the map because it is there, not because of what happened.',
      `${all.length - open.length} venues of other categories are not in it.`,
    ],
    run: null,
  };
};
