/**
 * Every rule a classifier can answer with, as one plain sentence for the profile's annex and for "why is this
 * here?". A rule id is stored with each record and never changes its meaning.
 */
export const vawgRules = {
  'open-data-context':
    'Open data has no victim sex and no flags, so the record is all-victim context and never a VAWG count.',
  'crime-status-cancelled': 'The crime was cancelled, so the record is outside.',
  'crime-status-transferred':
    'The crime was transferred to another force, which counts it, so the record is outside.',
  'rape-report-n100':
    'A report of rape not recorded as a crime (N100) is in as an incident, never as a crime.',
  'core-code': 'The offence is core on the VAWG list, so the record is in whoever the victim is.',
  'core-code-with-domestic-abuse':
    'The offence is core on the VAWG list when the record has a domestic abuse flag, and it has one.',
  'domestic-abuse-flag':
    'The record has a domestic abuse flag, which admits any offence, or none, and any victim.',
  'honour-based-flag':
    'The record has an honour-based abuse flag, which admits any offence, or none, and any victim.',
  'child-exploitation-flag':
    'The record has a child exploitation flag, which admits any offence, or none, and any victim.',
  'online-flag': 'The record has an online flag and the VAWG list admits this offence with one.',
  'female-victim-flag-tier':
    'A flag-tier offence without an admitting flag, with a woman or girl among the victims: the separate female-victim tier.',
  'flag-tier-without-flag':
    'A flag-tier offence without an admitting flag, and without a female victim where the list asks for one: outside.',
  'excluded-code':
    'The VAWG list leaves this offence out (an assault on police), and no flag admits it.',
  'outside-code':
    'The offence is known and is not on the VAWG list, and no flag admits the record.',
  'non-crime-without-flag':
    'The record is not a crime, names no offence and has no admitting flag: outside.',
  'unmatched-offence':
    'The offence matches nothing on the list and no flag admits the record: unmatched, listed with its count.',
  'no-offence-recorded':
    'A crime record without a usable offence and without an admitting flag: unmatched, listed with its count.',
} as const;

export type VawgRule = keyof typeof vawgRules;

export const spaceRules = {
  'location-type-private': 'The location type is a private place.',
  'location-type-public': 'The location type is a public place.',
  'location-type-institutional':
    'The location type is an institution (school, workplace, health, prison, care home): a kind of public place with its own switch.',
  'home-address':
    'No location type decides, and the record says it happened at the home of the victim or suspect: private.',
  'on-duty-at-institution':
    'A police station, custody suite or hospital, and the victim was on duty: it was committed there, so it is institutional.',
  'reported-at-location':
    'A police station, custody suite or hospital is taken as where the report was made: the location is set aside and counted.',
  'location-text-public': 'The location text names a kind of public place. This is a hint.',
  'location-text-institutional': 'The location text names a kind of institution. This is a hint.',
  'location-text-private': 'The location text names a kind of private place. This is a hint.',
  'location-type-unclear':
    'The location type fits private and public places alike (hotel, vehicle, other), so the space is unclassified.',
  'location-type-not-listed':
    'The location type is not in the list of location types, so the space is unclassified.',
  'no-location-type':
    'The record has a position but nothing that says what kind of place it is, so the space is unclassified.',
  'no-location': 'The record has no location, so the physical space is unclassified.',
} as const;

export type SpaceRule = keyof typeof spaceRules;

export const onlineRules = {
  'online-by-flag': 'The record has an online flag: committed in full or in part through a device.',
  'online-by-location-type': 'The location type says that it happened online.',
  'online-by-offence':
    'The offence is by its nature committed through a device, without contact, so it has an online element unflagged.',
} as const;

export type OnlineRule = keyof typeof onlineRules;

/** Every rule with its sentence. No id stands in two of the three tables. */
export const allRules: Readonly<Record<VawgRule | SpaceRule | OnlineRule, string>> = {
  ...vawgRules,
  ...spaceRules,
  ...onlineRules,
};
