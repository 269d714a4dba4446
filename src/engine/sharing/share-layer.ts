import type { ParsedInput } from '../../contract/calls.ts';
import { FailureError } from '../../contract/outcome.ts';
import type { SharedLayer } from '../../contract/results.ts';
import { ruleOfLevel, type SharingLevel, sharingLevels } from '../../domain/disclosure/levels.ts';
import type { PublishedSet } from '../../domain/disclosure/release.ts';
import type { Job } from '../jobs.ts';
import { refusePersonalWords } from '../outgoing-words.ts';
import type { Session } from '../session.ts';
import { liveAgreement } from '../workspace/agreements.ts';
import { type AuditDetail, appendAudit, auditReport } from '../workspace/audit.ts';
import type { Writer } from '../workspace/database.ts';
import { type CountedEvidence, keepSharedCounts } from '../workspace/shared-counts.ts';
import { refuseOutput, writeRecorded } from '../write-whole.ts';
import { formatNames, type LayerFormat, layerFormats } from './formats/formats.ts';
import {
  type LayerName,
  layerNames,
  type MadeLayer,
  makeLayer,
  type ShareTerms,
} from './make-layer.ts';
import { type LeftOutLayer, packOf } from './pack.ts';
import { type PackDocument, packDocument } from './pack-document.ts';

/**
 * Writes a layer, or a pack of layers, through the disclosure gate, and logs it in the same step: with whom, under
 * which agreement and rule, and how many features. What the layers tell is kept, so that a later share cannot be
 * subtracted from this one.
 */
export async function shareLayer(
  session: Session,
  input: ParsedInput<'shareLayer'>,
  job: Job,
): Promise<SharedLayer> {
  const { writer } = session;
  const isPack = input.pack !== null;
  const path = input.pack ?? input.out;
  if (path === null || (isPack && input.out !== null)) {
    throw new FailureError(
      'bad-request',
      'Name either a file for one layer or a file for a pack.',
      'Write --out FILE with --layer and --format, or --pack FILE.zip.',
    );
  }
  const layers = chosen('layer', input.layer, layerNames, isPack);
  const formats = chosen('format', input.format, formatNames, isPack);
  const level = levelOf(input.level);
  if (!isPack && input.document !== null) {
    throw new FailureError(
      'bad-request',
      'An edition goes out with a pack, not with one layer.',
      'Name a file for the pack (--pack FILE.zip), or leave the edition out.',
    );
  }
  refuseOutput(path, input.document === null ? [] : [input.document]);
  const terms = termsOf(session, input, level);
  await session.classifyIfStale(job);
  if (isPack) {
    const document =
      input.document === null ? null : packDocument(session.reader, input.document, terms);
    return sharePack(session, path, layers, formats, terms, document, job);
  }
  const [name] = layers;
  const [format] = formats;
  if (name === undefined || format === undefined) throw new Error('a share without a layer');
  const made = await makeLayer(session, name, terms, new Map(), job);
  const content = layerFormats[format](made.layer);
  const features = made.layer.features.length;
  const audit = writeRecorded(writer, path, content, () => {
    keep(writer, made);
    return appendAudit(writer, 'layer shared', {
      layer: name,
      format,
      ...logged(terms),
      rule: made.rule,
      run: made.run?.id ?? null,
      features,
      suppressed: made.suppressed,
    });
  });
  const { suppressed, rule, notes } = made;
  return { file: path, layers: [name], leftOut: [], notes, features, suppressed, rule, audit };
}

async function sharePack(
  session: Session,
  path: string,
  names: readonly LayerName[],
  formats: readonly LayerFormat[],
  terms: ShareTerms,
  document: PackDocument | null,
  job: Job,
): Promise<SharedLayer> {
  const made: MadeLayer[] = [];
  const leftOut: LeftOutLayer[] = [];
  const told = new Map<CountedEvidence, PublishedSet[]>();
  for (const name of names) {
    try {
      const one = await makeLayer(session, name, terms, told, job);
      made.push(one);
      // Layers of one pack lie side by side: each is held against those before it.
      if (one.evidence !== null) {
        told.set(one.evidence, [...(told.get(one.evidence) ?? []), ...one.published]);
      }
    } catch (error) {
      if (!(error instanceof FailureError) || error.failure.code === 'cancelled') throw error;
      leftOut.push({ layer: name, why: error.failure.message });
    }
  }
  if (made.length === 0) {
    throw new FailureError(
      'nothing-to-show',
      `No layer could be made, so nothing was written. ${leftOut.map(({ layer, why }) => `${layer}: ${why}`).join(' ')}`,
      'Import what is missing, or wait until there are more records.',
      { leftOut },
    );
  }
  const { bytes, manifestHash } = await packOf(
    made.map(({ layer }) => layer),
    formats,
    leftOut,
    terms,
    document,
  );
  const features = made.reduce((sum, { layer }) => sum + layer.features.length, 0);
  const suppressed = made.reduce((sum, one) => sum + one.suppressed, 0);
  const rule = made.find(({ evidence }) => evidence !== null)?.rule ?? made[0]?.rule ?? '';
  const audit = writeRecorded(session.writer, path, bytes, () => {
    for (const one of made) keep(session.writer, one);
    return appendAudit(session.writer, 'pack shared', {
      ...logged(terms),
      rule,
      features: Object.fromEntries(made.map(({ layer }) => [layer.name, layer.features.length])),
      suppressed,
      manifest: manifestHash,
      document: document?.sha256 ?? null,
    });
  });
  const layers = made.map(({ layer }) => layer.name);
  const notes = [
    ...made.flatMap((one) => one.notes),
    ...(document === null
      ? []
      : [`The ${document.edition} edition of ${document.disclosedOn} is in the pack.`]),
  ];
  return { file: path, layers, leftOut, notes, features, suppressed, rule, audit };
}

