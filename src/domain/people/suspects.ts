import { crimeStatusNames, type EvidenceColumns, physicalSpaceCodes } from '../evidence/columns.ts';
import { entriesOf, type Groups, groupInOrder } from './groups.ts';

/**
 * Categories of persons that section 38 of the Data Protection Act 2018 wants kept apart, lowest first. The status
 * stands on the incident: a person convicted of one is a suspect in another.
 */
export const categoryNames = ['not recorded', 'suspect', 'charged', 'convicted'] as const;
export type CategoryName = (typeof categoryNames)[number];

/** Identified suspects of the counted incidents, eliminated suspects and crimes that no longer stand left out. */
export interface SuspectGroups {
  readonly groups: Groups;
  /** Suspect entries that remain, identified or not. */
  readonly entries: Int32Array;
  /** Entries of suspects who were eliminated. */
  readonly eliminated: number;
  /** Entries on crimes that were cancelled or transferred. */
  readonly cancelledOrTransferred: number;
}

/**
 * The suspects of the counted incidents by person; an incident counts once a person, in its highest category. Reports
 * of rape not recorded as a crime (N100) stay in: they are incidents.
 */
export function suspectGroups(
  { incidents, suspects }: EvidenceColumns,
  counted: ArrayLike<number>,
): SuspectGroups {
  const eliminatedCode = suspects.status.values.indexOf('eliminated');
  const gone = [crimeStatusNames.indexOf('cancelled'), crimeStatusNames.indexOf('transferred')];
  let [eliminated, cancelledOrTransferred] = [0, 0];
  const entries = entriesOf(suspects.incident, incidents.length, counted).filter((entry) => {
    if (gone.includes(incidents.crimeStatus[suspects.incident[entry] ?? -1] ?? 0)) {
      cancelledOrTransferred++;
      return false;
    }
    if (eliminatedCode >= 0 && suspects.status.codes[entry] === eliminatedCode) {
      eliminated++;
      return false;
    }
    return true;
  });
  const ranks = categoryRanks(suspects.status.values);
  const groups = groupInOrder(
    {
      keys: suspects.person,
      incidentOf: suspects.incident,
      rankOf: (entry) => ranks[suspects.status.codes[entry] ?? 0] ?? 0,
    },
    entries,
    incidents.recordedMinutes,
  );
  return { groups, entries, eliminated, cancelledOrTransferred };
}

function categoryRanks(values: readonly string[]): number[] {
  return values.map((text) => {
    const rank = categoryNames.findIndex((name, at) => at > 0 && name === text);
    return rank < 0 ? 0 : rank;
  });
}

/** What the counted incidents say of each person, in the order of the groups. Never an identifier. */
export interface SuspectStandings {
  /** Index into categoryNames of the highest category on any incident. */
  readonly category: Uint8Array;
  /** Incidents by category: entry `4 * group + category`. */
  readonly byCategory: Uint32Array;
  /** Different identified victims of the person's incidents. */
  readonly victims: Uint32Array;
  /** Different incidents on which those victims stand: 1 = all victims of a single incident. */
  readonly incidentsWithVictims: Uint32Array;
  /** Bits of spaceBits. */
  readonly spaces: Uint8Array;
  /** Age on the latest incident with an age; -1 = not recorded. */
  readonly ageYears: Int16Array;
  /** Bits of indicatorNames on any incident. */
  readonly indicators: Uint8Array;
}

export const spaceBits = { online: 1, private: 2, public: 4 } as const;

/**
 * Standings of the suspects. Within an incident all its victims and all its suspects are taken as linked, since
 * records seldom say who did what to whom.
 *
 * @param indicators Bits of indicatorNames for each incident; null when no list of indicators is loaded.
 */
