import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Section } from '../../src/domain/figures/blocks.ts';
import { collectSections } from '../../src/domain/figures/collect.ts';
import { perpetratorsSection } from '../../src/domain/figures/perpetrators.ts';
import { victimsSection } from '../../src/domain/figures/victims.ts';
import type { RiskIndicatorList } from '../../src/domain/people/risk-indicators.ts';
import { fairnessNote, triageStatement } from '../../src/domain/people/triage.ts';
import { inputsOf, type MadeUpIncident } from './made-up-inputs.ts';

const textOf = (section: Section): string => JSON.stringify(section.blocks);

const tableOf = (section: Section, caption: string): Extract<Block, { kind: 'table' }> => {
  const table = section.blocks.find(
    (block) => block.kind === 'table' && block.caption.includes(caption),
  );
  if (table?.kind !== 'table') throw new Error(`no table "${caption}"`);
  return table;
};

const captionsOf = (section: Section): string[] =>
  section.blocks.flatMap((block) => ('caption' in block ? [block.caption] : []));

const list: RiskIndicatorList = {
  version: '2026-11',
  indicators: [
    { name: 'stalking', words: ['stalking'], codes: ['008/66'], meaning: 'Stalking', source: 's' },
    { name: 'pregnancy', words: ['pregnancy'], codes: [], meaning: 'Pregnancy', source: 's' },
  ],
};

/** Thirty women once each; one more three times, the first time aged 17, each time by the same suspect. */
const incidents: MadeUpIncident[] = [
  ...Array.from({ length: 30 }, (_, index) => ({
    recorded: '2026-03-01',
    severityScore: 2,
    space: 'private' as const,
    place: index + 1,
    victims: [{ person: index + 1, relationship: 'Stranger', ethnicity: 'B1' }],
    suspects: [{ person: 500 + index, age: index < 4 ? 16 : 30, status: 'suspect' as const }],
  })),
  ...['2026-01-01', '2026-02-01', '2026-02-11'].map((recorded, index) => ({
    recorded,
    severityScore: 100 + index,
    space: 'private' as const,
    place: 90,
    online: index === 2,
    riskIndicators: index === 1 ? 'Pregnancy;Stalking behaviour' : '',
    victims: [
      { person: 77, age: index === 0 ? 17 : 18, relationship: 'Ex-partner' },
      ...(index === 0 ? [{ person: 78, age: 3 }] : []),
    ],
    suspects: [{ person: 7_777, age: 40, status: index === 0 ? 'convicted' : 'suspect' } as const],
  })),
  { recorded: '2026-04-01', suspects: [{ person: 7_777, status: 'eliminated' }] },
  { recorded: '2026-04-01', crimeStatus: 'cancelled', suspects: [{ person: 7_777 }] },
];
const ons = { name: 'ONS Crime Severity Score', edition: 'made up', unit: 'score' } as const;
const cambridge = { name: 'Cambridge Crime Harm Index', edition: 'made up', unit: 'days' } as const;
const made = inputsOf(incidents, {
  riskIndicators: list,
  harmLists: { severity: ons, cambridge: null },
});

describe('the section on victims', () => {
  const section = victimsSection(made);

  it('finds the repeat victim among those identified', () => {
    // 30 + 77 + 78 are 32 people; 33 incidents name one of them; the second and third of 77 are repeats.
    expect(section.blocks.find((block) => block.kind === 'finding')?.text).toMatch(
      /1 of 32 identified victims \(3\.1 %\).*365 days.*2 of 33 incidents.*\(6\.1 %\)/,
    );
    expect(tableOf(section, 'by number of incidents').rows.map((row) => row[1])).toEqual([
      '31',
      '0',
      '1',
      '0',
    ]);
    // 35 incidents with 36 victim entries; two women (eliminated suspect, cancelled crime) have no identifier.
    expect(textOf(section)).toContain('36 victim entries stand on 35 counted');
    expect(textOf(section)).toContain('2 entries (5.6 %) have no identifier');
    expect(textOf(section)).toMatch(
      /Cut-off: 33 of these incidents were recorded in the first 365/,
    );
  });

  it('holds repeat beside all victims, children apart', () => {
    expect(tableOf(section, 'Children and adults').rows).toEqual([
      ['under 18', 'fewer than 5', '–', 'fewer than 5', '–'],
      ['18 and over', '30', '93.8 %', '0', '0 of 1'],
      ['not recorded', '0', '0.0 %', '0', '0 of 1'],
    ]);
    expect(tableOf(section, 'Relationship').rows).toEqual([
      ['Stranger', '30', '93.8 %', '0', '0 of 1'],
      ['Ex-partner', 'fewer than 5', '–', 'fewer than 5', '–'],
      ['not recorded', 'fewer than 5', '–', '0', '0 of 1'],
    ]);
    expect(tableOf(section, 'Signs').rows.map((row) => [row[0], row[1], row[3]])).toEqual([
      ['Disability recorded', '0', '0'],
      ['Pregnancy among the risk indicators', 'fewer than 5', 'fewer than 5'],
      ['Any risk indicator written', 'fewer than 5', 'fewer than 5'],
      ['Risk graded high', '0', '0'],
    ]);
  });

  it('counts repeat homes by address, and escalation beside its opposite', () => {
    expect(tableOf(section, 'Repeat places').rows[0]).toEqual([
      'Addresses in private space',
      '33',
      '0',
      '31',
      '1',
      '2',
      '9.1 %',
    ]);
    // 100, 101, 102; intervals 31 and 10 days.
    expect(textOf(section)).toMatch(/rises 2 times, falls 0 times/);
    expect(textOf(section)).toMatch(
      /for 1 of 1 \(fewer than 20[^)]*\)[^;]*last interval is shorter/,
    );
  });

  it('gathers rare relationships in one line', () => {
    const many = inputsOf(
      Array.from({ length: 15 }, (_, index) => ({
        recorded: '2026-01-01',
        victims: [{ person: 1 + index, relationship: `Kind ${index + 10}` }],
      })),
    );
    expect(tableOf(victimsSection(many), 'Relationship').rows.at(-1)?.slice(0, 2)).toEqual([
      'all others',
      '5',
    ]);
  });
});

