import { isCommonWord, isStreetWord, placeWords } from '../geography/place-words.ts';

/** From this share of a cell's records on, and from this many, one coordinate makes the cell. */
const oneCoordinateShare = 0.5;
const fewestAtOneCoordinate = 10;

/** The records on the coordinate that holds most of a cell's, and all of that cell. */
export interface OneCoordinate {
  readonly records: number;
  readonly cellRecords: number;
}

/**
 * The cell with the most records on one coordinate, when they are most of its records: perhaps a default of the
 * records system. Asked of each cell and not of the place, since a default position beside a real hot spot is
 * merged with it and would hide among its records. Null where there is none.
 *
 * @param cells Records of each cell, as indexes into the coordinates.
 */
export function oneCoordinateOf(
  cells: Iterable<Iterable<number>>,
  easting: Float64Array,
  northing: Float64Array,
): OneCoordinate | null {
  let found: OneCoordinate | null = null;
  for (const members of cells) {
    const at = new Map<string, number>();
    let [records, cellRecords] = [0, 0];
    for (const index of members) {
      const key = `${easting[index]} ${northing[index]}`;
      const own = (at.get(key) ?? 0) + 1;
      at.set(key, own);
      records = Math.max(records, own);
      cellRecords++;
    }
    if (records < fewestAtOneCoordinate || records < oneCoordinateShare * cellRecords) continue;
    if (found === null || records > found.records) found = { records, cellRecords };
  }
  return found;
}

/** What a place can be named from. */
export interface NameSources {
  /** Location texts of its records, with how many have each. */
  readonly texts: readonly { readonly label: string; readonly value: number }[];
  /** Name of the nearest venue near by; null where there is none. */
  readonly venue: string | null;
  /** Name of its area; '' where there is none. */
  readonly area: string;
  /** British National Grid metres of its middle. */
  readonly centre: readonly [easting: number, northing: number];
}

/** A street is named when so many records, and such a share of those with a street, name it. */
const fewestOfStreet = 3;
const shareOfStreet = 0.15;

/**
 * A name for a place: its one or two commonest streets and the venue it is near; without either its area, else its
 * grid position to the 100 metres. Of a text only what reads like the name of a street is used: house numbers and
 * whatever else an officer wrote stay out of it.
 */
export function suggestedName({ texts, venue, area, centre }: NameSources): string {
  const streets = commonStreets(texts);
  if (streets.length > 0) {
    const named = streets.join(' and ');
    return venue === null ? named : `${named}, near ${venue}`;
  }
  if (venue !== null) return `Near ${venue}`;
  const position = `E${Math.round(centre[0] / 100) / 10} N${Math.round(centre[1] / 100) / 10} km`;
  return area === '' ? position : `${area} (${position})`;
}

function commonStreets(texts: NameSources['texts']): string[] {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { label, value } of texts) {
    const street = streetIn(label);
    if (street === null) continue;
    counts.set(street, (counts.get(street) ?? 0) + value);
    total += value;
  }
  return [...counts]
    .filter(([, count]) => count >= fewestOfStreet && count >= shareOfStreet * total)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 2)
    .map(([street]) => street);
}

/** Words that end the name of a street beside those that texts are searched by. */
const moreStreetWords: ReadonlySet<string> = new Set(
  'croft garth wynd vale view mead fold gate bank embankment circus quay yard passage alley arcade esplanade promenade boulevard causeway broadway'.split(
    ' ',
  ),
);
/** Most words of a street's name before its last one. */
const mostNameWords = 3;

/** The name of the first street in a text, as it is written; null when nothing reads like one. */
export function streetIn(text: string): string | null {
  for (const part of text.split(/[,;()/&]| - /)) {
    const words = part.trim().split(/\s+/);
    for (let end = 1; end < words.length; end++) {
      const word = words[end] ?? '';
      if (!endsStreet(word)) continue;
      let start = end;
      while (start > 0 && end - start < mostNameWords && isNameWord(words[start - 1] ?? ''))
        start--;
      // "High Street" and "Park Road" are common words, and names.
      if (
        start === end &&
        /^(?:high|park|church|station|mill|main|queen|king|school)$/i.test(words[end - 1] ?? '')
      )
        start--;
      if (start < end)
        return words
          .slice(start, end + 1)
          .map(titled)
          .join(' ');
    }
  }
  return null;
}

function endsStreet(word: string): boolean {
  const plain = placeWords(word)[0] ?? '';
  return isStreetWord(plain) || moreStreetWords.has(plain);
}

function isNameWord(word: string): boolean {
  const plain = placeWords(word)[0] ?? '';
  return /^[a-z'’.]+$/i.test(word) && plain !== '' && (plain === 'st' || !isCommonWord(plain));
}

/** Station Road for STATION ROAD; what is written in small and large letters stays. */
function titled(word: string): string {
  const isOneCase = word === word.toUpperCase() || word === word.toLowerCase();
  return isOneCase ? word.charAt(0).toUpperCase() + word.slice(1).toLowerCase() : word;
}
