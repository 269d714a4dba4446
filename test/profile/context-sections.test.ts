import { describe, expect, it } from 'vitest';
import { wideBandOfAge, wideBandOfWords } from '../../src/domain/equality/age-band.ts';
import type { Engagement } from '../../src/domain/evidence/other-evidence.ts';
import type { Block, TableBlock } from '../../src/domain/figures/blocks.ts';
import { collectSections, placesOf } from '../../src/domain/figures/collect.ts';
import type { ProfileContext } from '../../src/domain/figures/context.ts';
import type { ProfileInputs } from '../../src/domain/figures/inputs.ts';
import { liveFigures } from '../../src/domain/figures/live-figures.ts';
import { makeAnew } from '../../src/domain/figures/remember.ts';
import { south, squareArea, west } from './made-up-area.ts';
import { nothingElse } from './made-up-definition.ts';
import { inputsOf, type MadeUpIncident, perceptionsAt } from './made-up-inputs.ts';

const context = (more: Partial<ProfileContext>): ProfileContext => ({
  ...nothingElse.context,
  ...more,
});

function blocksOf(inputs: ProfileInputs, number: number): readonly Block[] {
  return collectSections(inputs).find((section) => section.number === number)?.blocks ?? [];
}

function tableOf(inputs: ProfileInputs, number: number, caption: RegExp): TableBlock | undefined {
  return blocksOf(inputs, number).find(
    (block): block is TableBlock => block.kind === 'table' && caption.test(block.caption),
  );
}

function wordsOf(inputs: ProfileInputs, number: number): string {
  return JSON.stringify(blocksOf(inputs, number));
}

/** The same reports, one a day. */
function onDaysOfTheirOwn(reports: ProfileInputs['perceptions']): ProfileInputs['perceptions'] {
  const reportedMinutes = reports.reportedMinutes.map((minutes, at) => minutes + at * 1_440);
  return { ...reports, reportedMinutes };
}

/** One incident a day from a day on, all at one place. */
function daily(count: number, from: string, more: MadeUpIncident = {}): MadeUpIncident[] {
  const start = Date.parse(`${from}T00:00Z`);
  return Array.from({ length: count }, (_, day) => {
    const recorded = new Date(start + day * 86_400_000).toISOString().slice(0, 10);
    return { recorded, committed: `${recorded} 22:10`, ...more };
  });
}

const engagement: Engagement = {
  name: 'Walk and talk',
  heldOn: '2026-03-01',
  method: '',
  organisation: '',
  participants: 40,
  women: 38,
  girls: 2,
  blackAndMinoritised: 4,
  migrant: 0,
  disabled: null,
  lgbt: 1,
  statements: [],
};

describe('comparators', () => {
  const twoYears = [
    ...daily(100, '2024-01-01'),
    ...daily(150, '2025-01-01'),
    ...daily(300, '2024-02-01', { tier: 'outside' }),
    ...daily(300, '2025-02-05', { tier: 'outside' }),
  ];
  const rows = [
    ['2024/25', 'Testshire', '19C', 100],
    ['2025/26', 'Testshire', '19C', 110],
    ['2025/26', 'Testshire', '49', 390],
    ['2024/25', 'Otherham', '19C', 200],
    ['2025/26', 'Otherham', '19C', 190],
    ['2024/25', 'Elsewhere', '19C', 100],
    ['2025/26', 'Elsewhere', '19C', 98],
  ] as const;
  const made = inputsOf(twoYears, {
    context: context({
      coreClasses: new Set(['19C']),
      comparators: rows.map(([period, force, offenceClass, count]) => ({
        period,
        force,
        offenceClass,
        count,
      })),
    }),
  });

  it('set each headline beside last year and beside all records', () => {
    const table = tableOf(made, 4, /Every headline/);
    expect(table?.rows[0]?.slice(0, 3)).toEqual(['Recorded VAWG', '150', '100']);
    expect(table?.rows[0]?.[3]).toMatch(/^\+50\.0 % \(\+1\d\.\d % to \+\d+\.\d %\)$/);
    expect(table?.rows.at(-1)?.slice(0, 3)).toEqual([
      'All recorded incidents, VAWG or not',
      '450',
      '400',
    ]);
  });

  it('set the force beside similar ones in classes that are VAWG by number, never ranked', () => {
    const table = tableOf(made, 4, /similar forces/);
    expect(table?.rows).toEqual([
      ['Testshire', '110', '100', '+10.0 %', '22.0 %'],
      ['Elsewhere', '98', '100', '-2.0 %', '100.0 %'],
      ['Otherham', '190', '200', '-5.0 %', '100.0 %'],
    ]);
    const change = liveFigures(made, []).find(({ id }) => id === 'all.change');
    // 288 on 300.
    expect(change?.beside.map(({ text }) => text)).toEqual([
      '100',
      '+12.5 %',
      '-4.0 % in 2 similar forces, published 2025/26 on 2024/25, classes that are VAWG by number',
    ]);
  });

  it('compare no year with a part of one, and say what is missing', () => {
    const part = made.context.comparators.map((row) => ({
      ...row,
      period: row.period === '2025/26' ? '2025/26 Q1' : row.period,
    }));
    const words = wordsOf({ ...made, context: context({ comparators: part }) }, 4);
    expect(words).toContain('nothing is compared with other forces');
  });
});

