import type { CodedText } from '../evidence/columns.ts';
import type { Groups } from '../people/groups.ts';
import { powerFew } from '../people/power-few.ts';
import type { Block, TableBlock } from './blocks.ts';
import { smallestPrinted, smallNumber, tally } from './counting.ts';
import { isNoAnswer } from './equality.ts';
import { loadedMeasures } from './harm.ts';
import type { ProfileInputs } from './inputs.ts';
import { contextSentence, periodInWords } from './opening.ts';
import { number, share } from './words.ts';

/** Title cells of a table: the first a text, the others numbers. */
export function columnsOf(first: string, ...numbers: readonly string[]): TableBlock['columns'] {
  return [{ title: first }, ...numbers.map((title) => ({ title, isNumber: true }))];
}

/** What a section about people says when there are none: open data, or nothing counted. */
export function nobodyHere({ isContextOnly }: ProfileInputs, who: string): Block[] {
  return [
    {
      kind: 'warning',
      text: isContextOnly
        ? `${contextSentence} It has no people: published records name no victim and no suspect, so nothing can be said about ${who}.`
        : `No ${who} are recorded on VAWG incidents. Check that the extract has them: this is a gap, not proof of absence.`,
    },
  ];
}

/** Sum of the weights of each person's incidents; NaN where none is weighted. */
function harmOfGroups(groups: Groups, weights: Float64Array): Float64Array {
  const harm = new Float64Array(groups.count).fill(Number.NaN);
  for (let group = 0; group < groups.count; group++) {
    for (let at = groups.starts[group] ?? 0; at < (groups.starts[group + 1] ?? 0); at++) {
      const weight = weights[groups.incidents[at] ?? -1] ?? Number.NaN;
      if (Number.isNaN(weight)) continue;
      const before = harm[group] ?? Number.NaN;
      harm[group] = Number.isNaN(before) ? weight : before + weight;
    }
  }
  return harm;
}

const percent = (part: number): string =>
  Number.isNaN(part) ? '-' : `${(100 * part).toFixed(1)} %`;

/** How much the first few people hold, beside chance. `who` names them in the plural ("suspects"). */
export function powerFewTable(inputs: ProfileInputs, groups: Groups, who: string): Block {
  const incidents = Float64Array.from(
    { length: groups.count },
    (_, group) => (groups.starts[group + 1] ?? 0) - (groups.starts[group] ?? 0),
  );
  const measures = loadedMeasures(inputs).map(({ short, weights }) => ({
    short,
    made: powerFew(incidents, harmOfGroups(groups, weights)),
  }));
  const made = measures[0]?.made ?? powerFew(incidents, incidents.slice().fill(Number.NaN));
  const weighted = measures.map(
    (each) => `${each.short}: ${number(each.made.peopleWithHarm)} people with a weighted incident`,
  );
  return {
    kind: 'table',
    caption: `What the few hold: identified ${who} with most incidents, and with most harm (${weighted.join('; ') || 'no harm list is loaded'}), recorded ${periodInWords(inputs)}; n = ${number(made.people)} people, who stand ${number(made.incidents)} times on an incident (an incident counts once for each of them).${made.isSmall ? ` Fewer than ${smallNumber} people: read with care.` : ''} "By chance" is what they would hold if as many incidents fell on as many people at random (Poisson among those with at least one): compare with it, not with nought. Harm has no such line: one grave offence alone can put a person in front, and each list puts others in front.`,
    columns: columnsOf(
      'Top',
      'People',
      'Share of incidents',
      'By chance',
      ...measures.flatMap(({ short }) => [`People by ${short} harm`, `Share of ${short} harm`]),
    ),
    rows: made.rows.map((row, at) => [
      `${row.topPercent} %`,
      number(row.people),
      percent(row.incidents),
      percent(row.expectedIncidents),
      ...measures.flatMap((each) => [
        number(each.made.rows[at]?.harmPeople ?? 0),
        percent(each.made.rows[at]?.harm ?? Number.NaN),
      ]),
    ]),
  };
}

/**
 * Entries by ethnicity with codes put into words, in the order of the alphabet, never of size; few are not printed,
 * blanks stand last.
 */
export function ethnicityTable(
  column: CodedText,
  entries: ArrayLike<number>,
  caption: string,
  inWords: (text: string) => string,
): Block {
  const missing = 'not recorded';
  const byWords = new Map<string, number>();
  for (const { label, value } of tally(column, Array.from(entries))) {
    const words = label === missing ? missing : inWords(label);
    byWords.set(words, (byWords.get(words) ?? 0) + value);
  }
  const counts = [...byWords]
    .map(([label, value]) => ({ label, value }))
    .sort(
      (a, b) =>
        Number(isNoAnswer(a.label)) - Number(isNoAnswer(b.label)) || (a.label < b.label ? -1 : 1),
    );
  const unanswered = counts
    .filter(({ label }) => isNoAnswer(label))
    .reduce((sum, { value }) => sum + value, 0);
  return {
    kind: 'table',
    caption: `${caption} Without an answer: ${share(unanswered, entries.length)}. In order of the alphabet.`,
    columns: columnsOf('Ethnicity', 'Entries'),
    rows: counts.map(({ label, value }) => [
      label,
      value < smallestPrinted ? `fewer than ${smallestPrinted}` : number(value),
    ]),
  };
}
