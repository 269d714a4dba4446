import {
  crimeStatusNames,
  homeOfNames,
  recordTypeNames,
  sourceNames,
} from '../evidence/columns.ts';
import { listConditions, listTiers } from './code-list.ts';
import type { FieldName } from './rule-set.ts';

/** What stands for "the record does not say" in a closed field. */
export const notRecorded = 'not recorded';
/** What a closed field holds when an offence or place is not on its list. */
export const notListed = 'not listed';

const yesNo = ['yes', 'no'] as const;
const flag = ['yes', 'no', notRecorded] as const;
const meaning = [
  'private',
  'public',
  'institutional',
  'set-aside',
  'online',
  'unclear',
  notListed,
  notRecorded,
] as const;

/** A field a rule may look at, in words, with its values; `values` null when it holds any text. */
export interface RuleField {
  readonly words: string;
  readonly values: readonly string[] | null;
}

const named = (names: readonly string[]) => names.map((name) => name || notRecorded);

/** Every field, in the order a screen offers them. */
export const ruleFields: Readonly<Record<FieldName, RuleField>> = {
  source: { words: 'Source of the record', values: sourceNames },
  recordType: { words: 'Record type', values: recordTypeNames },
  crimeStatus: { words: 'Crime status', values: named(crimeStatusNames) },
  listTier: { words: 'Tier on the VAWG list', values: [...listTiers, notListed] },
  listCondition: { words: 'Condition on the VAWG list', values: [...listConditions, 'none'] },
  offenceWritten: {
    words: 'What is written as the offence',
    values: ['offence', 'placeholder', 'non-crime', 'nothing'],
  },
  offence: { words: 'Offence, as titled on the VAWG list', values: null },
  offenceTitle: { words: 'Offence title as written', values: null },
  offenceCode: { words: 'Offence code as written', values: null },
  domesticAbuse: { words: 'Domestic abuse flag', values: flag },
  honourBased: { words: 'Honour-based abuse flag', values: flag },
  childExploitation: { words: 'Child exploitation flag', values: flag },
  onlineFlag: { words: 'Online flag', values: flag },
  alcohol: { words: 'Alcohol flag', values: flag },
  knife: { words: 'Knife flag', values: flag },
  hate: { words: 'Hate flag', values: flag },
  policePerpetrated: { words: 'Police-perpetrated flag', values: flag },
  femaleVictim: { words: 'A woman or girl is among the victims', values: yesNo },
  childVictim: { words: 'A victim is under 18', values: yesNo },
  atHomeAddressOf: { words: 'At the home address of', values: named(homeOfNames) },
  locationTypeMeans: { words: 'Meaning of the location type', values: meaning },
  locationType: { words: 'Location type as written', values: null },
  locationTextMeans: { words: 'Meaning of the location text', values: meaning },
  locationText: { words: 'Location text as written', values: null },
  hasLocation: { words: 'The record has a position, address or area', values: yesNo },
  hasPlatform: { words: 'A platform or means is recorded', values: yesNo },
  platform: { words: 'Platform as recorded', values: null },
  platformHint: { words: 'Platform found in the free text (a hint)', values: null },
};
