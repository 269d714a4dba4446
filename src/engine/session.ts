import { FailureError } from '../contract/outcome.ts';
import type { ClassificationSummary, WorkspaceSummary } from '../contract/results.ts';
import { type EvidenceColumns, noMinutes } from '../domain/evidence/columns.ts';
import type { Area, PartnerColumns, PerceptionColumns } from '../domain/evidence/other-evidence.ts';
import { type AreaIndex, buildAreaIndex } from '../domain/geography/areas.ts';
import { monthIndexOf, monthText } from '../domain/time/months.ts';
import { classifyEvidence } from './analysis/classify.ts';
import { listVersion, loadLists } from './analysis/lists.ts';
import { partnerColumns, perceptionColumns } from './analysis/other-columns.ts';
import type { Job } from './jobs.ts';
import { appendAudit } from './workspace/audit.ts';
import { sourceSummaries } from './workspace/batches.ts';
import { loadColumns, saveColumns } from './workspace/column-store.ts';
import { inTransaction, type Reader, type Writer } from './workspace/database.ts';
import { countPeople } from './workspace/incident-rows.ts';
import { lockedFailure, type Workspace } from './workspace/open.ts';
import {
  allAreas,
  allPartnerEvents,
  allPerceptions,
  countEngagements,
  countRows,
} from './workspace/other-rows.ts';
import { evidenceVersion, readSetting, writeSetting } from './workspace/settings.ts';

/** Evidence with the summary of how it was classified. */
interface Classified {
  readonly columns: EvidenceColumns;
  readonly summary: ClassificationSummary;
}

/**
 * One open workspace in this process: its file and what was read from it, kept until the evidence changes.
 * Columns are never handed out stale: they are rebuilt when the evidence or the shipped lists changed.
 */
export class Session {
  readonly workspace: Workspace;
  #version = -1;
  #classified: Classified | null = null;
  #areas: { readonly list: readonly Area[]; readonly index: AreaIndex | null } | null = null;
  #partner: PartnerColumns | null = null;
  #perceptions: PerceptionColumns | null = null;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  get reader(): Reader {
    return this.workspace.reader;
  }

  /** The writer's handle; throws `locked` with who writes when another process holds the place. */
  get writer(): Writer {
    const { writer, heldBy } = this.workspace;
    if (writer === null) throw lockedFailure(heldBy);
    return writer;
  }

  close(): void {
    this.workspace.close();
  }

  /** Applies the rules to all incidents and saves the result. */
  async classify(job: Job): Promise<ClassificationSummary> {
    const { writer } = this;
    const lists = loadLists();
    const version = evidenceVersion(this.reader);
    const classified = await classifyEvidence(this.reader, lists, job);
    inTransaction(writer, () => {
      saveColumns(writer, classified.columns);
      writeSetting(writer, 'classified-version', String(version));
      writeSetting(writer, 'classification-summary', JSON.stringify(classified.summary));
      appendAudit(writer, 'incidents classified', {
        codeList: lists.version,
        incidents: classified.columns.incidents.length,
        inVawg: classified.summary.vawg['total'] ?? 0,
      });
    });
    this.#forgetIfChanged();
    this.#classified = classified;
    return classified.summary;
  }

  /** Classifies and saves unless the saved classes are current; as a reader it does nothing. */
  async classifyIfStale(job: Job): Promise<void> {
    if (this.workspace.writer !== null && this.#currentSummary() === null) await this.classify(job);
  }

  /** Columns and classes of the evidence as it stands: saved ones if they are current, else made now, unsaved. */
  async evidence(job: Job): Promise<Classified> {
    this.#forgetIfChanged();
    if (this.#classified !== null) return this.#classified;
    const summary = this.#currentSummary();
    const columns = summary === null ? null : loadColumns(this.reader);
    if (summary !== null && columns !== null) {
      this.#classified = { columns, summary };
      return this.#classified;
    }
    this.#classified = await classifyEvidence(this.reader, loadLists(), job);
    return this.#classified;
  }

  areas(): { readonly list: readonly Area[]; readonly index: AreaIndex | null } {
    this.#forgetIfChanged();
    if (this.#areas === null) {
      const list = allAreas(this.reader);
      this.#areas = { list, index: list.length === 0 ? null : buildAreaIndex(list) };
    }
    return this.#areas;
  }

  partner(): PartnerColumns {
    this.#forgetIfChanged();
    this.#partner ??= partnerColumns(allPartnerEvents(this.reader));
    return this.#partner;
  }

  perceptions(): PerceptionColumns {
    this.#forgetIfChanged();
    this.#perceptions ??= perceptionColumns(allPerceptions(this.reader));
    return this.#perceptions;
  }

  summary(): WorkspaceSummary {
    const { reader, workspace } = this;
    const classification = this.#savedSummary();
    return {
      path: workspace.path,
      force: readSetting(reader, 'force') ?? '',
      marking: this.marking(),
      isSample: readSetting(reader, 'is-sample') === 'yes',
      createdOn: readSetting(reader, 'created-on') ?? '',
      access: workspace.writer === null ? 'reader' : 'writer',
      heldBy: workspace.heldBy,
      counts: {
        ...countPeople(reader),
        partnerEvents: countRows(reader, 'partner_event'),
        perceptions: countRows(reader, 'perception'),
        engagements: countEngagements(reader),
        statements: countRows(reader, 'statement'),
        venues: countRows(reader, 'venue'),
        areas: countRows(reader, 'area'),
      },
      sources: sourceSummaries(reader),
      period: this.#period(),
      classification,
      classificationStale: this.#currentSummary() === null,
    };
  }

  marking(): string {
    return readSetting(this.reader, 'marking') ?? 'OFFICIAL-SENSITIVE';
  }

  #period(): WorkspaceSummary['period'] {
    const columns =
      this.#currentSummary() === null
        ? null
        : (this.#classified?.columns ?? loadColumns(this.reader));
    if (columns === null) return null;
    let first = Number.POSITIVE_INFINITY;
    let last = Number.NEGATIVE_INFINITY;
    for (const minutes of columns.incidents.recordedMinutes) {
      if (minutes === noMinutes) continue;
      first = Math.min(first, minutes);
      last = Math.max(last, minutes);
    }
    if (first > last) return null;
    return { from: monthText(monthIndexOf(first)), to: monthText(monthIndexOf(last)) };
  }

  #savedSummary(): ClassificationSummary | null {
    const text = readSetting(this.reader, 'classification-summary');
    return text === null ? null : (JSON.parse(text) as ClassificationSummary);
  }

  /** The saved summary if it was made from the evidence and the lists as they are now. */
  #currentSummary(): ClassificationSummary | null {
    const classified = readSetting(this.reader, 'classified-version');
    if (classified === null || Number(classified) !== evidenceVersion(this.reader)) return null;
    const summary = this.#savedSummary();
    return summary?.codeListVersion === listVersion ? summary : null;
  }

  #forgetIfChanged(): void {
    const version = evidenceVersion(this.reader);
    if (version === this.#version) return;
    this.#version = version;
    this.#classified = null;
    this.#areas = null;
    this.#partner = null;
    this.#perceptions = null;
  }
}

/** The session, or a failure that says to open a workspace first. */
export function needSession(session: Session | null): Session {
  if (session !== null) return session;
  throw new FailureError(
    'no-workspace',
    'No workspace is open.',
    'Open a workspace or make a new one first.',
  );
}
