import {
  crimeStatusNames,
  homeOfNames,
  type IncidentFacts,
  recordTypeNames,
  sourceNames,
} from '../../domain/evidence/columns.ts';
import { CodeBuilder } from '../../domain/evidence/text-codes.ts';
import { breathe, type Job } from '../jobs.ts';
import type { Reader } from '../workspace/database.ts';
import { usablePositions } from '../workspace/derived-positions.ts';
import { countPeople, IncidentReader, type RawIncident } from '../workspace/incident-rows.ts';
import { allWords } from '../workspace/words.ts';
import {
  codesOfWords,
  flagOf,
  KeyNumbers,
  minutesOf,
  precisionOf,
  WordColumn,
} from './fact-columns.ts';

const sliceRows = 20_000;

/** The facts of incidents but those that their victims tell. */
export type OwnFacts = Omit<IncidentFacts, 'hasFemaleVictim' | 'hasChildVictim'>;

/** Reads every incident into columns, in slices so that other calls are answered in between. */
export async function readIncidentFacts(
  reader: Reader,
  findPlatform: (text: string) => string | null,
  job: Job,
): Promise<OwnFacts> {
  const total = countPeople(reader).incidents;
  const facts = new FactsBuilder(reader, total, findPlatform);
  const incidents = new IncidentReader(reader);
  for (let after = 0; ; ) {
    const slice = incidents.slice(after, sliceRows);
    const last = slice.at(-1);
    if (last === undefined) break;
    for (const row of slice) facts.add(row);
    after = last[0];
    job.report({ stage: 'Reading incidents', done: facts.count, total });
    await breathe(job);
  }
  return facts.finish();
}

class FactsBuilder {
  count = 0;
  readonly #numbers: ReturnType<typeof numberColumns>;
  readonly #words: ReturnType<typeof wordColumns>;
  readonly #locationText: CodeBuilder;
  readonly #hint: CodeBuilder;
  readonly #places = new KeyNumbers();
  readonly #derived: ReadonlyMap<number, readonly [easting: number, northing: number]>;
  readonly #source: (word: number | null) => number;
  readonly #recordType: (word: number | null) => number;
  readonly #crimeStatus: (word: number | null) => number;
  readonly #homeOf: (word: number | null) => number;
  readonly #findPlatform: (text: string) => string | null;

  constructor(reader: Reader, length: number, findPlatform: (text: string) => string | null) {
    const words = allWords(reader);
    this.#numbers = numberColumns(length);
    this.#words = wordColumns(length, words);
    this.#locationText = new CodeBuilder(length);
    this.#hint = new CodeBuilder(length);
    this.#derived = usablePositions(reader, 'incident');
    this.#source = codesOfWords(words, sourceNames);
    this.#recordType = codesOfWords(words, recordTypeNames);
    this.#crimeStatus = codesOfWords(words, crimeStatusNames);
    this.#homeOf = codesOfWords(words, homeOfNames);
    this.#findPlatform = findPlatform;
  }

