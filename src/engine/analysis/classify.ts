import type { ClassificationSummary } from '../../contract/results.ts';
import {
  type EvidenceColumns,
  type IncidentColumns,
  noMinutes,
  physicalSpaceCodes,
  threatNames,
  tierNames,
  timePrecision,
} from '../../domain/evidence/columns.ts';
import { isInSpace } from '../../domain/evidence/select.ts';
import { momentMinutes, momentPrecision } from '../../domain/time/moment.ts';
import { classifyVawg, type VawgClassification } from '../../domain/vawg/classify.ts';
import { classifySpace } from '../../domain/vawg/space.ts';
import { breathe, type Job } from '../jobs.ts';
import { fingerprintColumns } from '../workspace/column-store.ts';
import type { Reader } from '../workspace/database.ts';
import {
  allSuspects,
  allVictims,
  countPeople,
  IncidentReader,
  type StoredIncident,
  type StoredVictim,
} from '../workspace/incident-rows.ts';
import type { Lists } from './lists.ts';
import { peopleColumns } from './people-columns.ts';
import { TextCodes } from './text-codes.ts';

const sliceRows = 5_000;

/**
 * Applies the VAWG list and the space rules to every incident and builds the evidence columns in the same pass.
 * Nothing is written: the caller saves both together.
 */
export async function classifyEvidence(
  reader: Reader,
  lists: Lists,
  job: Job,
): Promise<{ columns: EvidenceColumns; summary: ClassificationSummary }> {
  const counts = countPeople(reader);
  const victims = allVictims(reader);
  const building = new ColumnBuilder(counts.incidents, lists);
  const indexOf = new Map<number, number>();
  const incidents = new IncidentReader(reader);
  let nextVictim = 0;
  for (let after = 0; ; ) {
    const slice = incidents.slice(after, sliceRows);
    const last = slice.at(-1);
    if (last === undefined) break;
    for (const incident of slice) {
      const own: StoredVictim[] = [];
      for (; victims[nextVictim]?.incident === incident.id; nextVictim++) {
        const victim = victims[nextVictim];
        if (victim !== undefined) own.push(victim);
      }
      indexOf.set(incident.id, indexOf.size);
      building.add(incident, own);
    }
    after = last.id;
    job.report({ stage: 'Classifying incidents', done: indexOf.size, total: counts.incidents });
    await breathe(job);
  }
  const columns = {
    incidents: building.finish(),
    ...peopleColumns(victims, allSuspects(reader), indexOf),
  };
  return {
    columns: { ...columns, fingerprint: fingerprintColumns(columns) },
    summary: summarise(columns.incidents, lists.version, building.unmatched),
  };
}

class ColumnBuilder {
  readonly unmatched = new Map<string, { text: string; code: string; count: number }>();
  readonly #lists: Lists;
  readonly #columns: ReturnType<typeof emptyColumns>;
  readonly #texts: ReturnType<typeof emptyTexts>;
  #length = 0;

  constructor(length: number, lists: Lists) {
    this.#lists = lists;
    this.#columns = emptyColumns(length);
    this.#texts = emptyTexts(length);
  }

  add(row: StoredIncident, victims: readonly StoredVictim[]): void {
    const index = this.#length++;
    const columns = this.#columns;
    const texts = this.#texts;
    const match = this.#lists.findOffence(row.offenceCode, row.offenceTitle);
    const online = asBoolean(row.online);
    const vawg = classifyVawg(
      {
        source: row.source,
        recordType: row.recordType,
        crimeStatus: row.crimeStatus,
        offenceTitle: row.offenceTitle,
        offenceCode: row.offenceCode,
        domesticAbuse: asBoolean(row.domesticAbuse),
        honourBased: asBoolean(row.honourBased),
        childExploitation: asBoolean(row.childExploitation),
        online,
        victims,
      },
      match,
    );
    const space = classifySpace(
      {
        locationType: row.locationType,
        locationText: row.locationText,
        atHomeAddressOf: row.atHomeAddressOf,
        online,
        offence: match?.entry ?? null,
        hasLocation:
          row.easting !== null ||
          row.postcode !== null ||
          row.placeKey !== null ||
          row.areaCode !== null,
      },
      this.#lists.findLocation,
    );
    columns.id[index] = row.id;
    columns.easting[index] = row.easting ?? Number.NaN;
    columns.northing[index] = row.northing ?? Number.NaN;
    columns.recordedMinutes[index] = minutesOf(row.recordedOn);
    columns.recordedPrecision[index] = precisionOf(row.recordedOn);
    columns.occurredFromMinutes[index] = minutesOf(row.occurredFrom);
    columns.occurredToMinutes[index] = minutesOf(row.occurredTo);
    columns.occurredPrecision[index] = precisionOf(row.occurredFrom);
    // A report of rape not recorded as a crime (N100) is an incident, never a crime.
    columns.isCrime[index] = row.recordType === 'crime' && row.crimeStatus !== 'N100' ? 1 : 0;
    columns.tier[index] = tierNames.indexOf(vawg.tier);
    columns.inVawg[index] = vawg.inVawg ? 1 : 0;
    columns.threats[index] = vawg.threats.reduce(
      (bits, threat) => bits | (1 << threatNames.indexOf(threat)),
      0,
    );
    columns.online[index] = space.onlineElement ? 1 : 0;
    columns.physicalSpace[index] = physicalSpaceCodes[space.physicalSpace ?? 'none'];
    columns.setAside[index] = space.setAside === null ? 0 : 1;
    columns.hasFemaleVictim[index] = victims.some((victim) => victim.sex === 'female') ? 1 : 0;
    columns.domesticAbuse[index] = row.domesticAbuse === 1 ? 1 : 0;
    columns.orderBreached[index] = row.orderBreachedOn === null ? 0 : 1;
    // Published categories are shown as published; a force's many spellings as the list's one title.
    const listed = row.source === 'force' ? match?.entry.title : undefined;
    texts.offence.set(index, listed ?? row.offenceTitle ?? row.offenceCode);
    texts.vawgRule.set(index, vawg.rule);
    texts.spaceRule.set(index, space.rule);
    texts.subtype.set(index, space.subtype);
    texts.platform.set(index, row.platform);
    texts.outcome.set(index, row.outcomeCode);
    texts.orderType.set(index, row.orderType);
    this.#noteUnmatched(row, vawg);
  }

