import { sectionTitle } from '../profile/section-titles.ts';
import type { Block, Section } from './blocks.ts';
import { hoursOf, smallestPrinted, smallNumber } from './counting.ts';
import { harmBlocks } from './harm.ts';
import type { HotSpots, ProfileInputs } from './inputs.ts';
import { contextSentence, periodInWords } from './opening.ts';
import { type HotPlace, positionDoubt, rankedPlaces, whyNotRanked } from './places.ts';
import { priorityBlocks } from './priority.ts';
import { clause, dateInWords, leftOutInWords, number } from './words.ts';

/** Departing runs printed in the annex. */
const mostDepartures = 20;

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Section 12: places ranked, with what speaks for and against each. */
export function prioritySection(inputs: ProfileInputs, places: readonly HotPlace[]): Section {
  const blocks: Block[] = [];
  const section: Section = { number: 12, title: sectionTitle(12), state: 'figures', blocks };
  if (inputs.isContextOnly) {
    blocks.push({
      kind: 'warning',
      text: `${contextSentence} No priority location for VAWG can be named from it.`,
    });
    return section;
  }
  const ranked = rankedPlaces(places);
  if (ranked.length === 0) {
    blocks.push({
      kind: 'paragraph',
      text: `No public-space hot cell with ${smallestPrinted} or more records was found, so no location is ranked.`,
    });
    return section;
  }
  const keptOut = places.flatMap((place) => {
    const why = whyNotRanked(place);
    return why === null ? [] : [`${place.name}: ${why}`];
  });
  const unranked = places.length - ranked.length - keptOut.length;
  const latestHot = new Set(
    inputs.latest?.cells
      .filter((cell) => cell.bin >= 2)
      .map((cell) => `${cell.centre[0]} ${cell.centre[1]}`),
  );
  blocks.push(
    {
      kind: 'table',
      caption: `Public-space priority locations: adjacent hot cells as one place, ranked by incidents recorded ${periodInWords(inputs)}, whenever committed; busiest hours by committed date. "Also hot in the latest 12 months" is a check of stability, of committed dates. Reports are StreetSafe-style reports within 250 m, not crimes.`,
      columns: [
        { title: 'Rank', isNumber: true },
        { title: 'Place' },
        { title: 'Incidents', isNumber: true },
        { title: 'Highest z of Gi*', isNumber: true },
        { title: 'Busiest' },
        { title: 'Reports', isNumber: true },
        { title: 'Also hot in latest 12 months' },
        { title: 'Caution' },
      ],
      rows: ranked
        .slice(0, 12)
        .map((place, index) => [
          String(index + 1),
          place.name,
          number(place.count),
          place.highestZ.toFixed(1),
          busiest(inputs, place.incidents),
          number(place.perceptions),
          place.cells.some((cell) => latestHot.has(`${cell.centre[0]} ${cell.centre[1]}`))
            ? 'yes'
            : 'no',
          caution(place),
        ]),
    },
    {
      kind: 'paragraph',
      text: `The first column ranks by count; count and harm stand side by side in the next table.${unranked === 0 ? '' : ` ${number(unranked)} more ${unranked === 1 ? 'place is' : 'places are'} hot only by neighbouring cells, with fewer than ${smallestPrinted} records, and not ranked.`} Before tasking, check each place for a default position of the records system, for existing activity, and for whether it can be patrolled. Private spaces are not ranked as places.`,
    },
  );
  if (keptOut.length > 0) {
    blocks.push(
      { kind: 'paragraph', text: 'Hot, but kept out of the ranking by the register:' },
      { kind: 'list', items: keptOut },
    );
  }
  blocks.push(
    ...priorityBlocks(inputs, ranked.slice(0, 12)),
    ...placeHarm(inputs, ranked.slice(0, 12)),
  );
  return section;
}

/** The ranked places by count and by harm. */
function placeHarm(inputs: ProfileInputs, places: readonly HotPlace[]): Block[] {
  const pairs = places.flatMap((place, unit) =>
    place.incidents.map((incident) => ({ unit, incident })),
  );
  return harmBlocks(
    inputs,
    pairs.map(({ incident }) => incident),
    {
      title: 'Place',
      plural: 'priority locations',
      names: places.map(({ name }) => name),
      unitOf: Int32Array.from(pairs, ({ unit }) => unit),
      incidentOf: Int32Array.from(pairs, ({ incident }) => incident),
      areThemselves: null,
    },
  );
}

function caution(place: HotPlace): string {
  const doubt = positionDoubt(place);
  const cautions = [
    doubt === null ? '' : `${doubt}: check for a default position`,
    place.register?.patrollable === 'no' ? 'cannot be patrolled' : '',
    place.count < smallNumber ? `fewer than ${smallNumber}` : '',
  ].filter((text) => text !== '');
  return cautions.length === 0 ? '-' : cautions.join('; ');
}

/** The busiest three hours of the week in words, as "Fri 22:00-01:00"; "-" when too few are timed. */
function busiest(inputs: ProfileInputs, incidents: readonly number[]): string {
  const { weights, used } = hoursOf(inputs.evidence, incidents).hours;
  if (used < 10) return '-';
  let best = 0;
  let highest = -1;
  for (let hour = 0; hour < 168; hour++) {
    const sum = [0, 1, 2].reduce((total, step) => total + (weights[(hour + step) % 168] ?? 0), 0);
    if (sum > highest) [best, highest] = [hour, sum];
  }
  const clock = (hour: number): string => `${String(hour % 24).padStart(2, '0')}:00`;
  // On one line, so that the table does not grow by two.
  return `${days[Math.floor(best / 24)] ?? ''} ${clock(best)} to ${clock(best + 3)}`.replaceAll(
    ' ',
    '\u00a0',
  );
}

