import { BaseMapLayer } from '../map/BaseMapLayer.tsx';
import type { BaseMapState } from './use-base-map.ts';

/** What a map puts below its canvas: the base map while it is drawn. */
export function baseLayer({ facts, isDrawn, opacity }: BaseMapState) {
  return facts !== null && isDrawn ? <BaseMapLayer facts={facts} opacity={opacity} /> : null;
}
