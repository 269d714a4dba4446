import { FailureError } from '../contract/outcome.ts';
import type { ClassificationSummary, WorkspaceSummary } from '../contract/results.ts';
import type {
  Area,
  PartnerColumns,
  PerceptionColumns,
  Venue,
} from '../domain/evidence/other-evidence.ts';
import { countingLayer, forceGround } from '../domain/geography/area-layers.ts';
import { type AreaIndex, buildAreaIndex } from '../domain/geography/areas.ts';
import { momentMinutes } from '../domain/time/moment.ts';
import { monthIndexOf, monthText } from '../domain/time/months.ts';
import { partnerColumns, perceptionColumns } from './analysis/other-columns.ts';
import { areClassesCurrent, type Standing, StandingKeeper } from './analysis/standing.ts';
import { BaseMapKeeper } from './basemap/base-map.ts';
import type { Job } from './jobs.ts';
import {
  type Activity,
  allActivities,
  allCalendarEntries,
  type CalendarEntry,
} from './workspace/activity-rows.ts';
import { appendAudit } from './workspace/audit.ts';
import { sourceSummaries } from './workspace/batches.ts';
import { inTransaction, type Reader, type Writer } from './workspace/database.ts';
import { countPeople } from './workspace/incident-rows.ts';
import { lockedFailure, type Workspace } from './workspace/open.ts';
import {
  allAreas,
  allPartnerEvents,
  allPerceptions,
  allVenues,
  countEngagements,
  countRows,
} from './workspace/other-rows.ts';
import { evidenceVersion, readSetting } from './workspace/settings.ts';

interface Areas {
  /** Every area of the workspace. */
  readonly list: readonly Area[];
  /** What holds the force's ground: inside one of them is inside the force. Null without boundaries. */
  readonly index: AreaIndex | null;
  /** The one layer by which records are counted. */
  readonly counting: { readonly list: readonly Area[]; readonly index: AreaIndex | null };
}

/**
 * One open workspace in this process: its file and what was read from it, kept until the evidence changes.
 * Columns are never handed out stale: they are rebuilt when the evidence or the shipped lists changed.
 */
export class Session {
  readonly workspace: Workspace;
  readonly baseMap: BaseMapKeeper;
  #version = -1;
  readonly #standing: StandingKeeper;
  #months: { readonly period: WorkspaceSummary['period'] } | null = null;
  #areas: Areas | null = null;
  #partner: PartnerColumns | null = null;
  #perceptions: PerceptionColumns | null = null;
  #venues: readonly Venue[] | null = null;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
    this.#standing = new StandingKeeper(workspace.reader);
    this.baseMap = new BaseMapKeeper(workspace);
  }

  get reader(): Reader {
    return this.workspace.reader;
  }

  /**
   * The writer's handle; throws `locked` with who writes when another process holds the place, `not-found` when the file
   * was moved or removed since it was opened.
   */
  get writer(): Writer {
    const { writer, heldBy } = this.workspace;
    if (writer === null) throw lockedFailure(heldBy);
    this.workspace.refuseIfGone();
    return writer;
  }

  close(): void {
    this.baseMap.close();
    this.workspace.close();
  }

  /** Applies the rules to all incidents and saves the result. */
  async classify(job: Job): Promise<ClassificationSummary> {
    const { writer } = this;
    const { standing, save } = await this.#standing.classify(job);
    inTransaction(writer, () => {
      save(writer);
      appendAudit(writer, 'incidents classified', {
        codeList: standing.summary.codeListVersion,
        rules: standing.summary.rulesVersion,
        incidents: standing.columns.incidents.length,
        inVawg: standing.summary.vawg['total'] ?? 0,
      });
    });
    return standing.summary;
  }

  /** Classifies and saves unless the saved classes are current; as a reader it does nothing. */
  async classifyIfStale(job: Job): Promise<void> {
    if (this.workspace.writer !== null && !areClassesCurrent(this.reader)) await this.classify(job);
  }

  /** Columns, classes and the rules behind them as they stand; made now, unsaved, when the saved are stale. */
  async evidence(job: Job): Promise<Standing> {
    return this.#standing.current(job);
  }

  areas(): Areas {
    this.#forgetIfChanged();
    if (this.#areas === null) {
      const list = allAreas(this.reader);
      const ground = forceGround(list, readSetting(this.reader, 'force') ?? '');
      const counting = countingLayer(list);
      this.#areas = {
        list,
        index: indexOf(ground),
        counting: { list: counting, index: indexOf(counting) },
      };
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

  venues(): readonly Venue[] {
    this.#forgetIfChanged();
    this.#venues ??= allVenues(this.reader);
    return this.#venues;
  }

  /** Read anew each time: they are few. */
  calendar(): readonly CalendarEntry[] {
    return allCalendarEntries(this.reader);
  }

  /** Read anew each time: they are few. */
  activities(): readonly Activity[] {
    return allActivities(this.reader);
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
      isEncrypted: workspace.passphrase !== null,
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
      classificationStale: !areClassesCurrent(reader),
    };
  }

  marking(): string {
    return readSetting(this.reader, 'marking') ?? 'OFFICIAL-SENSITIVE';
  }

  /** First and last month; a look at every row, so it is kept until the evidence changes. */
  #period(): WorkspaceSummary['period'] {
    this.#forgetIfChanged();
    this.#months ??= { period: this.#readPeriod() };
    return this.#months.period;
  }

  #readPeriod(): WorkspaceSummary['period'] {
    const [first, last] = this.reader.database
      .prepare<[], [number | null, number | null]>(
        `SELECT min(coalesce(recorded_on, reported_on)), max(coalesce(recorded_on, reported_on)) FROM incident`,
      )
      .raw()
      .get() ?? [null, null];
    if (first === null || last === null) return null;
    return {
      from: monthText(monthIndexOf(momentMinutes(first))),
      to: monthText(monthIndexOf(momentMinutes(last))),
    };
  }

  #savedSummary(): ClassificationSummary | null {
    const text = readSetting(this.reader, 'classification-summary');
    return text === null ? null : (JSON.parse(text) as ClassificationSummary);
  }

  #forgetIfChanged(): void {
    const version = evidenceVersion(this.reader);
    if (version === this.#version) return;
    this.#version = version;
    this.#months = null;
    this.#areas = null;
    this.#partner = null;
    this.#perceptions = null;
    this.#venues = null;
  }
}

function indexOf(areas: readonly Area[]): AreaIndex | null {
  return areas.length === 0 ? null : buildAreaIndex(areas);
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
