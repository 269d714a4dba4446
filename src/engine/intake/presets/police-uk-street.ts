import type { Preset } from './preset.ts';

/**
 * data.police.uk street-level crime. Its points are snapped to shared map points, its dates are months and its
 * Crime IDs are not unique (and anti-social behaviour has none), so a record is known by its unchanging columns
 * and how often they occurred; the outcome is the part that changes from month to month.
 */
export const policeUkStreet: Preset = {
  name: 'police-uk-street',
  kind: 'incidents',
  columns: {
    reference: ['Crime ID'],
    recordedOn: ['Month'],
    longitude: ['Longitude'],
    latitude: ['Latitude'],
    locationText: ['Location'],
    areaCode: ['LSOA code'],
    offenceTitle: ['Crime type'],
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
