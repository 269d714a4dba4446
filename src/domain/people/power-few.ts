/** Fewer people than this: a share held by a few of them says little. */
const smallSample = 20;

/** Above this mean the probabilities are too small for a number to hold. */
const largestMean = 500;

/** The top so many per cent of people that are reported. */
const powerFewPercents = [1, 5, 10, 20] as const;

/** What the top share of people holds. Shares are 0 to 1; NaN where there is nothing to share. */
export interface PowerFewRow {
  /** The share asked for, in per cent. */
  readonly topPercent: number;
  /** People that make it, rounded up: at least one. */
  readonly people: number;
  /** Share of incidents held by the people with most incidents. */
  readonly incidents: number;
  /** What that share would be if as many incidents fell on as many people by chance. */
  readonly expectedIncidents: number;
  /** People with a weighted incident that make the share. */
  readonly harmPeople: number;
  /** Share of harm held by the people with most harm: not the same people. No expectation is given. */
  readonly harm: number;
}

export interface PowerFew {
  readonly people: number;
  readonly incidents: number;
  /** People with at least one weighted incident. */
  readonly peopleWithHarm: number;
  /** Fewer than 20 people. */
  readonly isSmall: boolean;
  readonly rows: readonly PowerFewRow[];
}

/**
 * Cumulative share of incidents and of harm that the first 1, 5, 10 and 20 in 100 people hold. Beside it stands what
 * chance alone would give: people enter the records only with an incident, so the incidents a person are taken as
 * Poisson of the same mean among those with at least one (zero-truncated). Even chance leaves some with two or more.
 *
 * @param incidents Incidents of each person, at least 1.
 * @param harm Sum of weights of each person; NaN = no weighted incident.
 * @throws RangeError when the arrays differ in length or a person has less than one incident.
 */
export function powerFew(incidents: ArrayLike<number>, harm: ArrayLike<number>): PowerFew {
  if (incidents.length !== harm.length)
    throw new RangeError('Incidents and harm must have the same length.');
  const counts = Float64Array.from(incidents).sort().reverse();
  if (counts.length > 0 && !((counts.at(-1) ?? 0) >= 1))
    throw new RangeError('Each person must have at least one incident.');
  const harms = Float64Array.from(harm)
    .filter((sum) => !Number.isNaN(sum))
    .sort()
    .reverse();
  const total = sumOf(counts);
  const totalHarm = sumOf(harms);
  const people = counts.length;
  const rows = powerFewPercents.map((topPercent) => {
    const own = Math.ceil((topPercent * people) / 100);
    const harmPeople = Math.ceil((topPercent * harms.length) / 100);
    return {
      topPercent,
      people: own,
      incidents: sumOf(counts.subarray(0, own)) / total,
      expectedIncidents: expectedShare(total / people, own / people),
      harmPeople,
      harm: sumOf(harms.subarray(0, harmPeople)) / totalHarm,
    };
  });
  return {
    people,
    incidents: total,
    peopleWithHarm: harms.length,
    isSmall: people < smallSample,
    rows,
  };
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/**
 * Share of all incidents that the top share of people holds when incidents a person follow the zero-truncated
 * Poisson distribution P(k) = rate^k / ((e^rate - 1) k!) with the given mean; NaN for a mean below 1 or above 500.
 */
export function expectedShare(mean: number, top: number): number {
  if (!(mean >= 1 && mean <= largestMean)) return Number.NaN;
  if (mean === 1) return top;
  const rate = truncatedRate(mean);
  // From one incident a person upwards: what the people below the top hold; the rest is the top's.
  let chance = rate / Math.expm1(rate);
  let [left, held] = [1 - top, 0];
  for (let count = 1; left > 0 && chance > 0; count++) {
    const taken = Math.min(chance, left);
    held += taken * count;
    left -= taken;
    chance *= rate / (count + 1);
  }
  return 1 - held / mean;
}

/** The rate of a zero-truncated Poisson distribution with the given mean: rate / (1 - e^-rate) = mean, by halving. */
function truncatedRate(mean: number): number {
  let [low, high] = [0, mean];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (middle / -Math.expm1(-middle) < mean) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
