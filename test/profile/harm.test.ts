import { describe, expect, it } from 'vitest';
import type { Block, TableBlock } from '../../src/domain/figures/blocks.ts';
import { type HarmUnits, harmBlocks } from '../../src/domain/figures/harm.ts';
import type { HarmListsInForce } from '../../src/domain/figures/inputs.ts';
import { inputsOf, type MadeUpIncident } from './made-up-inputs.ts';

const lists: HarmListsInForce = {
  severity: { name: 'ONS Crime Severity Score', edition: 'about 2018-20', unit: 'score' },
  cambridge: { name: 'Cambridge Crime Harm Index', edition: '2020', unit: 'days' },
};

const cells = (unitOf: readonly number[], names: readonly string[]): HarmUnits => ({
  title: 'Cell',
  plural: 'cells',
  names,
  unitOf: Int32Array.from(unitOf),
  incidentOf: null,
  areThemselves: null,
});

function tableOf(blocks: readonly Block[]): TableBlock {
  const found = blocks.find((block) => block.kind === 'table');
  if (found?.kind !== 'table') throw new Error('no table');
  return found;
}

const textsOf = (blocks: readonly Block[], kind: 'warning' | 'paragraph'): string[] =>
  blocks.flatMap((block) => (block.kind === kind ? [block.text] : []));

const harassment: MadeUpIncident = {
  offence: 'Harassment',
  severityScore: 40,
  cambridgeDays: 10,
  recorded: '2026-03-01',
};
const rape: MadeUpIncident = {
  offence: 'Rape',
  severityScore: 3000,
  cambridgeDays: 1825,
  recorded: '2026-03-02',
};
const strangulation: MadeUpIncident = { offence: 'Strangulation', recorded: '2026-03-03' };

describe('the table of harm', () => {
  const incidents = [harassment, harassment, harassment, rape, harassment, strangulation];
  const all = incidents.map((_, index) => index);
  const units = cells([0, 0, 0, 1, 1, 2], ['North', 'South', 'East', 'Empty']);

  it('sets ranks by count and by both lists side by side, with what harm rests on', () => {
    const table = tableOf(harmBlocks(inputsOf(incidents), all, units, lists));
    expect(table.columns.map(({ title }) => title)).toEqual([
      'Cell',
      'Incidents',
      'Rank by count',
      'ONS score',
      'Rank by ONS',
      'Unweighted, ONS',
      'Top offence, ONS',
      'Cambridge days',
      'Rank by Cambridge',
      'Unweighted, Cambridge',
      'Top offence, Cambridge',
      'Caution',
    ]);
    const few = 'fewer than 20 incidents: read with care';
    // South: 3,000 of 3,040 is 98.7 %; 1,825 of 1,835 is 99.5 %. North: three records of one day.
    const day = 'what was recorded on 1 March 2026 (100.0 %, 3 records)';
    expect(table.rows).toEqual([
      [
        'North',
        '3',
        '1',
        '120',
        '2',
        '0',
        'Harassment (100.0 %)',
        '30',
        '2',
        '0',
        'Harassment (100.0 %)',
        `ONS: harm rests on ${day}; Cambridge: harm rests on ${day}; ${few}`,
      ],
      [
        'South',
        '2',
        '2',
        '3,040',
        '1',
        '0',
        'Rape (98.7 %)',
        '1,835',
        '1',
        '0',
        'Rape (99.5 %)',
        `ONS: harm rests on one record (98.7 %); Cambridge: harm rests on one record (99.5 %); ${few}`,
      ],
      [
        'East',
        '1',
        '3',
        'unweighted',
        'no rank',
        '1',
        '',
        'unweighted',
        'no rank',
        '1',
        '',
        `ONS: 1 of 1 unweighted; Cambridge: 1 of 1 unweighted; ${few}`,
      ],
    ]);
    expect(table.caption).toContain('3 cells with incidents');
    expect(table.caption).toContain(
      'ONS: ONS Crime Severity Score, edition about 2018-20, in points; 1 of 6 incidents unweighted.',
    );
    expect(table.caption).toContain('Cambridge Crime Harm Index, edition 2020, in days;');
  });

  it('counts only the incidents that are asked for', () => {
    const { rows } = tableOf(harmBlocks(inputsOf(incidents), [0, 3], units, lists));
    // One incident each: of two alike by count the one with more harm comes first.
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['South', '1', '1'],
      ['North', '1', '1'],
    ]);
  });

  it('says that a list is not loaded, or weighs nothing, and gives no rank by it', () => {
    const unweighted = incidents.map((one) => ({ ...one, cambridgeDays: Number.NaN }));
    const notLoaded = harmBlocks(inputsOf(unweighted), all, units, { ...lists, cambridge: null });
    // It is said once, with the offences of section 4; other units point there.
    expect(textsOf(notLoaded, 'warning')).toEqual([]);
    expect(textsOf(notLoaded, 'paragraph')[0]).toContain('section 4');
    expect(tableOf(notLoaded).columns).toHaveLength(8);
    const asOffences = { ...units, areThemselves: 'offence' } as const;
    const ofOffences = harmBlocks(inputsOf(unweighted), all, asOffences, {
      ...lists,
      cambridge: null,
    });
    expect(textsOf(ofOffences, 'warning')).toEqual([
      'No Cambridge Crime Harm Index is loaded: there is no rank by it.',
    ]);
    const weighsNothing = harmBlocks(inputsOf(unweighted), all, units, lists);
    expect(textsOf(weighsNothing, 'warning')[0]).toContain('None of these incidents has a weight');
  });

  it('does not caution that the harm of a victim rests on one victim', () => {
    const inputs = inputsOf([harassment, { ...harassment, recorded: '2026-03-02' }]);
    const victims = { ...inputs.evidence.victims, person: Uint32Array.of(7, 7) };
    const own = { ...inputs, evidence: { ...inputs.evidence, victims } };
    const caution = (areThemselves: HarmUnits['areThemselves']) =>
      tableOf(
        harmBlocks(own, [0, 1], { ...cells([0, 0], ['V1']), areThemselves }, lists),
      ).rows[0]?.at(-1);
    expect(caution(null)).toContain('one victim (100.0 %, 2 records)');
    expect(caution('victim')).toBe('fewer than 20 incidents: read with care');
  });

  it('shows the ten first by each measure: a cell with one rape among many busy ones', () => {
    const busy = Array.from({ length: 24 }, () => harassment);
    const unitOf = [...busy.map((_, index) => index % 12), 12];
    const names = Array.from({ length: 13 }, (_, index) => `Cell ${index}`);
    const many = [...busy, rape];
    const { rows } = tableOf(
      harmBlocks(
        inputsOf(many),
        many.map((_, index) => index),
        cells(unitOf, names),
        lists,
      ),
    );
    // Cells 0 to 9 by count; by harm cell 12 and again 0 to 8.
    expect(rows.map(([name]) => name)).toEqual([...names.slice(0, 10), 'Cell 12']);
  });

  it('says so of open data and where no incident has a unit', () => {
    const context = { ...inputsOf(incidents), isContextOnly: true };
    expect(harmBlocks(context, all, units, lists)).toMatchObject([{ kind: 'warning' }]);
    const nowhere = cells([-1, -1, -1, -1, -1, -1], ['North']);
    expect(harmBlocks(inputsOf(incidents), all, nowhere, lists)).toMatchObject([
      { kind: 'warning' },
    ]);
  });
});
