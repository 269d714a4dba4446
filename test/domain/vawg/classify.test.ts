import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { threatNames, tierNames } from '../../../src/domain/evidence/columns.ts';
import { rulesOf } from '../../../src/domain/vawg/rule-set.ts';
import { classifyRecords, type Said, type SimpleRecord, shippedRules } from './classify-records.ts';

const rules = shippedRules();
const ruleIds = rulesOf(rules, 'vawg').map((rule) => rule.id);
const woman = { sex: 'female', ageYears: 34 } as const;
const girl = { sex: 'female', ageYears: 15 } as const;
const man = { sex: 'male', ageYears: 34 } as const;

function classify(record: SimpleRecord, includeFemaleVictimTier = false): Said {
  const settings = { ...rules.settings, includeFemaleVictimTier };
  const [said] = classifyRecords([record], { ...rules, settings });
  if (said === undefined) throw new Error('nothing was classified');
  return said;
}

/** Hand-made cases, at least one a rule: record, rule, tier, threats. */
const cases: readonly (readonly [SimpleRecord, string, string, readonly string[]])[] = [
  [
    { source: 'open-data', offenceTitle: 'Violence and sexual offences' },
    'open-data-context',
    'context',
    [],
  ],
  [
    { source: 'open-data', offenceTitle: 'Rape', domesticAbuse: true },
    'open-data-context',
    'context',
    [],
  ],
  [{ offenceCode: '019/08', crimeStatus: 'cancelled' }, 'crime-status-cancelled', 'outside', []],
  [
    { offenceCode: '019/08', crimeStatus: 'transferred', domesticAbuse: true },
    'crime-status-transferred',
    'outside',
    [],
  ],
  [
    { crimeStatus: 'N100', victims: [girl] },
    'rape-report-n100',
    'core',
    ['rape-serious-sexual', 'child-sexual'],
  ],
  [{ offenceCode: '8Q', victims: [man] }, 'core-code', 'core', []],
  [{ offenceCode: '019/10', victims: [man] }, 'core-code', 'core', ['rape-serious-sexual']],
  [
    { offenceCode: '019/08', victims: [girl] },
    'core-code',
    'core',
    ['rape-serious-sexual', 'child-sexual'],
  ],
  [
    { offenceCode: '008/66', domesticAbuse: true, online: true },
    'core-code',
    'core',
    ['domestic-abuse', 'tech-enabled'],
  ],
  [{ offenceCode: '008/52' }, 'core-code', 'core', ['honour-based']],
  [{ offenceCode: '071/17' }, 'core-code', 'core', ['child-sexual', 'tech-enabled']],
  [
    { offenceCode: '008/77', domesticAbuse: true },
    'core-code-with-domestic-abuse',
    'core',
    ['domestic-abuse'],
  ],
  [
    { offenceTitle: 'Shoplifting', domesticAbuse: true, victims: [man] },
    'domestic-abuse-flag',
    'flagged',
    ['domestic-abuse'],
  ],
  [
    { recordType: 'non-crime', domesticAbuse: true },
    'domestic-abuse-flag',
    'flagged',
    ['domestic-abuse'],
  ],
  [
    { offenceTitle: 'Words nobody has seen', domesticAbuse: true },
    'domestic-abuse-flag',
    'flagged',
    ['domestic-abuse'],
  ],
  [
    { offenceCode: '104/23', domesticAbuse: true },
    'domestic-abuse-flag',
    'flagged',
    ['domestic-abuse'],
  ],
  [{ offenceCode: '036/01', honourBased: true }, 'honour-based-flag', 'flagged', ['honour-based']],
  [
    { offenceCode: '092/61', childExploitation: true },
    'child-exploitation-flag',
    'flagged',
    ['child-sexual'],
  ],
  [
    { offenceTitle: 'Blackmail', online: true, victims: [man] },
    'online-flag',
    'flagged',
    ['tech-enabled'],
  ],
  [{ offenceCode: '008/72', online: true }, 'online-flag', 'flagged', ['tech-enabled']],
  [
    { offenceCode: '105/01', victims: [man, woman] },
    'female-victim-flag-tier',
    'female-victim',
    [],
  ],
  [{ offenceCode: '008/77', victims: [woman] }, 'female-victim-flag-tier', 'female-victim', []],
  [
    { offenceCode: '3B', online: true, victims: [woman] },
    'female-victim-flag-tier',
    'female-victim',
    ['tech-enabled'],
  ],
  [{ offenceCode: '105/01', victims: [man] }, 'flag-tier-without-flag', 'outside', []],
  [{ offenceCode: '105/01' }, 'flag-tier-without-flag', 'outside', []],
  [{ offenceTitle: 'Blackmail', victims: [woman] }, 'flag-tier-without-flag', 'outside', []],
  [{ offenceCode: '104/23', victims: [woman] }, 'excluded-code', 'outside', []],
  [{ offenceTitle: 'Shoplifting', online: true, victims: [woman] }, 'outside-code', 'outside', []],
  [{ recordType: 'non-crime', offenceTitle: 'Non Crime' }, 'non-crime-without-flag', 'outside', []],
  [{ recordType: 'non-crime' }, 'non-crime-without-flag', 'outside', []],
  [
    { offenceTitle: 'Words nobody has seen', victims: [woman] },
    'unmatched-offence',
    'unmatched',
    [],
  ],
  [{ offenceCode: '999/01' }, 'unmatched-offence', 'unmatched', []],
  [
    { recordType: 'non-crime', offenceTitle: 'Words nobody has seen' },
    'unmatched-offence',
    'unmatched',
    [],
  ],
  [{ offenceTitle: 'NOT SPECIFIED' }, 'no-offence-recorded', 'unmatched', []],
  [
    { recordType: 'non-crime', offenceTitle: 'EXPIRED - NOT FOR USE AFTER 30/01/24' },
    'no-offence-recorded',
    'unmatched',
    [],
  ],
  [{}, 'no-offence-recorded', 'unmatched', []],
];

