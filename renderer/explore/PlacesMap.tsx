import { useMemo } from 'react';
import type { PlaceRegister } from '../../src/contract/hotspots.ts';
import { type ClassStyle, dottedStyle, plainStyle } from '../map/class-style.ts';
import type { Ground } from '../map/ground.ts';
import { MapView } from '../map/MapView.tsx';
import type { Picture } from '../map/run-map.ts';
import { areaShapes } from '../map/shapes.ts';
import { t } from '../words/t.ts';
import { BaseMap } from './BaseMap.tsx';
import { Swatch } from './Swatch.tsx';
import type { BaseMapState } from './use-base-map.ts';

/** In the order of `statuses`: by lightness, and set aside by dots, so that they are told apart without colour. */
const styles: readonly [ClassStyle, ClassStyle, ClassStyle] = [
  plainStyle('#DA7F3B'),
  plainStyle('#722206'),
  dottedStyle,
];
const statuses = ['proposed', 'confirmed', 'set-aside'] as const;

/** The places on the ground: cells of one place are one row. */
export function PlacesMap(props: {
  register: PlaceRegister;
  ground: Ground | null;
  base: BaseMapState;
  chosen: number | null;
  onChoose: (place: number | null) => void;
}) {
  const { register, ground, base, chosen, onChoose } = props;
  const { places } = register;
  const picture = useMemo<Picture>(
    () => ({
      ground: ground?.areas ?? null,
      isGroundFilled: !base.isDrawn,
      rows: {
        shapes: areaShapes(ringsOf(register)),
        classOf: Uint8Array.from(places, ({ status }) => statuses.indexOf(status)),
        styles,
        opacity: 0.9,
        areSpots: true,
      },
      venues: ground?.venues ?? null,
      ring: [],
    }),
    [register, places, ground, base.isDrawn],
  );
  const row = places.findIndex(({ place }) => place === chosen);
  const choose = (at: number | null) => onChoose(at === null ? null : (places[at]?.place ?? null));
  return (
    <MapView
      label={t('map.places.map')}
      ground={ground}
      picture={picture}
      base={<BaseMap base={base} />}
      cursor={row < 0 ? null : row}
      firstRow={0}
      onCursor={choose}
      onHover={() => {}}
      onPick={choose}
      onCorner={null}
    >
      <aside className="map-box legend" aria-label={t('map.legend')}>
        <ul>
          {statuses.map((status, place) => (
            <li key={status}>
              <Swatch style={styles[place] ?? styles[0]} />
              {t(`map.places.is.${status}`)}
            </li>
          ))}
        </ul>
      </aside>
    </MapView>
  );
}

/** The rings of each place's cells, longitude and latitude. */
function ringsOf({ places, corners }: PlaceRegister): Float64Array[][] {
  let at = 0;
  return places.map(({ cells, verticesPerCell }) =>
    Array.from({ length: cells }, () => {
      const start = at;
      at += 2 * verticesPerCell;
      return corners.subarray(start, at);
    }),
  );
}
