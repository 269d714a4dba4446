/** A square of the British National Grid. */
export interface GridSquare {
  /** Middle of the square, in metres. */
  readonly easting: number;
  readonly northing: number;
  /** Side of the square in metres: how exactly the reference says where. */
  readonly sideMetres: number;
}

/** Letters of Ordnance Survey's squares: the alphabet without I, five a row from the north west. */
const letters = 'ABCDEFGHJKLMNOPQRSTUVWXYZ';
const squaresPerRow = 5;
const hundredKilometres = 100_000;
/** Column and row of the square S of 500 km, in which the grid begins, in the letters' table. */
const columnOfOrigin = 2;
const rowOfOrigin = 3;
const gridWidthMetres = 700_000;
const gridHeightMetres = 1_300_000;

const form = /^([A-Z]{2})(\d{2,10})$/;
const partedForm = /^([A-Z]{2})[ .,/:-]*(\d{1,5})[ .,/:-]+(\d{1,5})$/;

/**
 * The square of a grid reference with letters, as Ordnance Survey describes them ("Using the National Grid"):
 * `ST 580 730`, `ST5873`, `tq 30088 80410`. Two figures are a square of 10 km, four of 1 km, six of 100 m, eight of
 * 10 m, ten of 1 m; letters alone name no place. Undefined for any other text and outside Great Britain.
 */
export function gridSquareOf(text: string): GridSquare | undefined {
  const plain = text.trim().toUpperCase();
  const parts = partedForm.exec(plain) ?? form.exec(plain.replaceAll(' ', ''));
  if (parts === null) return undefined;
  const [, square = '', first = '', second] = parts;
  const half = first.length / 2;
  const [east, north] =
    second === undefined ? [first.slice(0, half), first.slice(half)] : [first, second];
  if (east.length !== north.length) return undefined;
  const [large, small] = [letters.indexOf(square.charAt(0)), letters.indexOf(square.charAt(1))];
  if (large < 0 || small < 0) return undefined;
  const sideMetres = hundredKilometres / 10 ** east.length;
  const fromWest =
    ((large % squaresPerRow) - columnOfOrigin) * squaresPerRow + (small % squaresPerRow);
  const fromSouth =
    (rowOfOrigin - Math.floor(large / squaresPerRow)) * squaresPerRow +
    (squaresPerRow - 1 - Math.floor(small / squaresPerRow));
  const easting = fromWest * hundredKilometres + (Number(east) + 0.5) * sideMetres;
  const northing = fromSouth * hundredKilometres + (Number(north) + 0.5) * sideMetres;
  const isInGreatBritain =
    easting > 0 && easting < gridWidthMetres && northing > 0 && northing < gridHeightMetres;
  return isInGreatBritain ? { easting, northing, sideMetres } : undefined;
}