describe('the section on perpetrators', () => {
  const section = perpetratorsSection(made);

  it('keeps suspect and convicted apart and leaves out the eliminated and the cancelled', () => {
    expect(textOf(section)).toContain(
      'Left out, in entries: eliminated suspects 1; on cancelled or transferred crimes 1.',
    );
    expect(textOf(section)).toContain('33 of 35 VAWG incidents (94.3 %) have a suspect left');
    const table = tableOf(section, 'section 38');
    expect(table.rows).toEqual([
      // The one convicted person stands on three incidents, two of them as a suspect.
      ['convicted', '1', '0', '1', '1', '1', '1'],
      ['charged', '0', '0', '0', '0', '0', '0'],
      ['suspect', '30', '4', '0', '0', '0', '32'],
      ['status not recorded', '0', '0', '0', '0', '0', '0'],
    ]);
    expect(section.blocks.find((block) => block.kind === 'finding')?.text).toContain(
      'Serial suspects: 1 of 31 identified suspects (3.2 %)',
    );
  });

  it('lists no identifier, no child, and says that it is triage', () => {
    expect(textOf(section)).toContain(triageStatement);
    const table = tableOf(section, 'recency, frequency and gravity');
    expect(table.rows).toHaveLength(10);
    // Last seen before the others (R 1), more often than all (30 of 31 lower: 5), graver than all (5).
    expect(table.rows[0]).toEqual([
      'Suspect A1',
      'convicted',
      '1',
      '5',
      '5',
      '11',
      '3',
      '0',
      '2',
      'serial; across spaces; stalking; pregnancy',
      'ONS: harm rests on one victim (100.0 %, 3 records)',
    ]);
    // 27 adults less the ten listed, all of one incident on the same day.
    expect(table.caption).toContain('17 more are equal to the last line');
    expect(textOf(section)).not.toMatch(/7,?777|\b5\d\d\b/);
  });

  it('lays the Cambridge index beside the ONS score wherever harm is shown, and marks what it rests on', () => {
    const own = incidents.map((each, at) => ({ ...each, cambridgeDays: at === 0 ? 900 : 1 }));
    const both = inputsOf(own, {
      riskIndicators: list,
      harmLists: { severity: ons, cambridge },
    });
    const triage = tableOf(perpetratorsSection(both), 'recency, frequency and gravity');
    const at = triage.columns.findIndex(({ title }) => title === 'G, Cambridge');
    expect(triage.rows[0]?.[at]).toBe('5');
    // Of 303 points the gravest record holds 102, no more than half; one victim stands on all three.
    expect(triage.rows[0]?.at(-1)).toBe(
      'ONS: harm rests on one victim (100.0 %, 3 records); Cambridge: harm rests on one victim (100.0 %, 3 records)',
    );
    expect(triage.rows.at(-1)?.at(-1)).toContain('ONS: harm rests on one record (100.0 %)');
    for (const one of [victimsSection(both), perpetratorsSection(both)]) {
      expect(tableOf(one, 'What the few hold').columns.map(({ title }) => title)).toEqual([
        'Top',
        'People',
        'Share of incidents',
        'By chance',
        'People by ONS harm',
        'Share of ONS harm',
        'People by Cambridge harm',
        'Share of Cambridge harm',
      ]);
    }
    expect(textOf(victimsSection(both))).toContain('(Cambridge weights)');
  });

  it('counts indicators with what they rest on', () => {
    expect(tableOf(section, 'High-risk indicators').rows).toEqual([
      ['stalking', 'Stalking', '1', '1', '1'],
      ['pregnancy', 'Pregnancy', '1', '1', '1'],
    ]);
    const without = perpetratorsSection(inputsOf(incidents));
    expect(textOf(without)).toContain('No list of high-risk indicators is loaded');
  });

  it('gives ethnicity as two tables in the order of the alphabet with the fairness note', () => {
    const own = perpetratorsSection(
      inputsOf(
        ['W1', 'W1', 'W1', 'W1', 'W1', 'A1', ''].map((ethnicity, index) => ({
          recorded: '2026-01-01',
          suspects: [{ person: index + 1, ethnicity, ethnicityOfficer: 'IC1' }],
        })),
      ),
    );
    expect(textOf(own)).toContain(fairnessNote);
    expect(tableOf(own, 'Self-defined').rows).toEqual([
      ['Asian', 'fewer than 5'],
      ['White', '5'],
      ['not recorded', 'fewer than 5'],
    ]);
    expect(tableOf(own, 'Officer-defined').rows).toEqual([['White', '7']]);
  });

  it('holds the power few beside chance', () => {
    // 31 people, 33 incidents. The top 5 % are two people: 3 + 1 of 33.
    const row = tableOf(section, 'What the few hold').rows[1];
    expect(row?.slice(0, 3)).toEqual(['5 %', '2', '12.1 %']);
  });

  it('says so when nobody has an identifier', () => {
    const nameless = inputsOf([{ recorded: '2026-01-01', suspects: [{ status: 'suspect' }] }]);
    expect(textOf(perpetratorsSection(nameless))).toContain(
      'No suspect who remains has an identifier',
    );
  });
});

