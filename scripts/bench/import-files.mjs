import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import Papa from 'papaparse';
import { canonicalFields } from '../../src/domain/evidence/canonical-fields.ts';
import { gridToWgs84 } from '../../src/domain/geography/british-national-grid.ts';
import { generateSampleForce } from '../../src/domain/sample/generate.ts';
import { loadShiftGrid } from '../../src/engine/shift-grid.ts';

/** Incidents that are made once and then repeated under other references. */
const incidentsMade = 60_000;

/** The columns of the extract: 35 of the canonical ones, the free text among them. */
const extractColumns = [
  ...canonicalFields.incidents
    .filter((field) => !['longitude', 'latitude', 'areaCode', 'summary'].includes(field))
    .slice(0, 34),
  'summary',
];

const policeUkColumns = [
  'Crime ID',
  'Month',
  'Reported by',
  'Falls within',
  'Longitude',
  'Latitude',
  'Location',
  'LSOA code',
  'LSOA name',
  'Crime type',
  'Last outcome category',
  'Context',
];

/** Rows of the sample force's extract, one object a row. */
function sampleRows() {
  const shiftGrid = loadShiftGrid();
  const files = generateSampleForce({
    seed: 1,
    incidents: incidentsMade,
    gridToWgs84: (easting, northing) => gridToWgs84(shiftGrid, easting, northing),
  });
  const file = files.find(({ kind }) => kind === 'incidents');
  return Papa.parse([...file.text()].join(''), { header: true, skipEmptyLines: true }).data;
}

/** Writes a CSV of `rows` rows; `cellsOf` gives the cells of a sample row in its n-th repetition. */
function writeRows(path, header, rows, sample, cellsOf) {
  const file = openSync(path, 'w');
  let lines = [header.join(',')];
  for (let row = 0; row < rows; row++) {
    const copy = Math.floor(row / sample.length);
    lines.push(cellsOf(sample[row % sample.length], copy, row).join(','));
    if (lines.length === 2_000) {
      writeSync(file, `${lines.join('\r\n')}\r\n`);
      lines = [];
    }
  }
  if (lines.length > 0) writeSync(file, `${lines.join('\r\n')}\r\n`);
  closeSync(file);
}

const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
const references = new Set([
  'reference',
  'incidentReference',
  'victimReference',
  'suspectReference',
]);

/** A force extract of 35 columns with quoted free text: crime x victim x suspect, as the sample force has it. */
export function writeExtract(path, rows) {
  const sample = sampleRows();
  writeRows(path, extractColumns, rows, sample, (row, copy) =>
    extractColumns.map((column) => {
      const text = row[column] ?? '';
      if (column === 'summary') return quoted(`${text}, as told "at the time"`);
      if (references.has(column) && text !== '') return `${text}-${copy}`;
      return text.includes(',') || text.includes('"') ? quoted(text) : text;
    }),
  );
}

/** Street-level crime in the layout of data.police.uk, made up: snapped points, months, IDs but for disorder. */
export function writePoliceUk(path, rows) {
  const shiftGrid = loadShiftGrid();
  const sample = sampleRows().map((row) => {
    // Snapped to a lattice of 120 m, so that points are shared as the published ones are.
    const snap = (metres) => Math.round(Number(metres) / 120) * 120;
    const point =
      row.easting === '' ? null : gridToWgs84(shiftGrid, snap(row.easting), snap(row.northing));
    return {
      month: monthOf(
        [row.recordedOn, row.reportedOn, row.occurredFrom].find((date) => date !== ''),
      ),
      longitude: point === null ? '' : point.longitude.toFixed(6),
      latitude: point === null ? '' : point.latitude.toFixed(6),
      location: point === null ? 'No Location' : `On or near ${row.locationText || 'Parking Area'}`,
      area: point === null ? '' : row.areaCode,
      type: row.recordType === 'crime' ? 'Violence and sexual offences' : 'Anti-social behaviour',
      outcome: row.recordType === 'crime' ? 'Unable to prosecute suspect' : '',
    };
  });
  writeRows(path, policeUkColumns, rows, sample, (row, _copy, number) => [
    row.outcome === '' ? '' : createHash('sha256').update(String(number)).digest('hex'),
    row.month,
    'Northmoor Constabulary',
    'Northmoor Constabulary',
    row.longitude,
    row.latitude,
    quotedIfNeeded(row.location),
    row.area,
    row.area === '' ? '' : `Northmoor ${row.area.slice(-4)}`,
    row.type,
    row.outcome,
    '',
  ]);
}

/** `2026-02` of `14/02/2026 10:15` or of `2026-02-14`. */
function monthOf(date) {
  return date.includes('/') ? `${date.slice(6, 10)}-${date.slice(3, 5)}` : date.slice(0, 7);
}

function quotedIfNeeded(text) {
  return /[",]/.test(text) ? quoted(text) : text;
}
