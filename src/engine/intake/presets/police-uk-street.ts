import type { Preset } from './preset.ts';

const columns = {
  recordedOn: ['Month'],
  locationText: ['Location'],
  offenceTitle: ['Crime type'],
} as const;

/**
 * data.police.uk street-level crime. Its points are snapped to shared map points, its dates are months and its
 * Crime IDs are not unique (and anti-social behaviour has none), so a record is known by its unchanging columns
 * and how often they occurred; the outcome is the part that changes from month to month.
 */
export const policeUkStreet: Preset = {
  name: 'police-uk-street',
  title: 'data.police.uk street-level crime',
  kind: 'incidents',
  columns: {
    ...columns,
    reference: ['Crime ID'],
    longitude: ['Longitude'],
    latitude: ['Latitude'],
    areaCode: ['LSOA code'],
    outcomeCode: ['Last outcome category'],
  },
  needs: [
    'reference',
    'recordedOn',
    'longitude',
    'latitude',
    'locationText',
    'areaCode',
    'offenceTitle',
    'outcomeCode',
  ],
  source: 'open-data',
  identity: {
    unchanging: [
      'reference',
      'recordedOn',
      'longitude',
      'latitude',
      'locationText',
      'areaCode',
      'offenceTitle',
    ],
  },
};

/** The form of the 2012 archives: grid metres, no Crime ID and no outcome. */
export const policeUkStreet2012: Preset = {
  name: 'police-uk-street-2012',
  title: 'data.police.uk street-level crime, 2012 form',
  kind: 'incidents',
  columns: { ...columns, easting: ['Easting'], northing: ['Northing'] },
  needs: ['recordedOn', 'easting', 'northing', 'locationText', 'offenceTitle'],
  marks: ['Falls within', 'Reported by'],
  source: 'open-data',
  identity: { unchanging: ['recordedOn', 'easting', 'northing', 'locationText', 'offenceTitle'] },
};