/** What of the terms goes into the log. */
function logged({ about }: ShareTerms): AuditDetail {
  const { level, recipient, agreement, marking, decision } = about;
  const decided = decision === null ? {} : { decidedBy: decision.by, why: decision.why };
  return { level, recipient, agreement, marking, ...decided };
}

function keep(writer: Writer, { run, evidence, published }: MadeLayer): void {
  run?.keep(writer);
  if (evidence !== null) keepSharedCounts(writer, evidence, published);
}

/** The one that was asked for, or in a pack several or all. */
function chosen<Name extends string>(
  what: string,
  asked: string | null,
  names: readonly Name[],
  isPack: boolean,
): readonly Name[] {
  if (asked === null && isPack) return names;
  const words = (asked ?? '').split(',').map((word) => word.trim());
  const found = words.flatMap((word) => names.find((name) => name === word) ?? []);
  if (found.length === words.length && (isPack || found.length === 1)) return [...new Set(found)];
  throw new FailureError(
    'bad-request',
    asked === null ? `The ${what} is missing.` : `There is no ${what} "${asked}" to share.`,
    `Choose ${isPack ? 'some' : 'one'} of ${names.join(', ')}.`,
  );
}

function levelOf(asked: string): SharingLevel {
  const level = sharingLevels.find((name) => name === asked);
  if (level !== undefined) return level;
  if (asked === 'force') {
    throw new FailureError(
      'not-permitted',
      "The force's own level never leaves through a share.",
      'Share at partner or public level.',
    );
  }
  throw new FailureError(
    'bad-request',
    `There is no level "${asked}".`,
    `Choose one of ${sharingLevels.join(', ')}.`,
  );
}

/** Who is given it and under what marking; refused where nothing may be shared. */
function termsOf(
  session: Session,
  { recipient, agreement, threshold, decision, cellMetres }: ParsedInput<'shareLayer'>,
  level: SharingLevel,
): ShareTerms {
  const marking = session.marking();
  if (/\bSECRET\b/i.test(marking)) {
    throw new FailureError(
      'not-permitted',
      'This workspace is marked above OFFICIAL, so nothing in it may be shared from here.',
      'Ask your information security officer.',
    );
  }
  if (level === 'public' && threshold !== null && threshold < 10) {
    throw new FailureError(
      'not-permitted',
      `The public is told no number below 10, and ${threshold} was asked for.`,
      'Leave the threshold out.',
    );
  }
  const isPublic = level === 'public';
  const rule = ruleOfLevel(level, threshold);
  const tellsMore = rule.threshold < ruleOfLevel(level, null).threshold;
  if (tellsMore && decision === null) {
    throw new FailureError(
      'not-permitted',
      `A threshold of ${rule.threshold} tells more than the rule of this level allows, and nobody is named who decided it. Nothing was written.`,
      'Name who decided it and why (--decided-by NAME --why TEXT), or leave the threshold out. Both go into the log and with the layer.',
    );
  }
  refusePersonalWords(session.reader, {
    Recipient: recipient,
    'Decided by': decision?.by ?? '',
    Why: decision?.why ?? '',
  });
  return {
    rule,
    cellMetres,
    about: {
      level,
      recipient,
      decision: tellsMore ? decision : null,
      // The public needs no agreement, since nothing binds it: the rule is stricter instead.
      agreement: isPublic ? null : liveAgreement(session.reader, agreement, recipient).reference,
      marking: isPublic ? marking.replaceAll(/OFFICIAL-SENSITIVE/gi, 'OFFICIAL') : marking,
      madeOn: new Date().toISOString().slice(0, 10),
      auditHead: auditReport(session.reader, { verify: false }).head,
    },
  };
}
