import L from 'leaflet';
import { useEffect } from 'react';
import { useMap } from 'react-leaflet';
import { t } from '../words/t.ts';

/** Leaflet's buttons that zoom, in the words of the window; the frame is what takes the keys. */
export function ZoomButtons() {
  const map = useMap();
  useEffect(() => {
    const buttons = L.control
      .zoom({ zoomInTitle: t('map.frame.zoomIn'), zoomOutTitle: t('map.frame.zoomOut') })
      .addTo(map);
    for (const link of buttons.getContainer()?.querySelectorAll('a') ?? []) {
      link.setAttribute('tabindex', '-1');
    }
    return () => void buttons.remove();
  }, [map]);
  return null;
}
