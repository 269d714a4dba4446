import type { RunResult } from '../../src/contract/hotspots.ts';
import { projectTransverseMercator } from '../../src/domain/geography/transverse-mercator.ts';
import { t } from '../words/t.ts';
import type { ClassStyle } from './class-style.ts';
import { type Shading, titleWords } from './shading.ts';
import { degreesOf, type Shapes } from './shapes.ts';

/** Everything that stands on a map that is saved or printed. */
export interface MapSheet {
  readonly result: RunResult;
  readonly shading: Shading;
  readonly rows: Shapes | null;
  readonly ground: Shapes | null;
  readonly venues: Shapes | null;
  readonly marking: string;
  /** Lines of the panel, each its own paragraph; the first is the title. */
  readonly title: string;
  readonly facts: readonly string[];
  readonly cannotBeMapped: readonly string[];
  readonly notOnMap: readonly string[];
  /** Rows are spots, not a surface: each that is too small to be seen gets a mark. */
  readonly areSpots: boolean;
  /** What is shown, degrees west, south, east, north. */
  readonly extent: readonly [number, number, number, number];
}

export const sheetWidth = 1120;
export const sheetHeight = 760;
const panelWidth = 300;
const padding = 14;
const lineHeight = 15;
const smallCellUnits = 9;
const mostMarks = 500;
const markRadius = 3.5;

interface Scale {
  readonly west: number;
  readonly north: number;
  readonly metresPerUnit: number;
}

/**
 * A map as SVG, drawn in metres of a transverse Mercator projection like the National Grid's: equal scale everywhere,
 * grid north up. Texts are escaped; nothing outside the file is referred to.
 */
