import { describe, expect, it } from 'vitest';
import {
  buildGazetteer,
  type GazetteerEntry,
  matchPlace,
} from '../../../src/domain/geography/gazetteer.ts';

let lastId = 0;
function place(
  kind: GazetteerEntry['kind'],
  name: string,
  at: readonly [number, number] | null,
  areaCode: string | null = null,
): GazetteerEntry {
  lastId += 1;
  const [easting, northing] = at ?? [null, null];
  return { id: lastId, kind, name, easting, northing, areaCode };
}

const queensHead = place('venue', "The Queen's Head", [1000, 1000], 'A1');
const hareAndHounds = place('venue', 'Hare & Hounds', [1100, 1000], 'A1');
const crown = place('venue', 'The Crown', [1200, 1000], 'A1');
const lionWest = place('venue', 'Red Lion', [2000, 1000], 'A1');
const lionEast = place('venue', 'Red Lion', [9000, 1000], 'A2');
const parkStreet = place('street', 'Park Street', [1000, 1100], 'A1');
const saintJohns = place('street', "St John's Road", [1300, 1500], 'A1');
const windsorParkStreet = place('street', 'Windsor Park Street', [3000, 3000], 'A1');
const highStreetWest = place('street', 'High Street', [1950, 1050], 'A1');
const highStreetEast = place('street', 'High St.', [9100, 1050], 'A2');
const cafe = place('venue', 'Café Olé', [1400, 1000], 'A1');
const oneills = place('venue', "O'Neill's (Docks)", [1500, 1000], 'A1');
const postcode = place('postcode', 'BS1 4DJ', [2050, 1000], 'A1');
const westham = place('area', 'Westham', null, 'A1');
const eastham = place('area', 'Eastham', null, 'A2');
const gazetteer = buildGazetteer([
  queensHead,
  hareAndHounds,
  crown,
  lionWest,
  lionEast,
  parkStreet,
  windsorParkStreet,
  saintJohns,
  highStreetWest,
  highStreetEast,
  cafe,
  oneills,
  postcode,
  westham,
  eastham,
  ...['The Bar', 'Home', 'Park', 'Unknown', 'Ox', '1532', 'Car Park', 'The Downs'].map((name) =>
    place('venue', name, [5000, 5000]),
  ),
]);
const match = (text: string) => matchPlace(gazetteer, text);

describe('places named as they are written', () => {
  it.each([
    ['Outside the queens head pub', queensHead],
    ["o/s Queen's  HEAD, was punched", queensHead],
    ['hare and hounds', hareAndHounds],
    ['HARE & HOUNDS', hareAndHounds],
    ['assaulted in Park St.', parkStreet],
    ['Saint Johns Rd', saintJohns],
    ['St. Johns Road', saintJohns],
    ['cafe ole toilets', cafe],
    ['oneills docks', oneills],
    ["O'Neill's (Docks)", oneills],
    ['in The Crown', crown],
    ['Queens Head, Park Street', queensHead],
    ['somewhere at bs14dj', postcode],
    ['Queens Head Westham', queensHead],
    ['Queens Head Park Street', queensHead],
    ['12 Park Street', parkStreet],
  ])('%s', (text, entry) => {
    expect(match(text)).toMatchObject({ confidence: 'exact', entry, alternatives: [] });
  });
});

