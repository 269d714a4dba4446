import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flagCodes } from '../../src/domain/evidence/columns.ts';
import type { Block, Section } from '../../src/domain/figures/blocks.ts';
import { collectSections } from '../../src/domain/figures/collect.ts';
import { outcomesSection } from '../../src/domain/figures/outcomes.ts';
import { trendSection } from '../../src/domain/figures/trend.ts';
import { drawChart } from '../../src/engine/page/draw.ts';
import { shippedOutcomes } from '../domain/justice/lists.ts';
import { inputsOf, type MadeUpIncident } from './made-up-inputs.ts';

const outcomeCodes = shippedOutcomes();
const textOf = (section: Section): string => JSON.stringify(section.blocks);

const tableOf = (section: Section, caption: string): Extract<Block, { kind: 'table' }> => {
  const table = section.blocks.find(
    (block) => block.kind === 'table' && block.caption.includes(caption),
  );
  if (table?.kind !== 'table') throw new Error(`no table "${caption}"`);
  return table;
};
const rowOf = (section: Section, caption: string, first: string): readonly string[] | undefined =>
  tableOf(section, caption).rows.find((row) => row[0] === first);

const times = (count: number, incident: MadeUpIncident): MadeUpIncident[] =>
  Array.from({ length: count }, () => incident);

const abuse = 1;
/**
 * Fifty offences: 10 of outcome 14 in private space, 10 of 15, 10 of 16 (all three ten days after), 10 charged after
 * forty days, 9 undecided of the last month, one filed. And a non-crime incident, and a cancelled crime.
 */
const incidents: MadeUpIncident[] = [
  ...times(10, {
    recorded: '2026-01-01',
    outcome: '14',
    outcomeOn: '2026-01-11',
    space: 'private',
    threats: abuse,
  }),
  ...times(10, { recorded: '2026-01-01', outcome: 'Outcome 15', outcomeOn: '2026-01-11' }),
  ...times(10, { recorded: '2026-01-01', outcome: 'OC16', outcomeOn: '2026-01-11' }),
  ...times(10, {
    recorded: '2026-01-01',
    outcome: '1',
    outcomeOn: '2026-02-10',
    arrested: flagCodes.yes,
    orderType: 'DVPO',
    orderBreached: '2026-01-01',
    referralService: 'Refuge',
  }),
  ...times(9, { recorded: '2026-10-31', arrested: flagCodes.no }),
  { recorded: '2026-01-01', outcome: 'Filed' },
  { recorded: '2026-01-01', isCrime: false, threats: abuse, space: 'private' },
  { recorded: '2026-01-01', crimeStatus: 'cancelled', outcome: '16' },
];
const made = inputsOf(incidents, { outcomeCodes });

