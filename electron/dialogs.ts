import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron';
import type { ChooseFilesKind, ChooseSaveKind } from '../src/contract/page-api.ts';
import type { PageProduct } from '../src/contract/page-products.ts';

interface DialogWords {
  readonly title: string;
  readonly filters: FileFilter[];
}

const workspaces: FileFilter = { name: 'Action Ten workspaces', extensions: ['actionten'] };
const boundaries: FileFilter = {
  name: 'Boundaries',
  extensions: ['geojson', 'json', 'gpkg', 'zip'],
};
const rules: FileFilter = { name: 'Rules', extensions: ['json'] };
const codeLists: FileFilter = { name: 'Lists (CSV)', extensions: ['csv'] };
const everything: FileFilter = { name: 'All files', extensions: ['*'] };

const openWords: Readonly<Record<ChooseFilesKind, DialogWords>> = {
  import: {
    title: 'Choose files to import',
    filters: [
      {
        name: 'Tables, boundaries and base maps',
        extensions: [
          'csv',
          'tsv',
          'txt',
          'xlsx',
          'zip',
          'geojson',
          'json',
          'gpkg',
          'mbtiles',
          'pmtiles',
        ],
      },
      everything,
    ],
  },
  workspace: { title: 'Open a workspace', filters: [workspaces, everything] },
  boundary: { title: 'Choose the force boundary', filters: [boundaries, everything] },
  rules: { title: 'Choose a rule file', filters: [rules, everything] },
  'code-list': { title: 'Choose a VAWG list', filters: [codeLists, everything] },
  references: {
    title: 'Choose the force’s extract',
    filters: [{ name: 'Tables', extensions: ['csv', 'tsv', 'txt', 'xlsx', 'zip'] }, everything],
  },
  edition: {
    title: 'Choose the edition that was exported',
    filters: [{ name: 'Editions', extensions: ['pdf', 'html'] }],
  },
  'word-template': {
    title: 'Choose the force’s Word template',
    filters: [{ name: 'Word', extensions: ['docx'] }],
  },
};

type SaveKind = ChooseSaveKind | PageProduct | 'edition-pdf';

const planAs = (name: string, extension: string): DialogWords => ({
  title: 'Export the actions as',
  filters: [{ name, extensions: [extension] }],
});

const saveWords: Readonly<Record<SaveKind, DialogWords>> = {
  workspace: { title: 'Save the new workspace as', filters: [workspaces] },
  layer: {
    title: 'Save the layer as',
    filters: [{ name: 'Layers', extensions: ['gpkg', 'geojson', 'kml', 'csv'] }],
  },
  pack: { title: 'Save the share pack as', filters: [{ name: 'ZIP', extensions: ['zip'] }] },
  backup: { title: 'Save the backup as', filters: [workspaces] },
  'audit-csv': { title: 'Save the log as', filters: [{ name: 'CSV', extensions: ['csv'] }] },
  references: {
    title: 'Save the references as',
    filters: [{ name: 'CSV', extensions: ['csv'] }],
  },
  rejects: {
    title: 'Save the rejected rows as',
    filters: [{ name: 'CSV', extensions: ['csv'] }],
  },
  rules: { title: 'Save the rules as', filters: [rules] },
  'code-list': { title: 'Save the VAWG list as', filters: [codeLists] },
  'map-svg': { title: 'Save the map as', filters: [{ name: 'SVG', extensions: ['svg'] }] },
  'map-png': { title: 'Save the map as', filters: [{ name: 'PNG', extensions: ['png'] }] },
  'edition-pdf': {
    title: 'Export the edition as',
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  },
  'profile-pdf': {
    title: 'Export the profile as',
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  },
  'profile-html': {
    title: 'Export the profile as',
    filters: [{ name: 'HTML', extensions: ['html'] }],
  },
  'profile-docx': {
    title: 'Export the profile as',
    filters: [{ name: 'Word', extensions: ['docx'] }],
  },
  'tactical-plan-pdf': planAs('PDF', 'pdf'),
  'tactical-plan-html': planAs('HTML', 'html'),
  'tactical-plan-docx': planAs('Word', 'docx'),
  'partner-actions-pdf': planAs('PDF', 'pdf'),
  'partner-actions-html': planAs('HTML', 'html'),
  'partner-actions-docx': planAs('Word', 'docx'),
  'brief-pdf': { title: 'Export the brief as', filters: [{ name: 'PDF', extensions: ['pdf'] }] },
  'brief-pptx': {
    title: 'Export the brief as',
    filters: [{ name: 'PowerPoint', extensions: ['pptx'] }],
  },
};

/** Asks for files to open; absolute paths, none when the analyst changed their mind or the kind is unknown. */
export async function askForFiles(window: BrowserWindow, kind: string): Promise<string[]> {
  if (!isKind(openWords, kind)) return [];
  const chosen = await dialog.showOpenDialog(window, {
    ...openWords[kind],
    properties: kind === 'import' ? ['openFile', 'multiSelections'] : ['openFile'],
  });
  return chosen.canceled ? [] : chosen.filePaths;
}

/** Asks where to save; an absolute path, null when the analyst changed their mind or the kind is unknown. */
export async function askWhereToSave(
  window: BrowserWindow,
  kind: string,
  suggestedName: string,
): Promise<string | null> {
  if (!isKind(saveWords, kind)) return null;
  const words = saveWords[kind];
  const chosen = await dialog.showSaveDialog(window, {
    ...words,
    defaultPath: join(app.getPath('documents'), plainName(suggestedName)),
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (chosen.canceled || !chosen.filePath) return null;
  return withExtension(chosen.filePath, words.filters[0]?.extensions ?? []);
}

/** A name for a file without what file systems refuse. */
function plainName(name: string): string {
  const plain = name.replace(/[<>:"/\\|?*\p{Cc}]/gu, ' ').replace(/\s+/g, ' ');
  return basename(plain.trim()).slice(0, 120) || 'Action Ten';
}

/** Adds the first extension where the path has none of them, unless that would hit a file nobody agreed to replace. */
function withExtension(path: string, extensions: readonly string[]): string {
  if (extensions.some((extension) => path.toLowerCase().endsWith(`.${extension}`))) return path;
  const longer = `${path}.${extensions[0] ?? ''}`;
  return existsSync(longer) ? path : longer;
}

function isKind<Kind extends string>(
  words: Readonly<Record<Kind, DialogWords>>,
  kind: string,
): kind is Kind {
  return Object.hasOwn(words, kind);
}
