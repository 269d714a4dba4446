import type { CallName } from '../src/contract/calls.ts';

/** The channels between the page's preload and the shell. */
export const channels = {
  call: 'action-ten:call',
  cancel: 'action-ten:cancel',
  progress: 'action-ten:progress',
  engineStopped: 'action-ten:engine-stopped',
  restartEngine: 'action-ten:restart-engine',
  chooseFiles: 'action-ten:choose-files',
  chooseSavePath: 'action-ten:choose-save-path',
  dropFile: 'action-ten:drop-file',
  sampleFolder: 'action-ten:sample-folder',
  recentWorkspaces: 'action-ten:recent-workspaces',
  openedFromCommandLine: 'action-ten:opened-from-command-line',
  reportUrl: 'action-ten:report-url',
  exportProfilePdf: 'action-ten:export-profile-pdf',
} as const;

/**
 * The calls the preload gives the page a function for. Written out because the contract itself would bring its
 * schemas into the preload; the type keeps the two the same.
 */
export const callNames: Readonly<Record<CallName, true>> = {
  createWorkspace: true,
  openWorkspace: true,
  closeWorkspace: true,
  workspaceSummary: true,
  buildSample: true,
  previewFiles: true,
  importFiles: true,
  listBatches: true,
  undoBatch: true,
  listRejectedRows: true,
  saveRejectedRows: true,
  listMappings: true,
  saveMapping: true,
  removeMapping: true,
  dataQuality: true,
  changeRecordingNote: true,
  locateRecords: true,
  indexTexts: true,
  searchRecords: true,
  listMatchedPlaces: true,
  decideMatchedPlace: true,
  classify: true,
  analyse: true,
  mapCells: true,
  mapGround: true,
  buildProfile: true,
  recordExport: true,
  shareLayer: true,
  readAudit: true,
  checkWorkspace: true,
};
