import type { GridPosition } from '../../../domain/geography/cells.ts';
import { escapeHtml } from '../../page/escape.ts';
import { closedRings, geometriesInDegrees } from '../geometry.ts';
import type { FeatureGeometry, LayerAbout, LayerField, SafeLayer } from '../safe-layer.ts';

const kmlTypes: Readonly<Record<LayerField['type'], string>> = {
  text: 'string',
  integer: 'int',
  real: 'double',
  boolean: 'bool',
};

/** A layer as KML 2.2: suppressed features are drawn as an outline in grey and say so, never as nothing. */
export function kmlOf(layer: SafeLayer): string {
  const geometries = geometriesInDegrees(layer);
  const schema = layer.fields
    .map(
      ({ name, title, type }) =>
        `<SimpleField name="${escapeHtml(name)}" type="${kmlTypes[type]}"><displayName>${escapeHtml(title)}</displayName></SimpleField>`,
    )
    .join('');
  const marks = layer.features.map(({ values }, at) => {
    const data = layer.fields
      .flatMap(({ name }) => {
        const value = values[name] ?? null;
        return value === null
          ? []
          : [`<SimpleData name="${escapeHtml(name)}">${escapeHtml(String(value))}</SimpleData>`];
      })
      .join('');
    const isSuppressed = values['suppressed'] === true;
    return `<Placemark><name>${escapeHtml(nameOf(values, at))}</name><styleUrl>#${isSuppressed ? 'suppressed' : 'shown'}</styleUrl><ExtendedData><SchemaData schemaUrl="#fields">${data}</SchemaData></ExtendedData>${shapeOf(geometries[at])}</Placemark>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document>
<name>${escapeHtml(`${layer.about.marking}: ${layer.about.title}`)}</name>
<description>${escapeHtml(aboutInWords(layer.about))}</description>
<Style id="shown"><LineStyle><color>ff3c3c3c</color><width>1</width></LineStyle><PolyStyle><color>992f5fd0</color></PolyStyle></Style>
<Style id="suppressed"><LineStyle><color>ff808080</color><width>2</width></LineStyle><PolyStyle><color>40808080</color></PolyStyle></Style>
<Schema name="${escapeHtml(layer.name)}" id="fields">${schema}</Schema>
${marks.join('\n')}
</Document></kml>
`;
}

/** What a layer is, one statement a line. */
export function aboutInWords(about: LayerAbout): string {
  return [
    `Marking: ${about.marking}`,
    `Made by ${about.force} on ${about.madeOn} for ${about.recipient} (${about.level} level)`,
    ...(about.agreement === null ? [] : [`Under the sharing agreement ${about.agreement}`]),
    `Period: ${about.period}`,
    `Method: ${about.method}`,
    `Rule: ${about.rule}`,
    ...(about.decision === null
      ? []
      : [`That threshold was decided by ${about.decision.by}: ${about.decision.why}`]),
    `Features without a number: ${about.suppressedFeatures}. They are suppressed, not zero.`,
    ...about.limits,
  ].join('\n');
}

function nameOf(values: Readonly<Record<string, unknown>>, at: number): string {
  const { name, records, suppressed } = values;
  const number =
    suppressed === true ? 'suppressed' : typeof records === 'number' ? `about ${records}` : null;
  const title = typeof name === 'string' ? name : `Feature ${at + 1}`;
  return number === null ? title : `${title}: ${number}`;
}

function shapeOf(geometry: FeatureGeometry | undefined): string {
  if (geometry === undefined) return '';
  const text = (ring: readonly GridPosition[]): string =>
    ring.map(([x, y]) => `${x},${y}`).join(' ');
  if (geometry.kind === 'point') {
    return `<Point><coordinates>${text([geometry.position])}</coordinates></Point>`;
  }
  const polygons = geometry.polygons.map((rings) => {
    const [outer = [], ...holes] = closedRings(rings);
    const ringOf = (ring: readonly GridPosition[]): string =>
      `<LinearRing><coordinates>${text(ring)}</coordinates></LinearRing>`;
    return `<Polygon><outerBoundaryIs>${ringOf(outer)}</outerBoundaryIs>${holes
      .map((hole) => `<innerBoundaryIs>${ringOf(hole)}</innerBoundaryIs>`)
      .join('')}</Polygon>`;
  });
  return polygons.length === 1
    ? polygons.join('')
    : `<MultiGeometry>${polygons.join('')}</MultiGeometry>`;
}
