import type { ParsedInput } from '../../contract/calls.ts';
import { FailureError } from '../../contract/outcome.ts';
import type { BuiltProfile } from '../../contract/results.ts';
import { ruleOfLevel } from '../../domain/disclosure/levels.ts';
import { ruleInWords } from '../../domain/disclosure/rule.ts';
import type { EvidenceColumns } from '../../domain/evidence/columns.ts';
import type { Section } from '../../domain/figures/blocks.ts';
import { type BuiltEdition, buildEdition } from '../../domain/figures/editions/edition.ts';
import { type EditionDestination, levelWords } from '../../domain/figures/editions/frame.ts';
import type { LayersBeside } from '../../domain/figures/editions/layers-beside.ts';
import { heldTogether, type KeptRelease } from '../../domain/figures/editions/ledger.ts';
import { captionsOf } from '../../domain/figures/leave-out.ts';
import type { ProfileItems } from '../../domain/profile/document.ts';
import { readAsset } from '../assets.ts';
import type { Job } from '../jobs.ts';
import { refusePersonalWords } from '../outgoing-words.ts';
import { renderPage } from '../page/render.ts';
import type { Session } from '../session.ts';
import { incidentPeople, noContributors } from '../sharing/layers/draft.ts';
import { liveAgreement } from '../workspace/agreements.ts';
import { appendAudit, auditReport } from '../workspace/audit.ts';
import { inTransaction } from '../workspace/database.ts';
import { sha256 } from '../workspace/digest.ts';
import { profileItems } from '../workspace/profile-items.ts';
import { keepRelease, latestRelease, type ReleasedEdition } from '../workspace/released-numbers.ts';
import { keepEditionCounts, recordKeys, toldByLayers } from '../workspace/shared-counts.ts';
import { choicesForLog, chosenRule, withChoices, withoutLeftOut } from './edition-choices.ts';
import { noPartnerWords, partnerWords, withPartnerWords } from './partner-texts.ts';
import { profileEvidence } from './profile-evidence.ts';

/**
 * Builds the partner or public edition through the disclosure gate. With `release` the disclosure is logged with its
 * recipient and the numbers are kept, before the document exists: what is written later is never unlogged.
 *
 * @throws FailureError `not-permitted` without a live agreement, for open data alone, and for an edition that cannot
 * be made safe beside what went out before.
 */
export async function buildOuterEdition(
  session: Session,
  input: ParsedInput<'buildProfile'>,
  job: Job,
): Promise<BuiltProfile> {
  const level = input.edition === 'public' ? 'public' : 'partner';
  // A reader cannot log a disclosure: refused before anything is built.
  const writer = input.release ? session.writer : null;
  const to = destinationOf(session, input, level);
  const rule = chosenRule(ruleOfLevel(level, null), input);
  refusePersonalWords(session.reader, {
    'Decided by': input.decision?.by ?? '',
    Why: input.decision?.why ?? '',
  });
  await session.classifyIfStale(job);
  const { inputs } = await profileEvidence(session, job);
  if (inputs.isContextOnly) {
    throw new FailureError(
      'not-permitted',
      'The workspace holds open data only, which is published already and no VAWG measure: there is no edition of it.',
      "Import the force's own incidents, or use the force edition, which says what open data is.",
    );
  }
  job.report({ stage: 'Protecting every number', done: 1, total: 3 });
  const lastPublic = latestRelease(session.reader, 'public');
  const lastPartner = latestRelease(session.reader, 'partner');
  // Partners read the public edition too: neither makes them forget what the other told.
  const held = [lastPublic, ...(level === 'public' ? [] : [lastPartner])]
    .filter((release) => release !== null)
    .sort((a, b) => b.number - a.number);
  const narrower = level === 'public' ? lastPartner : null;
  const items = profileItems(session.reader);
  // Marked for partners, and for nobody else.
  const words = level === 'partner' ? partnerWords(session) : noPartnerWords;
  const wordsOf = [...words.blocks.keys()].toSorted((a, b) => a - b);
  const layers = layersBeside(session, inputs.evidence);
  const edition = buildEdition(
    inputs,
    to,
    rule,
    { held: allHeld(held), narrower: narrower?.release ?? null },
    layers,
    analystItems(items) - words.items,
  );
  refuseUnsafe(edition);
  const sections = withoutLeftOut(withPartnerWords(edition.sections, words), input.leaveOut);
  job.report({ stage: 'Drawing the edition', done: 2, total: 3 });
  const contentHash = sha256(JSON.stringify(sections));
  const suppressed = Object.values(edition.gated.removals).reduce((sum, count) => sum + count, 0);
  const audit =
    writer === null
      ? null
      : inTransaction(writer, () => {
          const entry = appendAudit(writer, 'profile edition disclosed', {
            edition: level,
            recipient: to.recipient,
            agreement: to.agreement?.reference ?? null,
            rule: ruleInWords(rule),
            contentHash,
            shown: edition.gated.shown,
            suppressed,
            ...choicesForLog(input, wordsOf),
          });
          keepRelease(writer, edition.gated.kept, { level, audit: entry, contentHash });
          for (const [at, { unit }] of layers.entries())
            keepEditionCounts(writer, evidenceOf[unit], edition.told[at] ?? []);
          return entry;
        });
  const certificate = edition.certificate({
    contentHash,
    auditHead:
      audit ?? `${auditReport(session.reader, { verify: false }).head} (preview: not released)`,
    heldAgainst: heldAgainst(
      [...held, ...(narrower === null ? [] : [narrower])],
      layers.some(({ told }) => told.length > 0),
    ),
  });
  const title = `Problem profile, violence against women and girls: ${inputs.force}`;
  return {
    edition: level,
    html: drawEdition([...sections, withChoices(certificate, input, wordsOf)], title, to),
    title: `${title} (${levelWords[level].toLowerCase()})`,
    marking: to.marking,
    sections: edition.sections.map((section) => ({
      number: section.number,
      title: section.title,
      state: section.state,
      captions: captionsOf(section),
    })),
    completeness: {
      figures: edition.sections.length,
      analyst: 0,
      notBuilt: 0,
      sections: edition.sections.length,
    },
    stale: [],
    made: [],
    suppressed,
    removals: edition.gated.removals,
    audit,
  };
}