export function suspectStandings(
  { incidents, victims, suspects }: EvidenceColumns,
  { groups }: SuspectGroups,
  indicators: Uint8Array | null,
): SuspectStandings {
  const ranks = categoryRanks(suspects.status.values);
  const victimStarts = startsByIncident(victims.incident, incidents.length);
  const made = {
    category: new Uint8Array(groups.count),
    byCategory: new Uint32Array(groups.count * categoryNames.length),
    victims: new Uint32Array(groups.count),
    incidentsWithVictims: new Uint32Array(groups.count),
    spaces: new Uint8Array(groups.count),
    ageYears: new Int16Array(groups.count).fill(-1),
    indicators: new Uint8Array(groups.count),
  };
  const people = new Set<number>();
  for (let group = 0; group < groups.count; group++) {
    people.clear();
    let [category, spaces, flags, withVictims] = [0, 0, 0, 0];
    for (let at = groups.starts[group] ?? 0; at < (groups.starts[group + 1] ?? 0); at++) {
      const incident = groups.incidents[at] ?? 0;
      const entry = groups.entries[at] ?? 0;
      const rank = ranks[suspects.status.codes[entry] ?? 0] ?? 0;
      const place = group * categoryNames.length + rank;
      made.byCategory[place] = (made.byCategory[place] ?? 0) + 1;
      category = Math.max(category, rank);
      spaces |= spacesOf(incidents, incident);
      flags |= indicators?.[incident] ?? 0;
      const age = suspects.ageYears[entry] ?? -1;
      if (age >= 0) made.ageYears[group] = age;
      let hasVictim = false;
      const end = victimStarts[incident + 1] ?? 0;
      for (let victim = victimStarts[incident] ?? 0; victim < end; victim++) {
        const person = victims.person[victim] ?? 0;
        if (person === 0) continue;
        people.add(person);
        hasVictim = true;
      }
      if (hasVictim) withVictims++;
    }
    made.category[group] = category;
    made.spaces[group] = spaces;
    made.indicators[group] = flags;
    made.victims[group] = people.size;
    made.incidentsWithVictims[group] = withVictims;
  }
  return made;
}

/** First entry of each incident in an ascending column, and the end of the last. */
function startsByIncident(incidentOf: Int32Array, incidentCount: number): Int32Array {
  const starts = new Int32Array(incidentCount + 1);
  for (const incident of incidentOf) starts[incident + 1] = (starts[incident + 1] ?? 0) + 1;
  for (let index = 0; index < incidentCount; index++)
    starts[index + 1] = (starts[index + 1] ?? 0) + (starts[index] ?? 0);
  return starts;
}

function spacesOf(
  { online, physicalSpace }: EvidenceColumns['incidents'],
  incident: number,
): number {
  const physical = physicalSpace[incident];
  return (
    (online[incident] === 1 ? spaceBits.online : 0) |
    (physical === physicalSpaceCodes.private ? spaceBits.private : 0) |
    (physical === physicalSpaceCodes.public ? spaceBits.public : 0)
  );
}

/** How many suspects are repeat, serial or across spaces, by highest category and in all. */
export interface SuspectCounts {
  readonly people: number;
  readonly incidents: readonly number[];
  /** Two or more different incidents. */
  readonly repeat: number;
  /** Two or more different identified victims. */
  readonly serial: number;
  /** Of the serial ones, those whose victims all stand on one incident. */
  readonly serialInOneIncident: number;
  /** Online, and private or public or both. */
  readonly acrossSpaces: number;
  /** Under 18 on the latest incident with an age. */
  readonly young: number;
  readonly ageNotRecorded: number;
}

/**
 * Counts of suspects, for the people that `isChosen` takes (all when left out). `incidents` counts pairs of person and
 * incident by category, in the order of categoryNames.
 */
export function suspectCounts(
  groups: Groups,
  standings: SuspectStandings,
  isChosen: (group: number) => boolean = () => true,
): SuspectCounts {
  const counts = {
    people: 0,
    incidents: categoryNames.map(() => 0),
    repeat: 0,
    serial: 0,
    serialInOneIncident: 0,
    acrossSpaces: 0,
    young: 0,
    ageNotRecorded: 0,
  };
  for (let group = 0; group < groups.count; group++) {
    if (!isChosen(group)) continue;
    counts.people++;
    for (const category of categoryNames.keys())
      counts.incidents[category] =
        (counts.incidents[category] ?? 0) +
        (standings.byCategory[group * categoryNames.length + category] ?? 0);
    if ((groups.starts[group + 1] ?? 0) - (groups.starts[group] ?? 0) >= 2) counts.repeat++;
    if (isSerial(standings, group)) {
      counts.serial++;
      if (standings.incidentsWithVictims[group] === 1) counts.serialInOneIncident++;
    }
    if (isAcrossSpaces(standings, group)) counts.acrossSpaces++;
    if (isYoung(standings, group)) counts.young++;
    if (standings.ageYears[group] === -1) counts.ageNotRecorded++;
  }
  return counts;
}

/** Two or more different identified victims. */
export function isSerial({ victims }: SuspectStandings, group: number): boolean {
  return (victims[group] ?? 0) >= 2;
}

/** Online, and also private or public. */
export function isAcrossSpaces({ spaces }: SuspectStandings, group: number): boolean {
  const held = spaces[group] ?? 0;
  return (held & spaceBits.online) !== 0 && (held & (spaceBits.private | spaceBits.public)) !== 0;
}

/** Under 18 on the latest incident with an age: a child, and a matter for safeguarding first. */
export function isYoung({ ageYears }: SuspectStandings, group: number): boolean {
  const age = ageYears[group] ?? -1;
  return age >= 0 && age < 18;
}
