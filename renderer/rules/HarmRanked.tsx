import { Alert, Text } from '@mantine/core';
import type { HarmListSummary, HarmRanking } from '../../src/contract/rules.ts';
import { formatShare, reasonText } from '../app/format.ts';
import { t } from '../words/t.ts';
import { HarmTable, type HarmUnit } from './HarmTable.tsx';

/** Units ranked by count and harm, with what they were ranked from and what is in no row. */
export function HarmRanked(props: { ranking: HarmRanking; by: HarmUnit; choice: string }) {
  const { ranking, by, choice } = props;
  const { lists, incidents, unweighted } = ranking;
  return (
    <>
      {lists.cambridge === null && (
        <Alert color="gray" title={t('harm.noCambridge')}>
          {t('harm.noCambridgeText')}
        </Alert>
      )}
      <Text size="sm">
        {[
          t('harm.incidents', {
            count: incidents,
            units: t(`harm.in.${by}`, { count: ranking.units }),
            choice,
          }),
          ...(ranking.inNoUnit > 0
            ? [t('harm.inNoRow', { count: ranking.inNoUnit, why: t(`harm.noRow.${by}`) })]
            : []),
          leftOutText(ranking.leftOut),
          t('harm.firstTen'),
          t('harm.severity', {
            list: listText(lists.severity),
            count: unweighted.severity,
            share: formatShare(unweighted.severity, incidents),
          }),
          lists.cambridge === null
            ? t('harm.cambridgeNone')
            : t('harm.cambridge', {
                list: listText(lists.cambridge),
                count: unweighted.cambridge,
                share: formatShare(unweighted.cambridge, incidents),
              }),
        ]
          .filter(Boolean)
          .join(' ')}
      </Text>
      <Text size="xs" c="dimmed" maw={860}>
        {t('harm.text')}
        {(by === 'victims' || by === 'suspects') && ` ${t('harm.people')}`}
      </Text>
      {ranking.rows.length === 0 ? (
        <Text c="dimmed">{t(by === 'areas' ? 'harm.noneInAreas' : 'harm.none')}</Text>
      ) : (
        <HarmTable rows={ranking.rows} by={by} hasCambridge={lists.cambridge !== null} />
      )}
    </>
  );
}

function listText(list: HarmListSummary | null): string {
  if (list === null) return t('harm.notLoaded');
  return t('harm.list', { edition: list.edition, count: list.weights });
}

function leftOutText(leftOut: HarmRanking['leftOut']): string {
  const reasons = Object.entries(leftOut).filter(([, count]) => count > 0);
  if (reasons.length === 0) return '';
  const said = reasons.map(([reason, count]) =>
    t('plan.reason', { count, reason: reasonText(reason) }),
  );
  return t('harm.leftOut', { reasons: said.join('; ') });
}
