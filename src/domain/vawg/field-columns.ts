import {
  type CodedText,
  type Codes,
  crimeStatusNames,
  homeOfNames,
  type IncidentFacts,
  recordTypeNames,
  sourceNames,
} from '../evidence/columns.ts';
import { isInstitutional, type LocationLookup, type LocationMeaning } from './location-types.ts';
import type { OffenceMatch } from './offence-lookup.ts';
import type { OffencePairs } from './offence-pairs.ts';
import { titleMeaning } from './offence-title.ts';
import { notListed, notRecorded } from './rule-fields.ts';
import type { FieldName } from './rule-set.ts';

/** A field of all records: each record's code, and what each code holds (several values for a list condition). */
export interface FieldColumn {
  readonly codes: Codes;
  readonly values: readonly (readonly string[])[];
}

/** What rules are applied to: the facts, what the VAWG list says of each pair, and what places mean. */
export interface RuleInputs {
  readonly facts: IncidentFacts;
  readonly pairs: OffencePairs;
  /** By pair; undefined = matches nothing. */
  readonly matches: readonly (OffenceMatch | undefined)[];
  readonly findLocation: LocationLookup;
}

/** Gives the column of each field, made when first asked for. */
export function fieldColumns(inputs: RuleInputs): (field: FieldName) => FieldColumn {
  const made = new Map<FieldName, FieldColumn>();
  return (field) => {
    const known = made.get(field);
    if (known !== undefined) return known;
    const column = makers[field](inputs);
    made.set(field, column);
    return column;
  };
}

const flagValues = [[notRecorded], ['yes'], ['no']];
const yesNoValues = [['no'], ['yes']];

type Maker = (inputs: RuleInputs) => FieldColumn;

const flag =
  (name: keyof IncidentFacts): Maker =>
  ({ facts }) => ({ codes: facts[name] as Uint8Array, values: flagValues });
const yesNo =
  (name: keyof IncidentFacts): Maker =>
  ({ facts }) => ({ codes: facts[name] as Uint8Array, values: yesNoValues });
const named =
  (name: keyof IncidentFacts, names: readonly string[]): Maker =>
  ({ facts }) => ({
    codes: facts[name] as Uint8Array,
    values: names.map((value) => [value || notRecorded]),
  });
const written =
  (name: keyof IncidentFacts): Maker =>
  ({ facts }) => {
    const { codes, values } = facts[name] as CodedText;
    return { codes, values: values.map((value) => [value]) };
  };
const meaning =
  (name: 'locationType' | 'locationText'): Maker =>
  ({ facts, findLocation }) => ({
    codes: facts[name].codes,
    values: facts[name].values.map((text) => [
      text.trim() === '' ? notRecorded : meaningWord(findLocation(text)),
    ]),
  });
const ofOffence =
  (
    values: (
      match: OffenceMatch | undefined,
      pair: { readonly code: string; readonly title: string },
    ) => readonly string[],
  ): Maker =>
  ({ pairs, matches }) => ({
    codes: pairs.pairOf,
    values: pairs.pairs.map((pair, index) => values(matches[index], pair)),
  });

const makers: Readonly<Record<FieldName, Maker>> = {
  source: named('source', sourceNames),
  recordType: named('recordType', recordTypeNames),
  crimeStatus: named('crimeStatus', crimeStatusNames),
  listTier: ofOffence((match) => [match?.entry.tier ?? notListed]),
  listCondition: ofOffence((match) =>
    match === undefined || match.entry.conditions.size === 0
      ? ['none']
      : [...match.entry.conditions],
  ),
  offenceWritten: ofOffence((_match, { code, title }) => [writtenAs(code, title)]),
  offence: ofOffence((match) => [match?.entry.title ?? '']),
  offenceTitle: written('offenceTitle'),
  offenceCode: written('offenceCode'),
  domesticAbuse: flag('domesticAbuse'),
  honourBased: flag('honourBased'),
  childExploitation: flag('childExploitation'),
  onlineFlag: flag('onlineFlag'),
  alcohol: flag('alcohol'),
  knife: flag('knife'),
  hate: flag('hate'),
  policePerpetrated: flag('policePerpetrated'),
  femaleVictim: yesNo('hasFemaleVictim'),
  childVictim: yesNo('hasChildVictim'),
  atHomeAddressOf: named('atHomeAddressOf', homeOfNames),
  locationTypeMeans: meaning('locationType'),
  locationType: written('locationType'),
  locationTextMeans: meaning('locationText'),
  locationText: written('locationText'),
  hasLocation: yesNo('hasLocation'),
  hasPlatform: ({ facts }) => ({
    codes: facts.platform.codes,
    values: facts.platform.values.map((platform) => [platform.trim() === '' ? 'no' : 'yes']),
  }),
  platform: written('platform'),
  platformHint: written('platformHint'),
};

function meaningWord(found: LocationMeaning | undefined): string {
  if (found === undefined) return notListed;
  return found.space === 'public' && isInstitutional(found.subtype) ? 'institutional' : found.space;
}

/** A code names an offence even when no list knows it; "Non Crime" says what the record is. */
function writtenAs(code: string, title: string): string {
  if (code.trim() !== '') return 'offence';
  return title.trim() === '' ? 'nothing' : titleMeaning(title);
}
