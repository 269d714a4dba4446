import { boundedCache } from '../vawg/bounded-cache.ts';
import {
  buildNameTree,
  misspeltNamesIn,
  type NameFound,
  type NameTree,
  namesIn,
} from './place-names.ts';
import { isCommonWord, isStreetWord, partBreak, placeWords } from './place-words.ts';

export interface GazetteerEntry {
  readonly id: number;
  readonly kind: 'venue' | 'street' | 'postcode' | 'area';
  readonly name: string;
  /** British National Grid metres; null where the place is known by name only. */
  readonly easting: number | null;
  readonly northing: number | null;
  /** Code of the area the place lies in; for an area its own code. */
  readonly areaCode: string | null;
}

/**
 * How sure a match is:
 * - `exact`: the text holds the whole name of one venue or street, or a postcode, letter by letter apart from
 *   case, punctuation and short forms, and nothing in the text speaks against it. Its coordinates can be used as
 *   the place's (a street's are those of its one point, however long it is).
 * - `likely`: the name is misspelt; or the text says near, opposite, junction, between, from; or parts of the text
 *   contradict each other; or several places fit. Fit for counting by area after a look, not for maps of points.
 *   Where several fit equally well `entry` is null and all stand in `alternatives`: none is picked by chance.
 * - `area-only`: only an area is named. `entry` is the area; its coordinates are no place of the incident.
 * - `none`: nothing was recognised; `entry` is null.
 */
export type PlaceConfidence = 'exact' | 'likely' | 'area-only' | 'none';

export interface PlaceMatch {
  readonly confidence: PlaceConfidence;
  readonly entry: GazetteerEntry | null;
  /** Other places the text may mean. */
  readonly alternatives: readonly GazetteerEntry[];
  /** A sentence for the analyst. It has names of the gazetteer only, never the text. */
  readonly why: string;
}

/** Places ready to be looked for; made by `buildGazetteer`. */
export interface Gazetteer {
  readonly names: NameTree<GazetteerEntry>;
  readonly postcodes: ReadonlyMap<string, readonly GazetteerEntry[]>;
  readonly remember: (text: string, answer: () => PlaceMatch) => PlaceMatch;
}

type Found = NameFound<GazetteerEntry>;

/** What the text says beside the name itself. */
interface Surroundings {
  readonly words: readonly string[];
  readonly areas: readonly Found[];
  readonly postcodes: readonly GazetteerEntry[];
  /** Every name in the text, parts of longer names too. */
  readonly all: readonly Found[];
}

const samePlaceMetres = 500;
/** Streets are long: a venue on a street can be this far from the street's one point. */
const streetReachMetres = 2000;

const postcodePattern = /\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b/gi;
const nearWords: ReadonlySet<string> = new Set(
  'near opposite behind beside by adjacent next towards toward around vicinity rear off past from left leaving to'.split(
    ' ',
  ),
);
const betweenWords: ReadonlySet<string> = new Set(
  'junction corner crossroads between intersection'.split(' '),
);
/** "Old Crown" and "Upper Park Street" are not "Crown" and "Park Street". */
const otherPlaceWords: ReadonlySet<string> = new Set(
  'new old upper lower north south east west great little'.split(' '),
);

/** Prepares places for `matchPlace`. Names too short or too common ("The Bar", "Park") are never found. */
export function buildGazetteer(entries: readonly GazetteerEntry[]): Gazetteer {
  const postcodes = new Map<string, GazetteerEntry[]>();
  for (const entry of entries) {
    if (entry.kind !== 'postcode') continue;
    const key = entry.name.replace(/\s/g, '').toUpperCase();
    const same = postcodes.get(key);
    if (same === undefined) postcodes.set(key, [entry]);
    else same.push(entry);
  }
  return {
    names: buildNameTree(entries.filter(({ kind }) => kind !== 'postcode')),
    postcodes,
    remember: boundedCache<PlaceMatch>(50_000),
  };
}

/**
 * The place that a free text names; see `PlaceConfidence` for what each answer can be used for. Whole names are
 * looked for at word boundaries, venues before streets before areas; an area, a street or a postcode in the same
 * text decides between places of the same name more than 500 m apart. Misspelt names are looked for where no
 * venue or street is written as it is named, or where it may be part of a longer name. Answers are remembered, so repeated texts cost nothing.
 */
export function matchPlace(gazetteer: Gazetteer, text: string): PlaceMatch {
  return gazetteer.remember(text, () => matchUnknown(gazetteer, text));
}

