import type { ParsedInput } from '../../contract/calls.ts';
import { wholeFilter } from '../../contract/filter.ts';
import { analysisCalls } from '../../contract/hotspot-inputs.ts';
import { FailureError } from '../../contract/outcome.ts';
import type { SharedLayer } from '../../contract/results.ts';
import { type HotCell, safeHotSpotLayer } from '../../domain/disclosure/hot-spot-layer.ts';
import type { EvidenceColumns } from '../../domain/evidence/columns.ts';
import { gridToWgs84 } from '../../domain/geography/british-national-grid.ts';
import { cellPolygon } from '../../domain/geography/cells.ts';
import { packRun } from '../analysis/kept-runs.ts';
import { type FinishedRun, runMethod } from '../analysis/run.ts';
import { tableNumbers } from '../analysis/table-numbers.ts';
import type { Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { loadShiftGrid } from '../shift-grid.ts';
import { liveAgreement } from '../workspace/agreements.ts';
import { appendAudit } from '../workspace/audit.ts';
import { refuseOutput, writeRecorded } from '../write-whole.ts';

/**
 * Writes the public-space hot spot cells as GeoJSON for a partner, through the disclosure gate, and logs it. The
 * file holds only the properties listed here; the log holds the recipient's name, the rule and the counts.
 */
export async function shareLayer(
  session: Session,
  input: ParsedInput<'shareLayer'>,
  job: Job,
): Promise<SharedLayer> {
  if (input.layer !== 'hotspots' || input.format !== 'geojson' || input.level !== 'partner') {
    throw new FailureError(
      'not-available',
      'This version shares one layer: hot spots, as GeoJSON, at partner level.',
      'Use --layer hotspots --format geojson --level partner. Other layers come with the disclosure gate.',
    );
  }
  const { writer } = session;
  refuseOutput(input.out);
  const agreement = liveAgreement(session.reader, input.agreement, input.recipient);
  await session.classifyIfStale(job);
  const { columns, summary } = await session.evidence(job);
  const filter = { ...wholeFilter, space: 'public' } as const;
  const question = analysisCalls.runAnalysis.input.parse({ method: 'gi-star', filter });
  const finished = await runMethod(session, question, job);
  const { run } = finished.result;
  const layer = safeHotSpotLayer(hotCells(finished, columns));
  const shiftGrid = loadShiftGrid();
  const features = layer.cells.map((cell) => ({
    type: 'Feature',
    properties: {
      suppressed: cell.suppressed,
      records: cell.count,
      confidence: cell.confidence,
    },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [...cell.ring, ...cell.ring.slice(0, 1)].map(([easting, northing]) => {
          const point = gridToWgs84(shiftGrid, easting, northing);
          // Six decimals: about a tenth of a metre, far finer than a cell.
          return [round6(point?.longitude ?? 0), round6(point?.latitude ?? 0)];
        }),
      ],
    },
  }));
  const about = {
    type: 'FeatureCollection',
    name: 'Public-space hot spots (recorded incidents, VAWG list)',
    marking: session.marking(),
    madeOn: new Date().toISOString().slice(0, 10),
    recipient: input.recipient,
    agreement: agreement.reference,
    rule: layer.rule,
    counts:
      'Recorded incidents, all victims, by committed date, whole period of the workspace; not prevalence.',
    codeList: summary.codeListVersion,
    rules: summary.rulesVersion,
    cellMetres: 250,
    suppressedCells: layer.suppressed,
  };
  const content = `${JSON.stringify({ ...about, features })}\n`;
  const keep = packRun(finished);
  const audit = writeRecorded(writer, input.out, content, () => {
    keep(writer);
    return appendAudit(writer, 'layer shared', {
      layer: input.layer,
      format: input.format,
      level: input.level,
      recipient: input.recipient,
      agreement: agreement.reference,
      rule: layer.rule,
      run: run.run,
      features: features.length,
      suppressed: layer.suppressed,
    });
  });
  return {
    file: input.out,
    features: features.length,
    suppressed: layer.suppressed,
    rule: layer.rule,
    audit,
  };
}

function hotCells({ result, points, ground }: FinishedRun, columns: EvidenceColumns): HotCell[] {
  if (ground === null) throw new Error('a run over cells has no cells');
  const bins = tableNumbers(result.main, 'bin_bh');
  const victimsIn = new Map<number, Set<number>>();
  const placeOfIncident = new Map<number, number>();
  for (const [point, place] of ground.placeOfPoint.entries()) {
    if ((bins[place] ?? 0) >= 2) placeOfIncident.set(points.indexes[point] ?? -1, place);
  }
  const { victims } = columns;
  for (let index = 0; index < victims.length; index++) {
    const place = placeOfIncident.get(victims.incident[index] ?? -1);
    const person = victims.person[index] ?? 0;
    if (place === undefined || person === 0) continue;
    const known = victimsIn.get(place) ?? new Set<number>();
    victimsIn.set(place, known.add(person));
  }
  const cells: HotCell[] = [];
  for (const [place, bin] of bins.entries()) {
    if (bin < 2) continue;
    cells.push({
      ring: cellPolygon(ground.cells.grid, ground.cells.cells[place] ?? -1),
      count: ground.counts[place] ?? 0,
      victims: victimsIn.get(place)?.size ?? 0,
      bin,
    });
  }
  return cells;
}

function round6(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
