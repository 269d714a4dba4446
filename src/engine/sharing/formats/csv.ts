import Papa from 'papaparse';
import { closedRings } from '../geometry.ts';
import type { FeatureGeometry, SafeLayer } from '../safe-layer.ts';

/**
 * A layer as CSV: a row a feature, its shape as well-known text in British National Grid metres (EPSG:27700), and
 * on every row what must not be parted from it. No cell can be run as a formula by a spreadsheet.
 */
export function csvOf(layer: SafeLayer): string {
  const { marking, level, recipient, agreement, decision, force, period } = layer.about;
  const { rule, madeOn, method, limits, auditHead } = layer.about;
  const about = {
    marking,
    force,
    level,
    recipient,
    agreement: agreement ?? '',
    thresholdDecision: decision === null ? '' : `${decision.by}: ${decision.why}`,
    period,
    rule,
    method,
    limits: limits.join(' '),
    madeOn,
    auditHead,
  };
  const rows = layer.features.map(({ geometry, values }) => ({
    ...Object.fromEntries(layer.fields.map(({ name }) => [name, values[name] ?? ''])),
    WKT: wellKnownText(geometry),
    coordinates: 'EPSG:27700',
    ...about,
  }));
  return `${Papa.unparse(rows, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}

function wellKnownText(geometry: FeatureGeometry): string {
  const text = ([x, y]: readonly [number, number]): string => `${metres(x)} ${metres(y)}`;
  if (geometry.kind === 'point') return `POINT (${text(geometry.position)})`;
  const polygons = geometry.polygons.map(
    (rings) =>
      `(${closedRings(rings)
        .map((ring) => `(${ring.map(text).join(', ')})`)
        .join(', ')})`,
  );
  return `MULTIPOLYGON (${polygons.join(', ')})`;
}

/** Corners of hexagons and borders to the decimetre. */
function metres(value: number): number {
  return Math.round(value * 10) / 10;
}