describe('voices', () => {
  it('are held against the census, and groups that were not heard are named', () => {
    const made = inputsOf(daily(1, '2026-01-01'), {
      engagements: [
        engagement,
        { ...engagement, name: 'Refugee breakfast', participants: 10, girls: 0 },
      ],
      context: context({
        women: [
          { ageBand: '10-17', ethnicity: 'White', disability: 'No', people: 200 },
          { ageBand: '25-44', ethnicity: 'Black', disability: 'Yes', people: 300 },
          { ageBand: '45-64', ethnicity: 'White', disability: 'No', people: 500 },
        ],
      }),
    });
    const table = tableOf(made, 8, /^Who was heard/);
    expect(table?.rows.slice(0, 3)).toEqual([
      ['Girls under 18', '2', '4.0 %', '20.0 %'],
      ['Black and minoritised women and girls', '8', '16.0 %', '30.0 %'],
      ['Disabled women', '0', '0.0 %', '30.0 %'],
    ]);
    expect(table?.rows[4]).toEqual([
      'Refugee women (by the name of the engagement)',
      '10',
      '20.0 %',
      'not known',
    ]);
    expect(wordsOf(made, 8)).toContain(
      'nobody is recorded from disabled women, migrant women, women in sex industries; heard less than their share of women and girls: girls under 18, Black and minoritised women and girls',
    );
  });

  it('name fear without record and record without voice, kinds of evidence never added', () => {
    const feared = Array.from({ length: 12 }, () => [west + 3_100, south + 3_100] as const);
    const recorded = { easting: west + 1_100, northing: south + 1_100 };
    const made = inputsOf(daily(25, '2026-01-01', recorded), {
      perceptions: onDaysOfTheirOwn(perceptionsAt(feared)),
    });
    // On one day they are a burst, as a campaign makes it, and count as one report.
    const burst = inputsOf([], { perceptions: perceptionsAt(feared) });
    expect(tableOf(burst, 8, /^Fear without record/)).toBeUndefined();
    expect(tableOf(made, 8, /^Fear without record/)?.rows.map((row) => row.slice(1))).toEqual([
      ['12', '0', '0'],
    ]);
    expect(tableOf(made, 8, /^Record without voice/)?.rows.map((row) => row.slice(1))).toEqual([
      ['0', '0', '25'],
    ]);
    const figures = liveFigures(made, []);
    expect(figures.find(({ id }) => id === 'gap.feared.reports')?.value).toBe(12);
    expect(figures.find(({ id }) => id === 'gap.feared.records')?.value).toBe(0);
  });

  it('give reports a day before, during and after a promotion', () => {
    const day = (text: string): number => Date.parse(`${text}T12:00Z`) / 60_000;
    const reports = perceptionsAt(Array.from({ length: 5 }, () => [west, south] as const));
    const made = inputsOf([], {
      perceptions: {
        ...reports,
        reportedMinutes: Int32Array.from([
          day('2026-02-20'),
          day('2026-03-01'),
          day('2026-03-10'),
          day('2026-03-11'),
          day('2026-04-20'),
        ]),
      },
      context: context({
        calendar: [
          { name: 'StreetSafe week', type: 'campaign', from: '2026-03-01', to: '2026-03-10' },
          { name: 'Spring', type: 'campaign', from: '2026-04-19', to: '2026-04-20' },
          { name: 'Fair', type: 'event', from: '2026-03-01', to: '' },
        ],
      }),
    });
    // Two in ten days, one in the 28 before and one in the 28 after.
    expect(tableOf(made, 8, /^Reports a day/)?.rows).toEqual([
      ['StreetSafe week', '1 March 2026 to 10 March 2026', '0.0 (1)', '0.2 (2)', '0.0 (1)'],
      // The reports end with April: fewer than 28 days after are known.
      ['Spring', '19 April 2026 to 20 April 2026', '0.0 (0)', '0.5 (1)', 'not covered'],
    ]);
  });

  it('hide small cells of age, ethnicity and disability, and give no totals', () => {
    const victim = { sex: 'female', ethnicity: 'W1', disability: 'No' };
    const made = inputsOf([
      ...daily(13, '2026-01-01', { victims: [{ ...victim, age: 30 }] }),
      ...daily(4, '2026-02-01', { victims: [{ ...victim, age: 16 }] }),
    ]);
    const table = tableOf(made, 8, /^Age, ethnicity and disability/);
    expect(table?.rows).toEqual([
      ['under 18', 'White', 'no', 'fewer than 5', 'fewer than 5'],
      ['18 to 44', 'White', 'no', '15', 'fewer than 5'],
    ]);
    expect(table?.caption).not.toMatch(/n = /);
  });

  it('put the age bands of any source into wide ones, and guess none that lies across two', () => {
    expect([17, 18, 24, 25, 64, 65].map(wideBandOfAge)).toEqual([
      'under 18',
      '18 to 24',
      '18 to 24',
      '25 to 44',
      '45 to 64',
      '65 and over',
    ]);
    const words = [
      '25-34',
      'Under 18',
      '65 and over',
      '65+',
      '16-24',
      '55 to 64',
      '',
      'unknown',
      '18+',
    ];
    expect(words.map(wideBandOfWords)).toEqual([
      '25 to 44',
      'under 18',
      '65 and over',
      '65 and over',
      null,
      '45 to 64',
      null,
      null,
      null,
    ]);
  });
});

