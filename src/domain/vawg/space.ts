import type { CodeListEntry } from './code-list.ts';
import {
  isInstitutional,
  type LocationLookup,
  type LocationMeaning,
  type SetAside,
} from './location-types.ts';
import type { OnlineRule, SpaceRule } from './rules.ts';

/** What the space rules read of a record. Null = not recorded. */
export interface SpaceRecord {
  readonly locationType: string | null;
  /** Words for the place other than the type: an address line, or police.uk's "On or near Nightclub". */
  readonly locationText: string | null;
  readonly atHomeAddressOf: 'victim' | 'suspect' | 'both' | 'none' | null;
  readonly online: boolean | null;
  /** The row of the code list the offence matched; null when it matched none. */
  readonly offence: CodeListEntry | null;
  /** Whether the record has any position, address or area. */
  readonly hasLocation: boolean;
}

/** What a result rests on, strongest first. `none`: nothing said anything, so the record is unclassified. */
export type SpaceConfidence =
  | 'coded-field'
  | 'address-match'
  | 'offence-inference'
  | 'free-text-hint'
  | 'none';

/**
 * A record may be online and private or public: it keeps both and counts in both. With neither, it is
 * unclassified. Confidence is that of the physical space, or of the online element when that is all there is.
 */
export interface SpaceClassification {
  readonly onlineElement: boolean;
  readonly onlineRule: OnlineRule | null;
  readonly physicalSpace: 'private' | 'public' | null;
  readonly subtype: string | null;
  readonly rule: SpaceRule;
  readonly confidence: SpaceConfidence;
  /** The place is only where the report was made: not a location of the offence, but counted. */
  readonly setAside: SetAside | null;
}

/**
 * Says in which space an incident happened, and by which rule. For the physical space a coded location type
 * decides, then the home of the victim or suspect, then a kind of place named in the text, which is a hint. A
 * type that fits both spaces decides nothing. A domestic abuse flag is not "private" and a stranger is not
 * "public", so neither is read.
 *
 * Police stations, custody suites and hospitals: extracts seldom tell where an offence was reported from where
 * it was committed, and such places gather reports, so they are set aside. The exception is an offence against
 * someone on duty (assault on a constable or an emergency worker): that was committed there.
 */
export function classifySpace(
  record: SpaceRecord,
  findLocation: LocationLookup,
): SpaceClassification {
  const type = written(record.locationType);
  const meaning = type === null ? undefined : findLocation(type);
  const online = onlineRuleOf(record, meaning);
  const place = placeOf(record, type, meaning, findLocation);
  return {
    onlineElement: online !== null,
    onlineRule: online,
    physicalSpace: place.physicalSpace,
    subtype: place.subtype,
    rule: place.rule,
    confidence:
      place.confidence === 'none' && online !== null ? onlineConfidence[online] : place.confidence,
    setAside: place.setAside,
  };
}

const onlineConfidence: Readonly<Record<OnlineRule, SpaceConfidence>> = {
  'online-by-flag': 'coded-field',
  'online-by-location-type': 'coded-field',
  'online-by-offence': 'offence-inference',
};

type Place = Pick<
  SpaceClassification,
  'physicalSpace' | 'subtype' | 'rule' | 'confidence' | 'setAside'
>;

function onlineRuleOf(
  record: SpaceRecord,
  meaning: LocationMeaning | undefined,
): OnlineRule | null {
  if (record.online === true) return 'online-by-flag';
  if (meaning?.space === 'online') return 'online-by-location-type';
  return record.offence?.conditions.has('online-only') ? 'online-by-offence' : null;
}

function placeOf(
  record: SpaceRecord,
  type: string | null,
  meaning: LocationMeaning | undefined,
  findLocation: LocationLookup,
): Place {
  const typed = meaning && placeByMeaning(record, meaning, 'coded-field');
  if (typed) return typed;

  if (record.atHomeAddressOf !== null && record.atHomeAddressOf !== 'none') {
    return {
      physicalSpace: 'private',
      subtype: 'home',
      rule: 'home-address',
      confidence: 'address-match',
      setAside: null,
    };
  }
  const text = written(record.locationText);
  const hint = text === null ? undefined : findLocation(text);
  const hinted = hint && placeByMeaning(record, hint, 'free-text-hint');
  if (hinted) return hinted;

  return {
    physicalSpace: null,
    subtype: null,
    rule: unclassifiedRule(record, type, meaning),
    confidence: 'none',
    setAside: null,
  };
}

function placeByMeaning(
  record: SpaceRecord,
  meaning: LocationMeaning,
  confidence: 'coded-field' | 'free-text-hint',
): Place | undefined {
  if (meaning.space === 'online' || meaning.space === 'unclear') return undefined;
  if (meaning.space === 'set-aside') {
    if (record.offence?.conditions.has('on-duty-victim')) {
      return {
        physicalSpace: 'public',
        subtype: meaning.subtype === 'hospital' ? 'health' : 'workplace',
        rule: 'on-duty-at-institution',
        confidence,
        setAside: null,
      };
    }
    return {
      physicalSpace: null,
      subtype: null,
      rule: 'reported-at-location',
      confidence,
      setAside: meaning.subtype,
    };
  }
  const basis = confidence === 'coded-field' ? 'location-type' : 'location-text';
  const kind =
    meaning.space === 'public' && isInstitutional(meaning.subtype)
      ? 'institutional'
      : meaning.space;
  return {
    physicalSpace: meaning.space,
    subtype: meaning.subtype,
    rule: `${basis}-${kind}`,
    confidence,
    setAside: null,
  };
}

function unclassifiedRule(
  record: SpaceRecord,
  type: string | null,
  meaning: LocationMeaning | undefined,
): SpaceRule {
  if (type !== null && meaning === undefined) return 'location-type-not-listed';
  if (meaning?.space === 'unclear') return 'location-type-unclear';
  return record.hasLocation ? 'no-location-type' : 'no-location';
}

function written(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
