import { dayText, firstDay, lastDay } from './calendar.ts';
import { type CsvRow, csvText } from './csv.ts';
import { voiceColumns } from './headers.ts';
import { truthPlaces } from './place.ts';
import { choices, type RandomStream, randomStream } from './random.ts';
import {
  fearedStatements,
  girlStatements,
  nightStatements,
  onlineStatements,
  privateStatements,
  publicStatements,
  type StatementText,
} from './voice-statements.ts';
import type { World } from './world.ts';

type Group = 'blackAndMinoritised' | 'migrant' | 'disabled' | 'lgbt';

/** One session: who was there and what they mostly speak about. */
interface EngagementFacts {
  readonly name: string;
  readonly method: string;
  readonly organisation: string;
  readonly people: 'women' | 'girls';
  /** A group for whom the session was held: most of those present belong to it. */
  readonly group?: Group;
  readonly topics: readonly (readonly StatementText[])[];
}

const inTheOpen = [publicStatements, fearedStatements];
const everything = [publicStatements, fearedStatements, privateStatements, onlineStatements];

const engagements: readonly EngagementFacts[] = [
  {
    name: 'Walk and talk, Larkmere',
    method: 'Walk and talk',
    organisation: 'Neighbourhood team',
    people: 'women',
    topics: [fearedStatements],
  },
  {
    name: 'Walk and talk, Northmoor centre',
    method: 'Walk and talk',
    organisation: 'Neighbourhood team',
    people: 'women',
    topics: [nightStatements, publicStatements],
  },
  {
    name: 'Walk and talk, Saltgate',
    method: 'Walk and talk',
    organisation: 'Neighbourhood team',
    people: 'women',
    topics: inTheOpen,
  },
  {
    name: 'Walk and talk, Eldersea',
    method: 'Walk and talk',
    organisation: 'Neighbourhood team',
    people: 'women',
    topics: [nightStatements, publicStatements],
  },
  {
    name: 'Black women’s forum, autumn',
    method: 'Focus group',
    organisation: 'Saffron Table (sample)',
    people: 'women',
    group: 'blackAndMinoritised',
    topics: everything,
  },
  {
    name: 'Black women’s forum, spring',
    method: 'Focus group',
    organisation: 'Saffron Table (sample)',
    people: 'women',
    group: 'blackAndMinoritised',
    topics: everything,
  },
  {
    name: 'South Asian women’s circle',
    method: 'Focus group',
    organisation: 'Courtyard Circle (sample)',
    people: 'women',
    group: 'blackAndMinoritised',
    topics: [privateStatements, publicStatements],
  },
  {
    name: 'Women new to the country',
    method: 'Focus group with interpreter',
    organisation: 'Open Gate (sample)',
    people: 'women',
    group: 'migrant',
    topics: [privateStatements, publicStatements],
  },
  {
    name: 'Seasonal workers',
    method: 'Outreach visit with interpreter',
    organisation: 'Open Gate (sample)',
    people: 'women',
    group: 'migrant',
    topics: [publicStatements, privateStatements],
  },
  {
    name: 'Refugee women’s breakfast',
    method: 'Focus group with interpreter',
    organisation: 'Open Gate (sample)',
    people: 'women',
    group: 'migrant',
    topics: everything,
  },
  {
    name: 'Disabled women’s panel',
    method: 'Panel',
    organisation: 'Level Ground (sample)',
    people: 'women',
    group: 'disabled',
    topics: everything,
  },
  {
    name: 'Deaf women’s evening',
    method: 'Focus group with signing',
    organisation: 'Level Ground (sample)',
    people: 'women',
    group: 'disabled',
    topics: inTheOpen,
  },
  {
    name: 'Students, freshers’ week',
    method: 'Stall and survey',
    organisation: 'Northmoor students’ union',
    people: 'women',
    topics: [nightStatements, onlineStatements],
  },
  {
    name: 'Students, exam term',
    method: 'Focus group',
    organisation: 'Northmoor students’ union',
    people: 'women',
    topics: [fearedStatements, nightStatements, onlineStatements],
  },
  {
    name: 'Student nurses',
    method: 'Focus group',
    organisation: 'Northmoor Hospital',
    people: 'women',
    topics: inTheOpen,
  },
  {
    name: 'Girls at Marrowbridge Academy, year 10',
    method: 'School session with guardian consent',
    organisation: 'Marrowbridge Academy',
    people: 'girls',
    topics: [girlStatements],
  },
  {
    name: 'Girls at Marrowbridge Academy, year 8',
    method: 'School session with guardian consent',
    organisation: 'Marrowbridge Academy',
    people: 'girls',
    topics: [girlStatements],
  },
  {
    name: 'Girls’ football club',
    method: 'Youth session with guardian consent',
    organisation: 'Saltgate Youth (sample)',
    people: 'girls',
    topics: [girlStatements, fearedStatements],
  },
  {
    name: 'Care-experienced girls',
    method: 'Youth session with guardian consent',
    organisation: 'Lighthouse Youth (sample)',
    people: 'girls',
    topics: [girlStatements, onlineStatements],
  },
  {
    name: 'Night workers at the hospital',
    method: 'Drop-in',
    organisation: 'Northmoor Hospital',
    people: 'women',
    topics: [publicStatements, fearedStatements],
  },
  {
    name: 'Night cleaners and bar staff',
    method: 'Drop-in',
    organisation: 'Late Shift (sample)',
    people: 'women',
    topics: [nightStatements, publicStatements],
  },
  {
    name: 'LGBT+ women’s night',
    method: 'Focus group',
    organisation: 'Prism House (sample)',
    people: 'women',
    group: 'lgbt',
    topics: [nightStatements, publicStatements, onlineStatements],
  },
  {
    name: 'Survivors’ reference group',
    method: 'Reference group',
    organisation: 'Harbour Advice (sample)',
    people: 'women',
    topics: [privateStatements, onlineStatements],
  },
  {
    name: 'Rural women’s institute evening',
    method: 'Survey',
    organisation: 'Northmoor villages',
    people: 'women',
    topics: [privateStatements, publicStatements],
  },
  {
    name: 'Runners’ safety evening',
    method: 'Focus group',
    organisation: 'Northmoor Striders (sample)',
    people: 'women',
    topics: inTheOpen,
  },
];

