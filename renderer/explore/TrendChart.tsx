import { Text, Title } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { monthChart } from '../../src/charts/charts.ts';
import type { meaningColours } from '../../src/charts/colours.ts';
import type { FilterChartData } from '../../src/contract/hotspots.ts';
import { t } from '../words/t.ts';
import { PlotChart } from './PlotChart.tsx';

const size = { width: 400, height: 170 };

/** Counts by month. What was committed long before anything was recorded would squeeze the rest: it is told apart. */
export function TrendChart(props: {
  charts: FilterChartData;
  colour: keyof typeof meaningColours;
  from: string;
}) {
  const { charts, colour, from } = props;
  const { undated } = charts;
  const months = useMemo(
    () => charts.months.filter(({ month }) => month >= from),
    [charts.months, from],
  );
  const earlier = charts.months
    .filter(({ month }) => month < from)
    .reduce((sum, { count }) => sum + count, 0);
  const draw = useCallback(
    (document: Document) =>
      monthChart(
        {
          firstMonth: months[0]?.month ?? '1970-01',
          counts: months.map(({ count }) => count),
          fillingMonths: months.filter(({ isFilling }) => isFilling).length,
          colour,
          unit: t('map.charts.records'),
          breaks: [],
          size,
        },
        document,
      ),
    [months, colour],
  );
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return null;
  const label = t('map.charts.monthLabel', {
    first: first.month,
    firstCount: first.count,
    last: last.month,
    lastCount: last.count,
  });
  return (
    <section aria-label={t('map.charts.month')}>
      <Title order={3} size="h6" mt="sm">
        {t('map.charts.month')}
      </Title>
      <PlotChart label={label} draw={draw} />
      {earlier + undated > 0 && (
        <Text size="xs" c="dimmed">
          {t('map.charts.monthLeftOut', { earlier, from, undated })}
        </Text>
      )}
    </section>
  );
}
