import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLocationTypes } from '../../../src/domain/vawg/location-types.ts';
import { lookUpOffence } from '../../../src/domain/vawg/offence-lookup.ts';
import { rulesOf } from '../../../src/domain/vawg/rule-set.ts';
import { classifyRecords, type Said, type SimpleRecord, shippedRules } from './classify-records.ts';
import { shippedCodeList } from './lists.ts';

const rules = shippedRules();
const idsOf = (question: 'online' | 'space') => rulesOf(rules, question).map((rule) => rule.id);

function classify(record: SimpleRecord): Said {
  const [said] = classifyRecords([record]);
  if (said === undefined) throw new Error('nothing was classified');
  return said;
}

/** Record, rule, "space subtype", confidence. */
const cases: readonly (readonly [SimpleRecord, string, string, string])[] = [
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
  [{ locationType: 'Police station' }, 'reported-at-location', 'set-aside', 'coded-field'],
  [
    { locationType: 'Custody suite', offenceCode: '020/05' },
    'reported-at-location',
    'set-aside',
    'coded-field',
  ],
  [{ locationType: 'Hospital A&E' }, 'reported-at-location', 'set-aside', 'coded-field'],
  [
    { locationType: 'Hospital', offenceCode: '008/73' },
    'on-duty-at-institution',
    'public health',
    'coded-field',
  ],
  [
    { locationType: 'Custody suite', offenceCode: '104/23' },
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
    'reported-at-named-location',
    'set-aside',
    'free-text-hint',
  ],
  [
    { locationText: 'On or near Police Station', offenceCode: '104/23' },
    'on-duty-at-named-institution',
    'public workplace',
    'free-text-hint',
  ],
  [{ locationText: 'Flat' }, 'location-text-private', 'private home', 'free-text-hint'],
  [{ locationText: 'On or near Alder Street' }, 'no-location-type', 'none', 'none'],
  [{ locationType: 'Hotel' }, 'location-type-unclear', 'none', 'none'],
  [{ locationType: 'Zeppelin' }, 'location-type-not-listed', 'none', 'none'],
  [{ atHomeAddressOf: 'none' }, 'no-location-type', 'none', 'none'],
  [{ locationText: 'No Location', hasLocation: false }, 'no-location', 'none', 'none'],
];

describe('in which space', () => {
  it.each(cases)('%o is decided by %s: %s (%s)', (record, rule, place, confidence) => {
    const result = classify(record);
    const found = result.setAside ? 'set-aside' : `${result.space} ${result.subtype}`.trim();
    expect([result.spaceRule, found, result.confidence]).toEqual([rule, place, confidence]);
    expect(result).toMatchObject({ online: false, onlineRule: '' });
    expect(result.setAside && result.space !== 'none').toBe(false);
  });

  const online: readonly (readonly [SimpleRecord, string, string, string])[] = [
    [{ online: true }, 'online-by-flag', 'none', 'coded-field'],
    [{ online: true, locationType: 'Flat' }, 'online-by-flag', 'private', 'coded-field'],
    [{ online: true, atHomeAddressOf: 'victim' }, 'online-by-flag', 'private', 'address-match'],
    [{ online: true, locationType: 'School' }, 'online-by-flag', 'public', 'coded-field'],
    [{ platform: 'Chatterbird' }, 'online-by-platform', 'none', 'coded-field'],
    [{ locationType: 'Social media' }, 'online-by-location-type', 'none', 'coded-field'],
    [{ offenceCode: '008/71' }, 'online-by-offence', 'none', 'offence-inference'],
    [{ offenceCode: '008/72', online: false }, 'online-by-offence', 'none', 'offence-inference'],
    [{ offenceCode: '071/17' }, 'online-by-offence', 'none', 'offence-inference'],
    [{ offenceCode: '86' }, 'online-by-offence', 'none', 'offence-inference'],
  ];
  it.each(online)('%o is online by %s, space %s (%s)', (record, rule, physical, confidence) => {
    expect(classify(record)).toMatchObject({
      online: true,
      onlineRule: rule,
      space: physical,
      confidence,
    });
  });

  it('does not call contact offences or blackmail without a flag online', () => {
    for (const code of ['019/08', '008/66', '035/00', '088/01']) {
      expect(lookUpOffence(shippedCodeList(), code, null)).toBeDefined();
      expect(classify({ offenceCode: code }).online).toBe(false);
    }
  });

  it('reaches every rule of the tables and no other', () => {
    const reached = new Set(cases.map(([record]) => classify(record).spaceRule));
    expect([...reached].sort()).toEqual(idsOf('space').toSorted());
    const reachedOnline = new Set(online.map(([record]) => classify(record).onlineRule));
    expect(reachedOnline).toEqual(new Set(idsOf('online')));
  });

  it('takes any text without throwing', () => {
    const text = fc.option(fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(text, text, fc.boolean(), (locationType, locationText, hasLocation) => {
        const result = classify({ locationType, locationText, hasLocation });
        expect(idsOf('space')).toContain(result.spaceRule);
        expect(result.space === 'none').toBe(result.subtype === '');
      }),
    );
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
