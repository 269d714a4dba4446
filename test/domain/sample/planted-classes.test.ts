import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { classifyRecords } from '../vawg/classify-records.ts';
import { asMarkdown, compareClasses, plannedTruths } from './planted-classes.ts';
import { recordOf } from './record-of-row.ts';
import { incidentsIn, sampleWith } from './sample-files.ts';

const incidents = 60_000;
const truths = plannedTruths(incidents);
const rows = incidentsIn(sampleWith({ seed: 1, incidents }).rowsOf('northmoor-incidents.csv'));
const said = classifyRecords(rows.map(recordOf));
const pairs = rows.flatMap((row, index) => {
  const truth = truths.get(row['reference'] ?? '');
  const own = said[index];
  return truth === undefined || own === undefined ? [] : [{ row, truth, said: own }];
});

test('the table of planted truth against the rules stands in the documentation as it is', () => {
  expect(pairs).toHaveLength(incidents);
  const page = readFileSync(new URL('../../../docs/classification.md', import.meta.url), 'utf8');
  const lines = asMarkdown(compareClasses(pairs));
  for (const line of lines) expect(page.split('\n')).toContain(line);
});
