import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ChecklistReport } from '../../contract/profile.ts';
import type { Section } from '../../domain/figures/blocks.ts';
import type { ProfileInputs } from '../../domain/figures/inputs.ts';
import {
  type Checklist,
  checkProfile,
  type EvidenceKind,
  type ProfileHoldings,
} from '../../domain/profile/checklist.ts';
import type { ProfileItems } from '../../domain/profile/document.ts';
import { assetFolder } from '../assets.ts';
import type { Reader } from '../workspace/database.ts';
import { countRows } from '../workspace/other-rows.ts';

const section = z.number().int().min(0).max(17);
const checklistSchema = z.object({
  name: z.string(),
  edition: z.string(),
  source: z.string(),
  items: z.array(
    z.object({
      id: z.string(),
      asks: z.string(),
      source: z.string(),
      tests: z
        .array(
          z.discriminatedUnion('test', [
            z.object({ test: z.literal('figures'), section }),
            z.object({ test: z.literal('words'), section }),
            z.object({
              test: z.literal('evidence'),
              kind: z.enum([
                'incidents',
                'partner',
                'perceptions',
                'voices',
                'venues',
                'population',
                'activities',
                'comparators',
              ]),
            }),
            z.object({
              test: z.literal('items'),
              kind: z.enum(['findings', 'recommendations', 'hypotheses']),
            }),
            z.object({ test: z.literal('terms'), field: z.string() }),
          ]),
        )
        .min(1),
    }),
  ),
});

/** The checklists that came with the app, by name of their files. */
function shippedChecklists(): Checklist[] {
  const folder = join(assetFolder(), 'checklists');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => checklistSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
}

/** The draft held against every checklist. */
export function checklistReports(
  reader: Reader,
  inputs: ProfileInputs,
  sections: readonly Section[],
  items: ProfileItems,
): ChecklistReport[] {
  const holdings: ProfileHoldings = {
    items,
    withFigures: new Set(sections.filter(hasFigures).map(({ number }) => number)),
    evidence: evidenceThere(reader, inputs),
  };
  return shippedChecklists().map((checklist) => ({
    name: checklist.name,
    edition: checklist.edition,
    source: checklist.source,
    results: checkProfile(checklist, holdings),
  }));
}

/** A table, chart or map counts as a figure; a paragraph that says what is missing does not. */
function hasFigures({ blocks }: Section): boolean {
  return blocks.some(({ kind }) => ['table', 'months', 'hours', 'bars', 'map'].includes(kind));
}

function evidenceThere(reader: Reader, inputs: ProfileInputs): ReadonlySet<EvidenceKind> {
  const counts: Readonly<Record<EvidenceKind, number>> = {
    incidents: inputs.isContextOnly ? 0 : inputs.evidence.incidents.length,
    partner: inputs.partner.length,
    perceptions: inputs.perceptions.length,
    voices: inputs.engagements.length,
    venues: inputs.venues.length,
    population: inputs.areas.filter((area) => (area.femalePopulation ?? 0) > 0).length,
    activities: countRows(reader, 'activity'),
    comparators: countRows(reader, 'comparator'),
  };
  const names = Object.keys(counts) as EvidenceKind[];
  return new Set(names.filter((name) => counts[name] > 0));
}
