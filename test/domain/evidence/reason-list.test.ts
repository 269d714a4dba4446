import { expect, it } from 'vitest';
import { reasonsIn } from '../../../src/domain/evidence/reason-list.ts';

it.each([
  ['', []],
  ['Badly lit', ['Badly lit']],
  ['Badly lit;Rundown; ', ['Badly lit', 'Rundown']],
  ['Badly lit | Rundown', ['Badly lit', 'Rundown']],
  ['Badly lit\r\nRundown', ['Badly lit', 'Rundown']],
  ['Badly lit, Absence of CCTV', ['Badly lit', 'Absence of CCTV']],
  ['badly lit, no cctv', ['badly lit', 'no cctv']],
  ['Groups of men, loitering', ['Groups of men, loitering']],
  ['Groups of men, loitering;Badly lit', ['Groups of men, loitering', 'Badly lit']],
  ['Badly lit,', ['Badly lit']],
])('finds the reasons in "%s"', (text, reasons) => {
  expect(reasonsIn(text)).toEqual(reasons);
});
