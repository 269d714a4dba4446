import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ask, csv, emptyWorkspace, fileOf, importOne } from '../support.ts';

const agreement = {
  reference: 'ISA-1',
  party: 'Council',
  purpose: 'To plan patrols in 2026 and 2027',
  gateway: 'Crime and Disorder Act 1998, section 115',
  expires: '2999-01-01',
};

it('words typed beside a share never carry what points at a person, and are not repeated', async () => {
  const { engine, folder } = await emptyWorkspace();
  const extract = csv(
    ['reference', 'offenceTitle', 'recordedOn', 'victimReference', 'suspectReference'],
    ['NM/26/1', 'Stalking', '01/02/2026', 'VIC77', '1998'],
    // A force may number records like years: those are never refused.
    ['115', 'Stalking', '01/02/2026', 'VIC78', 'SUS88'],
  );
  await importOne(engine, fileOf(folder, 'x.csv', extract));
  const person = engine.session?.reader.database
    .prepare<[], string>('SELECT person FROM victim LIMIT 1')
    .pluck()
    .get();
  const personal = [
    'asked for by the family of vic77',
    'after NM/26/1',
    `about ${person}`,
    'ring 07700 900123',
    'write to ann@example.org',
    'around NM1 2AB',
  ];
  await ask(engine, 'registerAgreement', agreement);
  const before = (await ask(engine, 'readAudit', {})).entries;
  const out = join(folder, 'x.geojson');
  const share = { level: 'partner', layer: 'hotspots', format: 'geojson', out } as const;
  const edition = { edition: 'partner', recipient: 'Council', agreement: 'ISA-1' } as const;
  for (const words of personal) {
    const decision = { by: 'Superintendent Made-up', why: words };
    for (const outcome of [
      await engine.call('registerAgreement', { ...agreement, reference: 'ISA-2', purpose: words }),
      await engine.call('shareLayer', { ...share, recipient: 'Council', threshold: 3, decision }),
      await engine.call('shareLayer', { ...share, level: 'public', recipient: words }),
      await engine.call('buildProfile', { ...edition, threshold: 3, decision, release: true }),
    ]) {
      expect(outcome, words).toMatchObject({ ok: false, code: 'not-permitted' });
      expect(JSON.stringify(outcome)).toContain(' in it. These words leave with what is shared');
      expect(JSON.stringify(outcome)).not.toContain(words);
    }
  }
  expect(statSync(out, { throwIfNoEntry: false })).toBeUndefined();
  expect((await ask(engine, 'readAudit', {})).entries).toBe(before);
  expect((await ask(engine, 'listAgreements', {})).agreements).toHaveLength(1);
});
