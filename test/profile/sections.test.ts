import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Section } from '../../src/domain/figures/blocks.ts';
import { collectSections } from '../../src/domain/figures/collect.ts';
import type { ProfileInputs } from '../../src/domain/figures/inputs.ts';
import { renderPage } from '../../src/engine/page/render.ts';
import { south, squareArea, west } from './made-up-area.ts';
import { inputsOf, type MadeUpIncident, partnerAt, perceptionsAt } from './made-up-inputs.ts';

const fonts = { regular: new Uint8Array([1]), bold: new Uint8Array([2]) };

function pageOf(inputs: ProfileInputs): string {
  const facts = { title: 'Profile', lead: 'Lead', marking: inputs.marking, fonts };
  return renderPage(collectSections(inputs), facts);
}

const sectionOf = (inputs: ProfileInputs, number: number): Section => {
  const section = collectSections(inputs).find((one) => one.number === number);
  if (section === undefined) throw new Error(`no section ${number}`);
  return section;
};

const textOf = (section: Section): string => JSON.stringify(section.blocks);

const captionsOf = (section: Section): string[] =>
  section.blocks.flatMap((block) => ('caption' in block ? [block.caption] : []));

const tablesOf = (section: Section): Extract<Block, { kind: 'table' }>[] =>
  section.blocks.filter((block) => block.kind === 'table');

/** So many incidents, each a metre further from a spot, from January 2024 to October 2026. */
function spread(
  count: number,
  easting: number,
  northing: number,
  more: MadeUpIncident = {},
): MadeUpIncident[] {
  return Array.from({ length: count }, (_, index) => {
    const day = `${2024 + (index % 3)}-${String(1 + (index % 10)).padStart(2, '0')}-15`;
    return {
      easting: easting + (index % 15),
      northing: northing + Math.floor(index / 15),
      recorded: day,
      committed: `${day} 22:30`,
      ...more,
    };
  });
}

const incident = fc.record(
  {
    tier: fc.constantFrom('core', 'flagged', 'female-victim', 'outside', 'unmatched', 'context'),
    space: fc.constantFrom('none', 'private', 'public'),
    online: fc.boolean(),
    easting: fc.oneof(fc.constant(Number.NaN), fc.integer({ min: west, max: west + 4_999 })),
    northing: fc.integer({ min: south, max: south + 4_999 }),
    recorded: fc.constantFrom('', '2023-11-30', '2025-03-01', '2026-10-31 23:59'),
    committed: fc.constantFrom('', '1998-01-01', '2026-10-31 23:59'),
    offence: fc.constantFrom('', 'Common assault', '<b>Rape</b>', 'x\u202Ey'),
  },
  { requiredKeys: [] },
);

const inputs = fc
  .record({
    incidents: fc.array(incident as fc.Arbitrary<MadeUpIncident>, { maxLength: 40 }),
    isContext: fc.boolean(),
    hasAreas: fc.boolean(),
    population: fc.constantFrom(null, 0, 4_000),
    perceptions: fc.integer({ min: 0, max: 25 }),
    partner: fc.integer({ min: 0, max: 3 }),
    hasLatest: fc.boolean(),
  })
  .map((parts): ProfileInputs => {
    const own = parts.incidents.map((one) =>
      parts.isContext ? { ...one, tier: 'context' as const } : one,
    );
    const made = inputsOf(own, {
      areas: parts.hasAreas ? [{ ...squareArea, femalePopulation: parts.population }] : [],
      perceptions: perceptionsAt(Array.from({ length: parts.perceptions }, () => [west, south])),
      partner: partnerAt(
        Array.from({ length: parts.partner }, () => [west, south]),
        'Noise',
      ),
      areaOfIncident: new Int32Array(own.length).fill(parts.hasAreas ? 0 : -1),
    });
    return parts.hasLatest ? made : { ...made, latest: null };
  });

