import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locationLookup, parseLocationTypes } from '../../../src/domain/vawg/location-types.ts';
import { lookUpOffence } from '../../../src/domain/vawg/offence-lookup.ts';
import {
  allRules,
  type OnlineRule,
  onlineRules,
  type SpaceRule,
  spaceRules,
  vawgRules,
} from '../../../src/domain/vawg/rules.ts';
import { classifySpace, type SpaceRecord } from '../../../src/domain/vawg/space.ts';
import { shippedCodeList, shippedLocationTypes } from './lists.ts';

const list = shippedCodeList();
const types = shippedLocationTypes();
const find = locationLookup(types);
const blank: SpaceRecord = {
  locationType: null,
  locationText: null,
  atHomeAddressOf: null,
  online: null,
  offence: null,
  hasLocation: true,
};
const offence = (code: string) => lookUpOffence(list, code, null)?.entry ?? null;
const classify = (record: Partial<SpaceRecord>) => classifySpace({ ...blank, ...record }, find);

/** Record, rule, "space subtype", confidence. */
const cases: readonly (readonly [Partial<SpaceRecord>, SpaceRule, string, string])[] = [
  [{ locationType: 'Dwelling' }, 'location-type-private', 'private home', 'coded-field'],
  [{ locationType: 'HMO' }, 'location-type-private', 'private home', 'coded-field'],
  [{ locationType: 'Dwelling - Garden' }, 'location-type-private', 'private garden', 'coded-field'],
  [{ locationType: 'Hotel room' }, 'location-type-private', 'private hotel-room', 'coded-field'],
  [
    { locationType: 'PRIVATE VEHICLE' },
    'location-type-private',
    'private private-vehicle',
    'coded-field',
  ],
  [
    { locationType: 'Care home room' },
    'location-type-private',
    'private care-home-room',
    'coded-field',
  ],
  [{ locationType: 'Street' }, 'location-type-public', 'public street', 'coded-field'],
  [
    { locationType: 'Public place: alleyway' },
    'location-type-public',
    'public street',
    'coded-field',
  ],
  [{ locationType: 'Beach' }, 'location-type-public', 'public park', 'coded-field'],
  [{ locationType: 'Night-club' }, 'location-type-public', 'public licensed', 'coded-field'],
  [{ locationType: 'Public House' }, 'location-type-public', 'public licensed', 'coded-field'],
  [{ locationType: 'Takeaway' }, 'location-type-public', 'public food', 'coded-field'],
  [{ locationType: 'Shop (car park)' }, 'location-type-public', 'public car-park', 'coded-field'],
  [{ locationType: 'Railway station' }, 'location-type-public', 'public transport', 'coded-field'],
  [{ locationType: 'Taxi' }, 'location-type-public', 'public transport', 'coded-field'],
  [{ locationType: 'Mosque' }, 'location-type-public', 'public worship', 'coded-field'],
  [{ locationType: 'Gym' }, 'location-type-public', 'public leisure', 'coded-field'],
  [{ locationType: 'Stadium' }, 'location-type-public', 'public large-venue', 'coded-field'],
  [{ locationType: 'School' }, 'location-type-institutional', 'public education', 'coded-field'],
  [
    { locationType: 'University' },
    'location-type-institutional',
    'public education',
    'coded-field',
  ],
  [{ locationType: 'Office' }, 'location-type-institutional', 'public workplace', 'coded-field'],
  [{ locationType: 'GP surgery' }, 'location-type-institutional', 'public health', 'coded-field'],
  [{ locationType: 'Prison' }, 'location-type-institutional', 'public prison', 'coded-field'],
  [{ locationType: 'Care home' }, 'location-type-institutional', 'public care-home', 'coded-field'],
  [{ atHomeAddressOf: 'victim' }, 'home-address', 'private home', 'address-match'],
  [
    { atHomeAddressOf: 'both', locationType: 'Other' },
    'home-address',
    'private home',
    'address-match',
  ],
  // A coded field outranks an address match: in the street outside her own door.
  [
    { atHomeAddressOf: 'victim', locationType: 'Street' },
    'location-type-public',
    'public street',
    'coded-field',
  ],
  [
    { locationType: 'Police station' },
    'reported-at-location',
    'none police-station',
    'coded-field',
  ],
  [
    { locationType: 'Custody suite', offence: offence('020/05') },
    'reported-at-location',
    'none custody',
    'coded-field',
  ],
  [{ locationType: 'Hospital A&E' }, 'reported-at-location', 'none hospital', 'coded-field'],
  [
    { locationType: 'Hospital', offence: offence('008/73') },
    'on-duty-at-institution',
    'public health',
    'coded-field',
  ],
  [
    { locationType: 'Custody suite', offence: offence('104/23') },
    'on-duty-at-institution',
    'public workplace',
    'coded-field',
  ],
  [
    { locationText: 'On or near Nightclub' },
    'location-text-public',
    'public licensed',
    'free-text-hint',
  ],
  [
    { locationText: 'On or near Further/Higher Educational Building' },
    'location-text-institutional',
    'public education',
    'free-text-hint',
  ],
  [
    { locationText: 'On or near Police Station' },
    'reported-at-location',
    'none police-station',
    'free-text-hint',
  ],
  [{ locationText: 'Flat' }, 'location-text-private', 'private home', 'free-text-hint'],
  [{ locationText: 'On or near Alder Street' }, 'no-location-type', 'none', 'none'],
  [{ locationType: 'Hotel' }, 'location-type-unclear', 'none', 'none'],
  [{ locationType: 'Zeppelin' }, 'location-type-not-listed', 'none', 'none'],
  [{ atHomeAddressOf: 'none' }, 'no-location-type', 'none', 'none'],
  [{ locationText: 'No Location', hasLocation: false }, 'no-location', 'none', 'none'],
];

