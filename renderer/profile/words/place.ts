import { createContext } from 'react';
import type { Place, StaleFigure } from '../../../src/domain/profile/stale.ts';

/** Where an editor's words stand, and what it does once one of its figures was settled. */
export interface EditorPlace {
  readonly place: Place;
  readonly onSettled: (
    stale: Pick<StaleFigure, 'figure' | 'accepted' | 'current'>,
    decision: 'accept' | 'keep',
  ) => void;
}

export const PlaceContext = createContext<EditorPlace | null>(null);
