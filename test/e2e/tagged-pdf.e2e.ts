import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFBool, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { chromium } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Engine } from '../../src/engine/engine.ts';
import { ask } from '../engine/support.ts';

const browser = '/usr/bin/chromium';
if (!existsSync(browser)) {
  // A skipped check must be seen.
  // oxlint-disable-next-line no-console
  console.warn('Skipped: no current Chromium at /usr/bin/chromium to print a tagged profile with.');
}

describe.skipIf(!existsSync(browser))('the profile printed by a current Chromium', () => {
  it('is tagged, has bookmarks, a title and a language, as the release prints it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'action-ten-test-'));
    const engine = new Engine();
    try {
      await ask(engine, 'buildSample', { directory: folder, incidents: 600 });
      const { html, title } = await ask(engine, 'buildProfile', {});
      const page = join(folder, 'profile.html');
      writeFileSync(page, html);
      const running = await chromium.launch({
        executablePath: browser,
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      });
      const tab = await running.newPage();
      await tab.goto(`file://${page}`);
      const bytes = await tab.pdf({ tagged: true, outline: true, preferCSSPageSize: true });
      await running.close();
      const { catalog, context, ...pdf } = await PDFDocument.load(bytes).then((document) => ({
        catalog: document.catalog,
        context: document.context,
        title: document.getTitle(),
      }));
      expect(pdf.title).toBe(title);
      const marks = catalog.lookup(PDFName.of('MarkInfo'), PDFDict);
      expect(marks.lookup(PDFName.of('Marked'), PDFBool).asBoolean()).toBe(true);
      expect(String(context.lookup(catalog.get(PDFName.of('Lang'))))).toContain('en-GB');
      const outline = catalog.lookup(PDFName.of('Outlines'), PDFDict);
      expect(outline.get(PDFName.of('First'))).toBeDefined();
      const roles = context
        .enumerateIndirectObjects()
        .flatMap(([, object]) =>
          object instanceof PDFDict ? [String(object.get(PDFName.of('S')))] : [],
        );
      for (const role of ['/H1', '/H2', '/Table', '/TH', '/TD', '/Figure', '/Caption', '/P']) {
        expect(roles, role).toContain(role);
      }
    } finally {
      await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
