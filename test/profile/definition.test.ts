import { describe, expect, it } from 'vitest';
import type { Block, Section } from '../../src/domain/figures/blocks.ts';
import { collectSections } from '../../src/domain/figures/collect.ts';
import type { ProfileInputs } from '../../src/domain/figures/inputs.ts';
import { auditResult } from '../../src/domain/vawg/audit-result.ts';
import type { Rule } from '../../src/domain/vawg/rule-set.ts';
import { inputsOf, type MadeUpIncident, south, squareArea, west } from './made-up-inputs.ts';

const sectionOf = (inputs: ProfileInputs, number: number): Section => {
  const section = collectSections(inputs).find((one) => one.number === number);
  if (section === undefined) throw new Error(`no section ${number}`);
  return section;
};
const textOf = (section: Section): string => JSON.stringify(section.blocks);
const tablesOf = (section: Section): Extract<Block, { kind: 'table' }>[] =>
  section.blocks.filter((block) => block.kind === 'table');

const coreRule: Rule = {
  id: 'core-code',
  sentence: 'The offence is core.',
  isOn: true,
  when: [{ field: 'listTier', test: 'is', values: ['core'] }],
  answer: { question: 'vawg', tier: 'core' },
};

const withRules = (made: ProfileInputs, rules: readonly Rule[]): ProfileInputs => ({
  ...made,
  definition: { ...made.definition, rules },
});

describe('the definition', () => {
  it('is printed by name and version, with what its rules say and which are switched off', () => {
    const made = withRules(inputsOf([{ recorded: '2026-01-01' }]), [
      { ...coreRule, sentence: 'Only what the successor framework lists.' },
      { ...coreRule, id: 'old', sentence: 'The old rule.', isOn: false },
    ]);
    const named = { ...made, definition: { ...made.definition, name: 'Successor framework' } };
    expect(textOf(sectionOf(named, 0))).toContain('Successor framework');
    const terms = textOf(sectionOf(named, 1));
    expect(terms).toContain('Successor framework');
    expect(terms).toContain('In, as core: Only what the successor framework lists.');
    expect(terms).not.toContain('The old rule.');
    expect(textOf(sectionOf(named, 17))).toContain('Switched off: The old rule.');
  });

  it('keeps the female-victim tier out of the share of women, counted or not', () => {
    const { definition, ...made } = inputsOf([
      { recorded: '2026-01-01', victims: [{ sex: 'male' }] },
      { recorded: '2026-01-01', victims: [{ sex: 'female' }] },
      { recorded: '2026-01-01', tier: 'female-victim', victims: [{ sex: 'female' }] },
    ]);
    const settings = { ...definition.settings, includeFemaleVictimTier: true };
    const counted = { ...made, definition: { ...definition, settings } };
    counted.evidence.incidents.inVawg.fill(1);
    const sexes = tablesOf(sectionOf(counted, 9)).find(({ caption }) =>
      caption.startsWith('Sex of'),
    );
    expect(sexes?.caption).toContain('n = 2 victim entries; without 1 of the female-victim tier');
    const [tiers] = tablesOf(sectionOf(counted, 4));
    expect(tiers?.rows[2]?.[0]).toContain('counted in VAWG here, by choice');
  });
});

describe('private spaces', () => {
  const home = {
    space: 'private',
    easting: west,
    northing: south,
    recorded: '2026-03-01',
  } as const;

  it('lays incidents with a woman or girl over women and girls, and says how many others there are', () => {
    const made = inputsOf(
      [
        ...Array.from({ length: 8 }, (): MadeUpIncident => home),
        ...Array.from(
          { length: 4 },
          (): MadeUpIncident => ({ ...home, victims: [{ sex: 'male' }] }),
        ),
      ],
      { areas: [squareArea], areaOfIncident: new Int32Array(12) },
    );
    const [rates] = tablesOf(sectionOf(made, 6));
    // 8 incidents among 4,000 women and girls.
    expect(rates?.rows[0]?.slice(1, 4)).toEqual(['8', '4,000', '2.0']);
    expect(rates?.caption).toContain('the other 4 have no woman or girl recorded');
  });

  it('counts repeat victims by the window of section 9, and online likewise', () => {
    const on = (recorded: string, person: number): MadeUpIncident => ({
      ...home,
      online: true,
      recorded,
      victims: [{ person }],
    });
    // One comes again after 100 days, one after 400.
    const made = inputsOf([
      on('2024-01-01', 1),
      on('2024-04-10', 1),
      on('2024-01-01', 2),
      on('2025-02-04', 2),
    ]);
    for (const [number, where] of [
      [5, 'online'],
      [6, 'in private space'],
      [9, ''],
    ] as const) {
      const text = textOf(sectionOf(made, number));
      expect(text).toMatch(/Repeat victims: 1 of 2[^;]*within 365 days after an earlier one/);
      expect(text).toContain(where);
    }
  });

  it('says by which rule an online element was found', () => {
    const made = withRules(inputsOf([{ ...home, online: true }]), [
      {
        ...coreRule,
        id: 'online-by-flag',
        sentence: 'The record has an online flag.',
        answer: { question: 'online', online: true, confidence: 'coded-field' },
      },
    ]);
    expect(textOf(sectionOf(made, 5))).toContain('The record has an online flag\\" 1 (1 of 1)');
  });
});

describe('a random audit in the limitations', () => {
  it('says that one account coded twice, and how much an analyst decided', () => {
    const one = { vawg: true, online: false, space: 'public' } as const;
    const record = { first: one, second: one, rules: one, decided: ['vawg'] } as const;
    const audit = { drawnOn: '2026-01-01', records: 10, coded: 1, result: auditResult([record]) };
    const textWith = (oneAccount: number): string =>
      textOf(
        sectionOf(
          inputsOf([{ recorded: '2026-01-01' }], { audits: [{ ...audit, oneAccount }] }),
          3,
        ),
      );
    expect(textWith(1)).toContain('1 of them were coded under one account both times');
    expect(textWith(1)).toContain('1 of them an analyst had decided in part');
    expect(textWith(0)).not.toContain('one account');
  });
});
