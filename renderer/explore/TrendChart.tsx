import { Text, Title } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { monthChart } from '../../src/charts/charts.ts';
import type { meaningColours } from '../../src/charts/colours.ts';
import type { FilterChartData } from '../../src/contract/hotspots.ts';
import { formatNumber } from '../app/format.ts';
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
          unit: 'records',
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
  const words = `${first.month} ${formatNumber(first.count)} to ${last.month} ${formatNumber(last.count)}`;
  return (
    <section aria-label="By month">
      <Title order={3} size="h6" mt="sm">
        By month
      </Title>
      <PlotChart label={`Records by month: ${words}`} draw={draw} />
      {earlier + undated > 0 && (
        <Text size="xs" c="dimmed">
          Left out: {formatNumber(earlier)} before {from}, {formatNumber(undated)} without a date.
        </Text>
      )}
    </section>
  );
}