describe('places that are likely', () => {
  it.each([
    ['near the Queens Head', queensHead],
    ['opp Queens Head', queensHead],
    ['on the way from Queens Head', queensHead],
    ['corner of Park Street', parkStreet],
    ['j/w Park Street', parkStreet],
    ['Queen Head', queensHead],
    ['Qeuens Hed', queensHead],
    ['queenshead', queensHead],
    ['Park Streets', parkStreet],
    ['hare and hunds', hareAndHounds],
    ['Mini Park Street', parkStreet],
    ['the Crown brawl', crown],
    ['Windsr Park Street', windsorParkStreet],
  ])('%s', (text, entry) => {
    expect(match(text)).toMatchObject({ confidence: 'likely', entry });
  });

  it('never picks one of several by chance', () => {
    expect(match('Red Lion')).toMatchObject({
      confidence: 'likely',
      entry: null,
      alternatives: [lionWest, lionEast],
    });
    expect(match('junction of Park Street and St Johns Road')).toMatchObject({
      confidence: 'likely',
      entry: null,
      alternatives: [parkStreet, saintJohns],
    });
    expect(match('left Queens Head and went to Hare and Hounds')).toMatchObject({
      confidence: 'likely',
      entry: null,
    });
  });

  it('lets an area, a postcode or a street decide between places of one name', () => {
    expect(match('Red Lion, Eastham')).toMatchObject({ confidence: 'exact', entry: lionEast });
    expect(match('Red Lion BS1 4DJ')).toMatchObject({ confidence: 'exact', entry: lionWest });
    expect(match('Park Street by Red Lion')).toMatchObject({ confidence: 'likely', entry: null });
    expect(match('High Street, Westham')).toMatchObject({
      confidence: 'exact',
      entry: highStreetWest,
    });
    expect(match('High Street')).toMatchObject({
      confidence: 'likely',
      entry: null,
      alternatives: [highStreetWest, highStreetEast],
    });
  });

  it('says so when parts of the text contradict each other', () => {
    expect(match('Queens Head BS1 4DJ')).toMatchObject({
      confidence: 'likely',
      entry: queensHead,
      alternatives: [postcode],
    });
  });

  it('takes entries of one name within 500 m for one place', () => {
    const segments = buildGazetteer([
      place('street', 'Long Lane', [0, 0]),
      place('street', 'Long Lane', [0, 400]),
    ]);
    expect(matchPlace(segments, 'Long Ln').confidence).toBe('exact');
    const apart = buildGazetteer([
      place('street', 'Long Lane', [0, 0]),
      place('street', 'Long Lane', null),
    ]);
    expect(matchPlace(apart, 'Long Ln').confidence).toBe('likely');
  });
});

describe('what is not a place', () => {
  it.each([
    ['home'],
    ['the street'],
    ['park'],
    ['unknown'],
    ['the bar'],
    ['in the car park'],
    ['1532'],
    ['ox'],
    [''],
    ['Rose and Crown'],
    ['the Golden Crown'],
    ['he fell downs'],
    ['Crown and Anchor'],
    ['Crown Road'],
    ['Old Crown'],
    ['Upper Park Street'],
    ['the park, street lights out'],
    ['BS9 9ZZ'],
    ['Crowne'],
    ['nightclub smoking area'],
  ])('%s', (text) => {
    expect(match(text)).toMatchObject({ confidence: 'none', entry: null, alternatives: [] });
  });

  it('gives an area without a point', () => {
    expect(match('somewhere in Eastham')).toMatchObject({
      confidence: 'area-only',
      entry: eastham,
    });
    expect(match('Esatham')).toMatchObject({ confidence: 'area-only', entry: eastham });
    expect(match('Eastham Road').confidence).toBe('none');
  });
});

describe('many texts', () => {
  it('looks for 20,000 names in 100,000 texts in seconds', () => {
    let state = 3;
    const next = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 4294967296) * below);
    };
    const letter = (letters: string) => letters[next(letters.length)] ?? '';
    const syllable = () => letter('bcdfghjklmnprstvw') + letter('aeiou') + letter('lmnrst');
    const words = Array.from({ length: 30_000 }, () =>
      Array.from({ length: 2 + next(2) }, syllable).join(''),
    );
    const ends = ['Street', 'Road', 'Arms', 'Lane'];
    const many = buildGazetteer(
      Array.from({ length: 20_000 }, (_, i) =>
        place('street', `${words[i]} ${ends[i % 4]}`, [i * 1000, 0]),
      ),
    );
    let exact = 0;
    for (let i = 0; i < 100_000; i += 1) {
      const name = `${words[i % 30_000]} ${ends[(i % 30_000) % 4]}`;
      const text = `victim ${i} was struck outside ${name}, then ran towards the town centre`;
      if (matchPlace(many, text).confidence === 'exact') exact += 1;
    }
    expect(exact).toBeGreaterThan(50_000);
  });
});
