import type { Preset } from './preset.ts';

/** ONS Postcode Directory and National Statistics Postcode Lookup, with the column names to 2025 and since. */
export const onsPostcodes: Preset = {
  name: 'ons-postcodes',
  title: 'ONS postcode directory',
  kind: 'postcodes',
  columns: {
    postcode: [/^pcds$/i, /^pcd2$/i, /^pcd[78]?$/i],
    easting: [/^oseast1m$/i, /^east1m$/i, /^eastings?$/i],
    northing: [/^osnrth1m$/i, /^north1m$/i, /^northings?$/i],
    latitude: [/^lat$/i],
    longitude: [/^long$/i],
  },
  needs: ['postcode'],
  marks: [/^dointr$/i, /^doterm$/i],
  source: 'open-data',
  identity: { key: 'postcode' },
};

/** Code-Point Open: no header; postcode, quality, easting, northing and seven codes. */
export const codePointOpen: Preset = {
  name: 'code-point-open',
  title: 'OS Code-Point Open',
  kind: 'postcodes',
  columns: {
    postcode: ['Postcode', 'PC'],
    easting: ['Eastings', 'EA'],
    northing: ['Northings', 'NO'],
  },
  needs: ['postcode', 'easting', 'northing'],
  marks: [/^positional_quality_indicator$|^pq$/i],
  headerless: {
    columns: { postcode: 0, easting: 2, northing: 3 },
    fits: (cells) =>
      cells.length === 10 &&
      /^[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}$/.test(cells[0] ?? '') &&
      /^\d{1,6}$/.test(cells[2] ?? '') &&
      /^\d{1,7}$/.test(cells[3] ?? ''),
  },
  source: 'open-data',
  identity: { key: 'postcode' },
};

/** A plain list of postcodes and their positions. */
export const plainPostcodes: Preset = {
  name: 'postcodes',
  title: 'postcodes with their positions',
  kind: 'postcodes',
  columns: {
    postcode: [/^post ?code$/i],
    easting: [/^eastings?$/i],
    northing: [/^northings?$/i],
    latitude: [/^lat(itude)?$/i],
    longitude: [/^long?(gitude)?$/i],
  },
  needs: ['postcode'],
  wholeHeader: true,
  source: 'open-data',
  identity: { key: 'postcode' },
};