describe('classifySpace', () => {
  it.each(cases)('%o is decided by %s: %s (%s)', (record, rule, place, confidence) => {
    const result = classify(record);
    const found = [result.physicalSpace ?? 'none', result.subtype ?? result.setAside ?? ''];
    expect([result.rule, found.join(' ').trim(), result.confidence]).toEqual([
      rule,
      place,
      confidence,
    ]);
    expect(result.setAside === null || result.physicalSpace === null).toBe(true);
    expect(result).toMatchObject({ onlineElement: false, onlineRule: null });
  });

  const online: readonly (readonly [Partial<SpaceRecord>, OnlineRule, string | null, string])[] = [
    [{ online: true }, 'online-by-flag', null, 'coded-field'],
    [{ online: true, locationType: 'Flat' }, 'online-by-flag', 'private', 'coded-field'],
    [{ online: true, atHomeAddressOf: 'victim' }, 'online-by-flag', 'private', 'address-match'],
    [{ online: true, locationType: 'School' }, 'online-by-flag', 'public', 'coded-field'],
    [{ locationType: 'Social media' }, 'online-by-location-type', null, 'coded-field'],
    [{ offence: offence('008/71') }, 'online-by-offence', null, 'offence-inference'],
    [{ offence: offence('008/72'), online: false }, 'online-by-offence', null, 'offence-inference'],
    [{ offence: offence('071/17') }, 'online-by-offence', null, 'offence-inference'],
    [{ offence: offence('86') }, 'online-by-offence', null, 'offence-inference'],
  ];
  it.each(online)('%o is online by %s, space %s (%s)', (record, rule, physical, confidence) => {
    expect(classify(record)).toMatchObject({
      onlineElement: true,
      onlineRule: rule,
      physicalSpace: physical,
      confidence,
    });
  });

  it('does not call contact offences or blackmail without a flag online', () => {
    for (const code of ['019/08', '008/66', '035/00', '088/01']) {
      expect(offence(code)).not.toBeNull();
      expect(classify({ offence: offence(code) }).onlineElement).toBe(false);
    }
  });

  it('reaches every rule of the tables and no other', () => {
    const reached = new Set(cases.map(([record]) => classify(record).rule));
    expect([...reached].sort()).toEqual(Object.keys(spaceRules).sort());
    const reachedOnline = new Set(online.map(([record]) => classify(record).onlineRule));
    expect(reachedOnline).toEqual(new Set(Object.keys(onlineRules)));
  });

  it('takes any text without throwing', () => {
    const text = fc.option(fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(text, text, fc.boolean(), (locationType, locationText, hasLocation) => {
        const result = classify({ locationType, locationText, hasLocation });
        expect(spaceRules).toHaveProperty(result.rule);
        expect(result.physicalSpace === null).toBe(result.subtype === null);
      }),
    );
  });
});

describe('rules', () => {
  it('keeps ids apart between the tables, each with one sentence', () => {
    const ids = [vawgRules, spaceRules, onlineRules].flatMap((table) => Object.keys(table));
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(allRules)).toHaveLength(ids.length);
    for (const sentence of Object.values(allRules)) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });
});

describe('parseLocationTypes', () => {
  const problemsOf = (...rows: readonly Record<string, string>[]) => {
    const parsed = parseLocationTypes({ file: 'types.csv', rows }, 'test');
    return parsed.ok ? [] : parsed.problems.map(({ line, message }) => `${line}: ${message}`);
  };

  it('names the line of each fault', () => {
    expect(
      problemsOf(
        { text: 'flat', space: 'private', subtype: 'home' },
        { text: 'Flat', space: 'public', subtype: 'street' },
        { text: '', space: 'private', subtype: 'home' },
        { text: 'cave', space: 'secret', subtype: '' },
        { text: 'pub', space: 'private', subtype: 'licensed' },
      ),
    ).toEqual([
      '3: "flat" stands twice with two meanings',
      '4: the text is empty',
      '5: space "secret" is not one of private, public, set-aside, online, unclear',
      '6: subtype "licensed" is not one of private: home, garden, hotel-room, private-vehicle, care-home-room',
    ]);
    expect(problemsOf()).toEqual(['1: the table has no rows']);
  });

  it('lets two spellings of one meaning stand', () => {
    expect(
      problemsOf(
        { text: 'semi-detached', space: 'private', subtype: 'home' },
        { text: 'semi detached', space: 'private', subtype: 'home' },
      ),
    ).toEqual([]);
  });
});
