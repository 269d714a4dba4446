import { Splitter } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRemembered } from './remember.ts';

/** How wide a pane is: of what is left over (a number of shares) or fixed (`430px`). */
type PaneSize = number | `${number}px`;

/**
 * Two panes side by side with a line between them that is moved by pointer or by the arrow keys; a double click puts it
 * back. Where it stands is remembered under `name`, and said by its label to who cannot see it.
 */
export function SplitPanes(props: {
  name: string;
  label: string;
  className: string;
  sizes: readonly [PaneSize, PaneSize];
  children: readonly [ReactNode, ReactNode];
}) {
  const [first, second] = props.children;
  const [kept, keep] = useRemembered<{ sizes: readonly (string | number)[] }>(
    `panes-${props.name}`,
    { sizes: props.sizes },
  );
  const isFixed = props.sizes.some((size) => typeof size === 'string');
  const pane = { className: 'pane', min: isFixed ? '300px' : 25 } as const;
  return (
    <Splitter
      className={props.className}
      sizes={[...kept.sizes] as PaneSize[]}
      onSizeChange={(sizes) => keep({ sizes })}
      step={isFixed ? '20px' : 2}
      lineSize={6}
      handleColor="var(--mantine-color-default-border)"
      attributes={{ handle: { 'aria-label': props.label, className: 'pane-line' } }}
    >
      <Splitter.Pane {...pane} defaultSize={props.sizes[0]}>
        {first}
      </Splitter.Pane>
      <Splitter.Pane {...pane} defaultSize={props.sizes[1]}>
        {second}
      </Splitter.Pane>
    </Splitter>
  );
}
