import type {
  IncidentFacts,
  SuspectColumns,
  VictimColumns,
} from '../../domain/evidence/columns.ts';
import { breathe, type Job } from '../jobs.ts';
import type { Reader } from '../workspace/database.ts';
import {
  countPeople,
  PersonReader,
  type RawPerson,
  relationships,
} from '../workspace/incident-rows.ts';
import { allWords } from '../workspace/words.ts';
import { KeyNumbers, WordColumn } from './fact-columns.ts';
import type { OwnFacts } from './incident-facts.ts';

const sliceRows = 20_000;
const adultAgeYears = 18;

const victimFields = ['sex', 'gender', 'ethnicity', 'ethnicity_officer', 'disability'];
const suspectFields = ['sex', 'status', 'ethnicity', 'ethnicity_officer'];

/** Victims and suspects as columns in the order of their incidents, and what victims tell of incidents. */
export async function readPeople(
  reader: Reader,
  facts: OwnFacts,
  job: Job,
): Promise<{ victims: VictimColumns; suspects: SuspectColumns; incidents: IncidentFacts }> {
  const counts = countPeople(reader);
  const indexOf = indexesById(facts.id);
  const words = allWords(reader);
  const relationshipOf = relationships(reader);
  const victims = await gather(reader, 'victim', counts.victims, indexOf, job);
  const suspects = await gather(reader, 'suspect', counts.suspects, indexOf, job);
  const victimWords = wordsOf(victims, victimFields.length + 1, words, (row, field) =>
    field < victimFields.length ? row[4 + field] : relationshipOf.get(row[0]),
  );
  const suspectWords = wordsOf(
    suspects,
    suspectFields.length,
    words,
    (row, field) => row[4 + field],
  );
  const [sex, gender, ethnicity, ethnicityOfficer, disability, relationship] = victimWords;
  const [suspectSex, status, suspectEthnicity, suspectEthnicityOfficer] = suspectWords;
  const victimColumns = {
    ...victims.columns,
    sex: finish(sex),
    gender: finish(gender),
    ethnicity: finish(ethnicity),
    ethnicityOfficer: finish(ethnicityOfficer),
    disability: finish(disability),
    relationship: finish(relationship),
  };
  return {
    victims: victimColumns,
    suspects: {
      ...suspects.columns,
      sex: finish(suspectSex),
      status: finish(status),
      ethnicity: finish(suspectEthnicity),
      ethnicityOfficer: finish(suspectEthnicityOfficer),
    },
    incidents: { ...facts, ...toldByVictims(victimColumns, facts.id.length) },
  };
}

const finish = (column: WordColumn | undefined) =>
  column?.finish() ?? { codes: new Uint8Array(), values: [''] };

/** Place of each incident in the columns, by row id; -1 for none. */
function indexesById(id: Int32Array): Int32Array {
  const indexOf = new Int32Array((id.at(-1) ?? 0) + 1).fill(-1);
  for (let index = 0; index < id.length; index++) indexOf[id[index] ?? 0] = index;
  return indexOf;
}

/** People in the order of their incidents, then of their rows. */
interface Gathered {
  readonly rows: readonly RawPerson[];
  readonly columns: {
    readonly length: number;
    readonly incident: Int32Array;
    readonly person: Uint32Array;
    readonly ageYears: Int16Array;
  };
}

async function gather(
  reader: Reader,
  table: 'victim' | 'suspect',
  total: number,
  indexOf: Int32Array,
  job: Job,
): Promise<Gathered> {
  const people = new PersonReader(reader, table, table === 'victim' ? victimFields : suspectFields);
  const rows: RawPerson[] = [];
  let isInOrder = true;
  for (let after = 0; ; ) {
    const slice = people.slice(after, sliceRows);
    const last = slice.at(-1);
    if (last === undefined) break;
    for (const row of slice) {
      if (row[1] < (rows.at(-1)?.[1] ?? 0)) isInOrder = false;
      rows.push(row);
    }
    after = last[0];
    job.report({ stage: `Reading ${table}s`, done: rows.length, total });
    await breathe(job);
  }
  // A later file may add a victim to an earlier crime; then the rows are not in the order of crimes.
  if (!isInOrder) rows.sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  const keys = new KeyNumbers();
  return {
    rows,
    columns: {
      length: rows.length,
      incident: Int32Array.from(rows, (row) => indexOf[row[1]] ?? -1),
      // Only numbers: the pseudonyms themselves have no place in a statistic.
      person: Uint32Array.from(rows, (row) => keys.number(row[2])),
      ageYears: Int16Array.from(rows, (row) => row[3] ?? -1),
    },
  };
}

function wordsOf(
  { rows }: Gathered,
  fields: number,
  words: readonly (string | null)[],
  valueOf: (row: RawPerson, field: number) => string | number | null | undefined,
): WordColumn[] {
  return Array.from({ length: fields }, (_, field) => {
    const column = new WordColumn(rows.length, words);
    for (const [index, row] of rows.entries()) {
      const word = valueOf(row, field);
      if (typeof word === 'number') column.set(index, word);
    }
    return column;
  });
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
