import { describe, expect, it } from 'vitest';
import { countingLayer, forceGround } from '../../../src/domain/geography/area-layers.ts';

const area = (
  type: string,
  edition: string,
  name: string,
  femalePopulation: number | null = null,
) => ({
  type,
  edition,
  name,
  femalePopulation,
});

describe('the layer by which records are counted', () => {
  const ward = area('WD', '2024', 'Ward');
  const force = area('PFA', '2023', 'Testshire');
  const small = [area('LSOA', '2021', 'One'), area('LSOA', '2021', 'Two')];

  it('is the one with most areas, whatever came first', () => {
    expect(countingLayer([force, ward, ...small])).toEqual(small);
    expect(countingLayer([...small, ward, force])).toEqual(small);
    expect(countingLayer([])).toEqual([]);
  });

  it('is one whose women and girls are known before a finer one', () => {
    const peopled = area('WD', '2024', 'Ward', 900);
    expect(countingLayer([...small, peopled])).toEqual([peopled]);
  });

  it('keeps editions of one type apart; of equals the later import', () => {
    const old = [area('LSOA', '2011', 'One'), area('LSOA', '2011', 'Both')];
    expect(countingLayer([...old, ...small])).toEqual(small);
    expect(countingLayer([...old, area('LSOA', '2011', 'Third'), ...small])).toHaveLength(3);
  });
});

describe("the force's ground", () => {
  const own = area('PFA', '2020', 'Avon and Somerset');
  const other = area('PFA', '2020', 'Wiltshire');
  const small = area('LSOA', '2021', 'Avon and Somerset');

  it('is its own police force area where one has its name', () => {
    expect(forceGround([small, other, own], 'Avon & Somerset Constabulary')).toEqual([own]);
    expect(forceGround([other, own], 'The Wiltshire Police Service')).toEqual([other]);
  });

  it('is every area when none has', () => {
    expect(forceGround([small, other], 'Avon and Somerset')).toEqual([small, other]);
  });
});
