import { type ColumnName, isColumn, type Preset } from './preset.ts';
import { gridReference } from './synonyms.ts';

const position: Readonly<Record<string, readonly ColumnName[]>> = {
  easting: [/^(grid )?eastings?$/i, /^x( ?coord(inate)?)?$/i],
  northing: [/^(grid )?northings?$/i, /^y( ?coord(inate)?)?$/i],
  longitude: [/^lon(g|gitude)?$/i],
  latitude: [/^lat(itude)?$/i],
  gridReference,
  postcode: [/^post ?code$/i],
  uprn: [/^uprn$/i],
};
const street: readonly ColumnName[] = [
  /^(location|street|road)( name| description)?$/i,
  /^(site )?address$/i,
];
const reference: readonly ColumnName[] = [
  /^(case|job|call|report|service request|fault|enquiry) ?(ref|reference|no|number|id)$/i,
  /^ref(erence)?( number)?$/i,
];
const reported: readonly ColumnName[] = [
  /^(date )?(reported|received|logged|raised|opened)( on| date)?$/i,
  /^(report|incident) date$/i,
  /^date$/i,
];

/** Anti-social behaviour cases of a council; no national form exists. */
export const councilAntiSocialBehaviour: Preset = {
  name: 'council-asb',
  title: 'council anti-social behaviour cases',
  kind: 'partner',
  columns: {
    ...position,
    reference,
    occurredFrom: reported,
    category: [/^(asb|nuisance|case|complaint) (type|category)$/i, /^category$/i],
    locationText: street,
    description: [/^(notes|details|description)$/i],
  },
  needs: ['occurredFrom', 'category'],
  marks: [/^asb|nuisance|complaint type$/i],
  source: 'force',
  identity: { key: 'reference' },
  constants: { source: 'Council ASB' },
};

const lamp = /^(column|lamp|unit) (number|no|id)$/i;

/** Faults of street lights: an unlit street on a date. */
export const councilLightingFaults: Preset = {
  name: 'council-lighting-faults',
  title: 'street lighting faults',
  kind: 'partner',
  columns: {
    ...position,
    reference,
    occurredFrom: [/^(fault )?(date )?(reported|raised|logged)( on| date)?$/i, /^fault date$/i],
    category: [/^fault( type| description)?$/i],
    locationText: street,
    // Not who the record is: a light has many faults.
    description: [lamp],
  },
  needs: ['occurredFrom', 'category'],
  marks: [/^(column|lamp|unit|lighting|light) ?(number|no|id|type|unit)/i],
  source: 'force',
  identity: { key: 'reference' },
  constants: { source: 'Street lighting' },
};

/** Street lights as things that stand somewhere. */
export const councilLighting: Preset = {
  name: 'council-lighting',
  title: 'street lights',
  kind: 'venues',
  columns: {
    ...position,
    reference: [lamp],
    locationText: street,
  },
  needs: ['reference'],
  marks: [/^lamp|^lantern|^light source|^wattage/i],
  // A light has no other name than its number.
  derive: (header) => {
    const column = header.findIndex((name) => isColumn(name, lamp));
    return column < 0 ? null : { fields: ['name'], read: (_field, cells) => cells[column] ?? '' };
  },
  source: 'force',
  // Columns are numbered street by street.
  identity: { unchanging: ['reference', 'locationText', 'postcode'] },
  constants: { source: 'Council lighting', category: 'street light' },
};

/** Public-space cameras. */
export const councilCctv: Preset = {
  name: 'council-cctv',
  title: 'public-space CCTV cameras',
  kind: 'venues',
  columns: {
    ...position,
    reference: [/^(camera|cctv) ?(ref|reference|no|number|id)$/i],
    name: [/^(camera|cctv) ?(name|location|description)$/i, /^location( name| description)?$/i],
    locationText: street,
  },
  needs: ['name'],
  marks: [/^(camera|cctv)/i],
  source: 'force',
  identity: { key: 'reference' },
  constants: { source: 'Council CCTV', category: 'CCTV camera' },
};
