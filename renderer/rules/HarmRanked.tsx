import { Alert, Text } from '@mantine/core';
import type { HarmListSummary, HarmRanking } from '../../src/contract/rules.ts';
import { formatNumber, formatShare, reasonText } from '../app/format.ts';
import { HarmTable, type HarmUnit } from './HarmTable.tsx';

/** Units ranked by count and harm, with what they were ranked from and what is in no row. */
export function HarmRanked(props: { ranking: HarmRanking; by: HarmUnit; choice: string }) {
  const { ranking, by, choice } = props;
  const { lists, incidents, unweighted } = ranking;
  const none = 'not loaded';
  return (
    <>
      {lists.cambridge === null && (
        <Alert color="gray" title="No Cambridge Crime Harm Index is loaded">
          Its numbers may not be shipped with the app. Load your force's own copy of the workbook:
          Data, Import, "Choose files"; it is recognised as harm weights. Until then the ONS score
          stands alone.
        </Alert>
      )}
      <Text size="sm">
        {formatNumber(incidents)} VAWG incidents in {formatNumber(ranking.units)}{' '}
        {by === 'cells' ? 'occupied cells' : by}, {choice}.
        {ranking.inNoUnit > 0 &&
          ` ${formatNumber(ranking.inNoUnit)} of them belong to no row (${noUnitWords[by]}).`}{' '}
        {leftOutText(ranking.leftOut)} The first ten by each measure are shown. ONS Crime Severity
        Score: {listText(lists.severity) || none}, {formatNumber(unweighted.severity)} incidents
        without a weight ({formatShare(unweighted.severity, incidents)}). Cambridge index:{' '}
        {lists.cambridge === null
          ? none
          : `${listText(lists.cambridge)}, ${formatNumber(unweighted.cambridge)} incidents without a weight (${formatShare(unweighted.cambridge, incidents)})`}
        .
      </Text>
      <Text size="xs" c="dimmed" maw={860}>
        The two measures rest on sentences, not on what victims say of harm, and they rank
        differently: read all three ranks. An incident without a weight is not harmless. Recorded
        crime is not prevalence.
        {(by === 'victims' || by === 'suspects') &&
          ' Numbers stand for keyed identifiers of this workspace; records without one are in no row. A high rank is a reason to look, never a decision about a person. Suspects who were eliminated or under 18 are left out.'}
      </Text>
      {ranking.rows.length === 0 ? (
        <Text c="dimmed">
          {by === 'areas'
            ? 'No imported boundary holds an incident of this choice.'
            : 'No incident is in this choice.'}
        </Text>
      ) : (
        <HarmTable rows={ranking.rows} by={by} hasCambridge={lists.cambridge !== null} />
      )}
    </>
  );
}

function listText(list: HarmListSummary | null): string {
  return list === null ? '' : `${list.edition}, ${formatNumber(list.weights)} weights`;
}

/** Why an incident stands in no row of a ranking. */
const noUnitWords: Readonly<Record<HarmUnit, string>> = {
  offences: 'no offence is written',
  areas: 'no position, or outside the imported areas',
  cells: 'outside the grid',
  addresses: 'no address is kept',
  victims: 'no victim with an identifier',
  suspects: 'no adult suspect with an identifier who was not eliminated',
};

function leftOutText(leftOut: HarmRanking['leftOut']): string {
  const reasons = Object.entries(leftOut).filter(([, count]) => count > 0);
  if (reasons.length === 0) return '';
  return `Left out: ${reasons.map(([reason, count]) => `${formatNumber(count)} ${reasonText(reason)}`).join('; ')}.`;
}
