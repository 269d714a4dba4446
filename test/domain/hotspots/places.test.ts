import { describe, expect, it } from 'vitest';
import { oneCoordinateOf, streetIn, suggestedName } from '../../../src/domain/hotspots/places.ts';

it('one coordinate makes a cell from ten records and half of them on', () => {
  const easting = Float64Array.of(...Array(12).fill(1), 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
  const northing = new Float64Array(easting.length);
  const upTo = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => from + index);
  expect(oneCoordinateOf([upTo(0, 24)], easting, northing)).toEqual({
    records: 12,
    cellRecords: 24,
  });
  expect(oneCoordinateOf([upTo(1, 24), upTo(12, 24)], easting, northing)).toBeNull();
  expect(oneCoordinateOf([upTo(0, 9)], easting, northing)).toBeNull();
});

describe('the name of a place', () => {
  it('takes only what reads like a street out of a text', () => {
    expect(streetIn('Near Plover Walk')).toBe('Plover Walk');
    expect(streetIn('outside 14a STATION ROAD, flat of the witness')).toBe('Station Road');
    expect(streetIn("St Mary's Rd junction High Street")).toBe("St Mary's Rd");
    expect(streetIn('12 High Street')).toBe('High Street');
    expect(streetIn('The Anchor, Old Mill Lane')).toBe('Old Mill Lane');
    for (const text of ['', 'Street', 'in the street', 'Umber Bar', 'Dwelling', '22 the road'])
      expect(streetIn(text)).toBeNull();
  });

  it('is made of its commonest streets and its venue, else of area or position', () => {
    const sources = { texts: [], venue: null, area: '', centre: [440_125, 330_125] as const };
    const texts = [
      { label: 'Near Plover Walk', value: 6 },
      { label: 'Plover Walk', value: 3 },
      { label: '3 Sorrel Rise', value: 4 },
      { label: 'Larch Croft', value: 2 },
      { label: 'her home', value: 30 },
    ];
    expect(suggestedName({ ...sources, texts })).toBe('Plover Walk and Sorrel Rise');
    expect(suggestedName({ ...sources, texts, venue: 'The Anchor' })).toBe(
      'Plover Walk and Sorrel Rise, near The Anchor',
    );
    expect(suggestedName({ ...sources, venue: 'The Anchor' })).toBe('Near The Anchor');
    expect(suggestedName({ ...sources, area: 'Ward 1' })).toBe('Ward 1 (E440.1 N330.1 km)');
    expect(suggestedName(sources)).toBe('E440.1 N330.1 km');
  });
});