const person = fc.constantFrom(0, 1, 2, 3);
const anyIncident = fc.record({
  recorded: fc.constantFrom('', '2023-01-01', '2024-06-01', '2024-06-01 12:00', '2026-10-31'),
  severityScore: fc.constantFrom(Number.NaN, 0, 5, 900),
  space: fc.constantFrom('none', 'private', 'public'),
  online: fc.boolean(),
  place: person,
  crimeStatus: fc.constantFrom('', 'recorded', 'cancelled'),
  victims: fc.array(fc.record({ person, age: fc.constantFrom(-1, 12, 40) }), { maxLength: 3 }),
  suspects: fc.array(
    fc.record({
      person,
      age: fc.constantFrom(-1, 12, 40),
      status: fc.constantFrom('', 'suspect', 'charged', 'convicted', 'eliminated'),
    }),
    { maxLength: 3 },
  ),
});

describe('both sections', () => {
  it('hold for whatever there is', () => {
    fc.assert(
      fc.property(
        fc.array(anyIncident as fc.Arbitrary<MadeUpIncident>, { maxLength: 12 }),
        (own) => {
          const any = inputsOf(own, { riskIndicators: list });
          for (const section of [victimsSection(any), perpetratorsSection(any)]) {
            expect(section.blocks.length).toBeGreaterThan(0);
            expect(textOf(section)).not.toMatch(/NaN|undefined|Infinity|null/);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('say in every caption the dates basis and the n', () => {
    for (const section of [victimsSection(made), perpetratorsSection(made)]) {
      expect(section.blocks.length).toBeGreaterThan(5);
      for (const caption of captionsOf(section)) expect(caption).toMatch(/recorded .*n = \d/i);
      expect(textOf(section)).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('say of open data that it has no people', () => {
    const context = inputsOf([{ tier: 'context', recorded: '2026-01-01' }]);
    for (const section of [victimsSection(context), perpetratorsSection(context)]) {
      expect(textOf(section)).toContain('It has no people');
      expect(textOf(section)).toContain('not a measure of violence against women');
    }
  });

  it('stand in the profile and bring their findings to the summary', () => {
    const sections = collectSections(made);
    expect(sections.filter((one) => one.number === 9 || one.number === 10)).toMatchObject([
      { title: 'Victims', state: 'figures' },
      { title: 'Perpetrators', state: 'figures' },
    ]);
    expect(textOf(sections[2] as Section)).toMatch(/Repeat victims: 1 of 32/);
  });

  it('say so when nobody is recorded', () => {
    const nobody = inputsOf([{ recorded: '2026-01-01', victims: [] }]);
    expect(textOf(victimsSection(nobody))).toContain('No victims are recorded');
    expect(textOf(perpetratorsSection(nobody))).toContain('No suspects are recorded');
  });
});
