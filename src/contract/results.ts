import type { RuleSet } from '../domain/vawg/rule-set.ts';

/** Who holds a workspace for writing. */
export interface WriterHolder {
  readonly user: string;
  readonly computer: string;
  readonly processId: number;
  readonly since: string;
}

/** Counts of what a workspace holds, each in its own unit. Kinds of evidence are never summed. */
export interface EvidenceCounts {
  readonly incidents: number;
  readonly victims: number;
  readonly suspects: number;
  readonly partnerEvents: number;
  readonly perceptions: number;
  readonly engagements: number;
  readonly statements: number;
  readonly venues: number;
  readonly areas: number;
}

export interface SourceSummary {
  readonly kind: ImportKind;
  readonly preset: string;
  readonly batches: number;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly duplicates: number;
  readonly updated: number;
  readonly withoutLocation: number;
}

export interface WorkspaceSummary {
  readonly path: string;
  readonly force: string;
  readonly marking: string;
  readonly isSample: boolean;
  readonly createdOn: string;
  readonly access: 'writer' | 'reader';
  readonly heldBy: WriterHolder | null;
  readonly isEncrypted: boolean;
  readonly counts: EvidenceCounts;
  readonly sources: readonly SourceSummary[];
  /** First and last month with an incident by recorded date, `YYYY-MM`; null when there is none. */
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly classification: ClassificationSummary | null;
  /** True when incidents changed since they were last classified. */
  readonly classificationStale: boolean;
}

export interface OpenedWorkspace {
  readonly status: 'ok' | 'migrated' | 'reader';
  readonly summary: WorkspaceSummary;
}

export type ImportKind =
  | 'incidents'
  | 'partner'
  | 'perceptions'
  | 'voices'
  | 'venues'
  | 'areas'
  | 'population'
  | 'activities'
  | 'calendar'
  | 'postcodes'
  | 'deprivation'
  | 'lookup'
  | 'offences'
  | 'harm'
  | 'comparators'
  | 'capability'
  | 'conduct'
  | 'outcomes'
  | 'stop-and-search'
  | 'basemap';

/**
 * What one row of an extract of incidents stands for, and how many distinct crimes, victims and suspects its rows
 * hold: the three are never confused in a total.
 */
export interface ExtractGrain {
  readonly is: 'crime' | 'crime x victim' | 'crime x suspect' | 'crime x victim x suspect';
  readonly incidents: number;
  readonly victims: number;
  readonly suspects: number;
}

/** A value that could not be read as what its field holds. */
export interface UnknownValue {
  readonly field: string;
  readonly value: string;
  readonly count: number;
}

/** What became of one file. rows = accepted + rejected + duplicates + updated, always. */
export interface ImportedFile {
  readonly file: string;
  readonly ok: boolean;
  readonly kind: ImportKind | null;
  readonly preset: string | null;
  readonly batch: number | null;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly duplicates: number;
  readonly updated: number;
  readonly withoutLocation: number;
  readonly reasons: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
  /** Values that no rule knows, the most frequent first; their rows were rejected. */
  readonly unknown: readonly UnknownValue[];
  /** Columns of the file that nothing is read from; [] where its source reads many columns as one field. */
  readonly columnsNotRead: readonly string[];
  /** For extracts of incidents: what a row stands for. */
  readonly grain: ExtractGrain | null;
  /** The tables of a file that holds several (a ZIP), each a batch of its own; the counts above are their sums. */
  readonly members?: readonly ImportedFile[];
  readonly error?: { readonly code: string; readonly message: string; readonly remedy: string };
}

/** One import of one table, as it stands in the workspace. */
export interface Batch {
  readonly batch: number;
  readonly kind: ImportKind;
  readonly preset: string;
  readonly file: string;
  /** Member or sheet of the file; '' for a plain file. */
  readonly label: string;
  readonly importedAt: string;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly duplicates: number;
  readonly updated: number;
  readonly withoutLocation: number;
  readonly reasons: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
  /** Earlier batches that hold records of this file too: they can be taken back only after it. */
  readonly restsOn: readonly number[];
  readonly undoneAt: string | null;
}

