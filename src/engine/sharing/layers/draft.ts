import { wholeFilter } from '../../../contract/filter.ts';
import type { FeatureRemoval, LevelLimits } from '../../../domain/disclosure/levels.ts';
import type { ContributorsOf } from '../../../domain/disclosure/record-sets.ts';
import type { CountedRecords } from '../../../domain/disclosure/release.ts';
import type { EvidenceColumns } from '../../../domain/evidence/columns.ts';
import { assignAreas } from '../../../domain/geography/area-membership.ts';
import type { Points } from '../../analysis/points.ts';
import { pointsUnderFilter } from '../../analysis/select-points.ts';
import type { Job } from '../../jobs.ts';
import type { Session } from '../../session.ts';
import type { Writer } from '../../workspace/database.ts';
import { type CountedEvidence, recordKeys } from '../../workspace/shared-counts.ts';
import type { FeatureGeometry, FieldValue, LayerField } from '../safe-layer.ts';

/** A feature as the force knows it, before the gate. */
export interface DraftFeature extends CountedRecords {
  readonly geometry: FeatureGeometry;
  /** Told whether the number is or not: what a map shows anyway, such as the name of a ward. */
  readonly always: Readonly<Record<string, FieldValue>>;
  /** Told beside a number that may be told, made from its printed form alone. */
  readonly withNumber: (printed: number) => Readonly<Record<string, FieldValue>>;
  /** A reason of its own why no number is told; else null. */
  readonly withheld: FeatureRemoval | null;
}

/** A layer before the gate. */
export interface LayerDraft {
  readonly title: string;
  /** Null for a layer that counts no records. */
  readonly evidence: CountedEvidence | null;
  readonly fields: readonly LayerField[];
  readonly features: readonly DraftFeature[];
  readonly totals: readonly CountedRecords[];
  readonly contributorsOf: ContributorsOf;
  readonly period: string;
  readonly method: string;
  readonly limits: readonly string[];
  /** What the analyst should know of how the layer was made. */
  readonly note?: string;
  /** Id of the run behind it, and what keeps that run; null where there is none. */
  readonly run: { readonly id: string; readonly keep: (writer: Writer) => void } | null;
}

/** What every layer is made from. */
export interface DraftContext {
  readonly session: Session;
  readonly job: Job;
  readonly columns: EvidenceColumns;
  readonly limits: LevelLimits;
  /** Fewest records that a number may stand for. */
  readonly fewest: number;
  /** Side of the cells that was asked for; null leaves it to the layer. */
  readonly cellMetres: number | null;
}

/** Makes a draft, or throws FailureError `nothing-to-show` where there is nothing to make it from. */
export type LayerMaker = (context: DraftContext) => Promise<LayerDraft>;

export const noContributors: ContributorsOf = () => [];

interface IncidentPeople {
  readonly keys: Float64Array;
  readonly contributorsOf: ContributorsOf;
}

/** Worked out once for all layers of a pack. */
const peopleOfColumns = new WeakMap<EvidenceColumns, IncidentPeople>();

/** Keys of incidents, and whom each goes back to. */
export function incidentPeople({
  session,
  columns,
}: Pick<DraftContext, 'session' | 'columns'>): IncidentPeople {
  const known = peopleOfColumns.get(columns) ?? readIncidentPeople(session, columns);
  peopleOfColumns.set(columns, known);
  return known;
}

function readIncidentPeople(session: Session, columns: EvidenceColumns): IncidentPeople {
  const { incidents, victims, suspects } = columns;
  const byRow = recordKeys(session.reader, 'incident');
  const keyOfRow = new Map<number, number>();
  for (const key of byRow) keyOfRow.set(key % 2 ** 32, key);
  const keys = Float64Array.from(incidents.id, (id) => keyOfRow.get(id) ?? id);
  // Three kinds of contributors, told apart by the rest of a division by three.
  const contributors = new Map<number, number[]>();
  const add = (incident: number, code: number, kind: number): void => {
    const key = keys[incident];
    if (code === 0 || key === undefined) return;
    const known = contributors.get(key) ?? [];
    const own = 3 * code + kind;
    if (!known.includes(own)) known.push(own);
    contributors.set(key, known);
  };
  for (let at = 0; at < victims.length; at++) {
    add(victims.incident[at] ?? -1, victims.person[at] ?? 0, 0);
  }
  for (let at = 0; at < suspects.length; at++) {
    add(suspects.incident[at] ?? -1, suspects.person[at] ?? 0, 1);
  }
  for (let at = 0; at < incidents.length; at++) add(at, incidents.place[at] ?? 0, 2);
  return { keys, contributorsOf: (record) => contributors.get(record) ?? [] };
}

/** VAWG incidents with a position inside the boundaries, of one space or of all. */
export function incidentPoints(
  { session, columns }: DraftContext,
  space: 'public' | 'all',
): Points {
  return pointsUnderFilter(
    session,
    columns,
    { ...wholeFilter, space },
    { needsPositions: true, isBounded: session.areas().index !== null, weights: null },
  );
}

/** Id of an area's total; of a layer of areas it is the feature's too. */
export function areaId(code: string): string {
  return `area:${code}`;
}

/** The records of points by area of the counting layer, and of all of them together: the totals of a document. */
export function totalsOf(
  { session }: DraftContext,
  points: Points,
  keys: Float64Array,
): CountedRecords[] {
  const { list, index } = session.areas().counting;
  const all = { id: 'force', records: Float64Array.from(points.indexes, (at) => keys[at] ?? -1) };
  if (index === null) return [all];
  const inside: number[][] = list.map(() => []);
  for (const [point, area] of assignAreas(index, points.eastings, points.northings).entries()) {
    inside[area]?.push(keys[points.indexes[point] ?? -1] ?? -1);
  }
  return [
    all,
    ...list.map(({ code }, area) => ({
      id: areaId(code),
      records: Float64Array.from(inside[area] ?? []),
    })),
  ];
}

/** `YYYY-MM` to `YYYY-MM` as whole quarters. */
export function quarters(period: { readonly from: string; readonly to: string } | null): string {
  if (period === null) return 'not known';
  const quarter = (month: string): string =>
    `${month.slice(0, 4)} quarter ${Math.ceil(Number(month.slice(5)) / 3)}`;
  const [from, to] = [quarter(period.from), quarter(period.to)];
  return from === to ? from : `${from} to ${to}`;
}

/** Fields that every layer with numbers has. */
export const numberFields: readonly LayerField[] = [
  { name: 'suppressed', title: 'Number suppressed', type: 'boolean' },
  { name: 'records', title: 'Records, rounded to the nearest 5', type: 'integer' },
];

/** What is said of every layer of police records. */
export const incidentLimits: readonly string[] = [
  'Recorded incidents on the force VAWG list, victims of every sex: what was reported and recorded, not how much happens. Most of it is never reported.',
  'Records without a usable position, and those whose place is only where the report was made, are not in it.',
  'Do not try to find out who is behind a number, and do not lay it beside other data for that.',
];
