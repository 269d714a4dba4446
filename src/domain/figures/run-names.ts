import { leftOutReason } from './words.ts';

/** Names of questions, parameters and figures of runs that their letters do not spell well. */
const titles: Readonly<Record<string, string>> = {
  countIn: 'Records counted',
  dateBasis: 'Date that counts',
  within: 'Part of the map',
  cellMetres: 'Side of a cell (m)',
  area: 'Study area',
  methodVersion: 'Version of the method',
  giniGeneralised: 'Gini, generalised',
  cellsFor25pct: 'Cells that hold 25 %',
  cellsFor50pct: 'Cells that hold 50 %',
  cellsFor80pct: 'Cells that hold 80 %',
  randomCellsFor25pct: 'Cells that hold 25 % by chance',
  randomCellsFor50pct: 'Cells that hold 50 % by chance',
  randomCellsFor80pct: 'Cells that hold 80 % by chance',
  highestPerKm2: 'Highest density (a km2)',
  pPermutation: 'p by shuffling',
  I: "Moran's I",
  p: 'p',
  z: 'z',
};

/** The name of a question, parameter or figure of a run in words: "hotCells" is "Hot cells". */
export function runNameInWords(name: string): string {
  const known = titles[name];
  if (known !== undefined) return known;
  const words = name
    .replace(/Metres$/, ' (m)')
    .replace(/SquareKilometres$/, ' (km2)')
    .replaceAll(/([a-z\d])([A-Z])/g, (_, before: string, after: string) => {
      return `${before} ${after.toLowerCase()}`;
    });
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The name of the figure that counts records left out under a reason. */
export function leftOutNameInWords(reason: string): string {
  return `Left out: ${leftOutReason(reason) ?? reason}`;
}

/** Choices of a run that their codes do not tell. */
const valueWords: Readonly<Record<string, string>> = {
  vawg: 'VAWG incidents',
  'all-incidents': 'all incidents',
  perceptions: 'reports of feeling unsafe',
  partner: 'partner events',
};

/** The choice of a run in words: a code is said, nothing chosen is "open". */
export function runValueInWords(value: unknown): string {
  if (typeof value === 'string') return valueWords[value] ?? value;
  return value === null ? 'open' : JSON.stringify(value);
}
