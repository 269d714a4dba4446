import type {
  IncidentFacts,
  SuspectColumns,
  VictimColumns,
} from '../../domain/evidence/columns.ts';
import { breathe, type Job } from '../jobs.ts';
import type { Reader } from '../workspace/database.ts';
import { countPeople, PersonReader, relationships } from '../workspace/incident-rows.ts';
import { allWords } from '../workspace/words.ts';
import { KeyNumbers, WordColumn } from './fact-columns.ts';
import type { OwnFacts } from './incident-facts.ts';

const sliceRows = 20_000;
const adultAgeYears = 18;

const victimFields = ['sex', 'gender', 'ethnicity', 'ethnicity_officer', 'disability'] as const;
const suspectFields = ['sex', 'status', 'ethnicity', 'ethnicity_officer'] as const;

/** Victims and suspects as columns in the order of their incidents, and what victims tell of incidents. */
export async function readPeople(
  reader: Reader,
  facts: OwnFacts,
  job: Job,
): Promise<{ victims: VictimColumns; suspects: SuspectColumns; incidents: IncidentFacts }> {
  const counts = countPeople(reader);
  const indexOf = indexesById(facts.id);
  const words = allWords(reader);
  const victims = await gather(reader, 'victim', victimFields, counts.victims, indexOf, job);
  const suspects = await gather(reader, 'suspect', suspectFields, counts.suspects, indexOf, job);
  const relationshipOf = relationships(reader);
  const relationship = new WordColumn(victims.ids.length, words);
  for (const [index, id] of victims.ids.entries()) {
    relationship.set(index, relationshipOf.get(id) ?? null);
  }
  const victimColumns = {
    ...victims.columns,
    sex: wordsOf(victims, 'sex', words),
    gender: wordsOf(victims, 'gender', words),
    ethnicity: wordsOf(victims, 'ethnicity', words),
    ethnicityOfficer: wordsOf(victims, 'ethnicity_officer', words),
    disability: wordsOf(victims, 'disability', words),
    relationship: relationship.finish(),
  };
  return {
    victims: victimColumns,
    suspects: {
      ...suspects.columns,
      sex: wordsOf(suspects, 'sex', words),
      status: wordsOf(suspects, 'status', words),
      ethnicity: wordsOf(suspects, 'ethnicity', words),
      ethnicityOfficer: wordsOf(suspects, 'ethnicity_officer', words),
    },
    incidents: { ...facts, ...toldByVictims(victimColumns, facts.id.length) },
  };
}

/** Place of each incident in the columns, by row id; -1 for none. */
function indexesById(id: Int32Array): Int32Array {
  const indexOf = new Int32Array((id.at(-1) ?? 0) + 1).fill(-1);
  for (let index = 0; index < id.length; index++) indexOf[id[index] ?? 0] = index;
  return indexOf;
}

/** People in the order of their incidents, then of their rows; words by their numbers, 0 for none. */
interface Gathered<Field extends string> {
  readonly ids: Int32Array;
  readonly words: ReadonlyMap<Field, Uint32Array>;
  readonly columns: {
    readonly length: number;
    readonly incident: Int32Array;
    readonly person: Uint32Array;
    readonly ageYears: Int16Array;
  };
}

async function gather<Field extends string>(
  reader: Reader,
  table: 'victim' | 'suspect',
  fields: readonly Field[],
  total: number,
  indexOf: Int32Array,
  job: Job,
): Promise<Gathered<Field>> {
  const people = new PersonReader(reader, table, fields);
  const ids = new Int32Array(total);
  const incident = new Int32Array(total);
  const person = new Uint32Array(total);
  const ageYears = new Int16Array(total);
  const words = fields.map(() => new Uint32Array(total));
  const keys = new KeyNumbers();
  let count = 0;
  let isInOrder = true;
  for (let after = 0; ; ) {
    const slice = people.slice(after, sliceRows);
    const last = slice.at(-1);
    if (last === undefined) break;
    for (const [id, incidentRow, key, age, ...values] of slice) {
      ids[count] = id;
      incident[count] = indexOf[incidentRow] ?? -1;
      if (count > 0 && (incident[count] ?? 0) < (incident[count - 1] ?? 0)) isInOrder = false;
      // Only numbers: the pseudonyms themselves have no place in a statistic.
      person[count] = keys.number(key);
      ageYears[count] = age ?? -1;
      for (const [field, column] of words.entries()) column[count] = values[field] ?? 0;
      count++;
    }
    after = last[0];
    job.report({ stage: `Reading ${table}s`, done: count, total });
    await breathe(job);
  }
  const order = isInOrder ? null : orderOf(incident, ids);
  return {
    ids: inOrder(ids, order),
    words: new Map(
      fields.map((field, at) => [field, inOrder(words[at] ?? new Uint32Array(), order)]),
    ),
    columns: {
      length: total,
      incident: inOrder(incident, order),
      person: inOrder(person, order),
      ageYears: inOrder(ageYears, order),
    },
  };
}

/** A later file may add a victim to an earlier crime; then the rows are not in the order of crimes. */
function orderOf(incident: Int32Array, ids: Int32Array): Uint32Array {
  return Uint32Array.from(incident.keys()).sort(
    (a, b) => (incident[a] ?? 0) - (incident[b] ?? 0) || (ids[a] ?? 0) - (ids[b] ?? 0),
  );
}

function inOrder<Column extends Int32Array | Uint32Array | Int16Array>(
  column: Column,
  order: Uint32Array | null,
): Column {
  if (order === null) return column;
  return column.map((_, index) => column[order[index] ?? 0] ?? 0) as Column;
}

function wordsOf<Field extends string>(
  gathered: Gathered<Field>,
  field: Field,
  words: readonly (string | null)[],
) {
  const column = new WordColumn(gathered.columns.length, words);
  for (const [index, word] of gathered.words.get(field)?.entries() ?? []) {
    column.set(index, word === 0 ? null : word);
  }
  return column.finish();
}

function toldByVictims(victims: VictimColumns, incidents: number) {
  const hasFemaleVictim = new Uint8Array(incidents);
  const hasChildVictim = new Uint8Array(incidents);
  const female = victims.sex.values.indexOf('female');
  for (let victim = 0; victim < victims.length; victim++) {
    const incident = victims.incident[victim] ?? -1;
    if (incident < 0) continue;
    if (female > 0 && victims.sex.codes[victim] === female) hasFemaleVictim[incident] = 1;
    const age = victims.ageYears[victim] ?? -1;
    if (age >= 0 && age < adultAgeYears) hasChildVictim[incident] = 1;
  }
  return { hasFemaleVictim, hasChildVictim };
}
