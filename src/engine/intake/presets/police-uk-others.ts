import type { Preset } from './preset.ts';

/** data.police.uk outcomes: one row an outcome of a crime, so a Crime ID may stand on several. */
export const policeUkOutcomes: Preset = {
  name: 'police-uk-outcomes',
  title: 'data.police.uk outcomes',
  kind: 'outcomes',
  columns: {
    reference: ['Crime ID'],
    outcomeOn: ['Month'],
    longitude: ['Longitude'],
    latitude: ['Latitude'],
    locationText: ['Location'],
    areaCode: ['LSOA code'],
    outcomeCode: ['Outcome type'],
  },
  needs: ['reference', 'outcomeOn', 'longitude', 'latitude', 'outcomeCode'],
  marks: ['Falls within'],
  source: 'open-data',
  identity: { unchanging: 'all' },
};

/** data.police.uk stop and search: no identifier, and latitude stands before longitude. */
export const policeUkStopAndSearch: Preset = {
  name: 'police-uk-stop-and-search',
  title: 'data.police.uk stop and search',
  kind: 'stop-and-search',
  columns: {
    type: ['Type'],
    occurredFrom: ['Date'],
    latitude: ['Latitude'],
    longitude: ['Longitude'],
    sex: ['Gender'],
    ageBand: ['Age range'],
    ethnicity: ['Self-defined ethnicity'],
    ethnicityOfficer: ['Officer-defined ethnicity'],
    legislation: ['Legislation'],
    objectOfSearch: ['Object of search'],
    outcomeCode: ['Outcome'],
  },
  needs: ['type', 'occurredFrom', 'legislation', 'objectOfSearch', 'outcomeCode'],
  source: 'open-data',
  identity: { unchanging: 'all' },
};
