import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import { lockedFailure, removeWorkspace } from '../engine/workspace/open.ts';
import { ask } from './ask.ts';
import { printToPdf } from './print.ts';
import { recordExport } from './record-export.ts';

/** Removes the workspace of an earlier demo, unless somebody is writing to it. */
async function removeEarlierDemo(engine: Engine, workspace: string): Promise<void> {
  if (!existsSync(workspace)) return;
  const opened = await engine.call('openWorkspace', { path: workspace });
  if (opened.ok && opened.value.summary.access === 'reader') {
    throw lockedFailure(opened.value.summary.heldBy);
  }
  await engine.call('closeWorkspace', {});
  removeWorkspace(workspace);
}

/**
 * The main job on the sample force, everything under one folder: its files, a workspace, hot spots, the profile
 * as PDF, the partner edition and the partner layer. A demo made there before is replaced.
 */
export async function runDemo(engine: Engine, directory: string): Promise<Record<string, unknown>> {
  mkdirSync(directory, { recursive: true });
  const workspace = join(directory, 'northmoor.actionten');
  await removeEarlierDemo(engine, workspace);
  const sample = await ask(engine, 'buildSample', { directory });
  const cells = join(directory, 'hot-spot-cells.csv');
  const hotSpots = await ask(engine, 'analyse', {
    method: 'gi-star',
    filter: { space: 'public' },
    out: cells,
  });
  // The profile says of each priority location how often it stays hot, from this run.
  await ask(engine, 'analyse', { method: 'stability', filter: { space: 'public' } });
  const profile = await ask(engine, 'buildProfile', {});
  const pdf = join(directory, 'northmoor-profile.pdf');
  printToPdf(profile, pdf);
  await recordExport(engine, 'profile-pdf', pdf);
  const partner = await ask(engine, 'buildProfile', {
    edition: 'partner',
    recipient: 'Council',
    agreement: 'ISA-SAMPLE',
    release: true,
  });
  // What leaves the force bears its marking in its name.
  const partnerPdf = join(directory, 'OFFICIAL-SENSITIVE-northmoor-profile-partner.pdf');
  printToPdf(partner, partnerPdf);
  await recordExport(engine, 'profile-pdf', partnerPdf, partner.audit);
  const layer = await ask(engine, 'shareLayer', {
    layer: 'hotspots',
    format: 'geojson',
    level: 'partner',
    recipient: 'Council',
    out: join(directory, 'hotspots-partner.geojson'),
  });
  const { incidents, victims, suspects, partnerEvents, perceptions, engagements, statements } =
    sample.summary.counts;
  return {
    workspace: sample.workspace,
    pdf,
    partnerPdf,
    layers: [layer.file],
    files: sample.files,
    cells,
    counts: {
      incidents,
      victims,
      suspects,
      partnerEvents,
      perceptions,
      engagements,
      statements,
      vawg: sample.classification.vawg['total'] ?? 0,
      hotCells: hotSpots.summary['hotCells'] ?? 0,
      suppressedCells: layer.suppressed,
      suppressedNumbers: partner.suppressed,
    },
    classification: sample.classification.vawg,
    spaces: sample.classification.vawgSpaces,
    run: hotSpots.run,
  };
}
