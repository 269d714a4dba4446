import type { ClassificationSummary } from '../../contract/results.ts';
import type { EvidenceColumns } from '../../domain/evidence/columns.ts';
import type { Job } from '../jobs.ts';
import {
  type Classes,
  type Facts,
  loadClasses,
  loadFacts,
  saveClasses,
  saveFacts,
} from '../workspace/column-store.ts';
import type { Reader, Writer } from '../workspace/database.ts';
import { liveDecisions } from '../workspace/decisions.ts';
import { incidentsVersion, readSetting, rulesState, writeSetting } from '../workspace/settings.ts';
import { shippedListVersion } from '../workspace/shipped-version.ts';
import {
  classifyFacts,
  evidenceOf,
  type ReadyFacts,
  readFacts,
  readyFacts,
  summarise,
} from './classify.ts';
import { type Lists, loadLists } from './lists.ts';

/** The evidence as it stands, with the rules in force and what they make of it. */
export interface Standing {
  readonly facts: Facts;
  readonly lists: Lists;
  readonly ready: ReadyFacts;
  readonly classes: Classes;
  readonly columns: EvidenceColumns;
  readonly summary: ClassificationSummary;
}

/** State of the rows that facts were read from: those of incidents and their people, and no others. */
function factsKey(reader: Reader): string {
  return `incidents ${incidentsVersion(reader)}|${shippedListVersion}`;
}

/** State of rows, lists, rules and decisions that classes were made from. */
function classesKey(reader: Reader): string {
  return `${factsKey(reader)}|${rulesState(reader)}`;
}

/** Whether the saved classes were made from what is in force now. */
export function areClassesCurrent(reader: Reader): boolean {
  return readSetting(reader, 'classified-version') === classesKey(reader);
}

/**
 * Keeps the standing of one workspace between calls. Facts are read anew only when rows changed, classes only
 * when rows, rules, lists or decisions changed; saved columns are used where they are current.
 */
export class StandingKeeper {
  readonly #reader: Reader;
  #facts: { readonly key: string; readonly facts: Facts; readonly isSaved: boolean } | null = null;
  #standing: { readonly key: string; readonly standing: Standing } | null = null;
  #making: { readonly key: string; readonly standing: Promise<Standing> } | null = null;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** The standing now; made when it is not current, and not saved. */
  async current(job: Job): Promise<Standing> {
    const key = classesKey(this.#reader);
    if (this.#standing?.key === key) return this.#standing.standing;
    if (this.#making?.key === key) {
      // Several screens ask at once: one of them reads the rows. If its job is cancelled the next one does.
      const made = await this.#making.standing.catch(() => null);
      return made ?? this.current(job);
    }
    const standing = this.#make(key, job, true);
    this.#making = { key, standing };
    try {
      return await standing;
    } finally {
      this.#making = null;
    }
  }

  /** Classifies anew and saves what was made: facts when they were read anew, and classes. */
  async classify(job: Job): Promise<{ standing: Standing; save: (writer: Writer) => void }> {
    const key = classesKey(this.#reader);
    const standing = await this.#make(key, job, false);
    const save = (writer: Writer): void => {
      if (this.#facts?.isSaved === false) {
        saveFacts(writer, standing.facts);
        writeSetting(writer, 'facts-version', factsKey(this.#reader));
        this.#facts = { ...this.#facts, isSaved: true };
      }
      saveClasses(writer, standing.classes);
      writeSetting(writer, 'classified-version', key);
      writeSetting(writer, 'classification-summary', JSON.stringify(standing.summary));
    };
    return { standing, save };
  }

  async #make(key: string, job: Job, useSaved: boolean): Promise<Standing> {
    const facts = await this.#currentFacts(job);
    job.report({ stage: 'Classifying incidents', done: 0, total: facts.incidents.id.length });
    const lists = loadLists(this.#reader);
    const ready = readyFacts(facts, lists);
    const saved =
      useSaved && areClassesCurrent(this.#reader) ? loadClasses(this.#reader, facts.hash) : null;
    const classes = saved ?? classifyFacts(facts, ready, lists.rules, liveDecisions(this.#reader));
    const columns = evidenceOf(facts, classes);
    const summary = summarise(columns.incidents, ready, lists);
    const standing = { facts, lists, ready, classes, columns, summary };
    this.#standing = { key, standing };
    return standing;
  }

  async #currentFacts(job: Job): Promise<Facts> {
    const key = factsKey(this.#reader);
    if (this.#facts?.key === key) return this.#facts.facts;
    this.#facts = null;
    this.#standing = null;
    const saved =
      readSetting(this.#reader, 'facts-version') === key ? loadFacts(this.#reader) : null;
    const facts = saved ?? (await readFacts(this.#reader, job));
    this.#facts = { key, facts, isSaved: saved !== null };
    return facts;
  }
}
