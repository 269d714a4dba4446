import { noMinutes, physicalSpaceCodes } from '../evidence/columns.ts';
import { repeatAddresses } from '../people/places.ts';
import { isAcrossSpaces, isSerial, suspectGroups, suspectStandings } from '../people/suspects.ts';
import { repeatVictims } from '../people/victims.ts';
import type { LiveFigure } from '../profile/live-figure.ts';
import { inSpace } from './counting.ts';
import { gapsOf } from './gaps.ts';
import type { ProfileInputs } from './inputs.ts';
import { countFigure, shareFigure } from './made-figure.ts';
import { type HotPlace, placeInSentence } from './places.ts';
import { activitiesAt } from './priority.ts';
import { number } from './words.ts';

/** Victims from which a suspect is one of the few to look at one by one. */
const manyVictims = 5;

/** Live figures of online and private spaces beyond their counts, and of suspects. */
export function spaceFiguresBeyondCounts(
  inputs: ProfileInputs,
  counted: readonly number[],
  recorded: string,
): LiveFigure[] {
  const { evidence } = inputs;
  const { incidents } = evidence;
  const online = inSpace(evidence, counted, 'online');
  const atHome = inSpace(evidence, counted, 'private');
  const offline = online.filter(
    (at) => incidents.physicalSpace[at] !== physicalSpaceCodes.none,
  ).length;
  const { repeats } = repeatVictims(evidence, atHome);
  const homes = repeatAddresses(evidence, atHome);
  const breaches = atHome.filter((at) => incidents.orderBreachedMinutes[at] !== noMinutes).length;
  const matched = `identified by keyed pseudonym, ${recorded}, a further incident within ${repeats.windowDays} days`;
  return [
    shareFigure(
      {
        id: 'online.also-offline',
        section: 5,
        label: 'Online VAWG that also has a private or public space',
        basis: `VAWG incidents with an online element ${recorded}`,
      },
      offline,
      online.length,
    ),
    shareFigure(
      {
        id: 'private.repeat',
        section: 6,
        label: 'Repeat victims in private space',
        basis: `victims ${matched}`,
      },
      repeats.repeated,
      repeats.identified,
    ),
    countFigure(
      {
        id: 'private.repeat-homes',
        section: 6,
        label: 'Addresses with repeat incidents',
        basis: `addresses matched by a keyed code, ${recorded}; never named or mapped`,
      },
      homes.repeats.repeated,
    ),
    countFigure(
      {
        id: 'private.breaches',
        section: 6,
        label: 'Breaches of a protective order in private space',
        basis: `VAWG incidents in private space ${recorded}`,
      },
      breaches,
    ),
    ...suspectFigures(inputs, counted, recorded),
  ];
}

function suspectFigures(
  { evidence }: ProfileInputs,
  counted: readonly number[],
  recorded: string,
): LiveFigure[] {
  const people = suspectGroups(evidence, counted);
  const standings = suspectStandings(evidence, people, null);
  const groups = Array.from({ length: people.groups.count }, (_, group) => group);
  const given = { section: 10, basis: `suspects identified by keyed pseudonym, ${recorded}` };
  return [
    countFigure(
      { ...given, id: 'suspects.serial', label: 'Suspects named for several victims' },
      groups.filter((group) => isSerial(standings, group)).length,
    ),
    countFigure(
      {
        ...given,
        id: 'suspects.many-victims',
        label: `Suspects named for ${manyVictims} or more victims on different incidents`,
      },
      groups.filter(
        (group) =>
          (standings.victims[group] ?? 0) >= manyVictims &&
          (standings.incidentsWithVictims[group] ?? 0) >= manyVictims,
      ).length,
    ),
    countFigure(
      { ...given, id: 'suspects.across-spaces', label: 'Suspects in more than one space' },
      groups.filter((group) => isAcrossSpaces(standings, group)).length,
    ),
  ];
}

/** Live figures of the place that is most feared with few records; none where there is no such place. */
export function gapFigures(inputs: ProfileInputs): LiveFigure[] {
  const [feared] = gapsOf(inputs).feared;
  if (feared === undefined) return [];
  const basis =
    'a 500 m square, all that was imported, whatever its date; reports are not crimes and are never added to them';
  return [
    {
      id: 'gap.feared.name',
      section: 8,
      label: 'Most feared place with few records, name',
      value: null,
      text: feared.name,
      basis,
      n: feared.reports,
      beside: [],
    },
    countFigure(
      { id: 'gap.feared.reports', section: 8, label: 'Reports there', basis },
      feared.reports,
    ),
    {
      ...countFigure(
        { id: 'gap.feared.records', section: 8, label: 'Recorded incidents there', basis },
        feared.records,
      ),
      beside: [{ label: 'reports there', text: number(feared.reports) }],
    },
  ];
}

/** Priority locations at which nothing is done on record; none where no activities were imported. */
export function activityFigures(inputs: ProfileInputs, places: readonly HotPlace[]): LiveFigure[] {
  if (inputs.context.activities.length === 0 || places.length === 0) return [];
  const without = places.filter((place) => activitiesAt(inputs, place).length === 0);
  const basis = `the first ${places.length} priority locations without a doubt about their positions; activities as supplied, the latest twelve months`;
  const [first] = without;
  const count = countFigure(
    {
      id: 'places.without-activity',
      section: 12,
      label: 'Priority locations with no activity on record',
      basis,
    },
    without.length,
  );
  if (first === undefined) return [count];
  return [
    count,
    {
      id: 'places.without-activity.name',
      section: 12,
      label: 'First priority location with no activity on record, name',
      value: null,
      text: placeInSentence(first),
      basis,
      n: first.count,
      beside: [],
    },
    countFigure(
      {
        id: 'places.without-activity.count',
        section: 12,
        label: 'Incidents at the first priority location with no activity on record',
        basis,
      },
      first.count,
    ),
  ];
}
