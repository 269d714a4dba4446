import { describe, expect, it } from 'vitest';
import { parseClock } from '../../../src/domain/time/parse-clock.ts';

describe('times of day in a column of their own', () => {
  it.each([
    ['22:30', 1350],
    ['22:30:59', 1350],
    ['22.30.00', 1350],
    ['9:05', 545],
    ['0930', 570],
    ['930', 570],
    ['2230hrs', 1350],
    ['22:30 hrs', 1350],
    ['10:30 PM', 1350],
    ['10:30pm', 1350],
    ['12:05 AM', 5],
    ['12:05 p.m.', 725],
    ['22:30 PM', 1350],
    ['00:00', 0],
    ['1900-01-01 22:30:00.000', 1350],
    ['30/12/1899 22:30', 1350],
    // A workbook of the Mac counts days from 1904.
    ['1904-01-01T22:30', 1350],
    ['0.9375', 1350],
    ['.9375', 1350],
    ['0.4305555556', 620],
    ['0.99999', 1439],
    ['12.30', 750],
  ])('reads %s', (text, minutes) => {
    expect(parseClock(text)).toBe(minutes);
  });

  it.each([
    '',
    '22',
    '5',
    '24:00',
    '22:60',
    '22:30:60',
    '2460',
    '13:30 AM',
    'night',
    '22:3',
    '1.5',
    '-1',
    '12345',
  ])('refuses "%s"', (text) => {
    expect(parseClock(text)).toBeUndefined();
  });
});
