import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ask, newEngine, temporaryFolder } from '../support.ts';
import { membersOf } from './zip-members.ts';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

it('a pack holds an edition only as it was exported, and only for its own reader', async () => {
  const engine = newEngine();
  const folder = temporaryFolder();
  await ask(engine, 'buildSample', { directory: folder, incidents: 2_000 });
  await ask(engine, 'registerAgreement', {
    reference: 'ISA-2',
    party: 'Health board',
    purpose: 'To plan services',
    gateway: 'Crime and Disorder Act 1998, section 115',
    expires: '2999-01-01',
  });
  const edition = await ask(engine, 'buildProfile', {
    edition: 'partner',
    recipient: 'Council',
    agreement: 'ISA-SAMPLE',
    release: true,
  });
  const exported = join(folder, 'edition.html');
  writeFileSync(exported, edition.html);
  await ask(engine, 'recordExport', {
    product: 'profile-html',
    bytes: statSync(exported).size,
    sha256: sha256(readFileSync(exported)),
    disclosure: edition.audit,
  });
  const council = { level: 'partner', recipient: 'Council', agreement: 'ISA-SAMPLE' };
  const pack = join(folder, 'pack.zip');

  const changed = join(folder, 'changed.html');
  copyFileSync(exported, changed);
  writeFileSync(changed, ' ', { flag: 'a' });
  const refused = [
    { ...council, document: changed },
    { ...council, document: join(folder, 'files', 'northmoor-incidents.csv') },
    { ...council, document: join(folder, 'none.pdf') },
    { level: 'partner', recipient: 'Health board', agreement: 'ISA-2', document: exported },
    { level: 'public', recipient: 'anybody', document: exported },
  ];
  const codes: unknown[] = [];
  for (const input of refused) {
    const outcome = await engine.call('shareLayer', { ...input, layer: 'venues', pack });
    codes.push(outcome.ok ? 'written' : outcome.code);
  }
  expect(codes).toEqual([
    'not-permitted',
    'not-permitted',
    'not-found',
    'not-permitted',
    'not-permitted',
  ]);
  expect(statSync(pack, { throwIfNoEntry: false })).toBeUndefined();

  const shared = await ask(engine, 'shareLayer', {
    ...council,
    layer: 'venues',
    format: 'geojson',
    pack,
    document: exported,
  });
  expect(shared.notes.join(' ')).toMatch(/partner edition of \d{4}-\d\d-\d\d is in the pack/);
  const members = await membersOf(pack);
  const manifest = JSON.parse(String(members.get('manifest.json'))) as {
    document: { name: string; edition: string; disclosure: string };
    files: { name: string; sha256: string }[];
  };
  expect(manifest.document).toMatchObject({ edition: 'partner', disclosure: edition.audit });
  const inside = members.get(manifest.document.name) ?? Buffer.alloc(0);
  expect(inside.equals(readFileSync(exported))).toBe(true);
  expect(manifest.files).toContainEqual(
    expect.objectContaining({ name: manifest.document.name, sha256: sha256(inside) }),
  );
  const readme = String([...members].find(([name]) => name.startsWith('README'))?.[1]);
  expect(readme).toContain(`${manifest.document.name} is the partner edition`);
  const { latest } = await ask(engine, 'readAudit', {});
  expect(latest[0]).toMatchObject({ action: 'pack shared', detail: { document: sha256(inside) } });
  expect(
    await engine.call('shareLayer', {
      ...council,
      layer: 'venues',
      format: 'geojson',
      out: join(folder, 'venues.geojson'),
      document: exported,
    }),
  ).toMatchObject({ code: 'bad-request' });
});
