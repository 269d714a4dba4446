import { formatNumber } from './format.ts';

const warningWords: Readonly<Record<string, string>> = {
  'read-as-windows-1252': 'read as Windows-1252 text',
  'read-as-utf-16': 'read as UTF-16 text',
  'title-lines-skipped': 'lines above the column names skipped',
  'no-header': 'no column names; recognised from its values',
  'other-sheets-not-read': 'other sheets of the workbook not read',
  'sheet-read': 'the first sheet holds no records; read from the sheet',
  'hidden-rows-read': 'rows are hidden in the workbook, and were read too',
  'characters-lost': 'some characters could not be read: the file is not in the encoding it states',
  'members-not-read': 'members of the ZIP that are no tables',
  'rows-of-a-record-differ':
    'rows add a person to a record of which they say something else than its first row',
  'victims-that-may-count-twice':
    'victims without an identifier differ from those their crime had, and may be the same: each counts as a further victim',
  'suspects-that-may-count-twice':
    'suspects without an identifier differ from those their crime had, and may be the same: each counts as a further suspect',
  'columns-of-the-same-name': 'columns have the same name as an earlier one and are not read',
  'day-before-month-assumed': 'dates read day first; nothing in the file shows the order',
  'time-at-midnight': 'times at 00:00 or 00:01, often "time not known"',
  'date-from-spreadsheet-serial': 'dates read from spreadsheet serial numbers',
  'rows-without-reference': 'rows have no reference, so each counts as a record of its own',
  'identifier-shortened':
    'identifiers left out that a spreadsheet had shortened, as 1.2E+11: many people or places would be one',
  'column-says-something-else': 'not read, its values say nothing of whether a crime stands:',
  'time-not-understood': 'times of day not understood; the day was kept',
  'date-stands-for-none': 'dates such as 1 January 1900 taken as "not known"',
  'year-of-two-digits': 'dates with a year of two digits: 00 to 49 read as 2000 to 2049',
  'offence-code-repaired': 'offence codes repaired that a spreadsheet had turned into dates',
  'position-zero': 'positions at 0, 0: no location',
  'position-outside-great-britain': 'positions outside Great Britain: no location',
  'longitude-latitude-swapped': 'longitude and latitude swapped and put right',
  'degrees-in-grid-columns': 'degrees found in columns of grid metres and converted',
  'grid-metres-in-degree-columns': 'grid metres found in columns of degrees and taken as such',
  'personal-column-left-out': 'left out, looks like details of people:',
  'rings-repaired': 'outlines of areas repaired',
  'reference-system-assumed': 'reference system not stated; taken from the coordinates',
  'other-layers-not-read': 'other layers of the file not read',
  'code-list-in-force': 'put in force as the VAWG list, version',
  'code-list-conditions-assumed':
    'no column of conditions: flag-tier offences are open to the online flag and to female victims',
  'rejects-in-several-files': 'files of rejected rows, one for each set of columns',
  'rejects-not-written': 'the file of rejected rows could not be written',
};

/** A warning (`code` or `code: detail`) in words. */
export function warningText(warning: string): string {
  const [code = '', detail] = warning.split(/: (.*)/s);
  const words = warningWords[code] ?? code.replaceAll('-', ' ');
  if (detail === undefined) return words;
  return /^\d+$/.test(detail) ? `${formatNumber(Number(detail))} ${words}` : `${words} ${detail}`;
}

/** A canonical field's name in words: `victimHomeArea` as "victim home area". */
export function fieldText(field: string): string {
  return field.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Kinds of file as the analyst calls them, in the order in which they are offered. */
export const kindTexts = {
  incidents: 'Incidents of the force',
  partner: 'Partner events',
  perceptions: 'StreetSafe-style reports',
  voices: 'Voices of women and girls',
  venues: 'Venues and places',
  areas: 'Boundaries',
  population: 'Population',
  activities: 'Activities',
  calendar: 'Calendar',
  postcodes: 'Postcodes',
  deprivation: 'Deprivation',
  lookup: 'Area lookup',
  offences: 'Offence list',
  harm: 'Harm weights',
  comparators: 'Recorded-crime tables',
  capability: 'Capability',
  conduct: 'Conduct',
  outcomes: 'Published outcomes',
  'stop-and-search': 'Stop and search',
  basemap: 'Base map',
} as const;
