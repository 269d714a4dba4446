import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { gridToWgs84 } from '../../src/domain/geography/british-national-grid.ts';
import { loadShiftGrid } from '../../src/engine/shift-grid.ts';
import { sha256 } from '../../src/engine/workspace/digest.ts';
import { ask, newEngine, temporaryFolder } from '../engine/support.ts';
import { sampleSecrets } from './sample-secrets.ts';
import { findNeedles, hasPdfText, layersOf, type Needle } from './search-bytes.ts';

const grid = loadShiftGrid();
const degreesOf = (easting: number, northing: number): readonly [number, number] => {
  const place = gridToWgs84(grid, easting, northing);
  if (place === undefined) throw new Error('a position of the sample is outside the grid');
  return [place.longitude, place.latitude];
};

describe('a search through every byte of a share pack', () => {
  it.each(['partner', 'public'] as const)(
    'finds nothing of any record in the %s pack, its edition among it',
    async (level) => {
      const engine = newEngine();
      const directory = temporaryFolder();
      await ask(engine, 'buildSample', { directory, incidents: 6_000 });
      const run = await ask(engine, 'analyse', { method: 'gi-star', filter: { space: 'public' } });
      await ask(engine, 'findPlaces', { run: run.run });
      const to = level === 'partner' ? { recipient: 'Council', agreement: 'ISA-SAMPLE' } : {};
      const edition = await ask(engine, 'buildProfile', { edition: level, ...to, release: true });
      const document = join(directory, 'edition.html');
      writeFileSync(document, edition.html);
      await ask(engine, 'recordExport', {
        product: 'profile-html',
        bytes: statSync(document).size,
        sha256: sha256(readFileSync(document)),
        disclosure: edition.audit,
      });
      const pack = join(directory, 'pack.zip');
      const shared = await ask(engine, 'shareLayer', {
        level,
        recipient: 'Council',
        ...to,
        pack,
        document,
      });
      expect(shared.layers.length).toBeGreaterThan(3);
      const needles = sampleSecrets(directory, engine, degreesOf);
      const kinds = new Set(needles.map(({ kind }) => kind));
      for (const kind of [
        'reference',
        'victimReference',
        'suspectReference',
        'pseudonym',
        'free text',
        'position as doubles',
        'position in degrees as text',
        'position of a report as text',
      ])
        expect(kinds, kind).toContain(kind);
      expect(needles.length).toBeGreaterThan(50_000);
      const layers = layersOf('pack', readFileSync(pack));
      expect(layers.length).toBeGreaterThan(20);
      expect(findNeedles(needles, layers)).toEqual([]);
      // The same search finds the records in the force's own file, which holds references and pseudonyms.
      const own = layersOf(
        'extract',
        readFileSync(join(directory, 'files', 'northmoor-incidents.csv')),
      );
      expect(findNeedles(needles, own).length).toBeGreaterThan(10_000);
    },
    300_000,
  );

  it('finds what was planted, wherever it lies', async () => {
    const [x, y] = [554_917, 507_133];
    const doubles = Buffer.alloc(16);
    doubles.writeDoubleLE(x, 0);
    doubles.writeDoubleLE(y, 8);
    const needles: Needle[] = [
      { kind: 'reference', bytes: Buffer.from('NMC/2023/000001') },
      { kind: 'wide', bytes: Buffer.from('NMC/2023/000001', 'utf16le') },
      { kind: 'position', bytes: doubles },
    ];
    const searched = (bytes: Buffer) => findNeedles(needles, layersOf('file', bytes));
    const secret = Buffer.from('a NMC/2023/000001 b');
    const pdf = Buffer.concat([
      Buffer.from('%PDF-1.4\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n'),
      deflateSync(secret),
      Buffer.from('\nendstream\nendobj\n'),
    ]);
    const chunk = (type: string, data: Buffer) => {
      const head = Buffer.alloc(8);
      head.writeUInt32BE(data.length, 0);
      head.write(type, 4);
      return Buffer.concat([head, data, Buffer.alloc(4)]);
    };
    const png = Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IDAT', deflateSync(secret)),
    ]);
    const word = await zipOf('document.xml', secret);
    const page = Buffer.from(`<img src="data:image/png;base64,${png.toString('base64')}">`);
    const inMiddle = Buffer.concat([Buffer.from('XY'), secret.subarray(2, 17), Buffer.from('77')]);
    const planted: [string, Buffer][] = [
      ['inside a longer word', inMiddle],
      ['in a PDF stream', pdf],
      ['in a Word file in a pack', await zipOf('profile.docx', word)],
      ['in a PDF in a pack', await zipOf('profile.pdf', pdf)],
      ['in a picture in a page', page],
      ['as wide letters', Buffer.from('-NMC/2023/000001-', 'utf16le')],
      ['as doubles', Buffer.concat([Buffer.from('GP'), doubles])],
    ];
    for (const [where, bytes] of planted) expect(searched(bytes), where).not.toEqual([]);
    expect(searched(await zipOf('profile.docx', Buffer.from('nothing')))).toEqual([]);
  });

  it('reads the letters of a PDF through its fonts', ({ skip }) => {
    if (!hasPdfText) skip('pdftotext is not here');
    const text = 'BT /F1 12 Tf 20 100 Td <4e4d432f323032332f303030303031> Tj ET';
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ];
    const pdf = `%PDF-1.4\n${objects.map((one, at) => `${at + 1} 0 obj\n${one}\nendobj\n`).join('')}trailer\n<< /Root 1 0 R /Size 6 >>\n%%EOF\n`;
    const needle = { kind: 'reference', bytes: Buffer.from('NMC/2023/000001') };
    expect(pdf).not.toContain('NMC/2023');
    expect(findNeedles([needle], layersOf('file', Buffer.from(pdf)))).not.toEqual([]);
  });
});

async function zipOf(name: string, bytes: Buffer): Promise<Buffer> {
  const zip = new ZipFile();
  zip.addBuffer(bytes, name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
