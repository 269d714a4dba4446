import type { PlainKey } from '../words/t.ts';

export type ScreenName = 'home' | 'data' | 'rules' | 'map' | 'profile' | 'sharing';

/** Every screen in the order of the rail. Alt and its place in the order opens it. */
export const rooms: readonly (readonly [screen: ScreenName, words: PlainKey])[] = [
  ['home', 'room.home'],
  ['data', 'room.data'],
  ['rules', 'room.rules'],
  ['map', 'room.map'],
  ['profile', 'room.profile'],
  ['sharing', 'room.sharing'],
];

/** The words of a screen's name. */
export function roomWords(screen: ScreenName): PlainKey {
  return `room.${screen}`;
}