describe('priority locations', () => {
  const spot = { easting: west + 1_100, northing: south + 1_100, subtype: 'street' };
  const incidents = [...daily(60, '2025-01-01', spot), ...daily(90, '2026-01-01', spot)].map(
    (incident, at) => ({ ...incident, easting: spot.easting + (at % 40) }),
  );
  const activity = {
    type: 'Foot patrol',
    from: '2026-06-01',
    to: '2026-06-01',
    hours: 4,
    owner: 'Team',
    northing: south + 1_150,
  };

  it('show what is done there now and whether it can be patrolled', () => {
    const made = inputsOf(incidents, {
      areas: [squareArea],
      context: context({
        activities: [
          { ...activity, from: '2024-01-01', easting: west + 1_150 },
          { ...activity, easting: west + 1_150 },
          { ...activity, easting: west + 4_500 },
        ],
      }),
    });
    const [row] = tableOf(made, 12, /^What drives each place/)?.rows ?? [];
    expect(row?.slice(2)).toEqual(['yes: 100.0 % outdoors', 'Foot patrol: 1 times, 4 hours']);
    const nothing = inputsOf(incidents, { areas: [squareArea] });
    expect(tableOf(nothing, 12, /^What drives/)?.rows[0]?.[3]).toBe('not known');
    expect(wordsOf(nothing, 12)).toContain('No activities were imported');
  });

  it('say how often each place stays hot, and trust none much that often does not', () => {
    // Two whole years, so that a rank can be stable.
    const earlier = daily(30, '2024-01-01', spot);
    const made = inputsOf([...earlier, ...incidents], { areas: [squareArea] });
    const [cells] = placesOf(makeAnew(made)).map((place) => place.cells.map(({ index }) => index));
    const table = (inputs: ProfileInputs) => tableOf(inputs, 12, /^How well each place is known/);
    expect(table(made)?.rows[0]?.slice(3)).toEqual([
      'not checked',
      'high',
      'many incidents, rank stable',
    ]);
    expect(table(made)?.caption).toContain('was not checked on these data');
    const checked = (stays: number): ProfileInputs => ({
      ...made,
      stability: {
        run: 'a1',
        spots: [
          { cells: [-7], stays: 0, checks: 15, words: 'Another place.' },
          { cells: cells ?? [], stays, checks: 15, words: 'Stays hot in some; not with 125 m.' },
        ],
      },
    });
    expect(table(checked(12))?.rows[0]?.slice(3, 5)).toEqual(['12 of 15 checks', 'high']);
    expect(table(checked(11))?.rows[0]?.slice(3)).toEqual([
      '11 of 15 checks',
      'moderate',
      'it does not stay hot in every way of asking',
    ]);
    expect(wordsOf(checked(11), 12)).toContain('stays hot in some; not with 125 m.');
    expect(wordsOf(checked(15), 12)).not.toContain('not with 125 m');
  });

  it('say which measures are missing, and rank by those that are there', () => {
    const made = inputsOf(incidents, {
      areas: [squareArea],
      perceptions: perceptionsAt([[west + 1_100, south + 1_100]]),
    });
    const table = tableOf(made, 12, /^Priority locations by rank/);
    expect(table?.columns.map(({ title }) => title)).toEqual([
      'Place',
      'Rank by count',
      'Rank by fear',
      'What the ranks say',
    ]);
    expect(table?.caption).toContain(
      'the ONS score is not loaded; the Cambridge index is not loaded',
    );
  });
});

describe('small tables', () => {
  it('stand apart: deaths with the outcomes, investigators and conduct with the response', () => {
    const row = (item: string) => ({ item, period: '2025/26', count: 3, note: '' });
    const made = inputsOf(daily(1, '2026-01-01'), {
      context: context({
        capability: [row('Investigators in post'), row('Domestic abuse-related deaths')],
        conduct: [row('Allegations')],
      }),
    });
    expect(tableOf(made, 11, /deaths/)?.rows.map(([item]) => item)).toEqual([
      'Domestic abuse-related deaths',
    ]);
    expect(tableOf(made, 14, /Action 4/)?.rows.map(([item]) => item)).toEqual([
      'Investigators in post',
    ]);
    expect(tableOf(made, 14, /Action 1/)?.rows).toHaveLength(1);
  });

  it('say so where none was supplied', () => {
    const made = inputsOf(daily(1, '2026-01-01'));
    expect(wordsOf(made, 11)).toContain('A year without a table is not a year without a death');
    expect(wordsOf(made, 14)).toContain('No activities, capability or conduct tables');
  });
});
