import { isColumn, type Preset } from './preset.ts';

/** A row that is one record and has its own cells. */
const itself: Readonly<Record<string, string>> = {};

/** ONS Crime Severity Score weights by recorded-crime class. */
export const crimeSeverity: Preset = {
  name: 'ons-crime-severity',
  title: 'ONS Crime Severity Score weights',
  kind: 'harm',
  columns: {
    code: [/^code_original$/i, /^(offence )?code$/i, /^code_severity$/i],
    weight: [/^weight$/i],
  },
  needs: ['code', 'weight'],
  marks: [/^code_severity$|severity/i],
  // Homicide is one row for several classes, `1/4.1/4.10/4.2`: the weight is that of each.
  expand: (header) => {
    const column = header.findIndex((name) => /^code_original$/i.test(name));
    if (column < 0) return () => [itself];
    return (cells) => {
      const codes = (cells[column] ?? '').split('/');
      const isClasses =
        codes.length > 2 || (codes.length === 2 && codes.some((code) => code.includes('.')));
      return isClasses ? codes.map((code) => ({ code })) : [itself];
    };
  },
  source: 'open-data',
  identity: { unchanging: ['list', 'edition', 'code'] },
  constants: { list: 'ONS Crime Severity Score' },
};

/** The Cambridge Crime Harm Index, from the force's own copy of its workbook (its numbers are not ours to ship). */
export const cambridgeHarmIndex: Preset = {
  name: 'cambridge-crime-harm-index',
  title: 'Cambridge Crime Harm Index workbook',
  kind: 'harm',
  columns: {
    code: [/^home_office_classification$/i, /^(ho|home office) (offence )?code$/i],
    weight: [/cchi/i, /^(starting point|harm score|days)/i],
  },
  needs: ['code', 'weight'],
  marks: [/cchi|starting point|harm/i],
  source: 'open-data',
  identity: { unchanging: ['list', 'edition', 'code'] },
  constants: { list: 'Cambridge Crime Harm Index' },
};

/** Home Office offence classes with their description and group. */
export const offenceClasses: Preset = {
  name: 'home-office-classes',
  title: 'Home Office offence classes',
  kind: 'offences',
  columns: {
    class: [/^offence[_ ]code$/i],
    title: [/^offence[_ ]description$/i],
  },
  needs: ['class', 'title'],
  marks: [/^offence[_ ](sub ?group)$/i],
  source: 'open-data',
  identity: { unchanging: 'all' },
};

/** Home Office police recorded crime open data tables: counts by force, quarter and offence. */
export const recordedCrime: Preset = {
  name: 'home-office-recorded-crime',
  title: 'Home Office recorded-crime table',
  kind: 'comparators',
  columns: {
    force: [/^force name$/i],
    offenceCode: [/^offence code$/i],
    count: [/^number of offences$/i, /^force recorded crime/i],
  },
  needs: ['force', 'offenceCode', 'count'],
  derive: quarter,
  source: 'open-data',
  identity: { unchanging: ['period', 'force', 'offenceCode'] },
};

/** Home Office outcomes open data tables: counts by force, quarter, offence and outcome. */
export const recordedOutcomes: Preset = {
  name: 'home-office-outcomes',
  title: 'Home Office outcomes table',
  kind: 'comparators',
  columns: {
    force: [/^force( name)?$/i],
    offenceCode: [/^offence code$/i],
    outcome: [/^outcome (type|description|group)$/i],
    count: [/^(force )?outcomes?( for (offences|period|quarter))?$/i, /^number of outcomes$/i],
  },
  needs: ['force', 'offenceCode', 'outcome', 'count'],
  derive: quarter,
  source: 'open-data',
  identity: { unchanging: 'all' },
};

function quarter(header: readonly string[]) {
  const year = header.findIndex((column) => isColumn(column, 'Financial Year'));
  const part = header.findIndex((column) => isColumn(column, 'Financial Quarter'));
  if (year < 0) return null;
  return {
    fields: ['period'],
    read: (_field: string, cells: readonly string[]) =>
      [cells[year] ?? '', part < 0 ? '' : `Q${(cells[part] ?? '').trim()}`]
        .filter((text) => text !== '')
        .join(' '),
  };
}

/** Bank holidays as published for England and Wales. */
export const bankHolidays: Preset = {
  name: 'bank-holidays',
  title: 'bank holidays',
  kind: 'calendar',
  columns: { name: [/^(title|holiday|bank holiday)$/i], from: [/^date$/i] },
  needs: ['name', 'from'],
  marks: [/^(bunting|holiday|bank holiday|division)$/i],
  source: 'open-data',
  identity: { unchanging: ['name', 'from'] },
  constants: { type: 'bank holiday' },
};
