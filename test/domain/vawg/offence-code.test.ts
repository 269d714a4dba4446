import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  looksSpreadsheetDamaged,
  normaliseOffenceCode,
} from '../../../src/domain/vawg/offence-code.ts';

describe('normaliseOffenceCode', () => {
  it.each([
    ['8/66', 'home-office', '008/66'],
    ['008/66', 'home-office', '008/66'],
    ['00866', 'home-office', '008/66'],
    ['866', 'home-office', '008/66'],
    ['0866', 'home-office', '008/66'],
    ['866.0', 'home-office', '008/66'],
    [' 8 / 66 ', 'home-office', '008/66'],
    ['10501', 'home-office', '105/01'],
    ['12512', 'home-office', '125/12'],
    ['19512', 'home-office', '195/12'],
    ['00200', 'home-office', '002/00'],
    ['19/8', 'home-office', '019/08'],
    ['1908', 'home-office', '019/08'],
    ['4/1', 'home-office', '004/01'],
    ['8Q', 'class', '8Q'],
    ['08q', 'class', '8Q'],
    ['19c', 'class', '19C'],
    ['105A', 'class', '105A'],
    ['4.1', 'class', '4.1'],
    ['4.10', 'class', '4.10'],
    ['37.2', 'class', '37.2'],
    ['66', 'class', '66'],
    ['2', 'class', '2'],
    ['104', 'class', '104'],
    ['106', 'class', '106'],
    ['802', 'class', '802'],
    ['PH97008', 'cjs', 'PH97008'],
    ['sx03001a', 'cjs', 'SX03001'],
  ])('%s is the %s code %s', (text, kind, code) => {
    expect(normaliseOffenceCode(text)).toEqual({ kind, code });
  });

  it.each(['', ' ', 'Rape', '0', '000', 'ABC', '8/666', '1234567', '44062', '19-Aug', '8QQ'])(
    '"%s" is no offence code',
    (text) => {
      // "000" is three digits and so a Home Office code by form, of a class that does not exist.
      const code = normaliseOffenceCode(text);
      if (text === '000') expect(code).toEqual({ kind: 'home-office', code: '000/00' });
      else expect(code).toBeUndefined();
    },
  );

  it('gives back every Home Office code from each way of writing it', () => {
    const twoDigits = fc.integer({ min: 0, max: 99 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 364 }), twoDigits, (offenceClass, subclass) => {
        const code = `${String(offenceClass).padStart(3, '0')}/${String(subclass).padStart(2, '0')}`;
        const written = [code, `${offenceClass}/${subclass}`, code.replace('/', '')];
        for (const text of written) {
          expect(normaliseOffenceCode(text)).toEqual({ kind: 'home-office', code });
        }
      }),
    );
  });

  it('is its own normal form, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9A-Z/. -]{0,8}$/)), (text) => {
        const code = normaliseOffenceCode(text);
        if (code) expect(normaliseOffenceCode(code.code)).toEqual(code);
      }),
    );
  });
});

describe('looksSpreadsheetDamaged', () => {
  it.each([
    '44062',
    '44031',
    '43831',
    '43833',
    '44062.0',
    '36526',
    '55153',
    '19-Aug',
    'Aug-19',
    '8-Sept',
    '19 Aug 2020',
    '19/08/2020',
    '2020-08-19',
    '2020-08-19 00:00:00',
  ])('%s is a code that became a date', (text) => {
    expect(looksSpreadsheetDamaged(text)).toBe(true);
    expect(normaliseOffenceCode(text)).toBeUndefined();
  });

  it.each(['36525', '55154', '19512', '10501', '19/8', '8Q', 'PH97008', '', 'August'])(
    '%s is not',
    (text) => {
      expect(looksSpreadsheetDamaged(text)).toBe(false);
    },
  );
});
