import { describe, expect, it } from 'vitest';
import { ask, emptyWorkspace, fileOf, importOne } from '../support.ts';
import { sourceFiles, textOf } from './source-files.ts';

describe('sources', () => {
  it.each(sourceFiles.map((file) => [file.name, file] as const))(
    '%s is recognised from its columns, comes in whole, and changes nothing the second time',
    async (name, file) => {
      const { engine, folder } = await emptyWorkspace();
      // The name says nothing: only the content may tell.
      const path = fileOf(folder, 'x.csv', textOf(file));
      const { files } = await ask(engine, 'previewFiles', { files: [path] });
      expect(files[0]?.tables[0]?.recognised?.preset, name).toBe(file.preset);
      const first = await importOne(engine, path);
      expect(first).toMatchObject({
        ok: true,
        kind: file.kind,
        preset: file.preset,
        rows: file.accepted,
        accepted: file.accepted,
        rejected: 0,
      });
      const again = await importOne(engine, path);
      expect(again).toMatchObject({ rows: file.accepted, accepted: 0, updated: 0 });
      expect(again.duplicates).toBe(file.accepted);
      const outcome = await ask(engine, 'undoBatch', { batch: 2 });
      expect(outcome.removed).toEqual({});
      await ask(engine, 'undoBatch', { batch: 1 });
      expect((await ask(engine, 'checkWorkspace', {})).problems).toEqual([]);
    },
  );

  const inSnakeCase = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
  const inCamelCase = (name: string) =>
    name.replaceAll(/[^A-Za-z0-9]+(.)?/g, (_all, next: string | undefined) =>
      (next ?? '').toUpperCase(),
    );
  const withOddBlanks = (name: string) => name.replaceAll(' ', '\u00a0 ');

  it.each([
    'A&E',
    'ambulance',
    'transport police',
    'council ASB',
    'street lighting faults',
    'street lights',
    'CCTV',
    'licensed premises',
    'schools',
    'census sex',
    'recorded crime',
    'outcomes table',
    'force extract under other names',
    'streetsafe, a row a reason',
  ])('%s is recognised however the words of its columns are put together', async (name) => {
    const { engine, folder } = await emptyWorkspace();
    const file = sourceFiles.find((one) => one.name === name);
    const [header = '', ...rows] = file?.lines ?? [];
    for (const written of [inSnakeCase, inCamelCase, withOddBlanks]) {
      // Names that are all capitals have no word left without their blanks.
      if (written === inCamelCase && header === header.toUpperCase()) continue;
      const names = header.split(',').map(written).join(',');
      const path = fileOf(folder, 'x.csv', [names, ...rows].join('\r\n'));
      expect(await importOne(engine, path, { dryRun: true }), names).toMatchObject({
        preset: file?.preset,
        accepted: file?.accepted,
      });
    }
  });

  it('takes a file for the source that the analyst names, though nothing in it tells', async () => {
    const { engine, folder } = await emptyWorkspace();
    const text = 'Crime Ref,Offence,Committed From,Station\n1,Exposure,14/02/2026,Made Up Road\n';
    const path = fileOf(folder, 'x.csv', text);
    const dry = { dryRun: true } as const;
    expect(await importOne(engine, path, dry)).toMatchObject({ preset: 'force-extract' });
    const preset = 'british-transport-police';
    expect(await importOne(engine, path, { ...dry, preset })).toMatchObject({
      preset,
      accepted: 1,
    });
  });

  it.each([
    [
      'a specialist service',
      'Referral ID,Referral date,Type of abuse,Age band,Ward',
      'R1,14/02/2026,Sexual violence,25-34,Made Up Ward',
      { reference: 'Referral ID', occurredFrom: 'Referral date', category: 'Type of abuse' },
    ],
    [
      'a MARAC',
      'MARAC No,Date Heard,High risk,Repeat',
      'M1,14/02/2026,High,Y',
      { reference: 'MARAC No', occurredFrom: 'Date Heard', category: 'High risk' },
    ],
    [
      'probation',
      'CRN,Sentence date,Order,Risk',
      'P1,14/02/2026,Community order,High',
      { reference: 'CRN', occurredFrom: 'Sentence date', category: 'Order' },
    ],
    [
      'a school',
      'Case,Day,What happened,Sex',
      '1,14/02/2026,Sexual harassment,F',
      { reference: 'Case', occurredFrom: 'Day', category: 'What happened', sex: 'Sex' },
    ],
  ])('takes a table of %s through the mapper', async (_name, columns, row, map) => {
    const { engine, folder } = await emptyWorkspace();
    const path = fileOf(folder, 'x.csv', `${columns}\r\n${row}\r\n`);
    const told = { kind: 'partner', map } as const;
    expect(await importOne(engine, path, told)).toMatchObject({ kind: 'partner', accepted: 1 });
    expect(await importOne(engine, path, told)).toMatchObject({ duplicates: 1 });
  });

  it('takes nothing for something that it is not', async () => {
    const { engine, folder } = await emptyWorkspace();
    const path = fileOf(folder, 'x.csv', 'Colour,Weight of parcel,Postage\nred,2,3\n');
    expect((await importOne(engine, path)).error?.code).toBe('no-known-columns');
  });
});
