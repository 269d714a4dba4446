import { Text } from '@mantine/core';
import { latLngBounds } from 'leaflet';
import { CircleMarker, MapContainer } from 'react-leaflet';
import type { TablePreview } from '../../src/contract/intake.ts';
import { formatNumber } from '../app/format.ts';

const systemWords: Readonly<Record<TablePreview['positions']['system'], string>> = {
  grid: 'British National Grid metres',
  degrees: 'longitude and latitude',
  both: 'grid metres in some rows, longitude and latitude in others',
  none: 'no usable coordinates',
};

/** The coordinates of the first rows on a small map, and in which system they are. */
export function Positions({ positions }: { positions: TablePreview['positions'] }) {
  const { system, points, rows, located, outsideForce } = positions;
  if (rows === 0) return null;
  const places = points.map(([longitude, latitude]) => [latitude, longitude] as [number, number]);
  return (
    <div>
      <Text size="sm" mb={4}>
        Coordinates: {systemWords[system]}; {formatNumber(located)} of the first{' '}
        {formatNumber(rows)} rows have a position
        {outsideForce === null || outsideForce === 0
          ? '.'
          : `, ${formatNumber(outsideForce)} of them outside the imported boundaries.`}
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
