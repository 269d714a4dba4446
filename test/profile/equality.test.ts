import { describe, expect, it } from 'vitest';
import type { CodedText, VictimColumns } from '../../src/domain/evidence/columns.ts';
import type { Block, TableBlock } from '../../src/domain/figures/blocks.ts';
import { equalityTable } from '../../src/domain/figures/equality.ts';
import type { ProfileInputs } from '../../src/domain/figures/inputs.ts';
import { inputsOf } from './made-up-inputs.ts';

function coded(texts: readonly string[]): CodedText {
  const values = ['', ...new Set(texts.filter((text) => text !== ''))];
  return { codes: Uint16Array.from(texts, (text) => values.indexOf(text)), values };
}

/** Inputs with these victims, one an incident. */
function withVictims(length: number, more: Partial<VictimColumns>): ProfileInputs {
  const inputs = inputsOf(Array.from({ length }, () => ({ recorded: '2026-03-01' })));
  const victims = { ...inputs.evidence.victims, ...more };
  return { ...inputs, evidence: { ...inputs.evidence, victims } };
}

const all = (length: number): number[] => Array.from({ length }, (_, index) => index);
const times = (text: string, count: number): string[] => Array<string>(count).fill(text);

function tableOf(blocks: readonly Block[], title: string): TableBlock {
  const found = blocks.find((block) => block.kind === 'table' && block.columns[0]?.title === title);
  if (found?.kind !== 'table') throw new Error(`no table ${title}`);
  return found;
}

describe('the equality tables', () => {
  // 40 entries: 22 White, 5 Black, 3 Asian, 4 not stated, 5 blank, 1 not understood: 30 answers.
  const ethnicity = coded([
    ...times('W1', 20),
    ...times('White - Irish', 2),
    ...times('B1', 5),
    ...times('A4', 2),
    'O1',
    ...times('NS', 4),
    ...times('', 5),
    'Blue',
  ]);
  const ethnicityOfficer = coded([...times('IC3', 30), ...times('IC9', 10)]);
  const person = Uint32Array.from({ length: 40 }, (_, index) => (index < 30 ? index % 10 : 0));
  const blocks = equalityTable(withVictims(40, { ethnicity, ethnicityOfficer, person }), all(40));

  it('show self-defined ethnicity with everything missing, small groups without a number', () => {
    const table = tableOf(blocks, 'Ethnic group');
    expect(table.rows).toEqual([
      // 22 of 30 answers and of 40 entries.
      ['White', '22', '73.3 %', '55.0 %'],
      ['Mixed', '0', '–', '–'],
      ['Asian', 'fewer than 5', '–', '–'],
      ['Black', '5 (fewer than 20: read with care)', '16.7 %', '12.5 %'],
      ['Other', '0', '–', '–'],
      ['not stated', '4', '–', '10.0 %'],
      ['not recorded', '5', '–', '12.5 %'],
      ['not understood', '1', '–', '2.5 %'],
    ]);
    expect(table.caption).toContain(
      'Without an answer: 25.0 % (4 not stated, 5 not recorded, 1 not understood).',
    );
  });

  it('keep what an officer saw in a table of its own', () => {
    const { rows } = tableOf(blocks, 'As seen');
    expect(rows.find(([label]) => label === 'Black')).toEqual(['Black', '30', '100.0 %', '75.0 %']);
    expect(rows.find(([label]) => label === 'not known')?.[1]).toBe('10');
    expect(rows.find(([label]) => label === 'not recorded')?.[1]).toBe('0');
  });

  it('say how many people stand behind the entries', () => {
    // Persons 1 to 9 three times each; code 0 on 3 of the first 30 and on the last 10.
    expect(blocks[0]).toMatchObject({ kind: 'paragraph' });
    expect(JSON.stringify(blocks[0])).toContain('9 identified people');
    expect(JSON.stringify(blocks[0])).toContain('13 entries without an identifier');
  });

  it('show age, disability, sex and gender apart, even where nothing is recorded', () => {
    expect(tableOf(blocks, 'Age').rows).toEqual([['25 to 34', '40', '100.0 %', '100.0 %']]);
    expect(tableOf(blocks, 'Age').caption).toContain('Every entry has an answer.');
    expect(tableOf(blocks, 'Disability').rows).toContainEqual([
      'not recorded',
      '40',
      '–',
      '100.0 %',
    ]);
    expect(tableOf(blocks, 'Sex').rows[0]).toEqual(['female', '40', '100.0 %', '100.0 %']);
    expect(tableOf(blocks, 'Gender').rows).toEqual([['not recorded', '40', '–', '100.0 %']]);
  });

  it('count only the entries that are asked for, other answers after the usual ones', () => {
    const gender = coded([
      ...times('Woman', 24),
      ...times('Non-binary', 6),
      'Prefer not to say',
      ...times('', 9),
    ]);
    const rows = tableOf(equalityTable(withVictims(40, { gender }), all(32)), 'Gender').rows;
    // 30 answers among the first 32 entries.
    expect(rows).toEqual([
      ['Woman', '24', '80.0 %', '75.0 %'],
      ['Non-binary', '6 (fewer than 20: read with care)', '20.0 %', '18.8 %'],
      ['not recorded', '1', '–', '3.1 %'],
      ['not stated', '1', '–', '3.1 %'],
    ]);
  });

  it('say so where there is nothing to show', () => {
    expect(equalityTable(withVictims(1, {}), [])).toMatchObject([{ kind: 'warning' }]);
    const context = { ...withVictims(1, {}), isContextOnly: true };
    expect(equalityTable(context, [0])).toMatchObject([{ kind: 'warning' }]);
  });
});
