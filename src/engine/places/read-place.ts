import { wholeFilter } from '../../contract/filter.ts';
import type { PlaceEvidence } from '../../contract/hotspots.ts';
import type { EvidenceColumns } from '../../domain/evidence/columns.ts';
import { hoursOf, tally } from '../../domain/figures/counting.ts';
import { harmCautions } from '../../domain/figures/harm.ts';
import { number } from '../../domain/figures/words.ts';
import { cellCentre } from '../../domain/geography/cells.ts';
import { harmRanks, unitMembers } from '../../domain/harm/harm-ranks.ts';
import { harmEvidence } from '../../domain/harm/rests-on.ts';
import { hoursPerWeek } from '../../domain/time/policing-day.ts';
import { whatFor } from '../analysis/filter-charts.ts';
import { pointsUnderFilter } from '../analysis/select-points.ts';
import type { Standing } from '../analysis/standing.ts';
import { venuesNear } from '../analysis/venues-near.ts';
import type { Job } from '../jobs.ts';
import { measuresOf } from '../rules/harm-ranking.ts';
import type { Session } from '../session.ts';
import { allPlaces } from '../workspace/places.ts';
import {
  describePlace,
  latestFind,
  needPlace,
  type PlaceRecords,
  placesWithRecords,
  pointsIn,
} from './register.ts';

/** How far from the middle of one of its cells a venue belongs to a place. */
const venueMetres = 200;

/** Everything known of one place. Kinds of evidence are told side by side and never summed. */
export async function readPlace(session: Session, id: number, job: Job): Promise<PlaceEvidence> {
  needPlace(session, id);
  const standing = await session.evidence(job);
  const all = await placesWithRecords(session, allPlaces(session.reader), job);
  const own = all.find(({ stored }) => stored.id === id);
  if (own === undefined) throw new Error('a place of the register has no records');
  const place = describePlace(session, standing.columns, own, latestFind(all));
  const partner = othersIn(session, standing.columns, own, 'partner');
  const perceptions = othersIn(session, standing.columns, own, 'perceptions');
  const venues = venuesNear(
    session.venues(),
    own.stored.cells.map((cell) => cellCentre(own.stored.grid, cell)),
    venueMetres,
  );
  const people = venues.reduce((sum, { capacity }) => sum + (capacity ?? 0), 0);
  const evidence = {
    place,
    ...recordsOf(session, standing, own),
    partner: { records: partner.length, categories: whatFor(session.partner(), partner) },
    perceptions: {
      reports: perceptions.length,
      reasons: whatFor(session.perceptions(), perceptions),
    },
    venues,
    venueMetres,
    capacity: {
      people,
      venuesWithout: venues.filter(({ capacity }) => capacity === null).length,
      recordsPerThousand: people === 0 ? null : (1_000 * own.indexes.length) / people,
    },
  };
  return { ...evidence, words: wordsOf(evidence, own) };
}

/** Partner events or reports in the place's cells, in the run's period. */
function othersIn(
  session: Session,
  columns: EvidenceColumns,
  { stored, filter }: PlaceRecords,
  evidence: 'partner' | 'perceptions',
): Int32Array {
  const { from, to, dateBasis } = filter;
  const points = pointsUnderFilter(
    session,
    columns,
    { ...wholeFilter, evidence, dateBasis, from, to },
    { needsPositions: true, isBounded: false, weights: null },
  );
  return Int32Array.from([...pointsIn(stored, points).values()].flat());
}

/** Offences, hours and harm of the records that made the place; other evidence than incidents has no harm. */
function recordsOf(
  session: Session,
  { columns, lists }: Standing,
  { filter, indexes }: PlaceRecords,
): Pick<PlaceEvidence, 'offences' | 'hours' | 'untimed' | 'harm'> {
  if (filter.evidence === 'partner' || filter.evidence === 'perceptions') {
    const other = filter.evidence === 'partner' ? session.partner() : session.perceptions();
    const hours = new Float64Array(hoursPerWeek);
    return { offences: whatFor(other, indexes), hours, untimed: indexes.length, harm: [] };
  }
  const { hours } = hoursOf(columns, [...indexes]);
  const members = unitMembers(1, new Int32Array(indexes.length), indexes);
  const ranks = harmRanks(columns.incidents, members);
  const evidence = harmEvidence(columns);
  const own = Uint32Array.from(indexes);
  const listOf = { ONS: lists.severity, Cambridge: lists.cambridge };
  return {
    offences: tally(columns.incidents.offence, indexes).map(({ label, value }) => ({
      title: label,
      count: value,
    })),
    hours: hours.weights,
    untimed: indexes.length - hours.used,
    harm: measuresOf(columns, ranks).map((measure) => ({
      list: listOf[measure.short]?.name ?? measure.short,
      unit: measure.short === 'ONS' ? 'score' : 'days',
      sum: measure.harm.sum[0] ?? Number.NaN,
      unweighted: measure.harm.unweighted[0] ?? 0,
      cautions: harmCautions(evidence, own, [measure], 0, null),
    })),
  };
}

function wordsOf(
  { place, partner, perceptions, venues, capacity }: Omit<PlaceEvidence, 'words'>,
  { filter }: PlaceRecords,
): string[] {
  const period =
    filter.from === null && filter.to === null
      ? 'in the whole period'
      : `${filter.dateBasis} ${filter.from ?? 'from the start'} to ${filter.to ?? 'the end'}`;
  const words = [
    `${number(place.records)} records of the run's filter ${period}, in ${number(place.cells)} ${place.cells === 1 ? 'cell' : 'cells'} of ${number(place.cellMetres)} m.`,
    `Other evidence in the same cells, not added to them: ${number(partner.records)} partner events, ${number(perceptions.reports)} reports of feeling unsafe.`,
  ];
  if (venues.length > 0) {
    words.push(
      `${number(venues.length)} venues within ${number(venueMetres)} m of the middle of a cell.${capacity.recordsPerThousand === null ? '' : ` ${capacity.recordsPerThousand.toFixed(1)} records for each 1,000 people of their known capacity (${number(capacity.people)}; ${number(capacity.venuesWithout)} without one): capacity is not attendance, and a record near a venue is not its doing.`}`,
    );
  }
  if (place.flaggedOut !== null) words.push(`Flagged out: ${place.flaggedOut}`);
  if (place.doubt !== null) words.push(`To check: ${place.doubt}`);
  if (!place.isOfLatestRun) words.push('Not hot in the latest run that places were found from.');
  return words;
}
