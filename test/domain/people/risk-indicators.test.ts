import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
  indicatorMasks,
  indicatorNames,
  indicatorsIn,
  namedParts,
  parseRiskIndicators,
  type RiskIndicatorList,
} from '../../../src/domain/people/risk-indicators.ts';
import { evidenceOf, type MadeUpIncident } from '../../profile/made-up-inputs.ts';

const file = 'risk-indicators-2026-11.csv';

function shipped(): RiskIndicatorList {
  const text = readFileSync(new URL(`../../../assets/lists/${file}`, import.meta.url), 'utf8');
  const { data, errors } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
  });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const parsed = parseRiskIndicators({ file, rows: data }, '2026-11');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.list;
}

const found = (incident: MadeUpIncident): string[] => {
  const { any } = indicatorMasks(evidenceOf([incident]).incidents, shipped());
  return indicatorsIn(any[0] ?? 0);
};

describe('the shipped list of indicators', () => {
  it('has every indicator once, with words', () => {
    const list = shipped();
    expect(list.indicators.map(({ name }) => name)).toEqual([...indicatorNames]);
    for (const { words } of list.indicators) expect(words.length).toBeGreaterThan(0);
  });

  it.each([
    [{ riskIndicators: 'Separation;Stalking behaviour' }, ['stalking', 'separation']],
    [{ riskIndicators: 'PREGNANT | Threatened to kill her' }, ['pregnancy', 'threats to kill']],
    [{ riskIndicators: 'No weapons;Pregnancy: no;Strangulation not known' }, []],
    [{ riskIndicators: 'Begun again' }, []],
    [{ offence: 'Non-fatal strangulation and suffocation' }, ['strangulation']],
    [{ offence: 'x', offenceCode: '00877' }, ['strangulation']],
    [{ offence: 'x', offenceCode: '8/67' }, ['coercive control']],
    [{ offence: 'x', offenceCode: '195/12' }, ['stalking']],
    [{ offence: 'x', offenceCode: '008/65' }, ['stalking']],
    [{ offence: 'x', offenceCode: '008/66' }, ['stalking']],
    [{ offence: 'x', offenceCode: '003/01' }, ['threats to kill']],
    [{ knife: 1 }, ['weapons']],
    [{ knife: 2 }, []],
  ])('finds %j', (incident: MadeUpIncident, expected: string[]) => {
    expect(found(incident)).toEqual(expected);
  });

  it('keeps what is written apart from what the offence says', () => {
    const { incidents } = evidenceOf([{ offenceCode: '008/77', riskIndicators: 'Separation' }]);
    const { any, written } = indicatorMasks(incidents, shipped());
    expect(indicatorsIn(any[0] ?? 0)).toEqual(['strangulation', 'separation']);
    expect(indicatorsIn(written[0] ?? 0)).toEqual(['separation']);
  });
});

describe('a faulty list', () => {
  it('names every problem by line', () => {
    const rows = [
      { indicator: 'stalking', words: 'stalking', meaning: 'm', source: 's' },
      { indicator: 'Jealousy', words: 'jealous', meaning: 'm', source: 's' },
      { indicator: 'stalking', words: '', meaning: '', source: '' },
      { indicator: 'weapons', words: 'knife|--', meaning: 'm', source: 's' },
    ];
    const parsed = parseRiskIndicators({ file, rows }, '1');
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    expect(parsed.problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      `3: indicator "Jealousy" is not one of ${indicatorNames.join(', ')}`,
      '4: the words are empty',
      '4: the meaning is empty',
      '4: the source is empty',
      '4: indicator "stalking" stands twice',
      '5: word "--" has no letter or digit',
    ]);
    expect(parseRiskIndicators({ file, rows: [] }, '1').ok).toBe(false);
  });
});

it('parts of a cell that say no are not named', () => {
  expect(namedParts('None; Weapons - N|Victim afraid;Not pregnant; ')).toEqual(['victim afraid']);
});
