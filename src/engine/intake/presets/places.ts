import { type ColumnName, isColumn, type Preset } from './preset.ts';
import { gridReference } from './synonyms.ts';

// The numbers of one register are not those of another: `source` is part of who a place is, and is not stored.
const position: Readonly<Record<string, readonly ColumnName[]>> = {
  easting: ['Easting', 'Eastings', 'X'],
  northing: ['Northing', 'Northings', 'Y'],
  longitude: ['Longitude', 'Long', 'Lon'],
  latitude: ['Latitude', 'Lat'],
  gridReference,
  postcode: ['Postcode', 'Post code', 'Premises postcode'],
  uprn: ['UPRN'],
};

/** Licensed premises of a council's register: name, licence and its terminal hour. */
export const licensedPremises: Preset = {
  name: 'licensed-premises',
  title: 'licensed premises',
  kind: 'venues',
  columns: {
    ...position,
    reference: [/^(premises )?licen[cs]e (no|number|ref|reference)$/i, 'Licence'],
    name: ['Premises name', 'Trading name', 'Premises', 'Name'],
    category: [
      'Premises type',
      'Premises category',
      'Licence type',
      'Activities',
      'Licensable activities',
    ],
    capacity: ['Capacity', 'Maximum capacity'],
    closingTime: ['Terminal hour', 'Closing time', 'Closing hour'],
    locationText: ['Address', 'Premises address'],
  },
  needs: ['reference', 'name'],
  marks: [/licen[cs]e|licensable/i],
  source: 'force',
  identity: { key: 'reference' },
  constants: { source: 'Licensing register', category: 'licensed premises' },
};

/** NaPTAN: bus, coach, rail, tram and ferry access points (Department for Transport). */
export const naptanStops: Preset = {
  name: 'naptan-stops',
  title: 'NaPTAN stops',
  kind: 'venues',
  columns: {
    ...position,
    reference: ['ATCOCode'],
    name: ['CommonName'],
    locationText: ['LocalityName', 'Street'],
  },
  needs: ['reference', 'name'],
  derive: (header) => {
    const type = header.findIndex((column) => isColumn(column, 'StopType'));
    if (type < 0) return null;
    return {
      fields: ['category'],
      read: (_field, cells) =>
        stopTypes[(cells[type] ?? '').trim().toUpperCase()] ?? 'transport stop',
    };
  },
  source: 'open-data',
  identity: { key: 'reference' },
  constants: { source: 'NaPTAN', category: 'transport stop' },
};

const stopTypes: Readonly<Record<string, string>> = {
  BCT: 'bus stop',
  BCS: 'bus station',
  BCQ: 'bus station',
  BST: 'bus station',
  BCE: 'bus station',
  RSE: 'railway station',
  RLY: 'railway station',
  RPL: 'railway station',
  TXR: 'taxi rank',
  STR: 'taxi rank',
  TMU: 'tram or metro stop',
  MET: 'tram or metro stop',
  PLT: 'tram or metro stop',
  FTD: 'ferry terminal',
  FER: 'ferry terminal',
};

/** Schools and colleges as the register of establishments publishes them. */
export const schools: Preset = {
  name: 'schools',
  title: 'schools and colleges',
  kind: 'venues',
  columns: {
    ...position,
    reference: ['URN', 'School URN'],
    name: ['EstablishmentName', 'School name', 'Establishment name'],
    category: ['PhaseOfEducation (name)', 'TypeOfEstablishment (name)', 'Phase', 'School type'],
    capacity: ['SchoolCapacity', 'NumberOfPupils', 'Pupils'],
    locationText: ['Street', 'Address'],
  },
  needs: ['reference', 'name'],
  marks: [/establishment|school/i],
  source: 'open-data',
  identity: { key: 'reference' },
  constants: { source: 'Register of schools', category: 'school' },
};