const publicResponses = choices(
  ['', 34],
  ['Passed to the council lighting team', 20],
  ['Patrol plan looked at', 16],
  ['Taken to the partnership meeting', 18],
  ['No action yet', 12],
);

/** What is answered about homes and messages: lamps and patrols would be no answer. */
const otherResponses = choices(
  ['', 38],
  ['Referred to specialist support, with consent', 24],
  ['Taken to the partnership meeting', 16],
  ['Taken up in training of call handlers', 10],
  ['No action yet', 12],
);

export interface Statement {
  readonly facts: EngagementFacts;
  readonly heldOn: number;
  readonly text: StatementText;
}

/** Decides each session's day and statements: 4 to 12 of them, in the order of the days. */
export function planVoices(world: World): Statement[] {
  const random = randomStream(world.seed, 'voices');
  const span = Math.floor((lastDay - firstDay - 60) / engagements.length);
  return engagements.flatMap((facts, index) => {
    const heldOn = firstDay + 30 + index * span + random.integer(0, span - 1);
    return Array.from({ length: random.integer(4, 12) }, () => ({
      facts,
      heldOn,
      text: random.pick(random.pick(facts.topics)),
    }));
  });
}

/** The voices file: one row a statement; the session's columns repeat. */
export function voiceText(world: World, statements: readonly Statement[]): Iterable<string> {
  return csvText(voiceColumns, rows(world, statements));
}

function* rows(
  world: World,
  statements: readonly Statement[],
): Generator<CsvRow<(typeof voiceColumns)[number]>> {
  for (const [index, { facts, heldOn, text }] of statements.entries()) {
    const random = randomStream(world.seed, 'voice-row', index);
    const position =
      text.near === undefined ? undefined : world.within(truthPlaces[text.near], random);
    yield {
      engagement: facts.name,
      heldOn: dayText(heldOn),
      method: facts.method,
      organisation: facts.organisation,
      ...attendance(facts, randomStream(world.seed, `attendance/${facts.name}`)),
      place: text.place,
      easting: position ? String(position.easting) : '',
      northing: position ? String(position.northing) : '',
      areaCode: position?.areaCode ?? '',
      timeOfDay: text.timeOfDay,
      space: text.space,
      reason: text.reason,
      quote: text.quote,
      response: random.weighted(text.space === 'public' ? publicResponses : otherResponses),
    };
  }
}

/** How many were there: the same on every row of a session, because the session has a stream of its own. */
function attendance(
  facts: EngagementFacts,
  random: RandomStream,
): CsvRow<(typeof voiceColumns)[number]> {
  const participants = random.integer(6, 34);
  const girls = facts.people === 'girls' ? participants : 0;
  const some = (group: Group, usual: number) => {
    const share = facts.group === group ? 0.75 + random.unit() * 0.25 : usual * random.unit() * 2;
    return String(Math.min(participants, Math.round(participants * share)));
  };
  return {
    participants: String(participants),
    women: String(participants - girls),
    girls: String(girls),
    blackAndMinoritised: some('blackAndMinoritised', 0.13),
    migrant: some('migrant', 0.07),
    disabled: some('disabled', 0.09),
    lgbt: some('lgbt', 0.05),
  };
}