function destinationOf(
  session: Session,
  input: ParsedInput<'buildProfile'>,
  level: 'partner' | 'public',
): EditionDestination {
  const sample = session.summary().isSample ? ' (SAMPLE: MADE-UP DATA)' : '';
  if (level === 'public') {
    const recipient = input.recipient === '' ? 'anybody' : input.recipient;
    return { level, recipient, agreement: null, marking: `OFFICIAL: PUBLIC EDITION${sample}` };
  }
  if (input.recipient === '') {
    throw new FailureError(
      'bad-request',
      'A partner edition needs a recipient: it is made for one party of an agreement, and logged.',
      'Name the recipient (--recipient NAME), and the agreement if there are several (--agreement REF).',
    );
  }
  const agreement = liveAgreement(session.reader, input.agreement, input.recipient);
  return {
    level,
    recipient: agreement.party,
    agreement,
    marking: `${session.marking()}: PARTNER EDITION FOR ${agreement.party.toUpperCase()}`,
  };
}

/** The gate proves each number protected; where what went out before makes that impossible, nothing leaves. */
function refuseUnsafe({ gated }: BuiltEdition): void {
  const unsafe = gated.unsafe.length;
  if (unsafe === 0) return;
  throw new FailureError(
    'not-permitted',
    `The edition cannot be made safe: ${unsafe} ${unsafe === 1 ? 'number' : 'numbers'} could be worked out from it beside what went out before.`,
    'Nothing was written. Wait for more data, or ask your information governance officer.',
    { numbers: unsafe },
  );
}

function analystItems(items: ProfileItems): number {
  return (
    items.texts.size + items.findings.size + items.hypotheses.size + items.recommendations.size
  );
}

const evidenceOf = { incidents: 'incident', reports: 'perception' } as const;

/** What layers told of incidents and of reports, and the keys by which these are known to them. */
function layersBeside(session: Session, columns: EvidenceColumns): LayersBeside[] {
  const told = (unit: LayersBeside['unit']) => toldByLayers(session.reader, evidenceOf[unit]);
  return [
    { unit: 'incidents', ...incidentPeople({ session, columns }), told: told('incidents') },
    {
      unit: 'reports',
      keys: recordKeys(session.reader, 'perception'),
      contributorsOf: noContributors,
      told: told('reports'),
    },
  ];
}

/** What the readers hold as one release; null for nothing. */
function allHeld([newest, older]: readonly ReleasedEdition[]): KeptRelease | null {
  if (newest === undefined) return null;
  return older === undefined ? newest.release : heldTogether(newest.release, older.release);
}

function heldAgainst(releases: readonly ReleasedEdition[], hasLayers: boolean): string {
  const of = ({ level, releasedAt }: ReleasedEdition): string =>
    `the ${level} edition of ${releasedAt.slice(0, 10)}`;
  const parts = releases.map(of);
  const editions =
    parts.length === 0
      ? 'No edition of this profile went out before'
      : `Every number of ${parts.join(' and of ')}: neither can be subtracted from this one`;
  return hasLayers
    ? `${editions}. Numbers by space, area, place and square also against every layer that was shared`
    : editions;
}

function drawEdition(sections: readonly Section[], title: string, to: EditionDestination): string {
  return renderPage(sections, {
    title,
    lead: `${levelWords[to.level]}: dangerous and risky online, private and public spaces`,
    marking: to.marking,
    fonts: {
      regular: readAsset('fonts', 'inter-400.woff2'),
      bold: readAsset('fonts', 'inter-600.woff2'),
    },
  });
}