function matchUnknown(gazetteer: Gazetteer, text: string): PlaceMatch {
  const words = placeWords(text);
  const postcodes = Array.from(text.matchAll(postcodePattern), ([, outward, inward]) =>
    gazetteer.postcodes.get(`${outward}${inward}`.toUpperCase()),
  ).flatMap((entries) => entries ?? []);
  const all = namesIn(gazetteer.names, words);
  const found = all.filter((name) => standsAlone(name, words, all));
  const areas = found.filter(isArea);
  const surroundings = { words, areas, postcodes, all };
  const points = found.filter((name) => !isArea(name));
  const exact = points.length > 0 ? matchPoints(points, surroundings) : null;
  if (exact !== null && !points.some((name) => mayBeLonger(name, surroundings))) return exact;
  if (exact === null && postcodes.length > 0) return matchPostcode(postcodes);
  const misspelt = bestMisspelt(gazetteer, words, all, areas).filter(
    // "Windsr Bridge Road" is Windsor Bridge Road rather than Bridge Road.
    ({ start, end }) => points.every((name) => start <= name.start && end >= name.end),
  );
  const misspeltPoints = misspelt.filter((name) => !isArea(name));
  if (misspeltPoints.length > 0) {
    return asLikely(matchPoints(misspeltPoints, surroundings), 'The name is spelt differently.');
  }
  return exact ?? matchAreas(areas.length > 0 ? areas : misspelt);
}

/** An area's name is an area even where a venue is called the same: the text does not say which. */
const isArea = ({ name }: Found) => name.entries.some(({ kind }) => kind === 'area');

/** False where the words around a name show that it is part of another, longer name. */
function standsAlone(found: Found, words: readonly string[], all: readonly Found[]): boolean {
  const after = words[found.end] ?? partBreak;
  const goesOn = all.some(({ start }) => start === found.end);
  if (isStreetWord(after) && !goesOn) return false;
  if (isArea(found)) return true;
  const before = words[found.start - 1] ?? partBreak;
  if (otherPlaceWords.has(before)) return false;
  if (found.name.words > 1) return true;
  // One word after an unknown one is an ordinary word ("fell down") or a longer name ("Golden Crown").
  if (!isPlainBeside(before, found.start - 1, all)) return false;
  // "Rose and Crown", "Crown and Anchor".
  const joinedBefore = before === 'and' && !all.some(({ end }) => end === found.start - 1);
  const joinedAfter = after === 'and' && !all.some(({ start }) => start === found.end + 1);
  return !joinedBefore && !joinedAfter;
}

/** Whether a word can stand beside a name without being part of it: an ordinary word, a number, another name. */
function isPlainBeside(word: string, place: number, all: readonly Found[]): boolean {
  if (isCommonWord(word) || /^\d+[a-z]?$/.test(word)) return true;
  return all.some(({ start, end }) => start <= place && place < end);
}

/** Whether the words around a name suggest that it is the end, or a one-word name the beginning, of a longer one. */
function mayBeLonger({ name, start, end }: Found, { words, all }: Surroundings): boolean {
  if (!isPlainBeside(words[start - 1] ?? partBreak, start - 1, all)) return true;
  return name.words === 1 && !isPlainBeside(words[end] ?? partBreak, end, all);
}

function bestMisspelt(
  { names }: Gazetteer,
  words: readonly string[],
  all: readonly Found[],
  taken: readonly Found[],
): Found[] {
  const free = misspeltNamesIn(names, words).filter(
    (found) =>
      standsAlone(found, words, all) &&
      !taken.some(({ start, end }) => start < found.end && found.start < end),
  );
  // More letters that agree is better: a long name with one edit before a short one with one.
  const score = ({ name, edits }: Found) => name.letters - 4 * edits;
  const best = free.reduce((most, found) => Math.max(most, score(found)), Number.NEGATIVE_INFINITY);
  const seen = new Set<string>();
  return free.filter((found) => {
    const isNew = score(found) === best && !seen.has(found.name.text);
    seen.add(found.name.text);
    return isNew;
  });
}

function matchPoints(points: readonly Found[], surroundings: Surroundings): PlaceMatch {
  const venues = points.filter(({ name }) => name.entries.some(({ kind }) => kind === 'venue'));
  const streets = points.filter((found) => !venues.includes(found));
  const meant = distinctNames(venues.length > 0 ? venues : streets);
  const [only] = meant;
  if (only === undefined || meant.length > 1) {
    return {
      confidence: 'likely',
      entry: null,
      alternatives: meant.flatMap(({ name }) => name.entries),
      why: `The text names several places: ${meant.map(({ name }) => name.text).join('; ')}.`,
    };
  }
  const beside = venues.length > 0 ? streets.flatMap(({ name }) => name.entries) : [];
  const match = matchOne(only, beside, surroundings);
  const doubt = doubtAbout(only, surroundings);
  return doubt === null ? match : asLikely(match, doubt);
}

function distinctNames(found: readonly Found[]): Found[] {
  return found.filter(({ name }, i) => found.findIndex((other) => other.name === name) === i);
}

