import { countedIncidents } from '../../domain/figures/counting.ts';
import {
  categoryNames,
  isYoung,
  suspectGroups,
  suspectStandings,
} from '../../domain/people/suspects.ts';
import type { Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { suspectPseudonyms } from '../workspace/incident-rows.ts';

/** Which suspects: by different VAWG incidents and by different identified victims of these. */
export interface WantedSuspects {
  readonly leastIncidents: number;
  readonly leastVictims: number;
}

/** A chosen suspect as the file names them: `suspect` is the name that rankings in the window have for them. */
interface ChosenSuspect {
  readonly suspect: string;
  readonly incidents: number;
  readonly victims: number;
  readonly category: string;
}

/**
 * Adult suspects of VAWG incidents by pseudonym. Eliminated suspects and crimes that no longer stand are left out, as
 * in section 10 of the profile; children always: they are a matter for safeguarding first.
 */
export async function chosenSuspects(
  session: Session,
  { leastIncidents, leastVictims }: WantedSuspects,
  job: Job,
): Promise<{
  readonly suspects: ReadonlyMap<string, ChosenSuspect>;
  readonly leftOut: Readonly<
    Record<'children' | 'entriesWithoutReference' | 'entriesEliminated', number>
  >;
}> {
  await session.classifyIfStale(job);
  const { columns } = await session.evidence(job);
  const people = suspectGroups(columns, countedIncidents(columns, false));
  const { groups } = people;
  const standings = suspectStandings(columns, people, null);
  // Codes of people count up in the order of the rows (KeyNumbers), and so do these.
  const pseudonymOf = suspectPseudonyms(session.reader);
  const suspects = new Map<string, ChosenSuspect>();
  let children = 0;
  for (let group = 0; group < groups.count; group++) {
    const incidents = (groups.starts[group + 1] ?? 0) - (groups.starts[group] ?? 0);
    const victims = standings.victims[group] ?? 0;
    if (incidents < leastIncidents || victims < leastVictims) continue;
    if (isYoung(standings, group)) {
      children++;
      continue;
    }
    const code = groups.keys[group] ?? 0;
    const pseudonym = pseudonymOf[code - 1];
    if (pseudonym === undefined) throw new Error('the columns do not match the rows of suspects');
    suspects.set(pseudonym, {
      suspect: `Suspect ${code}`,
      incidents,
      victims,
      category: categoryNames[standings.category[group] ?? 0] ?? '',
    });
  }
  return {
    suspects,
    leftOut: {
      children,
      entriesWithoutReference: groups.withoutKey,
      entriesEliminated: people.eliminated,
    },
  };
}
