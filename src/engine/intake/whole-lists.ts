import { FailureError } from '../../contract/outcome.ts';
import type { ImportKind } from '../../contract/results.ts';
import { parseWeightList, usedListNames } from '../../domain/harm/weight-list.ts';
import { listRows, readListRows } from '../../domain/vawg/list-file.ts';
import type { TableProblem } from '../../domain/vawg/table-problem.ts';
import type { BatchCounts } from '../workspace/batches.ts';
import type { Writer } from '../workspace/database.ts';
import { keepVersion } from '../workspace/kept-lists.ts';
import { shippedListVersion } from '../workspace/shipped-version.ts';

/** Kinds of file that are taken whole or not at all: half a list of weights or offences is a wrong list. */
const wholeKinds: ReadonlySet<ImportKind> = new Set(['harm', 'offences']);

/** A row of such a file that was rejected, by its line. */
interface RejectedLine {
  readonly line: number;
  readonly reason: string;
}

/**
 * Looks a list over after its rows were stored and before its batch is recorded. Throws with the lines at fault,
 * so that nothing of it is kept. A VAWG list (with tiers) is put in force as a new version.
 */
export function settleWholeList(
  writer: Writer,
  kind: ImportKind,
  batch: number,
  counts: BatchCounts,
  rejected: readonly RejectedLine[],
): void {
  if (!wholeKinds.has(kind)) return;
  const [first] = rejected;
  if (first !== undefined) {
    throw refused(`line ${first.line}: ${first.reason}`, rejected.length);
  }
  if (counts.accepted === 0 && counts.updated === 0) return;
  if (counts.updated > 0 || counts.duplicates > 0) {
    throw new FailureError(
      'wrong-format',
      'The file shares rows with a list that was imported before, so two editions would be mixed.',
      'Name the edition in a column "edition", or take the earlier batch back first. Nothing was kept.',
    );
  }
  if (kind === 'harm') settleHarm(writer, batch);
  else takeCodeList(writer, batch, counts);
}

/** Refuses weights with a fault, and weights of a list by which nothing would be ranked: they would only look loaded. */
function settleHarm(writer: Writer, batch: number): void {
  const rows = rowsOf(writer, 'SELECT list, edition, code, weight FROM harm_weight', batch).map(
    // A workbook has no column for its edition: what is blank throughout is no second edition.
    (row) => ({ ...row, list: row['list'] || 'blank', edition: row['edition'] || 'not stated' }),
  );
  const parsed = parseWeightList({ file: 'the list', rows }, 'import');
  if (!parsed.ok) return refuseFaults(parsed.problems);
  if (usedListNames.includes(parsed.list.name)) return;
  throw new FailureError(
    'wrong-format',
    `The name of the list, "${parsed.list.name}", is none by which harm is ranked, so its weights would be used nowhere.`,
    `Name it in the column "list": ${usedListNames.join(' or ')}. Nothing was kept.`,
  );
}

function takeCodeList(writer: Writer, batch: number, counts: BatchCounts): void {
  const rows = rowsOf(
    writer,
    `SELECT edition, class, code, cjs_code AS cjsCode, title, aliases, tier, conditions, threat, source,
       valid_from AS validFrom FROM offence_entry`,
    batch,
  );
  // Home Office tables of classes say nothing about VAWG; they are kept for their titles.
  if (rows.every((row) => row['tier'] === '')) return;
  const saysConditions = rows.some((row) => row['conditions'] !== '');
  const whole = rows.map((row) => ({
    ...row,
    // Without conditions in the file, what only a flag brings in is open to the flags that bring it in.
    conditions:
      row['tier'] === 'flag' && !saysConditions
        ? 'online|female-victim'
        : (row['conditions'] ?? ''),
    source: row['source'] || 'imported by the force',
  }));
  const edition = rows[0]?.['edition'] ?? '';
  const parsed = readListRows({ file: 'the list', rows: whole }, 'import');
  if (!parsed.ok) refuseFaults(parsed.problems);
  else {
    const version = keepVersion(writer, 'code-list', shippedListVersion, {
      name: `VAWG list imported by the force${edition === '' ? '' : `, edition ${edition}`}`,
      note: `From batch ${batch}.`,
      content: () => JSON.stringify(listRows(parsed.list)),
    });
    counts.warnings.push(`code-list-in-force: ${version}`);
    if (!saysConditions) counts.warnings.push('code-list-conditions-assumed');
  }
}

function rowsOf(writer: Writer, select: string, batch: number): Record<string, string>[] {
  return writer.database
    .prepare<[number], Record<string, string | number | null>>(
      `${select} WHERE batch = ? ORDER BY id`,
    )
    .all(batch)
    .map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')])),
    );
}

function refuseFaults(problems: readonly TableProblem[]): void {
  const [first] = problems;
  if (first !== undefined) {
    throw refused(`line ${first.line}: ${first.message}`, problems.length);
  }
}

function refused(first: string, faults: number): FailureError {
  const others = faults === 1 ? '' : ` (${faults} faults in all)`;
  return new FailureError(
    'wrong-format',
    `The list has faults, so nothing of it was taken: ${first}${others}.`,
    'Correct the lines and import the file again. The list in force is as it was.',
    { faults },
  );
}
