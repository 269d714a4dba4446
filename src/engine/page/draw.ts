import { parseHTML } from 'linkedom';
import { barChart, type ChartDocument, hourChart, monthChart } from '../../charts/charts.ts';
import type { BarsBlock, HoursBlock, MonthsBlock } from '../../domain/figures/blocks.ts';
import { visibleText } from './escape.ts';

/** linkedom's document, which has what Plot needs of a browser's. The one place where the two types meet. */
const document = parseHTML('<html><body></body></html>').document as unknown as ChartDocument;

/** A chart as SVG text, drawn by the same specification as on screen. */
export function drawChart(block: MonthsBlock | HoursBlock | BarsBlock): string {
  if (block.kind === 'months') return monthChart(block, document).outerHTML;
  if (block.kind === 'hours') return hourChart(block, document).outerHTML;
  // The serialiser escapes labels as text, but would keep what cannot be seen.
  const bars = block.bars.map((bar) => ({ ...bar, label: visibleText(bar.label) }));
  return barChart({ ...block, bars }, document).outerHTML;
}
