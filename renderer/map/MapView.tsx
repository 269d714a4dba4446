import { useEffect, useRef } from 'react';
import { MapContainer, ScaleControl } from 'react-leaflet';
import type { MapViewProps } from './map-view-props.ts';
import { RunLayer } from './RunLayer.tsx';

const north = { center: [54.5, -2] as [number, number], zoom: 6 };

/**
 * A map with one canvas of ours over Leaflet. The arrow keys move a cell cursor, Enter explains its cell, Escape lets
 * go of it, plus and minus zoom.
 */
export function MapView(props: MapViewProps) {
  const { label, base, children, ...rest } = props;
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Leaflet's own controls are links; the frame is what takes the keys.
    for (const link of frame.current?.querySelectorAll('.leaflet-control-zoom a') ?? []) {
      link.setAttribute('tabindex', '-1');
    }
  }, []);
  return (
    <div
      className="map-frame"
      ref={frame}
      role="application"
      aria-label={label}
      aria-roledescription="map"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the map is moved by keys
      tabIndex={0}
    >
      <MapContainer
        {...north}
        keyboard={false}
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
        <ScaleControl imperial={false} position="bottomleft" />
        {base}
        <RunLayer frame={frame} {...rest} />
      </MapContainer>
      {children}
    </div>
  );
}
