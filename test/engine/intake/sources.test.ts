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

  it('takes nothing for something that it is not', async () => {
    const { engine, folder } = await emptyWorkspace();
    const path = fileOf(folder, 'x.csv', 'Colour,Weight of parcel,Postage\nred,2,3\n');
    expect((await importOne(engine, path)).error?.code).toBe('no-known-columns');
  });
});
