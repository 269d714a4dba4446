import { Text } from '@mantine/core';
import { latLngBounds } from 'leaflet';
import { CircleMarker, MapContainer } from 'react-leaflet';
import type { TablePreview } from '../../src/contract/intake.ts';
import { t } from '../words/t.ts';

/** The coordinates of the first rows on a small map, and in which system they are. */
export function Positions({ positions }: { positions: TablePreview['positions'] }) {
  const { system, points, rows, located, outsideForce } = positions;
  if (rows === 0) return null;
  const places = points.map(([longitude, latitude]) => [latitude, longitude] as [number, number]);
  return (
    <div>
      <Text size="sm" mb={4}>
        {outsideForce === null || outsideForce === 0
          ? t('positions.known', { system: t(`positions.${system}`), located, count: rows })
          : t('positions.knownOutside', {
              system: t(`positions.${system}`),
              located,
              count: rows,
              outside: outsideForce,
            })}
      </Text>
      {places.length > 0 && (
        <div className="small-map">
          <MapContainer
            key={JSON.stringify(places.slice(0, 3))}
            bounds={latLngBounds(places).pad(0.2)}
            attributionControl={false}
            preferCanvas
          >
            {places.map((place, index) => (
              <CircleMarker
                // biome-ignore lint/suspicious/noArrayIndexKey: points that are alike have no other name
                key={index}
                center={place}
                radius={3}
                pathOptions={{ color: '#3D2C8D', weight: 1, fillOpacity: 0.6 }}
              />
            ))}
          </MapContainer>
        </div>
      )}
    </div>
  );
}
