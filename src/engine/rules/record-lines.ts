import type { ClassCounts, RecordLine } from '../../contract/rules.ts';
import {
  type CodedText,
  confidenceNames,
  type IncidentColumns,
  noMinutes,
  physicalSpaceCodes,
  tierNames,
  timePrecision,
} from '../../domain/evidence/columns.ts';
import { isInSpace } from '../../domain/evidence/select.ts';

/** The text of a coded column at an index. */
export function textAt(column: CodedText, index: number): string {
  return column.values[column.codes[index] ?? 0] ?? '';
}

/** A date of the columns as text, no more precise than it was written; '' for none. */
export function dateAt(minutes: Int32Array, precision: Uint8Array, index: number): string {
  const value = minutes[index] ?? noMinutes;
  if (value === noMinutes) return '';
  const text = new Date(value * 60_000).toISOString();
  const how = precision[index];
  if (how === timePrecision.month) return text.slice(0, 7);
  return how === timePrecision.minute ? text.slice(0, 16).replace('T', ' ') : text.slice(0, 10);
}

/** The physical space of a record in one word. */
export function spaceAt(incidents: IncidentColumns, index: number): string {
  if (incidents.setAside[index] === 1) return 'set-aside';
  const space = incidents.physicalSpace[index];
  if (space === physicalSpaceCodes.private) return 'private';
  return space === physicalSpaceCodes.public ? 'public' : 'unclassified';
}

/** A record in words that identify nobody. */
export function recordLine(incidents: IncidentColumns, index: number): RecordLine {
  return {
    incident: incidents.id[index] ?? 0,
    recordedOn: dateAt(incidents.recordedMinutes, incidents.recordedPrecision, index).slice(0, 10),
    offence:
      textAt(incidents.offence, index) ||
      textAt(incidents.offenceTitle, index) ||
      textAt(incidents.offenceCode, index),
    locationType: textAt(incidents.locationType, index),
    locationText: textAt(incidents.locationText, index),
    tier: tierNames[incidents.tier[index] ?? 0] ?? '',
    online: incidents.online[index] === 1,
    space: spaceAt(incidents, index),
    subtype: textAt(incidents.subtype, index),
    confidence: confidenceNames[incidents.confidence[index] ?? 0] ?? '',
  };
}

/** The counts that two classifications are compared by. Spaces count every record, VAWG or not. */
export function classCounts(incidents: IncidentColumns): ClassCounts {
  const counts = { inVawg: 0, online: 0, private: 0, public: 0, unclassified: 0, setAside: 0 };
  for (let index = 0; index < incidents.length; index++) {
    if (incidents.inVawg[index] === 1) counts.inVawg++;
    if (incidents.online[index] === 1) counts.online++;
    const space = incidents.physicalSpace[index];
    if (space === physicalSpaceCodes.private) counts.private++;
    else if (space === physicalSpaceCodes.public) counts.public++;
    if (isInSpace(incidents, index, 'unclassified')) counts.unclassified++;
    if (incidents.setAside[index] === 1) counts.setAside++;
  }
  return counts;
}
