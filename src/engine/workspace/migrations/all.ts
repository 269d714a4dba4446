import { firstWorkspace } from './0001-first-workspace.ts';
import { intake } from './0002-intake.ts';
import { classification } from './0003-classification.ts';
import { security } from './0004-security.ts';
import { profile } from './0005-profile.ts';
import { listColumns } from './0006-list-columns.ts';
import { editions } from './0007-editions.ts';
import { wholeRuns } from './0008-runs.ts';
import { places } from './0009-places.ts';
import { sharedCounts } from './0010-shared-counts.ts';
import { baseMaps } from './0011-base-maps.ts';
import { releasedNumbers } from './0012-released-numbers.ts';
import { editionCounts } from './0013-edition-counts.ts';
import type { Migration } from './migration.ts';

/** Every step of the file format, in order. */
export const migrations: readonly Migration[] = [
  firstWorkspace,
  intake,
  classification,
  security,
  profile,
  listColumns,
  editions,
  wholeRuns,
  places,
  sharedCounts,
  baseMaps,
  releasedNumbers,
  editionCounts,
];

/** The format this version of Action Ten writes. */
export const currentVersion = migrations.length;
