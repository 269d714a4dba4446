import { type RefObject, useEffect, useRef } from 'react';
import { useMap } from 'react-leaflet';
import { notDrawn } from './class-style.ts';
import { type Direction, middleOf, rowTowards } from './find-row.ts';
import { lookAtAll } from './look-at-all.ts';
import type { MapViewProps } from './map-view-props.ts';
import { RunMap } from './run-map.ts';

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Feeds the plain map class from React's state, and moves the cell cursor by keys. */
export function RunLayer(
  props: Omit<MapViewProps, 'label' | 'base' | 'children'> & {
    frame: RefObject<HTMLDivElement | null>;
  },
) {
  const map = useMap();
  const layer = useRef<RunMap | null>(null);
  const newest = useRef(props);
  const isTouched = useRef(false);
  const { frame, ground, picture, cursor, sync } = props;
  useEffect(() => {
    newest.current = props;
  });
  useEffect(() => {
    const made = new RunMap(map, {
      onHover: (row) => newest.current.onHover(row),
      onPick: (row) => {
        newest.current.onCursor(row);
        newest.current.onPick(row);
      },
      corner: () => newest.current.onCorner,
    });
    layer.current = made;
    return () => made.remove();
  }, [map]);
  useEffect(() => sync?.join(map), [map, sync]);
  useEffect(() => {
    const tell = (): void => {
      const bounds = map.getBounds();
      newest.current.onView?.([
        bounds.getWest(),
        bounds.getSouth(),
        bounds.getEast(),
        bounds.getNorth(),
      ]);
    };
    map.on('moveend', tell);
    return () => void map.off('moveend', tell);
  }, [map]);
  useEffect(() => {
    // Until the analyst moves it, the map shows the whole ground, whatever the frame's size.
    const box = frame.current;
    const touch = (): void => {
      isTouched.current = true;
    };
    const watch = new ResizeObserver(() => {
      map.invalidateSize({ animate: false });
      if (!isTouched.current) lookAtAll(map, newest.current.ground, newest.current.picture);
    });
    watch.observe(map.getContainer());
    for (const name of touches) box?.addEventListener(name, touch);
    return () => {
      watch.disconnect();
      for (const name of touches) box?.removeEventListener(name, touch);
    };
  }, [map, frame]);
  useEffect(() => {
    isTouched.current = false;
    lookAtAll(map, ground, newest.current.picture);
  }, [map, ground]);
  useEffect(() => layer.current?.show(picture), [picture]);
  const shapes = picture.rows?.shapes ?? null;
  useEffect(() => {
    if (shapes !== null && !isTouched.current) lookAtAll(map, ground, { rows: { shapes } });
  }, [map, ground, shapes]);
  useEffect(() => {
    const middle = cursor === null || shapes === null ? null : middleOf(shapes, cursor);
    layer.current?.setCursor(cursor, middle);
  }, [cursor, shapes]);
  useEffect(() => {
    const box = frame.current;
    const onKey = (event: KeyboardEvent): void => {
      if (event.target !== box || event.ctrlKey || event.metaKey || event.altKey) return;
      if (takeKey(event.key, newest.current, map)) event.preventDefault();
    };
    box?.addEventListener('keydown', onKey);
    return () => box?.removeEventListener('keydown', onKey);
  }, [frame, map]);
  return null;
}

const touches = ['pointerdown', 'wheel', 'keydown'] as const;

/** Acts on a key; false when it means nothing here. */
function takeKey(
  key: string,
  props: Parameters<typeof RunLayer>[0],
  map: ReturnType<typeof useMap>,
): boolean {
  const { picture, cursor, firstRow, onCursor, onPick } = props;
  const direction = arrows[key];
  if (direction !== undefined && picture.rows !== null) {
    const { shapes, classOf } = picture.rows;
    // Rows that are not drawn are never stopped at.
    const next =
      cursor === null
        ? firstRow
        : rowTowards(shapes, cursor, direction, (row) => classOf[row] !== notDrawn);
    if (next !== null) onCursor(next);
    return true;
  }
  if (key === 'Enter') onPick(cursor);
  else if (key === 'Escape') {
    onCursor(null);
    onPick(null);
  } else if (key === '+' || key === '=') map.zoomIn();
  else if (key === '-') map.zoomOut();
  else return false;
  return true;
}
