import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBuffer } from 'yauzl';
import type { RichText } from '../../../src/domain/profile/rich-text.ts';
import { Engine } from '../../../src/engine/engine.ts';
import { ask } from '../support.ts';

/** The texts of a ZIP's members by name. */
async function membersOf(file: string): Promise<Map<string, string>> {
  const zip = await new Promise<import('yauzl').ZipFile>((resolve, reject) => {
    fromBuffer(readFileSync(file), { lazyEntries: true }, (error, opened) =>
      error ? reject(error) : resolve(opened),
    );
  });
  const members = new Map<string, string>();
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', (entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          members.set(entry.fileName, Buffer.concat(parts).toString('utf8'));
          zip.readEntry();
        });
      });
    });
    zip.readEntry();
  });
  return members;
}

const hostile = 'A < B & "C" \u0007 \uD800 cafe\u0301 \u202Etxet';

describe('the profile as a Word document', () => {
  const engine = new Engine();
  const folder = mkdtempSync(join(tmpdir(), 'action-ten-test-'));
  const out = join(folder, 'profile.docx');

  beforeAll(async () => {
    await ask(engine, 'buildSample', { directory: folder, incidents: 600 });
    const words: RichText = [
      { type: 'heading', level: 3, content: [{ type: 'text', text: 'Own heading' }] },
      {
        type: 'paragraph',
        standing: 'gap',
        content: [
          { type: 'text', text: hostile.replace('\u0007', ''), bold: true },
          { type: 'footnote', text: 'A note' },
        ],
      },
      { type: 'list', isOrdered: true, items: [[{ type: 'text', text: 'First' }]] },
      {
        type: 'table',
        header: [[{ type: 'text', text: 'Own column' }]],
        rows: Array.from({ length: 300 }, (_, at) => [[{ type: 'text', text: `Row ${at}` }]]),
      },
    ];
    await ask(engine, 'saveProfileItem', { kind: 'text', number: 14, content: { text: words } });
    await ask(engine, 'exportProfileDocx', { out });
  }, 60_000);

  afterAll(async () => {
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is well formed, with headings, repeated table headers, footnotes and marked pages', async () => {
    const members = await membersOf(out);
    for (const [name, text] of members) {
      if (!name.endsWith('.xml')) continue;
      // oxlint-disable-next-line no-control-regex -- characters that XML does not know
      expect(text).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/);
      expect(parseHTML(text).document).toBeTruthy();
    }
    const body = members.get('word/document.xml') ?? '';
    expect(body.match(/w:val="Heading1"/g)).toHaveLength(18);
    expect(body).toContain('Own heading');
    expect(body).toContain('Intelligence gap: ');
    expect(body).toContain('A &lt; B &amp; &quot;C&quot;');
    expect(body).not.toContain('\u202E');
    expect(body.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThan(5);
    expect(body).toContain('Row 299');
    expect(members.get('word/footnotes.xml')).toContain('A note');
    const headers = [...members].filter(([name]) => /word\/(header|footer)\d*\.xml/.test(name));
    expect(headers).toHaveLength(2);
    for (const [, text] of headers) expect(text).toContain('MADE-UP DATA');
  });

  it('gives each picture words, a vector form and a picture for readers that need one', async () => {
    const members = await membersOf(out);
    const body = members.get('word/document.xml') ?? '';
    const described = [...body.matchAll(/<wp:docPr [^>]*descr="([^"]+)"/g)].map(
      ([, words]) => words,
    );
    expect(described.length).toBeGreaterThan(3);
    expect(described.every((words) => (words ?? '').length > 10)).toBe(true);
    const pictures = [...members.keys()].filter((name) => name.startsWith('word/media/'));
    expect(pictures.some((name) => name.endsWith('.svg'))).toBe(true);
    expect(pictures.some((name) => name.endsWith('.png'))).toBe(true);
  });

  it("is poured into the force's own template, and refuses what is none", async () => {
    const template = join(folder, 'own.docx');
    const own = new Document({
      sections: [
        {
          children: [
            new Paragraph('Northmoor cover'),
            new Paragraph('{{profile}}'),
            new Paragraph('End'),
          ],
        },
      ],
    });
    writeFileSync(template, await Packer.toBuffer(own));
    const poured = join(folder, 'poured.docx');
    await ask(engine, 'exportProfileDocx', { out: poured, template });
    const body = (await membersOf(poured)).get('word/document.xml') ?? '';
    const order = ['Northmoor cover', '7. Public spaces', '17. Method annex', 'End'].map((text) =>
      body.indexOf(text),
    );
    expect(order.every((place, at) => place > (order[at - 1] ?? -1))).toBe(true);
    // LibreOffice puts the text of a cell outside its table when the template lacks the cell's style.
    expect(body).toContain('<w:tbl>');
    expect(body).not.toMatch(/pStyle w:val="(?:TableText|AfterTable)"/);
    writeFileSync(template, 'not a Word document');
    const refused = await engine.call('exportProfileDocx', {
      out: join(folder, 'no.docx'),
      template,
    });
    expect(refused).toMatchObject({ ok: false, code: 'wrong-format' });
  });

  it('is logged', async () => {
    const { latest } = await ask(engine, 'readAudit', {});
    expect(latest.some(({ detail }) => detail['product'] === 'profile-docx')).toBe(true);
  });
});
