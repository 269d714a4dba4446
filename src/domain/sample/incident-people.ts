import type { PlanSize, Planting } from './incident.ts';
import type { OffenceKind } from './offence-kind.ts';
import { ageOn, agesOfPool, type PersonKey, type PoolName, personOf } from './people.ts';
import { choices, type RandomStream } from './random.ts';
import type { World } from './world.ts';

/** Who an incident is about, and whether it is domestic. */
export interface IncidentPeople {
  readonly kind: OffenceKind;
  readonly isPlanted: boolean;
  readonly isDomestic: boolean;
  readonly victims: readonly PersonKey[];
  readonly suspects: readonly PersonKey[];
}

/** People who might be a victim of anything: so many that few come back by chance. */
const victimPoolSize = 400_000;
const children = choices<PoolName>(['small-girl', 3], ['small-boy', 3], ['girl', 2], ['boy', 2]);
const adultsNow: PoolName = 'woman';

/** Draws the victims and suspects of an incident, or takes those that a planted truth names. */
export function peopleOf(
  world: World,
  size: PlanSize,
  kind: OffenceKind,
  day: number,
  isNonRecent: boolean,
  random: RandomStream,
  planting: Planting | undefined,
): IncidentPeople {
  const isPlanted = planting !== undefined;
  const isDomestic = random.chance(kind.domestic);
  if (isDomestic && !planting?.victims) {
    return {
      kind,
      isPlanted,
      isDomestic,
      ...household(world, size, kind, day, isNonRecent, random),
    };
  }
  const victims = planting?.victims ?? drawVictims(world, kind, day, isNonRecent, random);
  const suspects = planting?.suspects ?? drawSuspects(size, kind, random);
  return { kind, isPlanted, isDomestic, victims, suspects };
}

/**
 * A couple or family. Couples have numbers and low numbers come back more often, so that some people are victims
 * again and again at the same address, as in life.
 */
function household(
  world: World,
  size: PlanSize,
  kind: OffenceKind,
  day: number,
  isNonRecent: boolean,
  random: RandomStream,
): { victims: PersonKey[]; suspects: PersonKey[] } {
  const couples = Math.max(20, Math.round(size.incidents * 0.11));
  const number = 1 + Math.floor(Math.min(random.unit(), random.unit()) * couples);
  const isMan = kind.victims !== null && random.weighted(kind.victims) === 'partner-victim-man';
  const victims: PersonKey[] = [{ pool: isMan ? 'partner-victim-man' : 'partner-victim', number }];
  // A child of the household may be a victim too, but not of an offence defined by an adult's age.
  const mayInvolveChild = !isNonRecent && kind.victims?.values.includes('partner-victim') === true;
  if (mayInvolveChild && random.chance(kind.twoVictims)) {
    victims.push(drawPerson(world, random.weighted(children), day, random));
  }
  const suspects: PersonKey[] = [];
  if (random.chance(kind.suspectKnown)) {
    const isNewPartner = random.chance(0.1);
    suspects.push({
      pool: isMan ? 'partner-suspect-woman' : 'partner-suspect',
      number: isNewPartner ? number + couples : number,
    });
    if (random.chance(kind.twoSuspects)) suspects.push(drawSuspect(size, kind, random));
  }
  return { victims, suspects };
}

function drawVictims(
  world: World,
  kind: OffenceKind,
  day: number,
  isNonRecent: boolean,
  random: RandomStream,
): PersonKey[] {
  if (kind.victims === null) return [];
  const pool = random.weighted(kind.victims);
  // The victim of an offence of years ago is an adult when it is reported.
  const isAdultNow = isNonRecent && (pool === 'girl' || pool === 'small-girl');
  const victims = [drawPerson(world, isAdultNow ? adultsNow : pool, day, random)];
  if (!isNonRecent && random.chance(kind.twoVictims)) {
    victims.push(drawPerson(world, random.weighted(kind.victims), day, random));
  }
  return victims;
}

/** A person of a pool who is of the pool's age on the day. */
function drawPerson(world: World, pool: PoolName, day: number, random: RandomStream): PersonKey {
  const [youngest, oldest] = agesOfPool(pool);
  for (;;) {
    const person = { pool, number: random.integer(1, victimPoolSize) };
    const age = ageOn(personOf(world.seed, person), day);
    if (age >= youngest && age <= oldest) return person;
  }
}

function drawSuspects(size: PlanSize, kind: OffenceKind, random: RandomStream): PersonKey[] {
  if (!random.chance(kind.suspectKnown)) return [];
  const suspects = [drawSuspect(size, kind, random)];
  if (random.chance(kind.twoSuspects)) {
    const second = drawSuspect(size, kind, random);
    const [first] = suspects;
    if (second.pool !== first?.pool || second.number !== first.number) suspects.push(second);
  }
  return suspects;
}

/** A suspect: low numbers come back, so a few account for a good share. */
function drawSuspect(size: PlanSize, kind: OffenceKind, random: RandomStream): PersonKey {
  const pool = random.weighted(kind.suspects);
  const people = Math.max(60, Math.round(size.incidents * 0.16));
  const number = 1 + Math.floor(Math.min(random.unit(), random.unit(), random.unit()) * people);
  return { pool, number };
}
