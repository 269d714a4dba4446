import { describe, expect, it } from 'vitest';
import { disabilityAnswer } from '../../../src/domain/equality/disability.ts';
import { selfDefinedEthnicity } from '../../../src/domain/equality/ethnicity.ts';
import { officerDefinedEthnicity } from '../../../src/domain/equality/officer-ethnicity.ts';

const stated = (code: string | null, group: string, scheme: string | null) => ({
  kind: 'stated',
  code,
  group,
  scheme,
});

describe('self-defined ethnicity', () => {
  it.each([
    ['W1', 'W1', 'White', 'both'],
    [' w1 ', 'W1', 'White', 'both'],
    ['W2', 'W2', 'White', 'both'],
    ['W3', 'W3', 'White', '18+1'],
    ['W4', 'W4', 'White', '18+1'],
    ['W9', 'W9', 'White', 'both'],
    ['M1', 'M1', 'Mixed', 'both'],
    ['M2', 'M2', 'Mixed', 'both'],
    ['M3', 'M3', 'Mixed', 'both'],
    ['M9', 'M9', 'Mixed', 'both'],
    ['A1', 'A1', 'Asian', 'both'],
    ['A2', 'A2', 'Asian', 'both'],
    ['A3', 'A3', 'Asian', 'both'],
    ['A4', 'A4', 'Asian', '18+1'],
    ['A9', 'A9', 'Asian', 'both'],
    ['B1', 'B1', 'Black', 'both'],
    ['B2', 'B2', 'Black', 'both'],
    ['B9', 'B9', 'Black', 'both'],
    ['O1', 'O1', 'Asian', '16+1'],
    ['O2', 'O2', 'Other', '18+1'],
    ['O9', 'O9', 'Other', 'both'],
    // A code with its name, as record systems print it.
    ['W1 - White British', 'W1', 'White', 'both'],
    ['(B2) African', 'B2', 'Black', 'both'],
    ['O1: Chinese', 'O1', 'Asian', '16+1'],
    ['A9 - local wording nobody knows', 'A9', 'Asian', 'both'],
    // Names.
    ['White British', 'W1', 'White', 'both'],
    ['white and black caribbean', 'M1', 'Mixed', 'both'],
    ['Arab', 'O2', 'Other', '18+1'],
    ['Roma', 'W4', 'White', '18+1'],
    // data.police.uk.
    ['White - English/Welsh/Scottish/Northern Irish/British', 'W1', 'White', 'both'],
    ['White - Irish', 'W2', 'White', 'both'],
    ['White - Gypsy or Irish Traveller', 'W3', 'White', '18+1'],
    ['White - Any other White background', 'W9', 'White', 'both'],
    ['Black/African/Caribbean/Black British - African', 'B2', 'Black', 'both'],
    ['Black/African/Caribbean/Black British - Caribbean', 'B1', 'Black', 'both'],
    [
      'Black/African/Caribbean/Black British - Any other Black/African/Caribbean background',
      'B9',
      'Black',
      'both',
    ],
    ['Asian/Asian British - Indian', 'A1', 'Asian', 'both'],
    ['Asian/Asian British - Chinese', 'A4', 'Asian', '18+1'],
    ['Asian/Asian British - Any other Asian background', 'A9', 'Asian', 'both'],
    ['Mixed/Multiple ethnic groups - White and Asian', 'M3', 'Mixed', 'both'],
    [
      'Mixed/Multiple ethnic groups - Any other Mixed/Multiple ethnic background',
      'M9',
      'Mixed',
      'both',
    ],
    ['Other ethnic group - Any other ethnic group', 'O9', 'Other', 'both'],
    ['Other ethnic group - Arab', 'O2', 'Other', '18+1'],
    ['Chinese or other ethnic group - Chinese', 'O1', 'Asian', '16+1'],
    ['Asian, Asian British or Asian Welsh: Pakistani', 'A2', 'Asian', 'both'],
    ['Black, Black British, Black Welsh, Caribbean or African: Other Black', 'B9', 'Black', 'both'],
  ])('%s', (text, code, group, scheme) => {
    expect(selfDefinedEthnicity(text)).toEqual(stated(code, group, scheme));
  });

  it.each([
    ['White', 'White'],
    ['Black or Black British', 'Black'],
    ['Asian/Asian British', 'Asian'],
    ['Mixed/Multiple ethnic groups', 'Mixed'],
    ['Other ethnic group', 'Other'],
    // One answer with two codes, A4 and O1: the group is known and the code is not.
    ['Chinese', 'Asian'],
  ])('%s: a group without a code', (text, group) => {
    expect(selfDefinedEthnicity(text)).toEqual(stated(null, group, null));
  });

  it('keeps not stated, not recorded and not understood apart', () => {
    expect(selfDefinedEthnicity('NS')).toMatchObject({ kind: 'not stated', code: 'NS' });
    expect(selfDefinedEthnicity('NS - Not stated')).toMatchObject({ kind: 'not stated' });
    expect(selfDefinedEthnicity('Other ethnic group - Not stated')).toMatchObject({
      kind: 'not stated',
      code: null,
    });
    expect(selfDefinedEthnicity('Prefer not to say').kind).toBe('not stated');
    for (const text of ['', '  ', 'Unknown', 'N/A']) {
      expect(selfDefinedEthnicity(text).kind).toBe('not recorded');
    }
    const unknown = [
      'X7',
      'W5',
      'British Leyland',
      'IC1',
      '1',
      'Black - Indian',
      'White - Chinese',
    ];
    for (const text of unknown) expect(selfDefinedEthnicity(text).kind).toBe('not understood');
  });

  it('does not take a side where a code and its name say two groups', () => {
    expect(selfDefinedEthnicity('W1 - African').kind).toBe('not understood');
    expect(selfDefinedEthnicity('B1 Not stated').kind).toBe('not understood');
  });
});

