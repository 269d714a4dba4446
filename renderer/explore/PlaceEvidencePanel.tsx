import { List, Text, Title } from '@mantine/core';
import { useCallback, useState } from 'react';
import { hourChart } from '../../src/charts/charts.ts';
import type { PlaceEvidence } from '../../src/contract/hotspots.ts';
import { ask } from '../app/engine-client.ts';
import { formatDecimal } from '../app/format.ts';
import { t } from '../words/t.ts';
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
  if (value === null) return <Text size="sm">{t('common.reading')}</Text>;
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
      <Counted title={t('map.place.offences')} counted={value.offences} />
      <Hours evidence={value} />
      <Counted
        title={t('map.place.partner', { count: value.partner.records })}
        counted={value.partner.categories}
      />
      <Counted
        title={t('map.place.felt', { count: value.perceptions.reports })}
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
          {t('map.place.nothing')}
        </Text>
      ) : (
        <List size="sm">
          {counted.slice(0, mostShown).map(({ title: what, count }) => (
            <List.Item key={what}>{t('map.counted', { count, what })}</List.Item>
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
    <section aria-label={t('map.place.hours')}>
      <Title order={3} size="h6" mt="sm">
        {t('map.place.hoursTitle')}
      </Title>
      <PlotChart label={t('map.place.hoursLabel')} draw={draw} />
      <Text size="xs" c="dimmed">
        {t('map.charts.untimed', { count: untimed })}
      </Text>
    </section>
  );
}

function HarmAndVenues({ evidence }: { evidence: PlaceEvidence }) {
  const { harm, venues, venueMetres, capacity } = evidence;
  return (
    <>
      <Title order={3} size="h6" mt="sm">
        {t('map.place.harm')}
      </Title>
      {harm.map((measured) => (
        <Text size="sm" key={measured.list}>
          {harmWords(measured)}
        </Text>
      ))}
      <Title order={3} size="h6" mt="sm">
        {t('map.place.near', { metres: venueMetres })}
      </Title>
      <List size="sm">
        {venues.slice(0, mostShown).map((venue) => (
          <List.Item key={`${venue.name} ${venue.metres}`}>{venueWords(venue)}</List.Item>
        ))}
      </List>
      <Text size="sm">{capacityWords(capacity)}</Text>
    </>
  );
}

function harmWords({ list, unit, sum, unweighted, cautions }: PlaceEvidence['harm'][number]) {
  const measured = t('map.place.harmSum', { list, sum: Math.round(sum), unit });
  const parts =
    unweighted === 0
      ? measured
      : `${measured}; ${t('map.place.harmUnweighted', { count: unweighted })}`;
  return cautions.length === 0 ? parts : `${parts}. ${cautions.join('; ')}`;
}

function capacityWords({ recordsPerThousand, people, venuesWithout }: PlaceEvidence['capacity']) {
  const rate =
    recordsPerThousand === null
      ? t('map.place.noRate')
      : t('map.place.rate', { rate: formatDecimal(recordsPerThousand, 1), people });
  if (venuesWithout === 0) return `${rate}.`;
  return `${rate}; ${t('map.place.noCapacity', { count: venuesWithout })}.`;
}
