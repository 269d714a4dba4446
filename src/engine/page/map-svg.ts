import { binColours, meaningColours } from '../../charts/colours.ts';
import type { MapFigure } from '../../domain/figures/blocks.ts';
import { escapeHtml } from './escape.ts';
import { labelRadius, type PlacedLabel, placeLabels } from './map-labels.ts';

type Ring = readonly (readonly [number, number])[];

const width = 640;
const frameHeight = 480;
const legendWidth = 178;
const padding = 10;
/** A third of a millimetre on paper: finer detail of the ground would only make the page heavy. */
const groundTolerance = 1.2;

interface Scale {
  readonly x: (easting: number) => number;
  readonly y: (northing: number) => number;
  readonly metresPerUnit: number;
}

/** A map in grid metres as SVG: equal scale, north up, ground in greys, data on top, legend inside the frame. */
export function drawMap(map: MapFigure): string {
  const scale = scaleFor(
    map.extent === null
      ? [...map.ground, ...map.cells.map((cell) => cell.ring)]
      : [cornersOf(map.extent)],
  );
  const isShown = (ring: Ring): boolean =>
    ring.some(([easting, northing]) => isInside(map.extent, easting, northing));
  const isNear = (ring: Ring): boolean => map.extent === null || touches(ring, map.extent);
  const cells = map.cells.filter((cell) => isShown(cell.ring));
  const bins = [0, -1, 1, -2, 2, -3, 3].filter((bin) => cells.some((cell) => cell.bin === bin));
  // White edges only where a cell is large enough to have them: on a whole force they would hide the colour.
  const cellEdge = map.extent === null ? 0 : 0.4;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${frameHeight}" width="${width}" height="${frameHeight}" role="img" aria-label="${escapeHtml(map.title)}">`,
    `<defs>${[-1, -2, -3].map(coldPattern).join('')}<pattern id="felt" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="5" stroke="${meaningColours.felt}" stroke-width="1.6"/></pattern><pattern id="suppressed" width="3" height="3" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="3" height="3" fill="#FFFFFF"/><line x1="0" y1="0" x2="0" y2="3" stroke="#57524D" stroke-width="1.4"/></pattern><clipPath id="frame"><rect x="1" y="1" width="${width - legendWidth - 1}" height="${frameHeight - 2}"/></clipPath></defs>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${frameHeight - 1}" fill="#EFECE9" stroke="#9B9691"/>`,
    '<g clip-path="url(#frame)">',
    `<g fill="#FBFAF9" stroke="#A39B94" stroke-width="0.4">${path(map.ground.filter(isNear), scale, groundTolerance)}</g>`,
    // One path a class, the weakest first: a force has more occupied cells than a page should have elements.
    ...bins.map((bin) => {
      const rings = cells.filter((cell) => cell.bin === bin).map((cell) => cell.ring);
      return `<g fill="${fillOf(bin)}" stroke="#FFFFFF" stroke-width="${cellEdge}">${path(rings, scale, 0)}</g>`;
    }),
    `<g fill="url(#suppressed)" stroke="#57524D" stroke-width="0.6">${path(
      (map.suppressed ?? []).filter(isShown),
      scale,
      0,
    )}</g>`,
    `<g fill="url(#felt)" stroke="${meaningColours.felt}" stroke-width="0.8">${path(
      map.felt.map((cell) => cell.ring).filter(isShown),
      scale,
      0,
    )}</g>`,
    '</g>',
    ...placeLabels(
      map.labels
        .filter((label) => isInside(map.extent, label.easting, label.northing))
        .map(({ text, easting, northing }) => ({
          text,
          x: scale.x(easting),
          y: scale.y(northing),
        })),
      // Below the marking at the head of the frame.
      [1, 20, width - legendWidth - 1, frameHeight - 1],
    ).map(labelMark),
    legend(map, scale),
    markingText(map.marking),
    '</svg>',
  ];
  return parts.join('');
}

/** Cold by level lines: on a grey print hot and cold of one lightness must not look alike. */
function fillOf(bin: number): string {
  return bin < 0 ? `url(#cold${-bin})` : (binColours[String(bin)] ?? '#DBD7D2');
}

function coldPattern(bin: number): string {
  return `<pattern id="cold${-bin}" width="3" height="3" patternUnits="userSpaceOnUse"><rect width="3" height="3" fill="#FFFFFF"/><rect width="3" height="1.5" fill="${binColours[String(bin)] ?? ''}"/></pattern>`;
}

/** The handling at the head of the frame, with a halo so that it can be read on dark cells. */
function markingText(marking: string): string {
  return `<text x="${padding}" y="17" font-size="10" font-weight="600" fill="#222222" stroke="#FFFFFF" stroke-width="3" paint-order="stroke">${escapeHtml(marking)}</text>`;
}

function cornersOf([west, south, east, north]: readonly [number, number, number, number]): Ring {
  return [
    [west, south],
    [east, north],
  ];
}

function isInside(extent: MapFigure['extent'], easting: number, northing: number): boolean {
  if (extent === null) return true;
  const [west, south, east, north] = extent;
  return easting >= west && easting <= east && northing >= south && northing <= north;
}

function scaleFor(rings: readonly Ring[]): Scale {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const [easting, northing] of ring) {
      west = Math.min(west, easting);
      south = Math.min(south, northing);
      east = Math.max(east, easting);
      north = Math.max(north, northing);
    }
  }
  const room = { wide: width - legendWidth - 2 * padding, high: frameHeight - 2 * padding };
  const metresPerUnit = Math.max((east - west) / room.wide, (north - south) / room.high, 1);
  return {
    x: (easting) => padding + (easting - west) / metresPerUnit,
    y: (northing) => padding + (north - northing) / metresPerUnit,
    metresPerUnit,
  };
}