function departuresOf({ departures }: HotSpots): string {
  return departures.length === 0 ? '' : ` Departs from the recipe: ${departures.join(' ')}`;
}

/** Kept runs that depart from the recipe, so that a choice made after results were seen is known as one. */
function departureBlocks({ recipe }: ProfileInputs): Block[] {
  if (recipe === null) return [];
  if (recipe.departed.length === 0)
    return [{ kind: 'paragraph', text: 'Every kept run keeps to the recipe.' }];
  const shown = recipe.departed.slice(0, mostDepartures);
  return [
    {
      kind: 'table',
      caption: `Kept runs that depart from the recipe of the terms of reference: ${number(recipe.departed.length)}${shown.length < recipe.departed.length ? `, the latest ${number(shown.length)}` : ''}`,
      columns: [{ title: 'Run' }, { title: 'Method' }, { title: 'Made' }, { title: 'Departs in' }],
      rows: shown.map(({ run, method, madeOn, departures }) => [
        run,
        method,
        dateInWords(madeOn),
        departures.join(' '),
      ]),
    },
  ];
}

/** Section 17: how each number was made. */
export function annexSection(inputs: ProfileInputs): Section {
  const run = (name: string, spots: HotSpots | null): string =>
    spots === null
      ? `${name}: not run, no record has a usable position.`
      : `${name}: run ${spots.run}, ${spots.shape}s of ${number(spots.cellMetres)} m, ${number(spots.studyAreaCells)} cells (${clause(spots.areaRule)}), n = ${number(spots.countIn)}, left out: ${leftOutInWords(spots.leftOut)}.${departuresOf(spots)}`;
  return {
    number: 17,
    title: sectionTitle(17),
    state: 'figures',
    blocks: [
      {
        kind: 'list',
        items: [run('Whole period', inputs.whole), run('Latest twelve months', inputs.latest)],
      },
      ...departureBlocks(inputs),
      {
        kind: 'list',
        items: [
          'Gi*: a cell and its eight neighbours, itself included; z = (sum of counts in the neighbourhood - W x mean) / (s x sqrt((n W - W squared) / (n - 1))), W the number of cells summed, mean and standard deviation s over all n cells of the study area, zeros included; p two-sided normal.',
          'False discovery rate: Benjamini and Hochberg over all cells of the study area. Hot means an adjusted p of at most 0.05.',
          'Change between years: ratio of two counts taken as Poisson, 95 % score interval (the interval of Wilson for the latest count in both, as odds).',
          "Rates: the 95 % interval takes the count as Poisson, by Byar's approximation; the population is taken as known.",
          'Hours: each incident shared by minutes over its from-to window; windows over 24 hours and starts at exactly 00:00 or 00:01 without an end are left out.',
          'Positions: British National Grid metres; longitude and latitude are converted through Ordnance Survey OSTN15. The transformation is exact to centimetres; the geocode is not.',
          `Data fingerprint ${inputs.evidence.fingerprint.slice(0, 16)}; VAWG list edition ${inputs.codeListVersion}; rules ${inputs.definition.version}; Action Ten ${inputs.appVersion}.`,
        ],
      },
      {
        kind: 'table',
        caption: 'Rules that put a record in or out, and into a space',
        columns: [{ title: 'Rule' }, { title: 'What it says' }],
        rows: inputs.definition.rules.map(({ id, sentence, isOn }) => [
          id,
          isOn ? sentence : `Switched off: ${sentence}`,
        ]),
      },
      {
        kind: 'table',
        caption: 'Glossary',
        columns: [{ title: 'Word' }, { title: 'Meaning' }],
        rows: [
          [
            'Incident',
            'One record of the police: a crime or an incident that was not a crime. Several victims or suspects do not make several incidents.',
          ],
          [
            'Hot cell',
            'A cell whose neighbourhood holds more than chance would put there, with the false discovery rate held over the map.',
          ],
          ['Perception', 'A report of feeling unsafe. Not a crime and never added to crimes.'],
          [
            'Victim or suspect entry',
            'One person on one incident: somebody on three incidents makes three entries. An identified person is counted once.',
          ],
          [
            'Recorded date, committed date',
            'The day on which the police recorded an incident, and the day or hours in which it happened. Trends use the first, hours and places over time the second.',
          ],
          [
            '95 % interval',
            'How far chance alone could move a figure of this size. It knows nothing of what was not reported or not recorded.',
          ],
          [
            'Harm score',
            'The sum of the weights that a list gives to the offences. It weighs offences, not what was done to one person.',
          ],
          [
            'Outcome 14, 15, 16',
            'Ended without action: the victim does not support it and no suspect is named (14); evidence is lacking though she supports it (15); a suspect is named and the victim does not support it (16).',
          ],
          [
            'Unclassified',
            'An incident with neither an online element nor a physical space on record.',
          ],
        ],
      },
    ],
  };
}
