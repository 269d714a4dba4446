import { boundedCache } from './bounded-cache.ts';
import { plainText } from './plain-text.ts';
import { lineOf, type SourceTable, type TableProblem } from './table-problem.ts';

/**
 * What a location type says. `set-aside`: a police station, custody suite or hospital, where reports are made.
 * `online`: not a physical place. `unclear`: fits private and public places alike.
 */
export const locationSpaces = ['private', 'public', 'set-aside', 'online', 'unclear'] as const;
export type LocationSpace = (typeof locationSpaces)[number];

export const privateSubtypes = [
  'home',
  'garden',
  'hotel-room',
  'private-vehicle',
  'care-home-room',
] as const;
export const setAsideSubtypes = ['police-station', 'custody', 'hospital'] as const;
export type SetAside = (typeof setAsideSubtypes)[number];
/** Public places open to some and not a street: a subtype of public that can be switched off as one. */
export const institutionalSubtypes = [
  'education',
  'workplace',
  'health',
  'prison',
  'care-home',
] as const;
export const publicSubtypes = [
  'street',
  'park',
  'licensed',
  'food',
  'retail',
  'transport',
  'car-park',
  'worship',
  'leisure',
  'large-venue',
  'other-public',
  ...institutionalSubtypes,
] as const;

const subtypesOf: Readonly<Record<LocationSpace, readonly string[]>> = {
  private: privateSubtypes,
  public: publicSubtypes,
  'set-aside': setAsideSubtypes,
  online: [''],
  unclear: [''],
};

export type LocationMeaning =
  | { readonly space: 'private'; readonly subtype: string }
  | { readonly space: 'public'; readonly subtype: string }
  | { readonly space: 'set-aside'; readonly subtype: SetAside }
  | { readonly space: 'online' }
  | { readonly space: 'unclear' };

/** The table of location types: plain text to what it means. */
export interface LocationTypes {
  readonly version: string;
  readonly byText: ReadonlyMap<string, LocationMeaning>;
}

export type ParsedLocationTypes =
  | { readonly ok: true; readonly types: LocationTypes }
  | { readonly ok: false; readonly problems: readonly TableProblem[] };

/** Finds what a location type or text means; undefined when it is not in the table. */
export type LocationLookup = (text: string) => LocationMeaning | undefined;

/** Whether a subtype of public is institutional (see institutionalSubtypes). */
export function isInstitutional(subtype: string): boolean {
  return institutionalSubtypes.some((institutional) => institutional === subtype);
}

/**
 * Builds the table from its CSV records (columns text, space, subtype). Returns every problem with its file and
 * line, or the table.
 */
export function parseLocationTypes(table: SourceTable, version: string): ParsedLocationTypes {
  const problems: TableProblem[] = [];
  const byText = new Map<string, LocationMeaning>();
  for (const [index, row] of table.rows.entries()) {
    const report = (message: string) =>
      problems.push({ file: table.file, line: lineOf(index), message });
    const text = plainText(row['text'] ?? '');
    const meaning = readMeaning((row['space'] ?? '').trim(), (row['subtype'] ?? '').trim(), report);
    if (text === '') report('the text is empty');
    else if (meaning && byText.has(text)) {
      // Two spellings that compare the same are one entry; two meanings are a contradiction.
      if (!sameMeaning(byText.get(text), meaning))
        report(`"${text}" stands twice with two meanings`);
    } else if (meaning) byText.set(text, meaning);
  }
  if (table.rows.length === 0) {
    problems.push({ file: table.file, line: 1, message: 'the table has no rows' });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, types: { version, byText } };
}

/**
 * Looks a text up as a whole, then its parts from the last, which is the most particular ("Dwelling - Garden",
 * "Public place: street", "Shop (car park)"). police.uk's "On or near " is dropped first.
 */
export function findLocation(types: LocationTypes, text: string): LocationMeaning | undefined {
  const place = text.replace(/^\s*on or near\s+/i, '');
  const whole = types.byText.get(plainText(place));
  if (whole) return whole;
  const parts = place.split(/[/,:;()>|]| [-\u2013] |- | -/);
  for (const part of parts.reverse()) {
    const meaning = types.byText.get(plainText(part));
    if (meaning) return meaning;
  }
  return undefined;
}

/** The same, remembering answers: use one for a whole run. */
export function locationLookup(types: LocationTypes): LocationLookup {
  const remember = boundedCache<LocationMeaning | undefined>();
  return (text) => remember(text, () => findLocation(types, text));
}

function readMeaning(
  spaceText: string,
  subtype: string,
  report: (message: string) => void,
): LocationMeaning | undefined {
  const space = locationSpaces.find((candidate) => candidate === spaceText);
  if (space === undefined) {
    report(`space "${spaceText}" is not one of ${locationSpaces.join(', ')}`);
    return undefined;
  }
  if (!subtypesOf[space].includes(subtype)) {
    report(`subtype "${subtype}" is not one of ${space}: ${subtypesOf[space].join(', ')}`);
    return undefined;
  }
  if (space === 'private' || space === 'public') return { space, subtype };
  if (space !== 'set-aside') return { space };
  const place = setAsideSubtypes.find((candidate) => candidate === subtype);
  return place && { space, subtype: place };
}

function sameMeaning(one: LocationMeaning | undefined, other: LocationMeaning): boolean {
  const subtypeOf = (meaning: LocationMeaning) => ('subtype' in meaning ? meaning.subtype : '');
  return one?.space === other.space && subtypeOf(one) === subtypeOf(other);
}
