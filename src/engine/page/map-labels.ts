/** A number on a map: the point it stands for, and where the middle of its circle is drawn, in page units. */
export interface PlacedLabel {
  readonly text: string;
  readonly from: readonly [number, number];
  readonly at: readonly [number, number];
}

export const labelRadius = 7.5;
/** Middles of two circles are at least so far apart, so that each number can be read. */
const apart = 2 * labelRadius + 1;
/** First to the upper right, a circle's breadth away; then further out. */
const distances = [12.7, 24, 36, 48, 60];
const directions = [-1, 1, -3, 3, 0, -2, 2, 4].map((eighth) => (eighth * Math.PI) / 4);

/**
 * Puts numbers beside their points so that none covers another, in the order given: the first keeps its place. One
 * that finds none free within the frame stands where the first try would have put it.
 *
 * @param frame Left, top, right and bottom within which circles stay.
 */
export function placeLabels(
  points: readonly { readonly text: string; readonly x: number; readonly y: number }[],
  frame: readonly [number, number, number, number],
): PlacedLabel[] {
  const [left, top, right, bottom] = frame;
  const placed: PlacedLabel[] = [];
  for (const { text, x, y } of points) {
    const tries = distances.flatMap((distance) =>
      directions.map((angle): readonly [number, number] => [
        x + distance * Math.cos(angle),
        y + distance * Math.sin(angle),
      ]),
    );
    const isFree = ([ownX, ownY]: readonly [number, number]): boolean =>
      ownX >= left + labelRadius &&
      ownX <= right - labelRadius &&
      ownY >= top + labelRadius &&
      ownY <= bottom - labelRadius &&
      placed.every(({ at }) => Math.hypot(at[0] - ownX, at[1] - ownY) >= apart);
    placed.push({ text, from: [x, y], at: tries.find(isFree) ?? tries[0] ?? [x, y] });
  }
  return placed;
}
