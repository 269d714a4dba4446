import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import type { DataQuality } from '../../src/contract/intake.ts';
import { formatNumber } from '../app/format.ts';
import { useCall } from '../app/use-loaded.ts';
import { OutsidePoints } from './OutsidePoints.tsx';
import { RecordingChanges } from './RecordingChanges.tsx';
import { SourceQuality } from './SourceQuality.tsx';
import { SuspectPositions } from './SuspectPositions.tsx';

/** How far each source can be trusted. The profile's "Data and limitations" is made from the same figures. */
export function QualityPanel() {
  const asked = useCall('dataQuality', {}, { label: 'Measuring the data' });
  const { value: quality, reload: load } = asked;
  if (quality === null) return <Text>Measuring…</Text>;
  if (quality.sources.length === 0) {
    return <Text c="dimmed">No file has been imported yet, so there is nothing to measure.</Text>;
  }
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Text c="dimmed">
          The profile's section "Data and limitations" is made from these figures by itself.
        </Text>
        <Button variant="default" onClick={() => void load()}>
          Measure again
        </Button>
      </Group>
      {quality.sources.map((source) => (
        <SourceQuality key={`${source.kind} ${source.preset}`} source={source} />
      ))}
      <section>
        <Title order={2} size="h4">
          Incidents as a whole
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
    .map(([name, count]) => `${formatNumber(count)} ${name}`)
    .join(', ');
  return [
    `Times: ${formatNumber(times.atMidnight)} of ${formatNumber(times.timed)} timed incidents stand at 00:00 or 00:01${times.suspicious ? `, where about ${formatNumber(Math.round(times.expectedAtMidnight))} would be usual: most of them are probably not known` : ', as many as would be usual'}.`,
    `Positions: ${formatNumber(positions.records)} located incidents on ${formatNumber(positions.distinct)} different points${positions.looksSnapped ? ': they look moved to shared map points, so no point is an address' : ''}.`,
    ...(positions.outsideForce === null
      ? []
      : [
          `${formatNumber(positions.outsideForce)} located incidents lie outside every imported boundary.`,
        ]),
    ...(status === ''
      ? []
      : [
          `Crime status: ${status}. Cancelled and transferred crimes are in no count of VAWG or of offences; N100 stands apart.`,
        ]),
    ...(heldByTwoForces === 0
      ? []
      : [
          `${formatNumber(heldByTwoForces)} records of the transport police are held by the force too, by their reference.`,
        ]),
    ...(sharedReferences.references === 0
      ? []
      : [
          `${formatNumber(sharedReferences.references)} references stand on more than one incident, ${formatNumber(sharedReferences.records)} incidents in all: each is kept as its own record.`,
        ]),
    ...steps.map(
      ({ month, before, after }) =>
        `The number of records steps in ${month}: about ${formatNumber(before)} a month before, ${formatNumber(after)} after.`,
    ),
  ];
}
