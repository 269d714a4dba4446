import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Engine } from '../../../src/engine/engine.ts';
import { ask } from '../support.ts';

describe('the tasking brief', () => {
  const engine = new Engine();
  const folder = mkdtempSync(join(tmpdir(), 'action-ten-test-'));

  beforeAll(async () => {
    await ask(engine, 'buildSample', { directory: folder, incidents: 600 });
    // The sample's own findings would come first.
    const { findings } = await ask(engine, 'readProfileDraft', {});
    for (const { number } of findings) {
      await ask(engine, 'removeProfileItem', { kind: 'finding', number });
    }
    for (let at = 0; at < 9; at++) {
      await ask(engine, 'saveProfileItem', {
        kind: 'finding',
        number: null,
        content: {
          section: 7,
          standing: 'assessment',
          text: [
            {
              type: 'paragraph',
              standing: null,
              content: [
                { type: 'text', text: `<i>Made-up</i> finding ${at} ${'long '.repeat(100)}` },
              ],
            },
          ],
          confidence: 'moderate',
          why: '',
        },
      });
    }
  }, 60_000);

  afterAll(async () => {
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds headline figures, the first findings shortened, and what is missing in words', async () => {
    const { html, marking } = await ask(engine, 'buildBrief', {});
    expect(html).toMatch(/F\d+\. &lt;i&gt;Made-up&lt;\/i&gt; finding 0/);
    expect(html.match(/&lt;i&gt;Made-up/g)).toHaveLength(8);
    expect(html).not.toContain('finding 8');
    expect(html).toContain('One further finding stands in the profile.');
    expect(html).toContain('Recorded VAWG incidents, latest twelve months');
    expect(html).toContain(marking);
  });

  it('is written as two slides and logged', async () => {
    const out = join(folder, 'brief.pptx');
    const { bytes } = await ask(engine, 'exportBriefPptx', { out });
    const file = readFileSync(out);
    expect(file.byteLength).toBe(bytes);
    const names = file.toString('latin1').match(/ppt\/slides\/slide\d+\.xml/g) ?? [];
    expect(new Set(names).size).toBe(2);
    const { latest } = await ask(engine, 'readAudit', {});
    expect(latest[0]?.detail['product']).toBe('brief-pptx');
  });
});