  /** What matches nothing in the list is listed, flagged or not: it is never dropped. */
  #noteUnmatched(row: StoredIncident, vawg: VawgClassification): void {
    if (vawg.matchedBy !== null || row.source !== 'force') return;
    if (vawg.rule === 'non-crime-without-flag' || vawg.rule.startsWith('crime-status-')) return;
    const text = row.offenceTitle ?? '';
    const code = row.offenceCode ?? '';
    const key = JSON.stringify([text, code]);
    const known = this.unmatched.get(key);
    if (known === undefined) this.unmatched.set(key, { text, code, count: 1 });
    else known.count++;
  }

  finish(): IncidentColumns {
    const texts = this.#texts;
    return {
      length: this.#length,
      ...this.#columns,
      offence: texts.offence.finish(),
      vawgRule: texts.vawgRule.finish(),
      spaceRule: texts.spaceRule.finish(),
      subtype: texts.subtype.finish(),
      platform: texts.platform.finish(),
      outcome: texts.outcome.finish(),
      orderType: texts.orderType.finish(),
    };
  }
}

function emptyColumns(length: number) {
  return {
    id: new Int32Array(length),
    easting: new Float64Array(length),
    northing: new Float64Array(length),
    recordedMinutes: new Int32Array(length),
    recordedPrecision: new Uint8Array(length),
    occurredFromMinutes: new Int32Array(length),
    occurredToMinutes: new Int32Array(length),
    occurredPrecision: new Uint8Array(length),
    isCrime: new Uint8Array(length),
    tier: new Uint8Array(length),
    inVawg: new Uint8Array(length),
    threats: new Uint8Array(length),
    online: new Uint8Array(length),
    physicalSpace: new Uint8Array(length),
    setAside: new Uint8Array(length),
    hasFemaleVictim: new Uint8Array(length),
    domesticAbuse: new Uint8Array(length),
    orderBreached: new Uint8Array(length),
  };
}

function emptyTexts(length: number) {
  return {
    offence: new TextCodes(length),
    vawgRule: new TextCodes(length),
    spaceRule: new TextCodes(length),
    subtype: new TextCodes(length),
    platform: new TextCodes(length),
    outcome: new TextCodes(length),
    orderType: new TextCodes(length),
  };
}

function asBoolean(flag: number | null): boolean | null {
  return flag === null ? null : flag === 1;
}

function minutesOf(moment: number | null): number {
  return moment === null ? noMinutes : momentMinutes(moment);
}

function precisionOf(moment: number | null): number {
  return moment === null ? timePrecision.none : momentPrecision(moment);
}

function summarise(
  incidents: IncidentColumns,
  codeListVersion: string,
  unmatched: ReadonlyMap<string, { text: string; code: string; count: number }>,
): ClassificationSummary {
  const vawg: Record<string, number> = { total: 0 };
  for (const name of tierNames) vawg[name] = 0;
  const spaces = { online: 0, private: 0, public: 0, unclassified: 0 };
  const vawgSpaces = { online: 0, private: 0, public: 0, unclassified: 0 };
  for (let index = 0; index < incidents.length; index++) {
    const tier = tierNames[incidents.tier[index] ?? 0] ?? 'unmatched';
    vawg[tier] = (vawg[tier] ?? 0) + 1;
    const inVawg = incidents.inVawg[index] === 1;
    if (inVawg) vawg['total'] = (vawg['total'] ?? 0) + 1;
    for (const space of ['online', 'private', 'public', 'unclassified'] as const) {
      if (!isInSpace(incidents, index, space)) continue;
      spaces[space]++;
      if (inVawg) vawgSpaces[space]++;
    }
  }
  const unmatchedOffences = [...unmatched.values()].sort(
    (a, b) => b.count - a.count || (a.text < b.text ? -1 : 1),
  );
  return { codeListVersion, vawg, spaces, vawgSpaces, unmatchedOffences };
}
