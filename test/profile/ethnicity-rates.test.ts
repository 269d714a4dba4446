import { describe, expect, it } from 'vitest';
import { noEthnicPopulation } from '../../src/domain/equality/ethnic-population.ts';
import type { Block, Section } from '../../src/domain/figures/blocks.ts';
import { perpetratorsSection } from '../../src/domain/figures/perpetrators.ts';
import { victimsSection } from '../../src/domain/figures/victims.ts';
import { inputsOf, type MadeUpIncident } from './made-up-inputs.ts';

const ratesOf = (section: Section): Extract<Block, { kind: 'table' }> | undefined =>
  section.blocks
    .filter((block) => block.kind === 'table')
    .find(({ caption }) => caption.includes('of the same census group'));

const incident = (person: number, ethnicity: string, sex = 'female'): MadeUpIncident => ({
  recorded: '2026-03-01',
  victims: [{ person, ethnicity, sex }],
  suspects: [{ person: 100 + person, ethnicity, age: 30 }],
});
const own = [
  ...Array.from({ length: 10 }, (_, at) => incident(1 + at, 'B1')),
  ...Array.from({ length: 6 }, (_, at) => incident(20 + at, 'W1', 'male')),
  // The same person again: counts once, with the latest answer that is one.
  incident(1, ''),
  incident(30, 'NS'),
  ...Array.from({ length: 2 }, (_, at) => incident(40 + at, 'A1')),
];
const residents = noEthnicPopulation();
residents.Black.all = 2_000;
residents.Black.female = 1_000;
residents.White.all = 8_000;
residents.White.female = 4_000;
residents.Asian.all = 500;

describe('rates by ethnicity', () => {
  it('are of people over residents of the same group, in the order of the census', () => {
    const made = inputsOf(own, { ethnicPopulation: residents });
    // 10 in 2,000 is 5 in 1,000; Byar: 2.4 to 9.2. Fewer than five show no number.
    expect(ratesOf(perpetratorsSection(made))?.rows).toEqual([
      ['White', '6', '8,000', '0.8 (0.3 to 1.6)'],
      ['Mixed', '0', '0', 'no residents'],
      ['Asian', 'fewer than 5', '500', '-'],
      ['Black', '10', '2,000', '5.0 (2.4 to 9.2)'],
      ['Other', '0', '0', 'no residents'],
    ]);
  });

  it('of victims are of women and girls, and say who is in no rate', () => {
    const rates = ratesOf(victimsSection(inputsOf(own, { ethnicPopulation: residents })));
    expect(rates?.rows[0]).toEqual(['White', '0', '4,000', '0.0 (0.0 to 0.9)']);
    expect(rates?.rows[3]?.slice(0, 3)).toEqual(['Black', '10', '1,000']);
    expect(rates?.caption).toContain('n = 13 people, 1 of them (1 of 13) without an answer');
  });

  it('are not given without residents by ethnicity, and that is said', () => {
    const text = JSON.stringify(perpetratorsSection(inputsOf(own)).blocks);
    expect(text).toContain('No population by ethnicity was imported, so no rates of suspects');
  });
});