export function mapAsSvg(sheet: MapSheet): string {
  const { rows, ground, venues, shading, marking } = sheet;
  const scale = scaleOf(sheet.extent);
  // White edges only where cells are large enough to have them: on a whole force they would hide the colour.
  const edge = rows !== null && firstWidth(rows, scale) > smallCellUnits ? 0.35 : 0;
  const areSpots = sheet.areSpots && rows !== null && rows.rows <= mostMarks;
  const isMark = (row: number): boolean =>
    areSpots && rows !== null && rowUnits(rows, scale, row) < 2 * markRadius;
  const groups = shading.classes.map(({ style }, place) => {
    if (rows === null) return '';
    const inClass = (row: number): boolean => shading.classOf[row] === place && !isMark(row);
    const shapes =
      rows.kind === 'points' ? dots(rows, scale, inClass) : rings(rows, scale, inClass);
    return shapes === ''
      ? ''
      : `<path fill="${fillOf(style, place)}" fill-rule="evenodd" stroke="${style.edge ?? 'none'}" stroke-width="${edge}" d="${shapes}"/>`;
  });
  // Over the outlines, the strongest class last.
  const marks = shading.classes.map(({ style }, place) => {
    if (rows === null || !areSpots) return '';
    const shapes = discs(rows, scale, (row) => shading.classOf[row] === place && isMark(row));
    return shapes === ''
      ? ''
      : `<path fill="${style.fill}" stroke="#FFFFFF" stroke-width="1" d="${shapes}"/>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${sheetWidth} ${sheetHeight}" width="${sheetWidth}" height="${sheetHeight}" role="img" font-family="Inter, Arial, sans-serif">`,
    `<title>${escapeText(sheet.title)}</title>`,
    `<defs>${shading.classes.map(({ style }, place) => pattern(style, place)).join('')}<clipPath id="frame"><rect width="${sheetWidth - panelWidth}" height="${sheetHeight}"/></clipPath></defs>`,
    `<rect width="${sheetWidth}" height="${sheetHeight}" fill="#EFECE9"/>`,
    '<g clip-path="url(#frame)">',
    ground === null
      ? ''
      : `<path fill="#FBFAF9" fill-rule="evenodd" stroke="#A39B94" stroke-width="0.6" d="${rings(ground, scale, () => true)}"/>`,
    ...groups,
    ...marks,
    venues === null
      ? ''
      : `<path fill="#FFFFFF" stroke="#222222" stroke-width="0.8" d="${dots(venues, scale, () => true)}"/>`,
    '</g>',
    `<text x="${padding}" y="24" font-size="14" font-weight="600" fill="#222222" stroke="#FFFFFF" stroke-width="4" paint-order="stroke">${escapeText(marking)}</text>`,
    scaleBar(scale),
    panel(sheet),
    `<rect x="0.5" y="0.5" width="${sheetWidth - 1}" height="${sheetHeight - 1}" fill="none" stroke="#9B9691"/>`,
    '</svg>',
  ].join('');
}

function scaleOf([west, south, east, north]: MapSheet['extent']): Scale {
  const corners = [
    projectTransverseMercator(west, south),
    projectTransverseMercator(west, north),
    projectTransverseMercator(east, south),
    projectTransverseMercator(east, north),
  ];
  const eastings = corners.map(({ easting }) => easting);
  const northings = corners.map(({ northing }) => northing);
  const [left, right] = [Math.min(...eastings), Math.max(...eastings)];
  const [bottom, top] = [Math.min(...northings), Math.max(...northings)];
  const wide = sheetWidth - panelWidth - 2 * padding;
  const high = sheetHeight - 2 * padding;
  const metresPerUnit = Math.max((right - left) / wide, (top - bottom) / high, 0.01);
  // In the middle of the frame, whichever way there is room.
  return {
    west: (left + right - (wide + 2 * padding) * metresPerUnit) / 2,
    north: (top + bottom + (high + 2 * padding) * metresPerUnit) / 2,
    metresPerUnit,
  };
}

/** Page place of vertex `vertex`, in tenths of a unit. */
function tenths(shapes: Shapes, vertex: number, scale: Scale): [number, number] {
  const { longitude, latitude } = degreesOf({
    x: shapes.originX + (shapes.xy[2 * vertex] ?? Number.NaN),
    y: shapes.originY + (shapes.xy[2 * vertex + 1] ?? Number.NaN),
  });
  const { easting, northing } = projectTransverseMercator(longitude, latitude);
  return [
    Math.round((10 * (easting - scale.west)) / scale.metresPerUnit),
    Math.round((10 * (scale.north - northing)) / scale.metresPerUnit),
  ];
}

/** Width of the first row's first side on the page, in its units: how large cells come out. */
function firstWidth(shapes: Shapes, scale: Scale): number {
  const [x1, y1] = tenths(shapes, 0, scale);
  const [x2, y2] = tenths(shapes, 1, scale);
  return Math.hypot(x2 - x1, y2 - y1) / 10;
}

/** Rings of the rows that are wanted, as one path; rings wholly outside the frame and repeated places are dropped. */
function rings(shapes: Shapes, scale: Scale, isWanted: (row: number) => boolean): string {
  const { starts, ringsOf, rows } = shapes;
  let path = '';
  for (let row = 0; row < rows; row++) {
    if (!isWanted(row)) continue;
    for (let ring = ringsOf[row] ?? 0; ring < (ringsOf[row + 1] ?? 0); ring++) {
      let steps = '';
      let [lastX, lastY] = [Number.NaN, Number.NaN];
      let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
      for (let vertex = starts[ring] ?? 0; vertex < (starts[ring + 1] ?? 0); vertex++) {
        const [x, y] = tenths(shapes, vertex, scale);
        if ((x === lastX && y === lastY) || Number.isNaN(x + y)) continue;
        steps += steps === '' ? `M${x / 10} ${y / 10}` : `L${x / 10} ${y / 10}`;
        [lastX, lastY] = [x, y];
        [minX, minY] = [Math.min(minX, x), Math.min(minY, y)];
        [maxX, maxY] = [Math.max(maxX, x), Math.max(maxY, y)];
      }
      const isInFrame = maxX > 0 && maxY > 0 && minX < 10 * sheetWidth && minY < 10 * sheetHeight;
      if (isInFrame) path += `${steps}Z`;
    }
  }
  return path;
}

function dots(shapes: Shapes, scale: Scale, isWanted: (row: number) => boolean): string {
  let path = '';
  for (let row = 0; row < shapes.rows; row++) {
    if (!isWanted(row)) continue;
    const [x, y] = tenths(shapes, row, scale);
    if (x > 0 && y > 0 && x < 10 * sheetWidth && y < 10 * sheetHeight) {
      path += `M${x / 10 - 1.5} ${y / 10 - 1.5}h3v3h-3Z`;
    }
  }
  return path;
}

/** Width of a row on the page, in its units; nothing for a point. */
function rowUnits(shapes: Shapes, scale: Scale, row: number): number {
  if (shapes.kind === 'points') return 0;
  const to = shapes.starts[shapes.ringsOf[row + 1] ?? 0] ?? 0;
  let [least, most] = [Infinity, -Infinity];
  for (let vertex = shapes.starts[shapes.ringsOf[row] ?? 0] ?? 0; vertex < to; vertex++) {
    const [x] = tenths(shapes, vertex, scale);
    least = Math.min(least, x);
    most = Math.max(most, x);
  }
  return (most - least) / 10;
}

function discs(shapes: Shapes, scale: Scale, isWanted: (row: number) => boolean): string {
  let path = '';
  for (let row = 0; row < shapes.rows; row++) {
    if (!isWanted(row)) continue;
    const vertex = shapes.kind === 'points' ? row : (shapes.starts[shapes.ringsOf[row] ?? 0] ?? 0);
    const [x, y] = tenths(shapes, vertex, scale).map((value) => value / 10);
    if (x === undefined || y === undefined || Number.isNaN(x + y)) continue;
    path += `M${(x - markRadius).toFixed(1)} ${y}a${markRadius} ${markRadius} 0 1 0 ${2 * markRadius} 0a${markRadius} ${markRadius} 0 1 0 ${-2 * markRadius} 0Z`;
  }
  return path;
}

function fillOf({ lines, fill }: ClassStyle, place: number): string {
  return lines === 'none' ? fill : `url(#lines-${place})`;
}

function pattern({ lines, fill, ground }: ClassStyle, place: number): string {
  if (lines === 'none') return '';
  const turn = lines === 'slanted' ? 135 : 0;
  const [wide, high] = lines === 'dots' ? [1.2, 1.2] : [4, 1.8];
  return `<pattern id="lines-${place}" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(${turn})"><rect width="4" height="4" fill="${ground}"/><rect width="${wide}" height="${high}" fill="${fill}"/></pattern>`;
}

function scaleBar({ metresPerUnit }: Scale): string {
  const longest = 180 * metresPerUnit;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = [5, 2, 1].map((step) => step * power).find((step) => step <= longest) ?? power;
  const right = padding + metres / metresPerUnit;
  const y = sheetHeight - 34;
  const label = metres >= 1_000 ? `${metres / 1_000} km` : `${metres} m`;
  return `<g fill="#222222" font-size="12"><rect x="${padding - 6}" y="${y - 14}" width="${right - padding + 64}" height="40" fill="#FFFFFF" fill-opacity="0.9"/><path d="M${padding} ${y - 6}V${y}H${right.toFixed(1)}V${y - 6}" fill="none" stroke="#222222" stroke-width="1.4"/><text x="${padding}" y="${y + 16}">${label}</text><text x="${(right + 14).toFixed(1)}" y="${y + 6}" font-size="14" font-weight="600">${t('map.sheet.north')}</text></g>`;
}

function panel(sheet: MapSheet): string {
  const { shading, title, facts, cannotBeMapped, notOnMap } = sheet;
  const left = sheetWidth - panelWidth;
  let y = 30;
  const parts: string[] = [];
  const write = (words: string, weight = 400, indent = 0): void => {
    for (const line of wrap(words, (weight > 400 ? 38 : 46) - Math.ceil(indent / 5))) {
      parts.push(
        `<text x="${left + padding + indent}" y="${y}" font-size="11.5" font-weight="${weight}" fill="#222222">${escapeText(line)}</text>`,
      );
      y += lineHeight;
    }
  };
  write(title, 600);
  y += 6;
  write(sheet.rows === null ? t('map.sheet.noCells') : titleWords(shading), 600);
  if (sheet.rows !== null) {
    for (const [place, { label, style, rows }] of shading.classes.entries()) {
      if (rows === 0) continue;
      parts.push(
        `<rect x="${left + padding}" y="${y - 10}" width="18" height="12" fill="${fillOf(style, place)}" stroke="#777777" stroke-width="0.5"/>`,
      );
      write(t('map.class', { label, rows }), 400, 26);
      y += 3;
    }
  }
  y += 6;
  for (const words of facts) write(words);
  y += 6;
  write(t('map.sheet.unmapped'), 600);
  for (const words of orElse(cannotBeMapped, t('map.sheet.unmappedNone'))) write(words);
  y += 6;
  write(t('map.sheet.leftOut'), 600);
  for (const words of orElse(notOnMap, t('map.sheet.leftOutNone'))) write(words);
  return `<rect x="${left}" y="0" width="${panelWidth}" height="${sheetHeight}" fill="#FFFFFF" stroke="#CFC9C3"/>${parts.join('')}`;
}

function orElse(lines: readonly string[], none: string): readonly string[] {
  return lines.length === 0 ? [none] : lines;
}

function wrap(words: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > most) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

/** A text for between tags or in an attribute, without characters that cannot stand in XML. */
function escapeText(text: string): string {
  return text
    .replaceAll(/[^\P{Cc}\t\n\r]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
