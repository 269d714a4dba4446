import type { ParsedInput } from '../../contract/calls.ts';
import { FailureError } from '../../contract/outcome.ts';
import type { PublishedVersion, VersionComparison } from '../../contract/profile.ts';
import { assembleDocument } from '../../domain/figures/assemble.ts';
import { periodInWords } from '../../domain/figures/opening.ts';
import { rankedPlaces } from '../../domain/figures/places.ts';
import { compareVersions, type VersionFacts } from '../../domain/profile/compare.ts';
import { stateOf } from '../../domain/profile/document.ts';
import { obstacles } from '../../domain/profile/readiness.ts';
import { staleFigures } from '../../domain/profile/stale.ts';
import { packRun } from '../analysis/kept-runs.ts';
import type { Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { appendAudit } from '../workspace/audit.ts';
import { inTransaction } from '../workspace/database.ts';
import { draftHash, itemsOf, profileItems, removeItem } from '../workspace/profile-items.ts';
import { frozenVersion, keepVersion } from '../workspace/profile-versions.ts';
import { drawProfile } from './build-profile.ts';
import { type ProfileEvidence, profileEvidence } from './profile-evidence.ts';

/**
 * Publishes the draft as a version that never changes. Refused, with every reason, while anything stands in the way;
 * the draft goes on as the beginning of the next version, its signatures taken off.
 */
export async function publishProfile(
  session: Session,
  input: ParsedInput<'publishProfile'>,
  job: Job,
): Promise<PublishedVersion> {
  const { writer, reader } = session;
  await session.classifyIfStale(job);
  const evidence = await profileEvidence(session, job);
  const items = profileItems(reader);
  const stale = staleFigures(items, new Map(evidence.figures.map((one) => [one.id, one])));
  const inTheWay = obstacles(items, stale, draftHash(reader));
  if (inTheWay.length > 0) {
    throw new FailureError(
      'not-permitted',
      `The draft cannot be published yet: ${inTheWay.map(({ what }) => what).join(' ')}`,
      [...new Set(inTheWay.map(({ remedy }) => remedy))].join(' '),
      { obstacles: inTheWay.length },
    );
  }
  const { inputs } = evidence;
  const sections = assembleDocument(evidence.sections, items, inputs, input.version);
  const { html } = drawProfile(sections, inputs, items);
  const keepers = evidence.runs.map(packRun);
  return inTransaction(writer, () => {
    for (const keep of keepers) keep(writer);
    const kept = keepVersion(writer, {
      version: input.version,
      note: input.note,
      codeListVersion: inputs.codeListVersion,
      rulesVersion: inputs.definition.version,
      fingerprint: inputs.evidence.fingerprint,
      retainUntil: input.retainUntil,
      facts: factsOf(evidence, session, input.version),
      html,
    });
    for (const { number } of itemsOf(reader, 'sign-off')) removeItem(writer, 'sign-off', number);
    appendAudit(writer, 'profile published', {
      version: input.version,
      hash: kept.hash,
      fingerprint: kept.fingerprint,
    });
    return kept;
  });
}

/** What a version, or the draft of now, is compared by. */
function factsOf(evidence: ProfileEvidence, session: Session, version: string): VersionFacts {
  const { inputs, figures, places } = evidence;
  const items = profileItems(session.reader);
  return {
    version,
    publishedOn: new Date().toISOString().slice(0, 10),
    figures,
    places: rankedPlaces(places).map((place) => ({
      name: place.name,
      count: place.count,
      centres: place.cells.map((cell) => cell.centre),
      cellMetres: inputs.whole?.cellMetres ?? 0,
    })),
    recommendations: [...items.recommendations].map(([number, one]) => ({
      number,
      text: one.text,
      state: stateOf(one),
    })),
    codeListVersion: inputs.codeListVersion,
    rulesVersion: inputs.definition.version,
    period: periodInWords(inputs),
  };
}

/** The name under which the draft of now is compared. */
const draftName = 'draft';

/** Two versions side by side; `draft` stands for the draft of now. */
export async function compareProfileVersions(
  session: Session,
  { first, second }: ParsedInput<'compareProfileVersions'>,
  job: Job,
): Promise<VersionComparison> {
  const factsFor = async (version: string): Promise<VersionFacts> =>
    version === draftName
      ? factsOf(await profileEvidence(session, job), session, draftName)
      : frozenVersion(session.reader, version).facts;
  return compareVersions(await factsFor(first), await factsFor(second));
}
