import { List, Text, Title } from '@mantine/core';
import { useCallback, useState } from 'react';
import { hourChart } from '../../src/charts/charts.ts';
import type { PlaceEvidence } from '../../src/contract/hotspots.ts';
import { ask } from '../app/engine-client.ts';
import { formatNumber } from '../app/format.ts';
import { PlaceForm } from './PlaceForm.tsx';
import { PlotChart } from './PlotChart.tsx';
import { useAnswer } from './use-answer.ts';
import { venueWords } from './venue-words.ts';

const mostShown = 6;

/** What is known of one place, each kind of evidence by itself, and what the analyst says of it. */
export function PlaceEvidencePanel(props: { place: number; onChanged: () => Promise<void> }) {
  const { place, onChanged } = props;
  const [round, setRound] = useState(0);
  const { value, failure } = useAnswer(`${place} ${round}`, () => ask('readPlace', { place }));
  if (failure !== null) {
    return (
      <Text size="sm" role="alert">
        {failure.message} {failure.remedy}
      </Text>
    );
  }
  if (value === null) return <Text size="sm">Reading…</Text>;
  return (
    <>
      <Title order={2} size="h4">
        {value.place.name}
      </Title>
      <List size="sm" spacing={2} mb="sm">
        {value.words.map((words) => (
          <List.Item key={words}>{words}</List.Item>
        ))}
      </List>
      <PlaceForm
        key={JSON.stringify([value.place.name, value.place.note])}
        place={value.place}
        onChanged={async () => {
          setRound(round + 1);
          await onChanged();
        }}
      />
      <Counted title="Offences" counted={value.offences} />
      <Hours evidence={value} />
      <Counted
        title={`Partner events: ${formatNumber(value.partner.records)}`}
        counted={value.partner.categories}
      />
      <Counted
        title={`Reports of feeling unsafe: ${formatNumber(value.perceptions.reports)}`}
        counted={value.perceptions.reasons}
      />
      <HarmAndVenues evidence={value} />
    </>
  );
}

function Counted(props: { title: string; counted: PlaceEvidence['offences'] }) {
  const { title, counted } = props;
  return (
    <section aria-label={title}>
      <Title order={3} size="h6" mt="sm">
        {title}
      </Title>
      {counted.length === 0 ? (
        <Text size="sm" c="dimmed">
          None.
        </Text>
      ) : (
        <List size="sm">
          {counted.slice(0, mostShown).map(({ title: what, count }) => (
            <List.Item key={what}>
              {formatNumber(count)} {what}
            </List.Item>
          ))}
        </List>
      )}
    </section>
  );
}

function Hours({ evidence: { hours, untimed } }: { evidence: PlaceEvidence }) {
  const draw = useCallback(
    (document: Document) =>
      hourChart(
        { weights: Array.from(hours), colour: 'public', size: { width: 400, height: 160 } },
        document,
      ),
    [hours],
  );
  return (
    <section aria-label="Hours">
      <Title order={3} size="h6" mt="sm">
        By hour and weekday
      </Title>
      <PlotChart label="Records of the place by hour and weekday" draw={draw} />
      <Text size="xs" c="dimmed">
        {formatNumber(untimed)} without a known hour are left out.
      </Text>
    </section>
  );
}

function HarmAndVenues({ evidence }: { evidence: PlaceEvidence }) {
  const { harm, venues, venueMetres, capacity } = evidence;
  return (
    <>
      <Title order={3} size="h6" mt="sm">
        Harm
      </Title>
      {harm.map(({ list, unit, sum, unweighted, cautions }) => (
        <Text size="sm" key={list}>
          {list}: {formatNumber(Math.round(sum))} {unit}
          {unweighted > 0 && `; ${formatNumber(unweighted)} without a weight`}
          {cautions.length > 0 && `. ${cautions.join('; ')}`}
        </Text>
      ))}
      <Title order={3} size="h6" mt="sm">
        What stands within {formatNumber(venueMetres)} m
      </Title>
      <List size="sm">
        {venues.slice(0, mostShown).map((venue) => (
          <List.Item key={`${venue.name} ${venue.metres}`}>{venueWords(venue)}</List.Item>
        ))}
      </List>
      <Text size="sm">
        {capacity.recordsPerThousand === null
          ? 'No capacity is known, so there is no rate.'
          : `${capacity.recordsPerThousand.toFixed(1)} records for each 1,000 of a capacity of ${formatNumber(capacity.people)}`}
        {capacity.venuesWithout > 0 &&
          `; ${formatNumber(capacity.venuesWithout)} venues without a known capacity`}
      </Text>
    </>
  );
}
