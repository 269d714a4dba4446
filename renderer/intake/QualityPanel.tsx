import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import type { DataQuality } from '../../src/contract/intake.ts';
import { NotRead } from '../app/NotRead.tsx';
import { useCall } from '../app/use-loaded.ts';
import { t, tCode } from '../words/t.ts';
import { OutsidePoints } from './OutsidePoints.tsx';
import { RecordingChanges } from './RecordingChanges.tsx';
import { SourceQuality } from './SourceQuality.tsx';
import { SuspectPositions } from './SuspectPositions.tsx';

/** How far each source can be trusted. The profile's "Data and limitations" is made from the same figures. */
export function QualityPanel() {
  const asked = useCall('dataQuality', {}, { label: t('quality.measuringData') });
  const { value: quality, reload: load } = asked;
  if (quality === null) return <NotRead of={asked} words={t('quality.measuring')} />;
  if (quality.sources.length === 0) {
    return <Text c="dimmed">{t('quality.none')}</Text>;
  }
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Text c="dimmed">{t('quality.section')}</Text>
        <Button variant="default" onClick={() => void load()}>
          {t('quality.again')}
        </Button>
      </Group>
      {quality.sources.map((source) => (
        <SourceQuality key={`${source.kind} ${source.preset}`} source={source} />
      ))}
      <section>
        <Title order={2} size="h4">
          {t('quality.whole')}
        </Title>
        <List size="sm">
          {sentences(quality).map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      </section>
      <SuspectPositions positions={quality.positions} />
      <OutsidePoints positions={quality.positions} />
      <RecordingChanges changes={quality.recordingChanges} changed={load} />
    </Stack>
  );
}

function sentences({
  positions,
  times,
  steps,
  crimeStatus,
  heldByTwoForces,
  sharedReferences,
}: DataQuality): string[] {
  const status = Object.entries(crimeStatus)
    .map(([name, count]) => t('quality.oneStatus', { count, status: tCode(`status.of.${name}`) }))
    .join(', ');
  const { atMidnight, timed, expectedAtMidnight } = times;
  const { records, distinct, outsideForce } = positions;
  return [
    times.suspicious
      ? t('quality.timesSuspicious', {
          atMidnight,
          count: timed,
          expected: Math.round(expectedAtMidnight),
        })
      : t('quality.times', { atMidnight, count: timed }),
    t(positions.looksSnapped ? 'quality.snapped' : 'quality.positions', {
      count: records,
      distinct,
    }),
    ...(outsideForce === null ? [] : [t('quality.outside', { count: outsideForce })]),
    ...(status === '' ? [] : [t('quality.status', { status })]),
    ...(heldByTwoForces === 0 ? [] : [t('quality.heldByTwo', { count: heldByTwoForces })]),
    ...(sharedReferences.references === 0
      ? []
      : [
          t('quality.shared', {
            count: sharedReferences.references,
            records: sharedReferences.records,
          }),
        ]),
    ...steps.map(({ month, before, after }) => t('quality.step', { month, before, after })),
  ];
}
