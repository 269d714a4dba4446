import Papa from 'papaparse';
import { type HarmWeightList, parseWeightList } from '../../domain/harm/weight-list.ts';
import { readAsset } from '../assets.ts';
import type { Reader } from '../workspace/database.ts';

const shippedSeverity = 'ons-crime-severity-about-2018-20.csv';

/** The harm lists in force: of each list the latest import, never two editions together. */
export function harmLists(reader: Reader): {
  severity: HarmWeightList | null;
  cambridge: HarmWeightList | null;
} {
  const imported = latestImports(reader);
  return {
    severity: imported.find((list) => list.name === 'ONS Crime Severity Score') ?? shipped(),
    cambridge: imported.find((list) => list.name === 'Cambridge Crime Harm Index') ?? null,
  };
}

function shipped(): HarmWeightList {
  const text = readAsset('harm', shippedSeverity).toString('utf8');
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const parsed = parseWeightList(
    { file: shippedSeverity, rows: data },
    'came with Action Ten: ONS, Open Government Licence v3.0',
  );
  if (!parsed.ok) throw new Error('the shipped harm list is damaged');
  return parsed.list;
}

/** One list an imported file; a file that cannot be read as a whole list counts for none. */
function latestImports(reader: Reader): HarmWeightList[] {
  const batches = reader.database
    .prepare<[], { id: number; fileName: string; importedAt: string }>(
      `SELECT id, file_name AS fileName, imported_at AS importedAt FROM import_batch
       WHERE kind = 'harm' AND undone_at IS NULL ORDER BY id DESC`,
    )
    .all();
  const rowsOf = reader.database.prepare<[number], Record<string, string | number | null>>(
    'SELECT list, edition, code, weight FROM harm_weight WHERE batch = ? ORDER BY id',
  );
  return batches.flatMap(({ id, fileName, importedAt }) => {
    const rows = rowsOf.all(id).map((row) => ({
      list: String(row['list'] ?? 'Harm list'),
      edition: String(row['edition'] ?? `not stated, imported ${importedAt.slice(0, 10)}`),
      code: String(row['code'] ?? ''),
      weight: String(row['weight'] ?? ''),
    }));
    if (rows.length === 0) return [];
    const parsed = parseWeightList({ file: fileName, rows }, 'imported by the force');
    return parsed.ok ? [parsed.list] : [];
  });
}
