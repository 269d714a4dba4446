import { describe, expect, it } from 'vitest';
import { flagCodes, noMinutes } from '../../../src/domain/evidence/columns.ts';
import {
  caseRates,
  crimeToIncident,
  ordersByType,
  referralsByService,
} from '../../../src/domain/justice/measures.ts';
import { evidenceOf, type MadeUpIncident } from '../../profile/made-up-inputs.ts';

const columnsOf = (own: readonly MadeUpIncident[]) => ({
  incidents: evidenceOf(own).incidents,
  all: own.map((_, index) => index),
});
const { yes, no, notRecorded } = flagCodes;

it('crime-to-incident is crimes of crimes and non-crime incidents', () => {
  const [abuse, rape] = [1, 2];
  const { incidents, all } = columnsOf([
    { threats: abuse },
    { threats: abuse },
    { threats: abuse },
    { threats: abuse, isCrime: false },
    { threats: abuse, crimeStatus: 'cancelled' },
    { threats: rape },
    { threats: rape | abuse, isCrime: false, crimeStatus: 'N100' },
    { threats: 0 },
  ]);
  // Domestic abuse: 3 crimes and 2 others. Wilson for 3 of 5: 0.2307 to 0.8824.
  const made = crimeToIncident(incidents, all, 'domestic-abuse');
  expect(made).toMatchObject({
    crimes: { hits: 3, of: 5, share: 0.6, isSmall: true },
    n100: 1,
    cancelledOrTransferred: 1,
  });
  expect(made.crimes.low).toBeCloseTo(0.2307, 4);
  expect(made.crimes.high).toBeCloseTo(0.8824, 4);
  expect(crimeToIncident(incidents, all, 'rape-serious-sexual')).toMatchObject({
    crimes: { hits: 1, of: 2 },
    n100: 1,
  });
});

describe('rates of cases', () => {
  it('are of those recorded, and bail of those arrested', () => {
    const { incidents, all } = columnsOf([
      { arrested: yes, preChargeBail: yes },
      { arrested: yes, preChargeBail: no },
      { arrested: yes, preChargeBail: notRecorded },
      { arrested: no, preChargeBail: yes },
      { arrested: notRecorded },
    ]);
    expect(caseRates(incidents, all)).toMatchObject({
      arrested: {
        yes: { hits: 3, of: 4, share: 0.75, isSmall: true },
        missing: { hits: 1, of: 5 },
      },
      preChargeBail: { yes: { hits: 1, of: 2 }, missing: { hits: 1, of: 3 }, isSupplied: true },
      fileSubmitted: { yes: { share: null }, missing: { hits: 5, of: 5 }, isSupplied: false },
    });
  });

  it('are not small from twenty records on', () => {
    const { incidents, all } = columnsOf(Array.from({ length: 20 }, () => ({ arrested: no })));
    expect(caseRates(incidents, all).arrested.yes).toMatchObject({
      of: 20,
      share: 0,
      isSmall: false,
    });
  });
});

it('orders are counted by type, made and breached', () => {
  const { incidents, all } = columnsOf([
    { orderType: 'DVPO', orderBreached: '2026-03-01' },
    { orderType: 'DVPO' },
    { orderType: 'Restraining order' },
    { orderBreached: '2026-03-01' },
    {},
  ]);
  const orderMadeMinutes = new Int32Array(5).fill(noMinutes);
  orderMadeMinutes[1] = 0;
  expect(ordersByType({ ...incidents, orderMadeMinutes }, all)).toEqual([
    { type: 'DVPO', incidents: 2, made: 1, breached: 1 },
    { type: '', incidents: 1, made: 0, breached: 1 },
    { type: 'Restraining order', incidents: 1, made: 0, breached: 0 },
  ]);
});

it('referrals are counted by service', () => {
  const { incidents, all } = columnsOf([
    { referralService: 'Adviser' },
    { referralService: 'Adviser' },
    { referralService: 'Refuge' },
    {},
    {},
  ]);
  const referredMinutes = new Int32Array(5).fill(noMinutes);
  referredMinutes[3] = 0;
  expect(referralsByService({ ...incidents, referredMinutes }, all)).toMatchObject({
    referred: { hits: 4, of: 5, isSmall: true },
    services: [
      { service: 'Adviser', incidents: 2 },
      { service: '', incidents: 1 },
      { service: 'Refuge', incidents: 1 },
    ],
  });
});