  add(row: RawIncident): void {
    const index = this.count++;
    const {
      id,
      easting,
      northing,
      hasLocation,
      recordedMinutes,
      recordedPrecision,
      reportedMinutes,
      occurredFromMinutes,
      occurredToMinutes,
      occurredPrecision,
      source,
      recordType,
      crimeStatus,
      atHomeAddressOf,
      place,
      orderMadeMinutes,
      orderBreachedMinutes,
      referredMinutes,
      outcomeMinutes,
      ...flags
    } = this.#numbers;
    const own = row[1] !== null && row[2] !== null;
    const found = own ? undefined : this.#derived.get(row[0]);
    id[index] = row[0];
    easting[index] = own ? (row[1] ?? Number.NaN) : (found?.[0] ?? Number.NaN);
    northing[index] = own ? (row[2] ?? Number.NaN) : (found?.[1] ?? Number.NaN);
    const isSomewhere =
      own || found !== undefined || row[3] === 1 || row[4] !== null || row[5] !== null;
    hasLocation[index] = isSomewhere ? 1 : 0;
    place[index] = this.#places.number(row[4]);
    const recorded = row[6] ?? row[7];
    recordedMinutes[index] = minutesOf(recorded);
    recordedPrecision[index] = precisionOf(recorded);
    reportedMinutes[index] = minutesOf(row[7]);
    occurredFromMinutes[index] = minutesOf(row[8]);
    occurredToMinutes[index] = minutesOf(row[9]);
    occurredPrecision[index] = precisionOf(row[8]);
    source[index] = this.#source(row[10]);
    recordType[index] = this.#recordType(row[11]);
    crimeStatus[index] = this.#crimeStatus(row[12]);
    atHomeAddressOf[index] = this.#homeOf(row[13]);
    orderMadeMinutes[index] = minutesOf(row[14]);
    orderBreachedMinutes[index] = minutesOf(row[15]);
    referredMinutes[index] = minutesOf(row[16]);
    outcomeMinutes[index] = minutesOf(row[17]);
    this.#locationText.set(index, row[18]);
    if (row[19] !== null) this.#hint.set(index, this.#findPlatform(row[19]));
    flags.domesticAbuse[index] = flagOf(row[20]);
    flags.honourBased[index] = flagOf(row[21]);
    flags.childExploitation[index] = flagOf(row[22]);
    flags.onlineFlag[index] = flagOf(row[23]);
    flags.alcohol[index] = flagOf(row[24]);
    flags.knife[index] = flagOf(row[25]);
    flags.hate[index] = flagOf(row[26]);
    flags.policePerpetrated[index] = flagOf(row[27]);
    flags.arrested[index] = flagOf(row[28]);
    flags.preChargeBail[index] = flagOf(row[29]);
    flags.fileSubmitted[index] = flagOf(row[30]);
    const words = this.#words;
    words.offenceTitle.set(index, row[31]);
    words.offenceCode.set(index, row[32]);
    words.locationType.set(index, row[33]);
    words.areaCode.set(index, row[5]);
    words.riskLevel.set(index, row[34]);
    words.riskIndicators.set(index, row[35]);
    words.orderType.set(index, row[36]);
    words.referralService.set(index, row[37]);
    words.outcome.set(index, row[38]);
    words.platform.set(index, row[39]);
  }

  finish(): OwnFacts {
    const { offenceTitle, offenceCode, locationType, areaCode, ...others } = this.#words;
    return {
      ...this.#numbers,
      offenceTitle: offenceTitle.finish(),
      offenceCode: offenceCode.finish(),
      locationType: locationType.finish(),
      areaCode: areaCode.finish(),
      locationText: this.#locationText.finish(),
      platformHint: this.#hint.finish(),
      riskLevel: others.riskLevel.finish(),
      riskIndicators: others.riskIndicators.finish(),
      orderType: others.orderType.finish(),
      referralService: others.referralService.finish(),
      outcome: others.outcome.finish(),
      platform: others.platform.finish(),
    };
  }
}

function numberColumns(length: number) {
  return {
    id: new Int32Array(length),
    easting: new Float64Array(length),
    northing: new Float64Array(length),
    hasLocation: new Uint8Array(length),
    recordedMinutes: new Int32Array(length),
    recordedPrecision: new Uint8Array(length),
    reportedMinutes: new Int32Array(length),
    occurredFromMinutes: new Int32Array(length),
    occurredToMinutes: new Int32Array(length),
    occurredPrecision: new Uint8Array(length),
    source: new Uint8Array(length),
    recordType: new Uint8Array(length),
    crimeStatus: new Uint8Array(length),
    atHomeAddressOf: new Uint8Array(length),
    place: new Uint32Array(length),
    orderMadeMinutes: new Int32Array(length),
    orderBreachedMinutes: new Int32Array(length),
    referredMinutes: new Int32Array(length),
    outcomeMinutes: new Int32Array(length),
    domesticAbuse: new Uint8Array(length),
    honourBased: new Uint8Array(length),
    childExploitation: new Uint8Array(length),
    onlineFlag: new Uint8Array(length),
    alcohol: new Uint8Array(length),
    knife: new Uint8Array(length),
    hate: new Uint8Array(length),
    policePerpetrated: new Uint8Array(length),
    arrested: new Uint8Array(length),
    preChargeBail: new Uint8Array(length),
    fileSubmitted: new Uint8Array(length),
  };
}

function wordColumns(length: number, words: readonly (string | null)[]) {
  const column = (): WordColumn => new WordColumn(length, words);
  return {
    offenceTitle: column(),
    offenceCode: column(),
    locationType: column(),
    areaCode: column(),
    riskLevel: column(),
    riskIndicators: column(),
    orderType: column(),
    referralService: column(),
    outcome: column(),
    platform: column(),
  };
}
