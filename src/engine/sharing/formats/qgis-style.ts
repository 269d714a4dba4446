import { escapeHtml } from '../../page/escape.ts';
import type { SafeLayer } from '../safe-layer.ts';

/** Fills from few to many, light to dark: single hue, so that it prints in grey. */
const fills = ['254,237,222', '253,190,133', '253,141,60', '230,85,13', '166,54,3'];

interface Rule {
  readonly filter: string;
  readonly label: string;
  readonly symbol: string;
}

/**
 * A QGIS style (QML) of a layer: numbers in up to five classes of about equal many features, and suppressed ones
 * hatched, so that a feature without a number is not read as a safe one. Fields have their titles, which tell the unit.
 */
export function qgisStyle(layer: SafeLayer): string {
  const rules = layer.features[0]?.geometry.kind === 'point' ? pointRules() : areaRules(layer);
  return `<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Fields"><renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="0" forceraster="0"><rules key="all">${rules
    .map(
      ({ filter, label }, at) =>
        `<rule key="rule${at}" symbol="${at}" filter="${escapeHtml(filter)}" label="${escapeHtml(label)}"/>`,
    )
    .join('')}</rules><symbols>${rules
    .map(({ symbol }, at) => symbol.replace('name=""', `name="${at}"`))
    .join('')}</symbols></renderer-v2><aliases>${layer.fields
    .map(
      // Before these stands the number of the feature.
      ({ name, title }, at) =>
        `<alias index="${at + 1}" field="${escapeHtml(name)}" name="${escapeHtml(title)}"/>`,
    )
    .join('')}</aliases></qgis>`;
}

function areaRules({ features, fields }: SafeLayer): Rule[] {
  const isRate = fields.some(({ name }) => name === 'rate_per_1000_women');
  const field = isRate ? 'rate_per_1000_women' : 'records';
  const unit = isRate ? 'for 1,000 women and girls' : 'records, to the nearest 5';
  const values = features
    .map(({ values: own }) => own[field])
    .filter((value): value is number => typeof value === 'number')
    .toSorted((a, b) => a - b);
  const tops = [
    ...new Set(
      fills.map((_, at) => values[Math.ceil(((at + 1) * values.length) / fills.length) - 1]),
    ),
  ].filter((top) => top !== undefined);
  const shown = tops.map((top, at): Rule => {
    const below = tops[at - 1];
    const from = below === undefined ? '' : `"${field}" > ${below} AND `;
    return {
      filter: `${from}"${field}" <= ${top}`,
      label: `${below === undefined ? 'up to' : `over ${below} to`} ${top} ${unit}`,
      symbol: fillSymbol(
        fills[Math.round((at * (fills.length - 1)) / Math.max(1, tops.length - 1))],
      ),
    };
  });
  return [
    ...shown,
    { filter: `"${field}" IS NULL`, label: 'suppressed (not zero)', symbol: hatchedSymbol },
  ];
}

function fillSymbol(colour = fills[0]): string {
  return `<symbol type="fill" name="" alpha="0.75" clip_to_extent="1"><layer class="SimpleFill" enabled="1" pass="0" locked="0"><Option type="Map"><Option name="color" type="QString" value="${colour},255"/><Option name="outline_color" type="QString" value="60,60,60,255"/><Option name="outline_style" type="QString" value="solid"/><Option name="outline_width" type="QString" value="0.2"/><Option name="style" type="QString" value="solid"/></Option></layer></symbol>`;
}

const hatchedSymbol =
  '<symbol type="fill" name="" alpha="1" clip_to_extent="1"><layer class="LinePatternFill" enabled="1" pass="0" locked="0"><Option type="Map"><Option name="angle" type="QString" value="45"/><Option name="color" type="QString" value="110,110,110,255"/><Option name="distance" type="QString" value="1.5"/><Option name="line_width" type="QString" value="0.2"/></Option></layer><layer class="SimpleLine" enabled="1" pass="0" locked="0"><Option type="Map"><Option name="line_color" type="QString" value="110,110,110,255"/><Option name="line_width" type="QString" value="0.2"/></Option></layer></symbol>';

function pointRules(): Rule[] {
  return [
    {
      filter: '1 = 1',
      label: 'venue',
      symbol:
        '<symbol type="marker" name="" alpha="1" clip_to_extent="1"><layer class="SimpleMarker" enabled="1" pass="0" locked="0"><Option type="Map"><Option name="name" type="QString" value="circle"/><Option name="color" type="QString" value="47,95,208,255"/><Option name="outline_color" type="QString" value="255,255,255,255"/><Option name="size" type="QString" value="2.4"/></Option></layer></symbol>',
    },
  ];
}
