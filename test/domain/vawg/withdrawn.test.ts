import { describe, expect, it } from 'vitest';
import { threatNames } from '../../../src/domain/evidence/columns.ts';
import { fieldColumns } from '../../../src/domain/vawg/field-columns.ts';
import { withdrawnCrimes } from '../../../src/domain/vawg/withdrawn.ts';
import { classesOf, ruleInputsOf, type SimpleRecord, shippedRules } from './classify-records.ts';

function withdrawnOf(records: readonly SimpleRecord[], decided: readonly number[] = []) {
  const inputs = ruleInputsOf(records);
  const rules = shippedRules();
  const decisions = new Map(decided.map((index) => [index, { vawg: 'outside' }] as const));
  const classes = classesOf(inputs, rules, decisions);
  const incidents = { length: records.length, ...classes };
  const { indexes, threats } = withdrawnCrimes({
    ...inputs,
    column: fieldColumns(inputs),
    rules,
    incidents,
  });
  return [...indexes].map((index, at) => [
    index,
    threatNames.filter((_, bit) => ((threats[at] ?? 0) & (1 << bit)) !== 0),
  ]);
}

describe('crimes that no longer stand', () => {
  const records: readonly SimpleRecord[] = [
    { offenceCode: '019/08', crimeStatus: 'cancelled' },
    { offenceCode: '105/01', crimeStatus: 'transferred', domesticAbuse: true },
    { offenceCode: '105/01', crimeStatus: 'cancelled' },
    { offenceCode: '046/01', crimeStatus: 'cancelled' },
    { offenceCode: '019/08' },
    { offenceCode: '019/08', crimeStatus: 'N100' },
    { offenceCode: '008/66', crimeStatus: 'cancelled', recordType: 'non-crime' },
    { source: 'open-data', offenceTitle: 'Rape', crimeStatus: 'cancelled' },
  ];

  it('are told with the threats they would be under, and nothing else is', () => {
    expect(withdrawnOf(records)).toEqual([
      [0, ['rape-serious-sexual']],
      [1, ['domestic-abuse']],
    ]);
  });

  it('stay as an analyst decided them', () => {
    expect(withdrawnOf(records, [0])).toEqual([[1, ['domestic-abuse']]]);
  });
});
