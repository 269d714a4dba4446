import { Button, Group, NativeSelect, Slider, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { monthText, parseMonth } from '../../src/domain/time/months.ts';
import { t } from '../words/t.ts';
import type { MonthSpan } from './use-map.ts';

const stepMilliseconds = 1_200;

/**
 * Holds the map to a month, or to several up to it, and plays through the period. The arrow keys move the slider, the
 * space bar plays and stops.
 */
export function TimeSlider(props: {
  period: { readonly from: string; readonly to: string };
  span: MonthSpan | null;
  /** The picture of this span is not there yet: playing waits for it. */
  isBusy: boolean;
  onSpan: (span: MonthSpan | null) => void;
}) {
  const { period, span, isBusy, onSpan } = props;
  const [months, setMonths] = useState(1);
  const [isPlaying, setPlaying] = useState(false);
  const first = parseMonth(period.from) ?? 0;
  const last = parseMonth(period.to) ?? first;
  const at = span === null ? null : (parseMonth(span.to) ?? last);
  const goTo = (month: number, width = months) =>
    onSpan({ from: monthText(Math.max(first, month - width + 1)), to: monthText(month) });
  useEffect(() => {
    if (!isPlaying || isBusy) return undefined;
    const timer = setTimeout(() => {
      const next = at === null ? first : at + 1;
      if (next > last) setPlaying(false);
      else goTo(next);
    }, stepMilliseconds);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a step follows from where it is, not from new functions
  }, [isPlaying, isBusy, at]);
  const words = span === null ? t('map.period.whole') : wordsOf(span);
  return (
    <Group
      className="time-slider"
      role="group"
      aria-label={t('map.time')}
      gap="sm"
      onKeyDown={(event) => {
        const isButton = event.target instanceof HTMLButtonElement;
        if (event.key !== ' ' || isButton) return;
        event.preventDefault();
        setPlaying(!isPlaying);
      }}
    >
      <Button size="compact-sm" variant="default" onClick={() => setPlaying(!isPlaying)}>
        {t(isPlaying ? 'map.time.stop' : 'map.time.play')}
      </Button>
      <Slider
        className="slider"
        label={null}
        thumbLabel={t('map.time.month')}
        min={first}
        max={last}
        value={at ?? last}
        onChange={(month) => goTo(month)}
        thumbProps={{ 'aria-valuetext': words }}
      />
      <Text size="sm" className="unbroken" role="status">
        {words}
      </Text>
      <NativeSelect
        size="xs"
        aria-label={t('map.time.months')}
        value={String(months)}
        data={[1, 3, 12].map((one) => ({
          value: String(one),
          label: t('map.time.width', { count: one }),
        }))}
        onChange={(event) => {
          const width = Number(event.currentTarget.value);
          setMonths(width);
          if (at !== null) goTo(at, width);
        }}
      />
      <Button
        size="compact-sm"
        variant="default"
        disabled={span === null}
        onClick={() => {
          setPlaying(false);
          onSpan(null);
        }}
      >
        {t('map.time.whole')}
      </Button>
    </Group>
  );
}

function wordsOf({ from, to }: MonthSpan): string {
  return from === to ? from : t('map.period.span', { from, to });
}
