import { useRef } from 'react';
import { MapContainer, ScaleControl } from 'react-leaflet';
import { t } from '../words/t.ts';
import type { MapViewProps } from './map-view-props.ts';
import { RunLayer } from './RunLayer.tsx';
import { ZoomButtons } from './ZoomButtons.tsx';

const north = { center: [54.5, -2] as [number, number], zoom: 6 };

/**
 * A map with one canvas of ours over Leaflet. The arrow keys move a cell cursor, Enter explains its cell, Escape lets
 * go of it, plus and minus zoom.
 */
export function MapView(props: MapViewProps) {
  const { label, base, children, ...rest } = props;
  const frame = useRef<HTMLDivElement>(null);
  return (
    <div
      className="map-frame"
      ref={frame}
      role="application"
      aria-label={label}
      aria-roledescription={t('map.frame.role')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the map is moved by keys
      tabIndex={0}
    >
      <MapContainer
        {...north}
        keyboard={false}
        zoomControl={false}
        zoomAnimation={false}
        fadeAnimation={false}
        markerZoomAnimation={false}
        zoomSnap={0.5}
        minZoom={5}
        // Nearer than this the positions themselves are no longer as exact as the picture.
        maxZoom={18}
        wheelPxPerZoomLevel={120}
        attributionControl
      >
        <ZoomButtons />
        <ScaleControl imperial={false} position="bottomleft" />
        {base}
        <RunLayer frame={frame} {...rest} />
      </MapContainer>
      {children}
    </div>
  );
}
