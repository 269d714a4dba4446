import { useEffect, useRef } from 'react';

/** A chart of src/charts in the page. `draw` gives it for the page's document. */
export function PlotChart(props: {
  label: string;
  draw: (document: Document) => SVGSVGElement | HTMLElement;
}) {
  const { label, draw } = props;
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chart = draw(document);
    // Plot brings a style element, which the page's policy refuses; style.css says the same.
    for (const style of chart.querySelectorAll('style')) style.remove();
    // The frame says what the chart shows; its parts by themselves say nothing to those who do not see it.
    chart.setAttribute('aria-hidden', 'true');
    frame.current?.replaceChildren(chart);
  }, [draw]);
  return <div ref={frame} className="chart" role="img" aria-label={label} />;
}
