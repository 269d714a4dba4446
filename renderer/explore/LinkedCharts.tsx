import { Text, Title } from '@mantine/core';
import { useCallback } from 'react';
import { barChart, hourChart } from '../../src/charts/charts.ts';
import type { ProfileFilter } from '../../src/contract/filter.ts';
import type { FilterChartData } from '../../src/contract/hotspots.ts';
import { weekdayNames } from '../../src/domain/time/policing-day.ts';
import { t } from '../words/t.ts';
import { PlotChart } from './PlotChart.tsx';
import { TrendChart } from './TrendChart.tsx';
import type { Answer } from './use-answer.ts';

const size = { width: 400, height: 170 };
const mostBars = 10;

/** Trend, hours of the week and offences of what the map shows: the same filter, the same n. */
export function LinkedCharts(props: {
  filter: ProfileFilter;
  charts: Answer<FilterChartData>;
  /** First month of the workspace's records, `YYYY-MM`: the trend of an open period begins there. */
  firstMonth: string;
}) {
  const { filter, charts, firstMonth } = props;
  const { value, failure } = charts;
  if (failure !== null) {
    return (
      <Text size="sm">
        {failure.message} {failure.remedy}
      </Text>
    );
  }
  if (value === null) return <Text size="sm">{t('map.charts.counting')}</Text>;
  if (value.n === 0) return <Text size="sm">{t('map.charts.nothing')}</Text>;
  const colour = colourOf(filter);
  return (
    <>
      <Text size="xs" c="dimmed">
        {t(`map.charts.${filter.dateBasis}`, { count: value.n })}
      </Text>
      <TrendChart charts={value} colour={colour} from={filter.from?.slice(0, 7) ?? firstMonth} />
      <Week charts={value} colour={colour} />
      <Kinds charts={value} colour={colour} isFelt={filter.evidence === 'perceptions'} />
    </>
  );
}

function colourOf({ evidence, space }: ProfileFilter) {
  if (evidence === 'perceptions') return 'felt';
  if (evidence === 'partner') return 'partner';
  return space;
}

interface ChartProps {
  readonly charts: FilterChartData;
  readonly colour: ReturnType<typeof colourOf>;
}

function Week({ charts: { hours, untimed }, colour }: ChartProps) {
  const draw = useCallback(
    (document: Document) => hourChart({ weights: Array.from(hours), colour, size }, document),
    [hours, colour],
  );
  const hour = peakHour(hours);
  if (hour === null) return null;
  return (
    <section aria-label={t('map.charts.week')}>
      <Title order={3} size="h6" mt="sm">
        {t('map.charts.peak', { hour })}
      </Title>
      <PlotChart label={t('map.charts.weekLabel', { hour })} draw={draw} />
      <Text size="xs" c="dimmed">
        {t('map.charts.untimed', { count: untimed })}
      </Text>
    </section>
  );
}

function Kinds({ charts: { offences }, colour, isFelt }: ChartProps & { isFelt: boolean }) {
  const draw = useCallback(
    (document: Document) =>
      barChart(
        {
          bars: offences
            .slice(0, mostBars)
            .map(({ title, count }) => ({ label: title, value: count })),
          colour,
          width: size.width,
        },
        document,
      ),
    [offences, colour],
  );
  const words = offences
    .slice(0, 3)
    .map(({ title, count }) => t('map.charts.bar', { title, count }))
    .join('; ');
  const kind = isFelt ? 'reasons' : 'offences';
  return (
    <section aria-label={t(`map.charts.${kind}`)}>
      <Title order={3} size="h6" mt="sm">
        {offences.length > mostBars
          ? t(`map.charts.${kind}Top`, { most: mostBars })
          : t(`map.charts.${kind}`)}
      </Title>
      <PlotChart label={t('map.charts.frequent', { what: words })} draw={draw} />
    </section>
  );
}

/** The hour of the week with most, for example "Saturday 01:00"; null when no hour is known. */
function peakHour(hours: Float64Array): string | null {
  const most = hours.reduce((best, weight) => Math.max(best, weight), 0);
  if (most === 0) return null;
  const hour = hours.indexOf(most);
  return t('map.charts.hour', {
    day: weekdayNames[Math.floor(hour / 24)] ?? '',
    time: `${String(hour % 24).padStart(2, '0')}:00`,
  });
}