/** Whether a ring's bounds and the extent overlap: a boundary may cross the map with no corner on it. */
function touches(
  ring: Ring,
  [west, south, east, north]: NonNullable<MapFigure['extent']>,
): boolean {
  const beyond = (isBeyond: (easting: number, northing: number) => boolean): boolean =>
    ring.every(([easting, northing]) => isBeyond(easting, northing));
  return !(
    beyond((easting) => easting < west) ||
    beyond((easting) => easting > east) ||
    beyond((_, northing) => northing < south) ||
    beyond((_, northing) => northing > north)
  );
}

/**
 * Closed rings as one path, to a tenth of a page unit, each point from the one before it; points nearer than
 * `tolerance` page units to the last drawn one are dropped, and so are rings of which one point is left.
 */
function path(rings: readonly Ring[], scale: Scale, tolerance: number): string {
  const tenths = (value: number): number => Math.round(value * 10);
  let steps = '';
  for (const ring of rings) {
    let [lastX, lastY] = [Number.NaN, Number.NaN];
    let start = '';
    let rest = '';
    for (const [easting, northing] of ring) {
      const [x, y] = [tenths(scale.x(easting)), tenths(scale.y(northing))];
      if (Math.hypot(x - lastX, y - lastY) < tolerance * 10) continue;
      if (start === '') start = `M${x / 10} ${y / 10}l`;
      else rest += `${(x - lastX) / 10} ${(y - lastY) / 10} `;
      [lastX, lastY] = [x, y];
    }
    if (rest !== '') steps += `${start}${rest.trimEnd()}z`;
  }
  return steps === '' ? '' : `<path d="${steps}"/>`;
}

/** A number in a circle, with a line to its point where it had to move away from it. */
function labelMark({ text, from, at }: PlacedLabel): string {
  const [x, y] = at.map((value) => value.toFixed(1));
  const [fromX, fromY] = from.map((value) => value.toFixed(1));
  const hasMoved = Math.hypot(at[0] - from[0], at[1] - from[1]) > 2 * labelRadius;
  const line = hasMoved
    ? `<line x1="${fromX}" y1="${fromY}" x2="${x}" y2="${y}" stroke="#222222" stroke-width="0.8"/>`
    : '';
  return `<g>${line}<circle cx="${x}" cy="${y}" r="${labelRadius}" fill="#FFFFFF" stroke="#222222"/><text x="${x}" y="${(at[1] + 3.5).toFixed(1)}" font-size="10" font-weight="600" text-anchor="middle" fill="#222222">${escapeHtml(text)}</text></g>`;
}

function legend(map: MapFigure, scale: Scale): string {
  const left = width - legendWidth;
  let y = 24;
  const lines: string[] = [];
  const text = (content: string, weight = 400, x = left + 10): void => {
    for (const line of wrap(content, x === left + 10 ? 32 : 27)) {
      lines.push(
        `<text x="${x}" y="${y}" font-size="9.5" font-weight="${weight}" fill="#222222">${escapeHtml(line)}</text>`,
      );
      y += 13;
    }
  };
  const key = (fill: string, content: string): void => {
    lines.push(
      `<rect x="${left + 10}" y="${y - 9}" width="14" height="10" fill="${fill}" stroke="#777777" stroke-width="0.5"/>`,
    );
    text(content, 400, left + 30);
    y += 3;
  };
  text(map.title, 600);
  y += 4;
  const present = new Set(map.cells.map((cell) => cell.bin));
  text('Hot: expected by chance', 600);
  key(fillOf(3), 'at most 1 in 100');
  key(fillOf(2), 'at most 5 in 100');
  if (map.onlyHot !== true) key(fillOf(1), 'at most 10 in 100');
  if (map.onlyHot !== true) key(fillOf(0), 'has records, not hot');
  if ((map.suppressed ?? []).length > 0) key('url(#suppressed)', 'hot, numbers suppressed');
  if (map.onlyHot === true) text('Other cells are not drawn: that does not mean they are safe.');
  else if ([-1, -2, -3].some((bin) => present.has(bin))) key(fillOf(-2), 'cold');
  else text('No cold cells.');
  y += 4;
  if (map.felt.length > 0)
    key('url(#felt)', 'felt unsafe: 10 or more reports in 500 m (not crimes)');
  y += 4;
  text('Not on this map', 600);
  for (const line of map.notShown.length === 0 ? ['nothing left out'] : map.notShown) text(line);
  y += 4;
  text(map.source);
  return `<g><rect x="${left}" y="1" width="${legendWidth - 1}" height="${frameHeight - 2}" fill="#FFFFFF" fill-opacity="0.94" stroke="#CFC9C3"/>${lines.join('')}${scaleBar(left, scale)}</g>`;
}

function scaleBar(left: number, scale: Scale): string {
  const longest = (legendWidth - 40) * scale.metresPerUnit;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = [5, 2, 1].map((step) => step * power).find((step) => step <= longest) ?? power;
  const length = metres / scale.metresPerUnit;
  const y = frameHeight - 22;
  const label = metres >= 1_000 ? `${metres / 1_000} km` : `${metres} m`;
  return `<path d="M${left + 10} ${y - 4}V${y}H${(left + 10 + length).toFixed(1)}V${y - 4}" fill="none" stroke="#222222"/><text x="${left + 10}" y="${y + 12}" font-size="9.5" fill="#222222">${label}</text><text x="${width - 26}" y="${y + 12}" font-size="11" font-weight="600" fill="#222222">N ↑</text>`;
}

function wrap(content: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of content.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > most) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
