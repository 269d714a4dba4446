import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { weighOffence } from '../../../src/domain/harm/weigh.ts';
import { type HarmWeightList, parseWeightList } from '../../../src/domain/harm/weight-list.ts';
import { offenceLookup } from '../../../src/domain/vawg/offence-lookup.ts';
import { shippedCodeList } from '../vawg/lists.ts';

const find = offenceLookup(shippedCodeList());

/** Weighs as the product does: looks the offence up in the VAWG list, then on the harm list. */
const weigh = (list: HarmWeightList, code: string | null, title: string | null = null) =>
  weighOffence(list, code, find(code, title)?.entry);

function listOf(name: string, weights: Readonly<Record<string, number>>): HarmWeightList {
  const rows = Object.entries(weights).map(([code, weight]) => ({
    list: name,
    edition: 'made up',
    code,
    weight: String(weight),
  }));
  const parsed = parseWeightList({ file: 'made-up.csv', rows }, 'test');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.list;
}

function shippedOns(): HarmWeightList {
  const file = 'ons-crime-severity-about-2018-20.csv';
  const text = readFileSync(new URL(`../../../assets/harm/${file}`, import.meta.url), 'utf8');
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const parsed = parseWeightList({ file, rows: data }, 'shipped');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.list;
}

const ons = shippedOns();
/** Made-up days: not those of the index, which is not ours to ship. */
const days = listOf('Cambridge Crime Harm Index', {
  '008/66': 111,
  '019/08': 999,
  '020/05': 12,
  '020/03': 555,
});

describe('the weight of an offence on a list by class', () => {
  it.each([
    ['a Home Office code, by its class', '008/66', null, 56.35],
    ['a class', '8Q', null, 56.35],
    ['a CJS code, by its row', 'PH97008', null, 56.35],
    ['a title alone', null, 'Stalking involving serious alarm or distress', 56.35],
    ['a code without a row of its own, by its class number', '021/99', null, 823.72],
    ['a class that is not on the list, by the class of its title', '8Z', 'Stalking', 56.35],
    ['murder', '001/01', null, 7973.39],
    ['a class outside VAWG', '34B', null, 799.63],
    ['a class in parts that weigh the same', '34', null, 799.63],
    ['sextortion, as the blackmail that it is', null, 'Sextortion', 785.81],
  ])('%s', (_, code, title, weight) => {
    expect(weigh(ons, code, title)).toBeCloseTo(weight, 2);
  });

  it.each([
    ['non-fatal strangulation by code', '008/77', null],
    ['a class in parts that do not', '058/00', null],
    ['a class of which the list has one part', '011/99', null],
    ['coercive control', '008/67', null],
    ['non-fatal strangulation by title', null, 'Non-fatal strangulation'],
    [
      'non-fatal strangulation by title under an unlisted code',
      '021/99',
      'Non-fatal strangulation',
    ],
    ['coercive control, whose class differs between lists', '008/67', null],
    ['an offence whose row has no class', '104/33', null],
    ['a number that the list divides by letters', '019/99', null],
    ['an offence nobody knows', null, 'Zzz'],
    ['nothing at all', null, null],
    ['a code that a spreadsheet damaged', '44062', null],
  ])('unweighted: %s', (_, code, title) => {
    expect(weigh(ons, code, title)).toBeNull();
  });
});

describe('the weight of an offence on a list by Home Office code', () => {
  it.each([
    ['its own code', '866', null, 111],
    ['the code of its row, by CJS code', 'PH97008', null, 111],
    ['the code of its row, by title', null, 'Stalking involving serious alarm or distress', 111],
    ['its own code over its title', '020/03', 'Sexual assault on a female aged 13 and over', 555],
    ['a class: the first row of a class does not answer for it', '20A', null, null],
    ['a code that is not on the list', '008/65', null, null],
    ['non-fatal strangulation', '008/77', null, null],
  ])('%s', (_, code, title, weight) => {
    expect(weigh(days, code, title)).toBe(weight);
  });

  it('weighs an offence of unweightedCodes only by a weight of its own', () => {
    const eight = listOf('Made up', { '8': 5, '8N': 6 });
    const onlyEight = listOf('Made up', { '8': 5 });
    expect(weighOffence(eight, '008/77', undefined)).toBeNull();
    expect(weighOffence(onlyEight, '008/77', undefined)).toBeNull();
    expect(weighOffence(onlyEight, '008/99', undefined)).toBe(5);
    expect(weighOffence(eight, '008/99', undefined)).toBeNull();
    // Even where a force gave its row a class: the class's weight was worked out without the offence.
    const entry = find('008/77', null)?.entry;
    if (entry === undefined) throw new Error('008/77 is not in the list');
    expect(weighOffence(eight, '008/77', { ...entry, offenceClass: '8N' })).toBeNull();
    expect(weighOffence(eight, null, { ...entry, offenceClass: '8N' })).toBeNull();
    expect(weigh(listOf('Made up', { '008/77': 40 }), '008/77')).toBe(40);
  });

  it('takes CJS codes of a row only where their weights agree', () => {
    expect(weigh(listOf('Made up', { PH97007: 3, PH97010: 3 }), '008/65')).toBe(3);
    expect(weigh(listOf('Made up', { PH97007: 3, PH97010: 4 }), '008/65')).toBeNull();
    expect(weigh(listOf('Made up', { PH97007: 3, PH97010: 4 }), 'PH97010')).toBe(4);
  });

  it('keeps a weight of 0 apart from no weight', () => {
    expect(weigh(listOf('Made up', { '008/66': 0 }), '008/66')).toBe(0);
  });
});
