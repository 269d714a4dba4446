import type { BaseMapOutputs } from '../../contract/base-map.ts';
import { needSession } from '../session.ts';
import type { EngineState } from '../state.ts';

/** What answers the calls about the base map. */
export const baseMapHandlers = {
  async baseMap(state: EngineState): Promise<BaseMapOutputs['baseMap']> {
    return needSession(state.session).baseMap.facts();
  },

  async baseMapTile(
    state: EngineState,
    { z, x, y }: { readonly z: number; readonly x: number; readonly y: number },
  ): Promise<BaseMapOutputs['baseMapTile']> {
    return needSession(state.session).baseMap.tile(z, x, y);
  },
};
