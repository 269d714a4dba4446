import { Button, Group, Table, Text, Title } from '@mantine/core';
import { sectionTitle } from '../../src/domain/profile/section-titles.ts';
import type { StaleFigure } from '../../src/domain/profile/stale.ts';
import { withUnit } from '../app/format.ts';
import { Listed } from '../app/Listed.tsx';
import { t } from '../words/t.ts';
import { useProfile } from './profile-work.tsx';

/** Every figure in the draft that the evidence no longer says, each to be accepted or kept. */
export function StalePanel() {
  const { state } = useProfile();
  if (state === null) return <Text p="lg">{t('profile.collecting')}</Text>;
  return (
    <div className="page wide">
      <Title order={2} size="h3" mb="xs">
        {t('stale.title')}
      </Title>
      {state.stale.length === 0 ? (
        <Text>{t('stale.none')}</Text>
      ) : (
        <>
          <Text size="sm" mb="sm">
            {t('stale.about')}
          </Text>
          <Listed
            items={state.stale}
            textOf={({ label, accepted, current }) => `${label} ${accepted} ${current}`}
          >
            {(shown) => (
              <Table aria-label={t('stale.table')} className="dense wrapped">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">{t('stale.where')}</Table.Th>
                    <Table.Th scope="col">{t('stale.figure')}</Table.Th>
                    <Table.Th scope="col" className="number">
                      {t('stale.inWords')}
                    </Table.Th>
                    <Table.Th scope="col" className="number">
                      {t('stale.now')}
                    </Table.Th>
                    <Table.Th scope="col">{t('stale.recommendations')}</Table.Th>
                    <Table.Th scope="col">{t('stale.decision')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {shown.map((stale) => (
                    <StaleRow
                      key={`${stale.place.kind} ${stale.place.number} ${stale.figure} ${stale.accepted}`}
                      stale={stale}
                    />
                  ))}
                </Table.Tbody>
              </Table>
            )}
          </Listed>
        </>
      )}
    </div>
  );
}

function StaleRow({ stale }: { stale: StaleFigure }) {
  const { settle, showAfresh, canWrite, open } = useProfile();
  const { place, label, accepted, current } = stale;
  const decide = async (decision: 'accept' | 'keep') => {
    if (await settle(stale, decision)) showAfresh();
  };
  const where =
    place.kind === 'text'
      ? `${place.number}. ${sectionTitle(place.number)}`
      : t(`item.${place.kind}`, { number: String(place.number) });
  return (
    <Table.Tr>
      <Table.Td>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() =>
            place.kind === 'text' ? open('write', place.number) : open(`${place.kind}s`)
          }
        >
          {where}
        </Button>
      </Table.Td>
      <Table.Td>{label}</Table.Td>
      <Table.Td className="number">{withUnit(accepted)}</Table.Td>
      <Table.Td className="number">
        <strong>{current === '' ? t('figure.notGiven') : withUnit(current)}</strong>
      </Table.Td>
      <Table.Td>
        {stale.recommendations
          .map((number) => t('item.recommendation', { number: String(number) }))
          .join(', ') || t('stale.noRecommendation')}
      </Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <Button
            size="compact-sm"
            disabled={!canWrite || current === ''}
            aria-label={t('stale.acceptOne', { current, accepted, where, label })}
            onClick={() => void decide('accept')}
          >
            {t('figure.accept')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={!canWrite}
            aria-label={t('stale.keepOne', { accepted, where, label })}
            onClick={() => void decide('keep')}
          >
            {t('figure.keep')}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