describe('a profile of whatever there is', () => {
  it('has its headings and its marking, refers to nothing outside, and never says NaN', () => {
    fc.assert(
      fc.property(inputs, (made) => {
        const html = pageOf(made);
        expect(html).not.toMatch(/NaN|undefined|Infinity|\[object|null/);
        expect(html).not.toMatch(
          /(src|href)=(?!"#)|https?:(?!\/\/www\.w3\.org\/)|url\((?!data:|#)/,
        );
        expect(html).not.toContain('<b>');
        expect(html).not.toContain('\u202E');
        expect(html).toContain(made.marking);
        for (const heading of [
          'Data and limitations',
          'Online spaces',
          'Private spaces',
          'Public spaces',
          'Voices of women and girls',
        ])
          expect(html).toMatch(new RegExp(`<h2>\\d+\\. ${heading}</h2>`));
      }),
      { numRuns: 300 },
    );
  });

  it('has eighteen sections in order, none of them empty', () => {
    fc.assert(
      fc.property(inputs, (made) => {
        const sections = collectSections(made);
        expect(sections.map((section) => section.number)).toEqual([...Array(18).keys()]);
        for (const section of sections) expect(section.blocks.length).toBeGreaterThan(0);
      }),
    );
  });

  it('says of open data, on cover, in summary and in each section, that it is no VAWG measure', () => {
    const made = inputsOf(spread(60, west + 1_100, south + 1_100, { tier: 'context' }));
    for (const number of [0, 2, 3, 4, 5, 6, 7, 12])
      expect(textOf(sectionOf(made, number))).toContain('not a measure of violence against women');
    for (const section of collectSections(made))
      expect(textOf(section)).not.toMatch(/[1-9]\d* VAWG incidents/);
    expect(collectSections(made).flatMap((section) => section.blocks)).not.toContainEqual(
      expect.objectContaining({ kind: 'hours' }),
    );
  });
});

describe('each figure', () => {
  const made = inputsOf(
    [
      ...spread(80, west + 1_100, south + 1_100),
      ...spread(30, west + 3_000, south + 3_000, { space: 'private' }),
      ...spread(25, Number.NaN, Number.NaN, { space: 'none', online: true }),
    ],
    {
      areas: [squareArea],
      areaOfIncident: new Int32Array(135).fill(0),
      perceptions: perceptionsAt(Array.from({ length: 12 }, () => [west + 4_100, south + 4_100])),
    },
  );

  it.each([4, 5, 6, 7])(
    'of section %i says whether its period is recorded or committed',
    (number) => {
      for (const caption of captionsOf(sectionOf(made, number)))
        expect(caption).toMatch(/record(ed|ing)|committed|the same (run|incidents)/i);
    },
  );

  it.each([4, 5, 6, 7])('of section %i says its n', (number) => {
    for (const caption of captionsOf(sectionOf(made, number)))
      expect(caption).toMatch(/n = \d|the same \d* ?(run|incidents)|\d+ timed incidents/i);
  });

  it('that is a map carries the marking, its dates and what is not on it', () => {
    const maps = sectionOf(made, 7).blocks.filter((block) => block.kind === 'map');
    expect(maps.length).toBeGreaterThan(0);
    for (const { map } of maps) {
      expect(JSON.stringify(map)).toContain(made.marking);
      expect(map.source).toMatch(/January 2024 to October 2026/);
      expect(map.notShown.join(' ')).toMatch(/25 .*online/);
    }
  });
});

describe('places', () => {
  const oneCoordinate = { easting: west + 3_100, northing: south + 3_100 };
  const piled = [
    ...spread(90, west + 1_100, south + 1_100),
    // A default position inside a wider hot place: 32 on one coordinate, 60 more in the cells about it.
    ...spread(32, 0, 0, oneCoordinate),
    ...spread(30, west + 3_260, south + 3_100),
    ...spread(30, west + 3_100, south + 3_260),
  ];

  it('of which one cell stands at one coordinate are marked and not recommended', () => {
    const made = inputsOf(piled, {
      venues: [
        {
          name: 'Testshire Station',
          category: 'transport',
          capacity: null,
          closingTime: '',
          ...oneCoordinate,
        },
      ],
    });
    const [table] = tablesOf(sectionOf(made, 12));
    const row = table?.rows.find((cells) => cells.includes('Near Testshire Station'));
    expect(row?.at(-1)).toMatch(/32 of 32 .*one coordinate/);
    const summary = textOf(sectionOf(made, 2));
    expect(summary).not.toMatch(/First places to look at: [^"]*Testshire Station/);
    expect(summary).toMatch(/check[^"]*Testshire Station/i);
  });

  it('with hardly a record are not ranked', () => {
    const made = inputsOf([
      ...spread(5, west + 1_100, south + 1_100),
      ...spread(3, west + 4_100, south + 4_100),
    ]);
    const section = sectionOf(made, 12);
    expect(
      tablesOf(section)
        .slice(0, 1)
        .flatMap((table) => table.rows.map((row) => row[2])),
    ).toEqual(['5']);
    expect(textOf(section)).toContain('1 more place is hot only by neighbouring cells');
  });
});

describe('rates and shares', () => {
  it('of areas carry their interval, and few incidents do not lead', () => {
    const own = [
      ...spread(40, west + 1_000, south + 1_000, { space: 'private' }),
      ...spread(3, west + 2_000, south + 2_000, { space: 'private' }),
      ...spread(5, west + 2_000, south + 2_000, { space: 'private' }),
    ];
    const made = inputsOf(own, {
      areas: [
        { ...squareArea, name: 'Large' },
        { ...squareArea, name: 'Smallest', femalePopulation: 10 },
        { ...squareArea, name: 'Small', femalePopulation: 400 },
      ],
      areaOfIncident: Int32Array.from(own, (_, index) => (index < 40 ? 0 : index < 43 ? 1 : 2)),
    });
    const table = tablesOf(sectionOf(made, 6)).find((one) => one.caption.includes('per 1,000'));
    // Three are not printed. Five in 400 are 12.5 per 1,000, yet say less than forty in 4,000. By hand: the mean is
    // 48 / 4,410, the variance between areas 0.0001831, so the rates are 10.01 and 12.29; the intervals are the 2.5
    // and 97.5 % points of gamma distributions of shapes 40.65 and 5.65.
    expect(table?.rows.map((row) => [row[0], ...row.slice(-2)])).toEqual([
      ['Large', '10.0', '7.2 to 13.3'],
      ['Small', '12.3', '4.3 to 24.3'],
    ]);
  });

  it('of the latest year say that its last months are still filling', () => {
    const made = inputsOf(spread(200, west + 1_000, south + 1_000));
    expect(sectionOf(made, 4).blocks).toContainEqual(
      expect.objectContaining({
        kind: 'finding',
        text: expect.stringContaining('latest twelve months') as string,
        basis: expect.stringContaining('2 months still filling') as string,
      }),
    );
    expect(textOf(sectionOf(made, 2))).toContain('2 months still filling');
  });
});

describe('limits of the data', () => {
  it('name the share of unknown times and the reasons of rejection', () => {
    const made = inputsOf(
      [
        ...spread(30, west + 1_000, south + 1_000),
        ...spread(10, west + 1_000, south + 1_000, { committed: '2026-05-01' }),
      ],
      {
        sources: [
          {
            kind: 'incidents',
            preset: 'force-extract',
            files: 1,
            rows: 44,
            accepted: 40,
            rejected: 4,
            duplicates: 0,
            updated: 0,
            withoutLocation: 10,
            reasons: { 'no-recorded-date': 4 },
          },
        ],
      },
    );
    const text = textOf(sectionOf(made, 3));
    expect(text).toMatch(/10 of 40[^"]*(hour|time)/);
    expect(text).toContain('no recorded date (4)');
    expect(text).toContain('10 (22.7 %)');
  });

  it('show partner events beside incidents and never add them', () => {
    const places = Array.from({ length: 30 }, () => [west + 1_000, south + 1_000] as const);
    const without = inputsOf(spread(40, west + 1_000, south + 1_000));
    const made = { ...without, partner: partnerAt(places, 'Noise complaint') };
    expect(textOf(sectionOf(made, 7))).toContain('Noise complaint');
    expect(sectionOf(made, 4)).toEqual(sectionOf(without, 4));
  });
});
