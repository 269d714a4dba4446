import { physicalSpaceCodes } from '../evidence/columns.ts';
import { empiricalBayesRates } from '../hotspots/empirical-bayes.ts';
import { repeatVictims } from '../people/victims.ts';
import { sectionTitle } from '../profile/section-titles.ts';
import { analystRule } from '../vawg/classify.ts';
import type { Block, Section } from './blocks.ts';
import {
  ageBands,
  countedIncidents,
  inSpace,
  smallestPrinted,
  smallNumber,
  tally,
  topOf,
  victimsOf,
} from './counting.ts';
import { orderBlocks, repeatHomes } from './homes.ts';
import type { ProfileInputs } from './inputs.ts';
import { contextSentence, periodInWords } from './opening.ts';
import { monthChart, yearChange } from './trend.ts';
import { careful, number, share } from './words.ts';

function nothingHere(inputs: ProfileInputs, space: string, why: string): Block[] {
  const text = inputs.isContextOnly
    ? `${contextSentence} It says nothing about ${space} spaces: published records have no online flag and no location type that tells a home from a street.`
    : `No VAWG incident is recorded in ${space} spaces. ${why}`;
  return [{ kind: 'warning', text }];
}

function countedIn({ evidence, isContextOnly }: ProfileInputs, space: 'online' | 'private') {
  return isContextOnly ? [] : inSpace(evidence, countedIncidents(evidence, false), space);
}

function sectionOf(section: 5 | 6, blocks: readonly Block[]): Section {
  return { number: section, title: sectionTitle(section), state: 'figures', blocks };
}

/** Section 5: no map, since an online offence has no place; means, people and overlap instead. */
export function onlineSection(inputs: ProfileInputs): Section {
  const { evidence } = inputs;
  const own = countedIn(inputs, 'online');
  const section = (blocks: readonly Block[]) => sectionOf(5, blocks);
  if (own.length === 0)
    return section(
      nothingHere(
        inputs,
        'online',
        'The online flag is known to be underused, so this is not proof of absence.',
      ),
    );
  const victims = victimsOf(evidence, own);
  const offline = own.filter(
    (index) => evidence.incidents.physicalSpace[index] !== physicalSpaceCodes.none,
  ).length;
  const n = `${periodInWords(inputs)}, by recorded date; n = ${number(own.length)} incidents`;
  return section([
    {
      kind: 'paragraph',
      text: `${careful(own.length)} VAWG incidents have an online element. Found by: ${foundOnlineBy(inputs, own)}. The flag is known to be underused. Online offences have no place of their own: they are in every total and, unless a public place is recorded with them, on no map.`,
    },
    ...yearChange(inputs, own, 'Online VAWG'),
    monthChart(inputs, own, 'VAWG with an online element', 'online'),
    {
      kind: 'bars',
      caption: `Offences with an online element, ${n}.`,
      bars: topOf(tally(evidence.incidents.offence, own), 8),
      colour: 'online',
    },
    {
      kind: 'bars',
      caption: `Platform or means as recorded, ${n}.`,
      bars: topOf(tally(evidence.incidents.platform, own), 8),
      colour: 'online',
    },
    {
      kind: 'bars',
      caption: `Age of victims, ${number(victims.length)} victim entries; ${n}.`,
      bars: ageBands(evidence, victims),
      colour: 'online',
    },
    {
      kind: 'bars',
      caption: `Relationship of suspect to victim, ${number(victims.length)} victim entries; ${n}.`,
      bars: topOf(tally(evidence.victims.relationship, victims), 8),
      colour: 'online',
    },
    {
      kind: 'paragraph',
      text: `Online and offline together: ${share(offline, own.length)} of them (${number(offline)}) also have a private or public space. ${repeatSentence(inputs, own, 'online')}`,
    },
  ]);
}

/** The first rule that held of each record, in its own words: what an online element rests on. */
function foundOnlineBy(inputs: ProfileInputs, own: readonly number[]): string {
  const sentences = new Map(inputs.definition.rules.map(({ id, sentence }) => [id, sentence]));
  return tally(inputs.evidence.incidents.onlineRule, own)
    .map(({ label, value }) => {
      const said =
        label === analystRule ? 'an analyst decided it' : (sentences.get(label) ?? label);
      return `"${said.replace(/\.$/, '')}" ${number(value)} (${share(value, own.length)})`;
    })
    .join('; ');
}

/** Repeat victims of one space, by the definition of section 9: an incident within the window after an earlier one. */
function repeatSentence(
  { evidence }: ProfileInputs,
  own: readonly number[],
  where: string,
): string {
  const { repeats } = repeatVictims(evidence, own);
  const { identified, repeated, repeatIncidents, incidents, windowDays } = repeats;
  const unmatched =
    repeats.withoutIdentifier === 0
      ? 'every victim entry has an identifier.'
      : `${number(repeats.withoutIdentifier)} victim entries have no identifier and are not matched.`;
  if (identified === 0)
    return `Repeat victims: nobody here has both an identifier and a dated incident, so none can be seen; ${unmatched}`;
  return `Repeat victims: ${number(repeated)} of ${careful(identified)} identified victims (${share(repeated, identified)}) stand on an incident ${where} within ${windowDays} days after an earlier one ${where}; ${number(repeatIncidents)} of ${number(incidents)} incidents with an identified victim are such repeats; ${unmatched}`;
}