describe('what is VAWG', () => {
  it.each(cases)('%o is decided by %s: %s', (record, rule, tier, threats) => {
    expect(classify(record)).toMatchObject({ vawgRule: rule, tier, threats });
  });

  it('counts core and flagged, and the female-victim tier only when asked', () => {
    for (const [record] of cases) {
      const plain = classify(record);
      const included = classify(record, true);
      expect(plain.inVawg).toBe(plain.tier === 'core' || plain.tier === 'flagged');
      expect(included).toEqual({
        ...plain,
        inVawg: plain.inVawg || plain.tier === 'female-victim',
      });
    }
  });

  it('reaches every rule of the table and no other', () => {
    const reached = new Set(cases.map(([record]) => classify(record).vawgRule));
    expect([...reached].sort()).toEqual(ruleIds.toSorted());
  });

  it('says how the offence was found, also where a flag decided', () => {
    expect(classify({ offenceCode: 'PH97008' }).matchedBy).toBe('cjs-code');
    expect(classify({ offenceCode: '8Q' }).matchedBy).toBe('class');
    expect(classify({ offenceTitle: 'Stalking' }).matchedBy).toBe('title');
    expect(classify({ offenceTitle: 'Words nobody has seen', domesticAbuse: true })).toMatchObject({
      tier: 'flagged',
      matchedBy: null,
    });
  });

  it('gives one tier to any record, and admits every live force record with a flag', () => {
    const flag = fc.constantFrom(true, false, null);
    const text = fc.oneof(
      fc.constantFrom(null, 'Rape', '104/23', 'Blackmail', 'Shoplifting', '8N', 'Non Crime'),
      fc.string({ unit: 'binary' }),
    );
    const records: fc.Arbitrary<SimpleRecord> = fc.record({
      source: fc.constantFrom('force', 'open-data'),
      recordType: fc.constantFrom('crime', 'non-crime'),
      crimeStatus: fc.constantFrom('recorded', 'cancelled', 'transferred', 'N100', ''),
      offenceTitle: text,
      offenceCode: text,
      domesticAbuse: flag,
      honourBased: flag,
      childExploitation: flag,
      online: flag,
      victims: fc.array(
        fc.record({
          sex: fc.constantFrom('female', 'male', 'other', null),
          ageYears: fc.option(fc.integer({ min: 0, max: 110 })),
        }),
        { maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(records, (record) => {
        const result = classify(record);
        expect(tierNames).toContain(result.tier);
        expect(ruleIds).toContain(result.vawgRule);
        const inOrder = threatNames.filter((threat) => result.threats.includes(threat));
        expect(result.threats).toEqual(inOrder);
        const isLive = record.crimeStatus !== 'cancelled' && record.crimeStatus !== 'transferred';
        const isFlagged = record.domesticAbuse || record.honourBased || record.childExploitation;
        if (record.source === 'open-data') expect(result.tier).toBe('context');
        else if (isLive && isFlagged) expect(result.inVawg).toBe(true);
        else if (!isLive) expect(result.inVawg).toBe(false);
      }),
    );
  });
});

describe('open data', () => {
  const published = { source: 'open-data', offenceTitle: 'Rape', domesticAbuse: true } as const;

  it('is context whatever the rules or a decision say', () => {
    const off = { ...rules, rules: rules.rules.filter(({ id }) => id !== 'open-data-context') };
    const decided = new Map([[0, { vawg: 'core' }]] as const);
    for (const [set, decisions] of [
      [off, new Map()],
      [rules, decided],
    ] as const) {
      expect(classifyRecords([published], set, decisions)).toMatchObject([
        { tier: 'context', inVawg: false, threats: [], vawgRule: 'open-data' },
      ]);
    }
  });
});
