import { analysisMethods } from '../contract/hotspots.ts';

/** One option of a command: takes a value, or is a switch. */
export interface OptionShape {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
}

export interface CommandShape {
  readonly arguments: readonly string[];
  /** The last argument may be given more than once. */
  readonly repeatsLast?: boolean;
  readonly options: Readonly<Record<string, OptionShape>>;
  readonly does: string;
}

const text: OptionShape = { type: 'string' };
const flag: OptionShape = { type: 'boolean' };

/** Every command of this version: its arguments, options and purpose, as the help prints them. */
export const commands = {
  demo: { arguments: [], options: { out: text }, does: 'the main job on the made-up sample force' },
  sample: {
    arguments: [],
    options: { out: text, seed: text, incidents: text },
    does: "writes the sample force's files",
  },
  new: {
    arguments: ['WORKSPACE'],
    options: { force: text, boundary: text, marking: text },
    does: 'makes a workspace',
  },
  import: {
    arguments: ['WORKSPACE', 'FILE'],
    repeatsLast: true,
    options: {
      as: text,
      preset: text,
      map: text,
      dates: text,
      sheet: text,
      'damaged-codes': text,
      keep: { type: 'string', multiple: true },
      'dry-run': flag,
      rejects: text,
    },
    does: 'imports files, recognised from their header',
  },
  batches: { arguments: ['WORKSPACE'], options: {}, does: 'lists what was imported' },
  undo: {
    arguments: ['WORKSPACE', 'BATCH'],
    options: {},
    does: 'takes one batch back whole, its updates included',
  },
  classify: {
    arguments: ['WORKSPACE'],
    options: {},
    does: 'applies the VAWG list and the space rules',
  },
  analyse: {
    arguments: ['WORKSPACE', 'METHOD'],
    options: {
      space: text,
      threat: text,
      kind: text,
      victims: text,
      date: text,
      from: text,
      to: text,
      cell: text,
      shape: text,
      weight: text,
      set: { type: 'string', multiple: true },
      out: text,
    },
    does: `one method on what meets the filter: ${analysisMethods.join(', ')}`,
  },
  stats: {
    arguments: ['METHOD'],
    options: {
      points: text,
      x: text,
      y: text,
      weight: text,
      from: text,
      to: text,
      cell: text,
      origin: text,
      size: text,
      set: { type: 'string', multiple: true },
      out: text,
    },
    does: 'one method on a plain CSV in grid metres',
  },
  convert: {
    arguments: [],
    options: { points: text, from: text, x: text, y: text, lon: text, lat: text, out: text },
    does: 'British National Grid to longitude and latitude and back, on a plain CSV',
  },
  profile: {
    arguments: ['WORKSPACE'],
    options: {
      edition: text,
      agreement: text,
      recipient: text,
      threshold: text,
      'decided-by': text,
      why: text,
      'leave-out': text,
      pdf: text,
      docx: text,
      template: text,
      html: text,
      brief: text,
      plan: text,
      'partner-actions': text,
      publish: text,
    },
    does: 'builds the problem profile',
  },
  compare: {
    arguments: ['WORKSPACE', 'VERSION_A', 'VERSION_B'],
    options: {},
    does: 'says what changed between two published versions ("draft" is the draft of now)',
  },
  share: {
    arguments: ['WORKSPACE'],
    options: {
      layer: text,
      format: text,
      level: text,
      recipient: text,
      agreement: text,
      threshold: text,
      cell: text,
      'decided-by': text,
      why: text,
      out: text,
      pack: text,
      document: text,
    },
    does: 'writes a layer, or a pack of layers, made safe for a partner or the public, and logs it',
  },
  audit: {
    arguments: ['WORKSPACE'],
    options: { verify: flag, anchor: text, csv: text },
    does: 'prints or checks the audit log',
  },
  agreement: {
    arguments: ['WORKSPACE'],
    options: {
      reference: text,
      party: text,
      purpose: text,
      gateway: text,
      regime: text,
      expires: text,
    },
    does: 'registers a sharing agreement',
  },
  passphrase: {
    arguments: ['WORKSPACE'],
    options: {},
    does: 'locks the workspace with the passphrase in ACTION_TEN_NEW_PASSPHRASE; a forgotten one is final',
  },
  users: {
    arguments: ['WORKSPACE'],
    options: { add: text, me: text, remove: text },
    does: 'lists who can open it; --add gives a person the passphrase in ACTION_TEN_NEW_PASSPHRASE, --remove takes it away',
  },
  erase: {
    arguments: ['WORKSPACE'],
    options: { reference: text, batch: text, why: text },
    does: 'erases a reference or a batch for good, and logs that it was done',
  },
  retention: {
    arguments: ['WORKSPACE'],
    options: { batch: text, until: text },
    does: 'lists how long each file may be kept; --batch B --until DATE sets it, without a date takes it away',
  },
  'way-back': {
    arguments: ['WORKSPACE'],
    options: {
      ask: flag,
      recipient: text,
      purpose: text,
      incidents: text,
      victims: text,
      release: text,
      references: text,
      column: text,
      out: text,
    },
    does: 'references of suspects for the offender manager: one person asks (--ask), another releases (--release)',
  },
  pseudonyms: {
    arguments: ['WORKSPACE'],
    options: { why: text },
    does: 'puts every pseudonym of people and addresses under a new key',
  },
  backup: { arguments: ['WORKSPACE', 'OUT'], options: {}, does: 'copies the workspace whole' },
  salvage: {
    arguments: ['WORKSPACE'],
    options: { out: text },
    does: 'copies what can be read of a damaged workspace into a new one, and says what was lost',
  },
  check: { arguments: ['WORKSPACE'], options: {}, does: 'looks the workspace file over' },
} as const satisfies Record<string, CommandShape>;

export type CommandName = keyof typeof commands;

/** The help text: one line a command. */
export function helpText(): string {
  const lines = Object.entries(commands).map(([name, shape]) => {
    const words = shape.arguments.map((word, index) =>
      'repeatsLast' in shape && index === shape.arguments.length - 1 ? `${word}…` : word,
    );
    const options = Object.entries(shape.options).map(([option, { type }]) =>
      type === 'boolean' ? `[--${option}]` : `[--${option} …]`,
    );
    return `  ${[name, ...words, ...options].join(' ')}\n      ${shape.does}`;
  });
  return ['Action Ten commands. Each takes --json.', ...lines].join('\n');
}