/** Section 6: homes. Areas only, never a point; areas with few incidents are not printed. */
export function privateSection(inputs: ProfileInputs): Section {
  const { evidence } = inputs;
  const own = countedIn(inputs, 'private');
  const section = (blocks: readonly Block[]) => sectionOf(6, blocks);
  if (own.length === 0)
    return section(
      nothingHere(
        inputs,
        'private',
        'Check that the extract has a location type or says whose home it was.',
      ),
    );
  const victims = victimsOf(evidence, own);
  const abuse = own.filter((index) => evidence.incidents.domesticAbuse[index] === 1);
  const notCrimes = abuse.filter((index) => evidence.incidents.isCrime[index] === 0).length;
  const n = `${periodInWords(inputs)}, by recorded date; n = ${number(own.length)} incidents`;
  return section([
    {
      kind: 'paragraph',
      text: `${careful(own.length)} VAWG incidents happened in private spaces. Domestic abuse is flagged on ${share(abuse.length, own.length)} of them (${number(abuse.length)}), of which ${number(notCrimes)} are incidents that were not crimes. A domestic abuse flag alone does not make a record private.`,
    },
    ...yearChange(inputs, own, 'VAWG in private spaces'),
    {
      kind: 'finding',
      text: repeatSentence(inputs, own, 'in private space'),
      basis: `keyed pseudonyms of victims, recorded ${periodInWords(inputs)}; the same definition as in section 9, on these incidents alone`,
    },
    monthChart(inputs, own, 'VAWG in private spaces', 'private'),
    {
      kind: 'bars',
      caption: `Offences in private spaces, ${n}.`,
      bars: topOf(tally(evidence.incidents.offence, own), 8),
      colour: 'private',
    },
    {
      kind: 'bars',
      caption: `Relationship of suspect to victim, ${number(victims.length)} victim entries; ${n}.`,
      bars: topOf(tally(evidence.victims.relationship, victims), 8),
      colour: 'private',
    },
    repeatHomes(inputs, own),
    ...orderBlocks(inputs, own),
    areaTable(inputs, own),
  ]);
}

function areaTable(inputs: ProfileInputs, own: readonly number[]): Block {
  const counts = inputs.areas.map(() => 0);
  const { hasFemaleVictim } = inputs.evidence.incidents;
  // Women and girls below the line, so incidents with a woman or girl among the victims above it.
  const female = own.filter((index) => hasFemaleVictim[index] === 1);
  let nowhere = 0;
  for (const index of female) {
    const area = inputs.areaOfIncident[index] ?? -1;
    const count = counts[area];
    if (count === undefined) nowhere++;
    else counts[area] = count + 1;
  }
  const known = inputs.areas
    .map((area, index) => ({ area, count: counts[index] ?? 0 }))
    .filter(({ area }) => (area.femalePopulation ?? 0) > 0);
  if (known.length === 0)
    return {
      kind: 'paragraph',
      text: 'No areas with a population of women and girls were imported, so no area rates are given.',
    };
  const rates = empiricalBayesRates(
    Float64Array.from(known, ({ count }) => count),
    Float64Array.from(known, ({ area }) => area.femalePopulation ?? 0),
  );
  const perThousand = (values: Float64Array, at: number): number => 1_000 * (values[at] ?? 0);
  const printed = known
    .map(({ area, count }, at) => ({
      name: area.name,
      count,
      women: area.femalePopulation ?? 0,
      raw: perThousand(rates.raw, at),
      smoothed: perThousand(rates.smoothed, at),
      low: perThousand(rates.lower, at),
      high: perThousand(rates.upper, at),
    }))
    .filter(({ count }) => count >= smallestPrinted)
    .sort((a, b) => b.low - a.low);
  const few = known.length - printed.length;
  return {
    kind: 'table',
    caption: `Areas with the highest rate of VAWG in private spaces with a female victim per 1,000 resident women and girls, recorded ${periodInWords(inputs)} (all of it, not a year); n = ${number(female.length)} incidents; the other ${number(own.length - female.length)} have no woman or girl recorded among their victims. Smoothed: each area's own rate drawn towards that of all areas (${(1_000 * rates.mean).toFixed(1)}), the more the fewer women live there (empirical Bayes, Marshall 1991). The fifteen first by the lower end of its 95 % interval, so that a few incidents among few women do not lead. ${number(few)} areas have fewer than ${smallestPrinted} incidents and are not ranked; ${number(nowhere)} incidents have no location or lie outside. Areas with fewer than ${smallNumber} incidents: read with care.`,
    columns: [
      { title: 'Area' },
      { title: 'Incidents', isNumber: true },
      { title: 'Women and girls', isNumber: true },
      { title: 'Per 1,000', isNumber: true },
      { title: 'Smoothed', isNumber: true },
      { title: '95 % interval of it', isNumber: true },
    ],
    rows: printed
      .slice(0, 15)
      .map((one) => [
        one.name,
        number(one.count),
        number(one.women),
        one.raw.toFixed(1),
        one.smoothed.toFixed(1),
        `${one.low.toFixed(1)} to ${one.high.toFixed(1)}`,
      ]),
  };
}