/** What taking a batch back did: rows removed by table, and records that say again what they said before. */
export interface UndoneBatch {
  readonly batch: number;
  readonly removed: Readonly<Record<string, number>>;
  readonly restored: number;
}

export interface UnmatchedOffence {
  readonly text: string;
  readonly code: string;
  readonly count: number;
}

export interface ClassificationSummary {
  readonly codeListVersion: string;
  readonly rulesVersion: string;
  readonly settings: RuleSet['settings'];
  /** Incidents by tier: core, flagged, female-victim, outside, context, unmatched; and `total` in VAWG. */
  readonly vawg: Readonly<Record<string, number>>;
  /** Every incident, VAWG or not. Online and private (or public) counts in both, so they need not add up. */
  readonly spaces: Readonly<Record<'online' | 'private' | 'public' | 'unclassified', number>>;
  /** The same for incidents in VAWG only. */
  readonly vawgSpaces: Readonly<Record<'online' | 'private' | 'public' | 'unclassified', number>>;
  readonly unmatchedOffences: readonly UnmatchedOffence[];
}

/** Boundaries and venues as the map's offline ground: UTF-8 GeoJSON, longitude-latitude. */
export interface MapGround {
  readonly areas: Uint8Array;
  /** Where the venues are, longitude and latitude, in their order. */
  readonly venuePositions: Float64Array;
  readonly venues: readonly { readonly name: string; readonly category: string }[];
  readonly extent: readonly [number, number, number, number] | null;
}

export interface SectionSummary {
  readonly number: number;
  readonly title: string;
  readonly state: 'figures' | 'analyst' | 'not-built';
  /** Captions of its figures and tables, by which single ones can be left out of a partner or public edition. */
  readonly captions?: readonly string[];
}

export interface BuiltProfile {
  readonly edition: 'force' | 'partner' | 'public';
  /** A whole HTML page that refers to nothing outside itself. */
  readonly html: string;
  readonly title: string;
  readonly marking: string;
  readonly sections: readonly SectionSummary[];
  readonly completeness: Readonly<Record<string, number>>;
  readonly stale: readonly string[];
  /** Parts (sections, groups of figures) that had to be made; the others were kept from before. */
  readonly made: readonly string[];
  /** Numbers that would have been printed and are not; 0 in the force edition. */
  readonly suppressed: number;
  /** The same by reason; null in the force edition. */
  readonly removals: Readonly<Record<string, number>> | null;
  /** Hash of the audit entry that records the disclosure; null for what did not go out. */
  readonly audit: string | null;
}

export interface SharedLayer {
  readonly file: string;
  /** Names of the layers in the file, in order. */
  readonly layers: readonly string[];
  /** Layers that a pack was asked for and does not hold, and why. */
  readonly leftOut: readonly { readonly layer: string; readonly why: string }[];
  /** What the analyst should know of how a layer was made, such as the size of its cells. */
  readonly notes: readonly string[];
  readonly features: number;
  readonly suppressed: number;
  readonly rule: string;
  /** Hash of the audit entry that records the share. */
  readonly audit: string;
}

export interface AuditEntry {
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly hash: string;
}

export interface AuditReport {
  readonly entries: number;
  readonly head: string;
  readonly intact: boolean | null;
  /** Whether the outside anchor stands in the log; null when none was given. */
  readonly anchored: boolean | null;
  readonly latest: readonly AuditEntry[];
}

export interface WorkspaceCheck {
  readonly intact: boolean;
  readonly problems: readonly string[];
}

export interface BuiltSample {
  readonly workspace: string;
  readonly files: readonly string[];
  readonly imported: readonly ImportedFile[];
  readonly classification: ClassificationSummary;
  readonly summary: WorkspaceSummary;
}
