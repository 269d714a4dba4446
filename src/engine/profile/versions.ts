import type { ParsedInput } from '../../contract/calls.ts';
import type { VersionComparison } from '../../contract/profile.ts';
import { periodInWords } from '../../domain/figures/opening.ts';
import { rankedPlaces } from '../../domain/figures/places.ts';
import { compareVersions, type VersionFacts } from '../../domain/profile/compare.ts';
import { stateOf } from '../../domain/profile/document.ts';
import type { Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { profileItems } from '../workspace/profile-items.ts';
import { frozenVersion, publishedVersions } from '../workspace/profile-versions.ts';
import { type ProfileEvidence, profileEvidence } from './profile-evidence.ts';

/** What a version, or the draft of now, is compared by. */
export function factsOf(
  evidence: ProfileEvidence,
  session: Session,
  version: string,
): VersionFacts {
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

/** The draft of now against the version published last; null where none was. */
export function changesSinceLast(
  session: Session,
  evidence: ProfileEvidence,
): VersionComparison | null {
  const [last] = publishedVersions(session.reader);
  if (last === undefined) return null;
  const { facts } = frozenVersion(session.reader, last.version);
  return compareVersions(facts, factsOf(evidence, session, draftName));
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
