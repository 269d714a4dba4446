import { noMinutes, timePrecision } from '../../domain/evidence/columns.ts';
import type { PartnerColumns, PerceptionColumns } from '../../domain/evidence/other-evidence.ts';
import { reasonsIn } from '../../domain/evidence/reason-list.ts';
import { CodeBuilder } from '../../domain/evidence/text-codes.ts';
import { momentMinutes, momentOfText, momentPrecision } from '../../domain/time/moment.ts';
import type { StoredPartnerEvent, StoredPerception } from '../workspace/other-rows.ts';

/** Partner events as columns. */
export function partnerColumns(rows: readonly StoredPartnerEvent[]): PartnerColumns {
  const source = new CodeBuilder(rows.length);
  const category = new CodeBuilder(rows.length);
  for (const [index, row] of rows.entries()) {
    source.set(index, row.source);
    category.set(index, row.category);
  }
  return {
    length: rows.length,
    easting: Float64Array.from(rows, (row) => row.easting ?? Number.NaN),
    northing: Float64Array.from(rows, (row) => row.northing ?? Number.NaN),
    occurredFromMinutes: Int32Array.from(rows, (row) => minutesOrNone(row.occurredFrom)),
    occurredPrecision: Uint8Array.from(rows, (row) => precisionOf(row.occurredFrom)),
    source: source.finish(),
    category: category.finish(),
  };
}

/** StreetSafe-style reports as columns; each report keeps all its reasons. */
export function perceptionColumns(rows: readonly StoredPerception[]): PerceptionColumns {
  const texts = {
    sex: new CodeBuilder(rows.length),
    ageBand: new CodeBuilder(rows.length),
    ethnicity: new CodeBuilder(rows.length),
    disability: new CodeBuilder(rows.length),
    whyNotReported: new CodeBuilder(rows.length),
  };
  const reasons: { text: string; about: 'place' | 'behaviour' }[] = [];
  const reasonOf = new Map<string, number>();
  const codesOf = (text: string | null, about: 'place' | 'behaviour'): number[] =>
    reasonsIn(text ?? '').map((reason) => {
      const key = `${about}:${reason.toLowerCase()}`;
      let code = reasonOf.get(key);
      if (code === undefined) {
        code = reasons.length;
        reasons.push({ text: reason, about });
        reasonOf.set(key, code);
      }
      return code;
    });
  const reasonsOf = rows.map((row, index) => {
    texts.sex.set(index, row.sex);
    texts.ageBand.set(index, row.ageBand);
    texts.ethnicity.set(index, row.ethnicity);
    texts.disability.set(index, row.disability);
    texts.whyNotReported.set(index, row.whyNotReported);
    return [
      ...codesOf(row.environmentReasons, 'place'),
      ...codesOf(row.behaviourReasons, 'behaviour'),
    ];
  });
  return {
    length: rows.length,
    easting: Float64Array.from(rows, (row) => row.easting ?? Number.NaN),
    northing: Float64Array.from(rows, (row) => row.northing ?? Number.NaN),
    reportedMinutes: Int32Array.from(rows, (row) => minutesOrNone(row.reportedOn)),
    reasonsOf,
    reasons,
    sex: texts.sex.finish(),
    ageBand: texts.ageBand.finish(),
    ethnicity: texts.ethnicity.finish(),
    disability: texts.disability.finish(),
    whyNotReported: texts.whyNotReported.finish(),
  };
}

/** Minutes of a stored date; `noMinutes` for none. */
function minutesOrNone(text: string | null): number {
  const moment = text === null ? undefined : momentOfText(text);
  return moment === undefined ? noMinutes : momentMinutes(moment);
}

function precisionOf(text: string | null): number {
  const moment = text === null ? undefined : momentOfText(text);
  return moment === undefined ? timePrecision.none : momentPrecision(moment);
}
