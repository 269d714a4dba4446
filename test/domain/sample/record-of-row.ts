import type { SimpleRecord } from '../vawg/classify-records.ts';
import type { Row } from './sample-files.ts';

function flag(text: string | undefined): boolean | null {
  return text === 'Y' ? true : text === 'N' ? false : null;
}

/** An incident row as the rules read it. */
export function recordOf(row: Row): SimpleRecord {
  const status = row['crimeStatus'];
  const home = row['atHomeAddressOf'];
  return {
    recordType: row['recordType'] === 'crime' ? 'crime' : 'non-crime',
    crimeStatus:
      status === 'cancelled' || status === 'transferred' || status === 'N100' ? status : 'recorded',
    offenceTitle: row['offenceTitle'] ?? '',
    offenceCode: row['offenceCode'] ?? '',
    domesticAbuse: flag(row['domesticAbuseFlag']),
    honourBased: flag(row['honourBasedFlag']),
    childExploitation: flag(row['childExploitationFlag']),
    online: flag(row['onlineFlag']),
    victims: [{ sex: row['victimSex'] ?? '', ageYears: Number(row['victimAge'] || 'NaN') }],
    locationType: row['locationType'] ?? '',
    locationText: row['locationText'] ?? '',
    atHomeAddressOf:
      home === 'victim' || home === 'suspect' || home === 'both' || home === 'none' ? home : '',
    hasLocation: row['easting'] !== '',
    platform: row['platform'] ?? '',
  };
}