function matchOne(
  { name }: Found,
  streets: readonly GazetteerEntry[],
  { areas, postcodes }: Surroundings,
): PlaceMatch {
  const wholeName = [...name.entries].sort(venuesFirst);
  const areaCodes = new Set(areas.flatMap(({ name: area }) => area.entries.map((e) => e.areaCode)));
  const choices: readonly (readonly [GazetteerEntry[], string])[] = [
    [wholeName, 'is the only place of that name'],
    [
      wholeName.filter(({ areaCode }) => areaCode !== null && areaCodes.has(areaCode)),
      'is the one in the area that the text names',
    ],
    [
      wholeName.filter((entry) => isBeside(entry, postcodes, samePlaceMetres)),
      'is the one at the postcode',
    ],
    [
      wholeName.filter((entry) => isBeside(entry, streets, samePlaceMetres)),
      'is the one at the street',
    ],
  ];
  const choice = choices.find(([entries]) => isOnePlace(entries));
  const entry = choice?.[0][0];
  if (choice === undefined || entry === undefined) {
    const why = `"${name.text}" is the name of several places.`;
    return { confidence: 'likely', entry: null, alternatives: wholeName, why };
  }
  const match: PlaceMatch = {
    confidence: 'exact',
    entry,
    alternatives: [],
    why: `"${name.text}" ${choice[1]}.`,
  };
  if (speaksAgainst(entry, postcodes, samePlaceMetres)) {
    return { ...asLikely(match, 'The postcode lies elsewhere.'), alternatives: postcodes };
  }
  if (speaksAgainst(entry, streets, streetReachMetres)) {
    return { ...asLikely(match, 'The street lies elsewhere.'), alternatives: streets };
  }
  return match;
}

const venuesFirst = (a: GazetteerEntry, b: GazetteerEntry) =>
  Number(b.kind === 'venue') - Number(a.kind === 'venue');

/** What makes a name less than exact where it stands; null when nothing does. */
function doubtAbout(found: Found, surroundings: Surroundings): string | null {
  const { words } = surroundings;
  const { start } = found;
  if (words.some((word) => betweenWords.has(word)))
    return 'The text speaks of a junction or corner.';
  const lastBreak = words.lastIndexOf(partBreak, start);
  const before = words.slice(Math.max(start - 3, lastBreak + 1, 0), start);
  if (before.some((word) => nearWords.has(word))) return 'The text says near, not at.';
  if (mayBeLonger(found, surroundings)) return 'The name may be part of a longer one.';
  return null;
}

function matchPostcode(entries: readonly GazetteerEntry[]): PlaceMatch {
  const [entry = null] = entries;
  if (entry !== null && isOnePlace(entries)) {
    const why = `The text has the postcode ${entry.name}.`;
    return { confidence: 'exact', entry, alternatives: [], why };
  }
  const why = 'The text has several postcodes.';
  return { confidence: 'likely', entry: null, alternatives: entries, why };
}

function matchAreas(areas: readonly Found[]): PlaceMatch {
  const entries = areas.flatMap(({ name }) => name.entries);
  const entry = entries.find(({ kind }) => kind === 'area') ?? null;
  if (entry === null) {
    return { confidence: 'none', entry, alternatives: [], why: 'No known name is in the text.' };
  }
  const alternatives = entries.filter((other) => other !== entry);
  const why = `Only an area is named: ${entry.name}.`;
  return { confidence: 'area-only', entry, alternatives, why };
}

function asLikely(match: PlaceMatch, doubt: string): PlaceMatch {
  return { ...match, confidence: 'likely', why: `${match.why} ${doubt}` };
}

/** Whether entries stand for one place: a single one, or all with coordinates and none 500 m from another. */
function isOnePlace(entries: readonly GazetteerEntry[]): boolean {
  if (entries.length <= 1) return entries.length === 1;
  return entries.every((entry) =>
    entries.every((other) => metresBetween(entry, other) <= samePlaceMetres),
  );
}

function isBeside(entry: GazetteerEntry, others: readonly GazetteerEntry[], metres: number) {
  return others.some((other) => metresBetween(entry, other) <= metres);
}

/** Whether the others have coordinates and all of them lie too far away. */
function speaksAgainst(entry: GazetteerEntry, others: readonly GazetteerEntry[], metres: number) {
  const distances = others.map((other) => metresBetween(entry, other)).filter(Number.isFinite);
  return distances.length > 0 && distances.every((distance) => distance > metres);
}

/** Infinity where a coordinate is missing. */
function metresBetween(a: GazetteerEntry, b: GazetteerEntry): number {
  if (a.easting === null || a.northing === null || b.easting === null || b.northing === null) {
    return Number.POSITIVE_INFINITY;
  }
  return Math.hypot(a.easting - b.easting, a.northing - b.northing);
}