describe('officer-defined ethnicity', () => {
  it.each([
    ['IC1', 'IC1', 'White'],
    ['ic2', 'IC2', 'White'],
    ['IC 3', 'IC3', 'Black'],
    ['4', 'IC4', 'Asian'],
    ['IC5 - Chinese, Japanese or South East Asian', 'IC5', 'Chinese, Japanese or South East Asian'],
    ['IC6', 'IC6', 'Middle Eastern'],
    ['White', null, 'White'],
    ['Mixed', null, 'Mixed'],
    ['Other', null, 'Other'],
    ['White - North European', null, 'White'],
  ])('%s', (text, code, description) => {
    expect(officerDefinedEthnicity(text)).toEqual({ kind: 'seen', code, description });
  });

  it('keeps not known, not recorded and not understood apart', () => {
    expect(officerDefinedEthnicity('IC9')).toEqual({ kind: 'not known', code: 'IC9' });
    expect(officerDefinedEthnicity('Unknown')).toEqual({ kind: 'not known', code: null });
    expect(officerDefinedEthnicity('').kind).toBe('not recorded');
    // IC7 and IC8 do not exist, and a self-defined code is not an officer's.
    for (const text of ['IC7', 'W1', 'IC10', 'Purple']) {
      expect(officerDefinedEthnicity(text).kind).toBe('not understood');
    }
  });
});

describe('disability', () => {
  it.each([
    ['Yes', 'yes'],
    ['Y', 'yes'],
    ['Yes - mobility', 'yes'],
    ['Mental health condition', 'yes'],
    ['Hearing or sight', 'yes'],
    ['No', 'no'],
    ['none', 'no'],
    ['Not disabled', 'no'],
    ['Prefer not to say', 'not stated'],
    ['', 'not recorded'],
    ['Unknown', 'not recorded'],
    ['No mental health condition seen', 'not understood'],
    ['wheelchair?', 'not understood'],
  ])('%j is %s', (text, answer) => {
    expect(disabilityAnswer(text)).toBe(answer);
  });
});
