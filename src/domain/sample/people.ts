import { firstDay } from './calendar.ts';
import { type Choices, choices, type RandomStream, randomStream } from './random.ts';

/** Whom a pool of invented people holds: sex, and the age at the start of the period. */
const pools = {
  woman: {
    sex: 'Female',
    ages: choices(
      [[18, 20], 14],
      [[21, 25], 18],
      [[26, 35], 28],
      [[36, 45], 19],
      [[46, 60], 14],
      [[61, 88], 7],
    ),
  },
  'young-woman': { sex: 'Female', ages: choices([[17, 19], 34], [[20, 24], 42], [[25, 32], 24]) },
  girl: { sex: 'Female', ages: choices([[10, 12], 50], [[13, 14], 50]), only: [13, 15] },
  'small-girl': { sex: 'Female', ages: choices([[3, 6], 40], [[7, 12], 60]), only: [4, 12] },
  man: {
    sex: 'Male',
    ages: choices([[18, 24], 25], [[25, 34], 30], [[35, 49], 26], [[50, 85], 19]),
  },
  boy: { sex: 'Male', ages: choices([[10, 12], 50], [[13, 14], 50]), only: [13, 15] },
  'small-boy': { sex: 'Male', ages: choices([[3, 6], 40], [[7, 12], 60]), only: [4, 12] },
  'partner-victim': {
    sex: 'Female',
    ages: choices([[18, 22], 16], [[23, 34], 42], [[35, 47], 27], [[48, 80], 15]),
  },
  'partner-victim-man': {
    sex: 'Male',
    ages: choices([[18, 24], 15], [[25, 39], 45], [[40, 70], 40]),
  },
  'partner-suspect': { sex: 'Male', ages: choices([[18, 24], 20], [[25, 37], 46], [[38, 65], 34]) },
  'partner-suspect-woman': {
    sex: 'Female',
    ages: choices([[18, 24], 20], [[25, 39], 46], [[40, 65], 34]),
  },
  'male-suspect': {
    sex: 'Male',
    ages: choices([[16, 21], 28], [[22, 32], 34], [[33, 46], 25], [[47, 75], 13]),
  },
  'female-suspect': {
    sex: 'Female',
    ages: choices([[16, 21], 28], [[22, 34], 38], [[35, 60], 34]),
  },
  'youth-suspect': { sex: 'Male', ages: choices([[11, 12], 40], [[13, 14], 60]) },
  'repeat-victim': { sex: 'Female', ages: choices([[19, 30], 55], [[31, 52], 45]) },
  'repeat-suspect': { sex: 'Male', ages: choices([[20, 34], 55], [[35, 55], 45]) },
  'prolific-suspect': { sex: 'Male', ages: choices([[19, 34], 60], [[35, 52], 40]) },
} as const satisfies Record<
  string,
  {
    sex: 'Female' | 'Male';
    /** Youngest and oldest age at the start of the period. */
    ages: Choices<readonly [number, number]>;
    /** The ages at which a child counts as one of this pool, for offences defined by them. */
    only?: readonly [number, number];
  }
>;
export type PoolName = keyof typeof pools;
const poolNumbers = new Map(Object.keys(pools).map((name, index) => [name, index + 1]));

/** One invented person: a pool and a number in it. Everything else about them follows from these and the seed. */
export interface PersonKey {
  readonly pool: PoolName;
  readonly number: number;
}

export interface Person {
  readonly reference: string;
  readonly sex: 'Female' | 'Male';
  readonly gender: string;
  readonly bornOn: number;
  /** Self-defined, 18+1 codes; blank where nobody asked or they did not say. */
  readonly ethnicity: string;
  /** Officer-defined, 6+1 codes: recorded apart and with gaps of its own. */
  readonly ethnicityOfficer: string;
  readonly disability: string;
}

export function personReference({ pool, number }: PersonKey): string {
  const poolNumber = String(poolNumbers.get(pool) ?? 0).padStart(2, '0');
  return `NMP-${poolNumber}-${String(number).padStart(6, '0')}`;
}

/** Self-defined code with the officer-defined code that would usually be seen with it. */
const ethnicities = choices<readonly [self: string, officer: string]>(
  [['W1', 'IC1'], 778],
  [['W2', 'IC1'], 9],
  [['W3', 'IC1'], 4],
  [['W4', 'IC1'], 6],
  [['W9', 'IC1'], 52],
  [['M1', 'IC3'], 8],
  [['M2', 'IC3'], 4],
  [['M3', 'IC4'], 6],
  [['M9', 'IC3'], 6],
  [['A1', 'IC4'], 18],
  [['A2', 'IC4'], 32],
  [['A3', 'IC4'], 12],
  [['A4', 'IC5'], 7],
  [['A9', 'IC4'], 10],
  [['B1', 'IC3'], 11],
  [['B2', 'IC3'], 21],
  [['B9', 'IC3'], 6],
  [['O2', 'IC6'], 6],
  [['O9', 'IC6'], 4],
);
const genders = choices(['', 30], ['usual', 68], ['Non-binary', 1], ['Prefer not to say', 1]);
const disabilities = choices(
  ['', 34],
  ['No', 54],
  ['Mental health condition', 5],
  ['Physical or mobility', 3],
  ['Learning disability or autism', 2.5],
  ['Hearing or sight', 1.5],
);

/** Who a key stands for. The same key is the same person in every file and incident. */
export function personOf(seed: number, key: PersonKey): Person {
  const random = randomStream(seed, `person/${key.pool}`, key.number);
  const { sex, ages } = pools[key.pool];
  const [youngest, oldest] = random.weighted<readonly [number, number]>(ages);
  const bornOn = firstDay - Math.floor((random.integer(youngest, oldest) + random.unit()) * 365.25);
  const [self, officer] = random.weighted(ethnicities);
  const gender = random.weighted(genders);
  return {
    reference: personReference(key),
    sex,
    gender: gender === 'usual' ? (sex === 'Female' ? 'Woman' : 'Man') : gender,
    bornOn,
    ethnicity: selfDefined(self, random),
    ethnicityOfficer: random.chance(0.2) ? '' : random.chance(0.03) ? 'IC9' : officer,
    disability: random.weighted(disabilities),
  };
}

function selfDefined(code: string, random: RandomStream): string {
  const answered = random.unit();
  return answered < 0.22 ? '' : answered < 0.28 ? 'NS' : code;
}

/** The ages at which a pool's people may be drawn; any age where the pool does not say. */
export function agesOfPool(pool: PoolName): readonly [number, number] {
  const facts = pools[pool];
  return 'only' in facts ? facts.only : [0, 120];
}

/** Whole years of age on a day. */
export function ageOn(person: Person, day: number): number {
  return Math.floor((day - person.bornOn) / 365.25);
}
