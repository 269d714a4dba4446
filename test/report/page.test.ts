import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, MapFigure, Section } from '../../src/domain/figures/blocks.ts';
import { escapeHtml } from '../../src/engine/page/escape.ts';
import { drawMap } from '../../src/engine/page/map-svg.ts';
import { renderPage } from '../../src/engine/page/render.ts';

const fonts = { regular: new Uint8Array([1]), bold: new Uint8Array([2]) };
const pageOf = (text: string): string => {
  const blocks: Block[] = [
    { kind: 'paragraph', text },
    { kind: 'finding', text, basis: text },
    { kind: 'list', items: [text] },
    { kind: 'table', caption: text, columns: [{ title: text }], rows: [[text]] },
    { kind: 'bars', caption: text, bars: [{ label: text, value: 3 }], colour: 'all' },
    {
      kind: 'map',
      caption: text,
      map: {
        title: text,
        extent: null,
        ground: [
          [
            [0, 0],
            [9, 0],
            [9, 9],
          ],
        ],
        cells: [],
        felt: [],
        labels: [{ easting: 1, northing: 1, text }],
        notShown: [text],
        source: text,
        marking: text,
      },
    },
  ];
  const section: Section = { number: 1, title: text, state: 'figures', blocks };
  return renderPage([section], { title: text, lead: text, marking: text, fonts });
};

describe('hostile text from data', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    "' onmouseover='x",
    '&lt;b&gt;',
  ])('%s stands as text', (text) => {
    const html = pageOf(text);
    expect(html).not.toMatch(/<script|<img|<svg onload/);
    expect(html).not.toMatch(/<[a-z]+[^<>"]* on[a-z]+=/);
  });

  it('loses characters that change direction or cannot be seen', () => {
    expect(escapeHtml('a\u202Eb\u200Bc\uFEFFd\u0000e')).toBe('abcde');
    expect(pageOf('x\u202Ey')).not.toContain('\u202E');
  });

  it('never opens a tag, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => !/[<>"']/.test(escapeHtml(text))),
    );
  });
});

describe('a map', () => {
  const square = (west: number, south: number, side: number) =>
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
    ] as const;
  const mapOf = (extent: MapFigure['extent']): string =>
    drawMap({
      title: 'Map',
      extent,
      // One boundary about everything, one speck that is less than a point of the page, many cells.
      ground: [square(0, 0, 100_000), square(50, 50, 1)],
      cells: Array.from({ length: 20_000 }, (_, index) => ({
        ring: square((index % 200) * 250, Math.floor(index / 200) * 250, 250),
        bin: (index % 7) - 3,
        count: 1,
      })),
      felt: [],
      labels: [],
      notShown: [],
      source: 'Testshire',
      marking: 'OFFICIAL-SENSITIVE (TEST)',
    });

  it('carries its marking, and draws nothing but whole paths', () => {
    const svg = mapOf(null);
    expect(svg).toContain('OFFICIAL-SENSITIVE (TEST)');
    const paths = [...svg.matchAll(/<path d="([^"]*)"/g)].map((match) => match[1] ?? '');
    expect(paths.length).toBeLessThan(12);
    for (const path of paths)
      expect(path).toMatch(/^(M-?[\d.]+ -?[\d.]+(l[-\d. ]+z|[-VH\d. ]+))+$/);
  });

  it('of twenty thousand cells is lighter than 650 kB, and its detail draws only what it shows', () => {
    expect(mapOf(null).length).toBeLessThan(650_000);
    // 24 x 24 cells at most of 250 m, and the boundary that has no corner inside.
    const detail = mapOf([20_000, 10_000, 26_000, 16_000]);
    expect(detail.length).toBeLessThan(40_000);
    expect(detail.match(/z/g)?.length).toBeGreaterThan(500);
    expect(detail.match(/z/g)?.length).toBeLessThan(800);
    expect(detail).toMatch(/<g fill="#FBFAF9"[^>]*><path d="M/);
  });
});
