import { useState } from 'react';
import type { FilePreview, TablePreview } from '../../src/contract/intake.ts';
import type { ChosenFile } from '../../src/contract/messages.ts';
import type {
  ClassificationSummary,
  ImportedFile,
  ImportKind,
} from '../../src/contract/results.ts';
import { ask } from '../app/engine-client.ts';
import { useWorkbench } from '../app/workbench.tsx';
import { t } from '../words/t.ts';

/** What the analyst chose for one file. Null leaves it to the file. */
export interface Choices {
  readonly kind: ImportKind | null;
  readonly map: Readonly<Record<string, string>> | null;
  readonly dates: 'dmy' | 'mdy' | null;
  readonly sheet: string | null;
  readonly damagedCodes: 'repair' | 'reject';
  /** Columns of people that are kept, with the reason. */
  readonly keep: Readonly<Record<string, string>>;
}

/** One chosen file on its way in: how it is understood, and what a dry run or the import made of it. */
export interface Plan {
  readonly file: ChosenFile;
  readonly choices: Choices;
  readonly preview: FilePreview | null;
  readonly result: ImportedFile | null;
  readonly isImported: boolean;
}

const noChoices: Choices = {
  kind: null,
  map: null,
  dates: null,
  sheet: null,
  damagedCodes: 'repair',
  keep: {},
};

/** The first table of a file, which the choices are about. */
export function tableOf(plan: Plan): TablePreview | null {
  return plan.preview?.tables[0] ?? null;
}

/** Whether day and month could be taken for each other and nobody has said which comes first. */
export function isInDoubt(plan: Plan): boolean {
  return tableOf(plan)?.dates.order === 'in-doubt' && plan.choices.dates === null;
}

/** A file that can be imported as it stands. */
export function isReady(plan: Plan): boolean {
  return plan.result?.ok === true && !plan.isImported && !isInDoubt(plan);
}

/** The choices as they stand with what the file itself and a saved mapping of the analyst say. */
function chosenFor(table: TablePreview | undefined, choices: Choices): Choices {
  if (table === undefined) return choices;
  const { mapping, recognised, dates } = table;
  // A month-first file is read month first; the analyst sees it and can say otherwise.
  const shown = dates.order === 'month-first' ? 'mdy' : null;
  const order = choices.dates ?? mapping?.dates ?? shown;
  if (mapping === null || recognised === null || choices.kind !== null || choices.map !== null) {
    return { ...choices, dates: order };
  }
  return { ...choices, dates: order, kind: recognised.kind, map: recognised.map };
}

function withoutBlanks(keep: Choices['keep']): Record<string, string> {
  return Object.fromEntries(Object.entries(keep).filter(([, why]) => why.trim() !== ''));
}

function inputOf({ file, choices }: Pick<Plan, 'file' | 'choices'>) {
  const { keep: _keep, ...rest } = choices;
  return { files: [file.token], ...rest };
}

/** Chosen files, from the choice to the import. */
export function useIntake() {
  const { take, refresh } = useWorkbench();
  const [plans, setPlans] = useState<readonly Plan[]>([]);
  const [selected, setSelected] = useState(0);
  const [classified, setClassified] = useState<ClassificationSummary | null>(null);

  const put = (index: number, plan: Plan): void => {
    setPlans((before) => before.map((one, at) => (at === index ? plan : one)));
  };
  const look = async (file: ChosenFile, choices: Choices): Promise<Plan> => {
    const seen = take(await ask('previewFiles', inputOf({ file, choices }), t('import.looking')));
    const preview = seen?.files[0] ?? null;
    const table = preview?.tables[0];
    const plan = {
      file,
      choices: chosenFor(table, choices),
      preview,
      result: null,
      isImported: false,
    };
    if (preview === null || preview.error !== undefined) return plan;
    return { ...plan, result: await run(plan, true) };
  };
  const run = async (plan: Plan, dryRun: boolean): Promise<ImportedFile | null> => {
    const input = { ...inputOf(plan), keep: withoutBlanks(plan.choices.keep), dryRun };
    const label = t(dryRun ? 'import.checking' : 'import.importing', { file: plan.file.name });
    return take(await ask('importFiles', input, label))?.files[0] ?? null;
  };
  return {
    plans,
    selected,
    classified,
    select: setSelected,
    choose: async (files: readonly ChosenFile[]) => {
      if (files.length === 0) return;
      setClassified(null);
      setSelected(0);
      const fresh = files.map((file) => ({
        file,
        choices: noChoices,
        preview: null,
        result: null,
        isImported: false,
      }));
      setPlans(fresh);
      for (const [index, file] of files.entries()) put(index, await look(file, noChoices));
    },
    /** Looks at and checks a file again after the analyst changed something about it. */
    change: async (index: number, changed: Partial<Choices>) => {
      const plan = plans[index];
      if (plan === undefined) return;
      const choices = { ...plan.choices, ...changed };
      put(index, { ...plan, choices });
      put(index, await look(plan.file, choices));
    },
    importAll: async () => {
      let hasRecords = false;
      for (const [index, plan] of plans.entries()) {
        if (!isReady(plan)) continue;
        const result = await run(plan, false);
        if (result === null) break;
        put(index, { ...plan, result, isImported: result.ok });
        hasRecords ||= result.ok && result.kind !== 'basemap';
      }
      if (hasRecords) setClassified(take(await ask('classify', {}, t('import.classifying'))));
      await refresh();
      // The full-text index follows in the background.
      void ask('indexTexts', {}, t('common.indexing'));
    },
  };
}

export type Intake = ReturnType<typeof useIntake>;
