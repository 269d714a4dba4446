import {
  CenteredTextSymbolizer,
  type Feature,
  GeomType,
  type LabelRule,
  LineLabelSymbolizer,
  LineSymbolizer,
  type PaintRule,
  PolygonSymbolizer,
} from 'protomaps-leaflet';

/** Light greys only: the base map is ground, and the data on it have the colours. */
const greys = {
  land: '#F8F7F5',
  built: '#F0EEEC',
  green: '#EAEBE7',
  water: '#D7DBDE',
  building: '#E0DCD8',
  road: '#FFFFFF',
  roadEdge: '#CFCAC5',
  rail: '#BDB7B1',
  border: '#A9A29B',
  name: '#4A4541',
  roadName: '#6B655F',
};

/** What is painted where a vector tile has nothing. */
export const landGrey = greys.land;

/**
 * Layers by what they hold, as four ways of making vector tiles call them: Protomaps, OpenMapTiles, Shortbread and
 * Ordnance Survey's Open Zoomstack. A layer that a tile does not have is passed over.
 */
const areas: readonly (readonly [layer: string, fill: string])[] = [
  ['earth', greys.land],
  ['land', greys.land],
  ['urban_areas', greys.built],
  ['landcover', greys.green],
  ['landuse', greys.built],
  ['park', greys.green],
  ['national_parks', greys.green],
  ['greenspaces', greys.green],
  ['woodland', greys.green],
  ['ocean', greys.water],
  ['sea', greys.water],
  ['water', greys.water],
  ['water_polygons', greys.water],
  ['surfacewater', greys.water],
  ['building', greys.building],
  ['buildings', greys.building],
  ['local_buildings', greys.building],
  ['district_buildings', greys.building],
];
const waterLines = ['waterway', 'water_lines', 'waterlines'];
const roads = ['roads', 'transportation', 'streets'];
const railways = ['rail'];
const borders = ['boundary', 'boundaries'];
const placeNames = ['places', 'place', 'place_labels', 'names'];
const roadNames = ['roads', 'transportation_name', 'street_labels'];
const nameProperties = ['name:en', 'name', 'name1'];

const wide = new Set(['motorway', 'highway', 'trunk', 'primary', 'major_road', 'a road']);
const middling = new Set(['secondary', 'tertiary', 'medium_road', 'b road']);
const narrow = new Set(['path', 'track', 'footway', 'cycleway', 'steps', 'pedestrian', 'other']);

/** What a feature is, in lower case: the layers above say it in one of three properties. */
function sortOf(feature: Feature | undefined): string {
  const { kind, class: grade, type } = feature?.props ?? {};
  const said = kind ?? grade ?? type;
  return typeof said === 'string' ? said.toLowerCase() : '';
}

/** Width of a road in pixels at a zoom; 0 where it would only be clutter. */
function roadWidth(zoom: number, feature: Feature | undefined): number {
  const sort = sortOf(feature);
  const growth = 2 ** ((zoom - 14) / 2);
  if (sort === 'rail') return 0;
  if (wide.has(sort)) return Math.max(1.2, 4.5 * growth);
  if (middling.has(sort)) return zoom < 10 ? 0 : Math.max(0.8, 3.2 * growth);
  if (narrow.has(sort)) return zoom < 14 ? 0 : 1.2 * growth;
  return zoom < 12 ? 0 : 2.2 * growth;
}

/** From the bottom up. */
export const paintRules: PaintRule[] = [
  ...areas.map(([dataLayer, fill]) => ({
    dataLayer,
    symbolizer: new PolygonSymbolizer({ fill }),
    filter: (_zoom: number, feature: Feature) => feature.geomType === GeomType.Polygon,
  })),
  ...waterLines.map((dataLayer) => lines(dataLayer, greys.water, () => 1.2)),
  ...roads.map((dataLayer) =>
    lines(dataLayer, greys.roadEdge, (zoom, feature) => {
      const width = roadWidth(zoom, feature);
      return width === 0 ? 0 : width + 1.4;
    }),
  ),
  ...roads.map((dataLayer) => lines(dataLayer, greys.road, roadWidth)),
  ...railways.map((dataLayer) => lines(dataLayer, greys.rail, () => 1)),
  ...borders.map((dataLayer) => lines(dataLayer, greys.border, () => 0.6)),
];

function lines(
  dataLayer: string,
  color: string,
  width: (zoom: number, feature: Feature | undefined) => number,
): PaintRule {
  return {
    dataLayer,
    // The library looks at single features only where the function has two parameters.
    symbolizer: new LineSymbolizer({
      color,
      width: (zoom: number, feature?: Feature) => width(zoom, feature),
      lineCap: 'round',
      lineJoin: 'round',
    }),
    filter: (zoom, feature) => feature.geomType !== GeomType.Point && width(zoom, feature) > 0,
  };
}

const cities = new Set(['city', 'capital']);
const towns = new Set(['town', 'locality', 'suburban area']);

/** A place's name in pixels; 0 where it is too small for the zoom. */
function nameSize(zoom: number, feature: Feature | undefined): number {
  const sort = sortOf(feature);
  if (cities.has(sort)) return 14;
  if (towns.has(sort)) return zoom < 8 ? 0 : 12;
  if (sort === 'country' || sort === 'region' || sort === 'state') return 0;
  return zoom < 12 ? 0 : 11;
}

export const labelRules: LabelRule[] = [
  ...placeNames.map((dataLayer) => ({
    dataLayer,
    symbolizer: new CenteredTextSymbolizer({
      labelProps: nameProperties,
      fill: greys.name,
      stroke: greys.land,
      width: 2,
      font: (zoom: number, feature?: Feature) =>
        `500 ${nameSize(zoom, feature)}px Inter, sans-serif`,
    }),
    filter: (zoom: number, feature: Feature) =>
      feature.geomType === GeomType.Point && nameSize(zoom, feature) > 0,
  })),
  ...roadNames.map((dataLayer) => ({
    dataLayer,
    minzoom: 15,
    symbolizer: new LineLabelSymbolizer({
      labelProps: nameProperties,
      fill: greys.roadName,
      stroke: greys.road,
      width: 2,
      font: '400 11px Inter, sans-serif',
    }),
    filter: (_zoom: number, feature: Feature) => feature.geomType === GeomType.Line,
  })),
];
