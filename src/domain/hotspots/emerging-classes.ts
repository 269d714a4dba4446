/** Classes of a cell by its months, in the words of Esri's tool. Each but `none` exists hot and cold. */
const patterns = [
  'new',
  'consecutive',
  'intensifying',
  'persistent',
  'diminishing',
  'sporadic',
  'oscillating',
  'historical',
] as const;
type Pattern = (typeof patterns)[number];
export type EmergingClass = `${Pattern} hot` | `${Pattern} cold` | 'none';

/**
 * How "sporadic" is understood: `current` as Esri's text of today (the last month is significant, too), `older` as
 * its earlier text and sfdep (any month will do).
 */
export type ClassRules = 'current' | 'older';

/** Persistent, intensifying, diminishing and historical cells are significant in at least this part of the months. */
const mostMonths = 0.9;

/**
 * The class of a cell.
 *
 * - new: significant in the last month and in no other;
 * - consecutive: an unbroken run of at least two months up to the last, none before, under 90 % of months;
 * - intensifying, persistent, diminishing: at least 90 % of months, the last among them; trend up, none, down (of a
 *   cold spot: down is intensifying);
 * - historical: at least 90 % of months, not the last;
 * - oscillating: significant in the last month, of the other sign before;
 * - sporadic: on and off, under 90 %, never of the other sign.
 *
 * @param marks One a month: 1 significantly high, -1 significantly low, 0 neither.
 * @param trend 1 up, -1 down, 0 neither.
 */
export function emergingClass(
  marks: ArrayLike<number>,
  trend: number,
  rules: ClassRules,
): EmergingClass {
  const hot = patternOf(marks, 1, trend, rules);
  if (hot !== null) return `${hot} hot`;
  const cold = patternOf(marks, -1, trend, rules);
  return cold === null ? 'none' : `${cold} cold`;
}

function patternOf(
  marks: ArrayLike<number>,
  sign: 1 | -1,
  trend: number,
  rules: ClassRules,
): Pattern | null {
  const months = marks.length;
  let [own, other] = [0, 0];
  for (let month = 0; month < months; month++) {
    if (marks[month] === sign) own++;
    else if (marks[month] === -sign) other++;
  }
  if (own === 0) return null;
  const isLast = marks[months - 1] === sign;
  if (own >= mostMonths * months) {
    if (!isLast) return 'historical';
    const direction = trend * sign;
    return direction > 0 ? 'intensifying' : direction < 0 ? 'diminishing' : 'persistent';
  }
  if (isLast && other > 0) return 'oscillating';
  if (isLast && own === 1) return 'new';
  if (isLast && finalRun(marks, sign) === own) return 'consecutive';
  const counts = rules === 'older' || isLast;
  return counts && other === 0 ? 'sporadic' : null;
}

function finalRun(marks: ArrayLike<number>, sign: number): number {
  let run = 0;
  while (run < marks.length && marks[marks.length - 1 - run] === sign) run++;
  return run;
}