describe('the section on justice outcomes', () => {
  const section = outcomesSection(made);

  it('stands in the profile with its finding', () => {
    const own = collectSections(made).find(({ number }) => number === 11);
    expect(own).toEqual(section);
    expect(own?.state).toBe('figures');
    const finding = section.blocks.find((block) => block.kind === 'finding');
    // 10 of 50 recorded and of 40 decided; 9 of 50 undecided; 14 and 16 are 20 of 40. Wilson for 20 of 40 is 35.2 to
    // 64.8 %.
    expect(finding?.text).toContain('Of 50 VAWG offences recorded, 9 (18.0 %) have no outcome yet');
    for (const code of [14, 15, 16])
      expect(finding?.text).toContain(
        `Outcome ${code}: 10 (20.0 % of recorded, 25.0 % of decided)`,
      );
    expect(finding?.text).toMatch(
      /together: 20 \(40\.0 % of recorded, 50\.0 % of decided\).*50\.0 % \(35\.2 to 64\.8 %\)/,
    );
    expect(textOf(section)).toContain(
      'Left out: 1 incidents that are not crimes, 1 crimes cancelled or transferred',
    );
  });

  it('lists what is not on the list', () => {
    expect(textOf(section)).toContain('Not on the list: \\"Filed\\" (1)');
    expect(rowOf(section, 'Shares of all recorded', '16')?.slice(2, 3)).toEqual(['10']);
  });

  it('splits by space and threat', () => {
    expect(rowOf(section, '14, 15 and 16 by space', 'Private spaces')).toEqual([
      'Private spaces',
      '10',
      '0 (0 of 10)',
      '0',
      '10',
      '0',
      '0',
      '10',
      '10 of 10, few (72.2 to 100.0 %)',
    ]);
    expect(rowOf(section, '14, 15 and 16 by space', 'Domestic abuse')?.[4]).toBe('10');
  });

  it('shows the undecided of each recent month', () => {
    expect(rowOf(section, 'by month of recording', 'October 2026')?.slice(1)).toEqual([
      '9',
      '9',
      '9 of 9',
    ]);
    expect(textOf(section)).toContain('few charges do not make a low charge rate');
  });

  it('times outcomes with the undecided in', () => {
    // 49 timed; 9 undecided after 0 days have left before the first outcome, so 30 of 40 decided on day 10 (25 %
    // left), the others on day 40.
    expect(rowOf(section, 'Kaplan-Meier', 'All')).toEqual([
      'All',
      '49',
      '9',
      '10 (10 to 10)',
      '75.0 %',
      '100.0 %',
      '100.0 %',
      '100.0 %',
    ]);
  });

  it('gives the measures of the data return', () => {
    // Ten crimes and one non-crime incident; the cancelled crime has no threat.
    expect(rowOf(section, 'Crime-to-incident', 'Domestic abuse')?.slice(1, 4)).toEqual([
      '10',
      '1',
      '0',
    ]);
    // Arrest: 10 yes and 9 no of 50. Wilson for 10 of 19: 31.7 to 72.7 %.
    expect(rowOf(section, 'Arrest, bail and files', 'All')).toEqual([
      'All',
      '10 of 19, few (31.7 to 72.7 %)',
      '62.0 %',
    ]);
    expect(textOf(section)).toContain(
      'Not supplied: pre-charge bail, of offences with an arrest; file to the prosecutor.',
    );
    expect(rowOf(section, 'Protective orders', 'DVPO')).toEqual(['DVPO', '10', '0', '10']);
    expect(rowOf(section, 'Referrals to support', 'Refuge')?.[1]).toBe('10');
    expect(rowOf(section, 'Referrals to support', 'All')?.[2]).toMatch(/^19\.2 %/);
  });

  it('tells crimes that were cancelled or transferred by what they would be if they stood', () => {
    const gone = inputsOf([
      { recorded: '2026-01-01', domesticAbuse: 1, threats: abuse },
      {
        tier: 'outside',
        crimeStatus: 'cancelled',
        space: 'private',
        suspects: [{ person: 1, status: 'suspect' }],
      },
    ]);
    const told = {
      ...gone,
      withdrawn: { indexes: Int32Array.of(1), threats: Uint8Array.of(abuse) },
    };
    const justice = outcomesSection(told);
    expect(rowOf(justice, 'Crime-to-incident', 'Domestic abuse')?.[4]).toBe('1');
    expect(rowOf(justice, 'Crime-to-incident', 'Domestic abuse: Private spaces')?.[4]).toBe('1');
    expect(rowOf(justice, 'Crime-to-incident', 'Domestic abuse: Public spaces')?.[4]).toBe('0');
    expect(textOf(justice)).toContain('1 crimes cancelled or transferred that would be VAWG');
  });

  it('says so when there is no list, no outcome, no incident or only open data', () => {
    expect(textOf(outcomesSection(inputsOf(incidents)))).toContain('No list of outcome codes');
    const none = inputsOf(times(30, { recorded: '2026-01-01' }), { outcomeCodes });
    expect(textOf(outcomesSection(none))).toContain('No offence has an outcome that is known');
    expect(textOf(outcomesSection(none))).toContain(
      'Referrals to specialist support: not supplied',
    );
    expect(textOf(outcomesSection(inputsOf([], { outcomeCodes })))).toContain(
      'nothing can be said',
    );
    const undated = inputsOf([{ recorded: '', outcome: '16' }], { outcomeCodes });
    expect(textOf(outcomesSection(undated))).toContain('1 without a recorded date');
    const open = inputsOf(
      times(30, {
        tier: 'context',
        outcome: 'Unable to prosecute suspect',
        recorded: '2026-01-01',
      }),
      { outcomeCodes },
    );
    const text = textOf(outcomesSection(open));
    expect(text).toMatch(/Action 8 cannot be measured.*merges outcomes 14, 15 and 16/);
    expect(outcomesSection(open).blocks).toHaveLength(1);
  });

  it('warns of outcomes that merge 14, 15 and 16', () => {
    const merged = inputsOf([{ recorded: '2026-01-01', outcome: 'Unable to prosecute suspect' }], {
      outcomeCodes,
    });
    expect(textOf(outcomesSection(merged))).toMatch(
      /1 offences are written as.*in none of the three/,
    );
  });

  it('never says NaN, null or undefined', () => {
    const flag = fc.integer({ min: 0, max: 2 });
    const incident = fc.record(
      {
        recorded: fc.constantFrom('', '2025-03-01', '2026-10-31 23:59'),
        committed: fc.constantFrom('', '1998-01-01', '2026-10-31 23:59'),
        outcome: fc.constantFrom('', '1', '14', '15', '16', 'Filed', 'Under investigation'),
        outcomeOn: fc.constantFrom('', '2025-02-01', '2025-04-01', '2027-01-01'),
        isCrime: fc.boolean(),
        online: fc.boolean(),
        threats: fc.integer({ min: 0, max: 31 }),
        arrested: flag,
        preChargeBail: flag,
        fileSubmitted: flag,
        orderType: fc.constantFrom('', 'DVPO'),
        referralService: fc.constantFrom('', 'Refuge'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(incident as fc.Arbitrary<MadeUpIncident>, { maxLength: 50 }), (own) => {
        const inputs = inputsOf(own, { outcomeCodes });
        const text = textOf(outcomesSection(inputs)) + textOf(trendSection(inputs));
        expect(text).not.toMatch(/NaN|undefined|Infinity|null/);
      }),
      { numRuns: 200 },
    );
  });
});

describe('late reports in the section on trend', () => {
  it('are counted apart', () => {
    // 18 on the day, one after 40 days, one after 366; one without a committed date. The 90th percentile of the
    // nineteen within a year is the 18th of them: 0 days. Fewer than twenty, so no months are given.
    const own = [
      ...times(18, { committed: '2026-10-31', recorded: '2026-10-31' }),
      { committed: '2026-09-21', recorded: '2026-10-31' },
      { committed: '2025-10-30', recorded: '2026-10-31' },
      { recorded: '2026-10-31' },
    ];
    const text = textOf(trendSection(inputsOf(own)));
    expect(text).toContain('Late reports: 1 of 20 incidents with both days known (5.0 %)');
    expect(text).toContain('1 incidents cannot be assessed');
    expect(text).not.toContain('Nine in ten');
    const more = [...own, ...times(8, { committed: '2026-09-21', recorded: '2026-10-31' })];
    // Now 27 within a year; the 25th is 40 days, so September and October are filling.
    expect(textOf(trendSection(inputsOf(more)))).toContain(
      'within 40 days: by committed date, the latest 2 months are still filling',
    );
  });

  it('cannot be told without both days', () => {
    expect(textOf(trendSection(inputsOf([{ recorded: '2026-10-31' }])))).toContain(
      'late reports cannot be counted',
    );
  });
});

it('months still filling are hatched, with a legend', () => {
  const chart = {
    kind: 'months',
    caption: '',
    firstMonth: '2026-01',
    counts: [5, 6, 7, 8],
    colour: 'public',
    unit: 'incidents',
    breaks: [],
  } as const;
  const svg = drawChart({ ...chart, fillingMonths: 2 });
  expect(svg).toContain('<pattern');
  expect(svg).toContain('>still filling</text>');
  // The swatch of the legend, and the mark of the two bars.
  expect(svg.match(/fill="url\(#still-filling-public\)"/g)).toHaveLength(2);
  expect(drawChart({ ...chart, fillingMonths: 0 })).not.toContain('still-filling');
});
