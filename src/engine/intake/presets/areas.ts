import { type Preset, plainColumn } from './preset.ts';

/** English Indices of Deprivation, 2019 (LSOA 2011) and 2025 (LSOA 2021; its decile header is cut off in places). */
export const deprivation: Preset = {
  name: 'indices-of-deprivation',
  title: 'English Indices of Deprivation',
  kind: 'deprivation',
  columns: {
    areaCode: [/^lsoa code \((2011|2021)\)$/i, /^lsoa(11|21)_?(code|cd)$/i],
    rank: [/^index of multiple deprivation \(imd\) rank/i, /^imd_?rank$/i],
    decile: [/^index of multiple deprivation \(imd\) decile/i, /^imd_?decile$/i],
  },
  needs: ['areaCode', 'rank', 'decile'],
  // Ranks of two editions are never mixed: each is a record of its own, though most areas share their code.
  derive: (header) => {
    const code = header
      .map(plainColumn)
      .find((column) => /^lsoa(code)?(2011|2021|11|21)/.test(column));
    const edition = code === undefined ? '' : code.includes('21') ? '2025' : '2019';
    return { fields: ['source', 'edition'], read: () => edition };
  },
  source: 'open-data',
  identity: { key: 'areaCode' },
};

/** The ONS lookup from LSOAs of 2011 to those of 2021. */
export const lsoa2011To2021: Preset = {
  name: 'lsoa-2011-to-2021',
  title: 'LSOA 2011 to LSOA 2021 lookup',
  kind: 'lookup',
  columns: {
    fromCode: [/^lsoa11_?(cd|code)$/i],
    toCode: [/^lsoa21_?(cd|code)$/i],
    change: [/^chgind$/i, /^change(_code)?$/i],
  },
  needs: ['fromCode', 'toCode'],
  source: 'open-data',
  identity: { unchanging: ['fromCode', 'toCode'] },
};

/** Lookups from a small area to the larger one that holds it: LSOA to ward, MSOA or district. */
export const smallToLargeArea: Preset = {
  name: 'small-area-to-larger',
  title: 'lookup from small areas to larger ones',
  kind: 'lookup',
  columns: {
    fromCode: [/^(oa|lsoa)\d\d_?(cd|code)$/i],
    toCode: [/^(wd|ward|msoa|lad|ltla|pfa)\d\d_?(cd|code)$/i],
  },
  needs: ['fromCode', 'toCode'],
  source: 'open-data',
  identity: { unchanging: ['fromCode', 'toCode'] },
};
