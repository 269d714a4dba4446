import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Engine } from '../../src/engine/engine.ts';
import type { Needle } from './search-bytes.ts';

type Row = Readonly<Record<string, string>>;

/** Pairs of numbers as files write them: as text with each separator, and as doubles in either order of bytes. */
function pairs(
  kind: string,
  x: number,
  y: number,
  texts: readonly (readonly [string, string])[],
): Needle[] {
  const ordered = [[x, y] as const, [y, x] as const];
  return [
    ...ordered.flatMap(([first, second]) => {
      const [little, big] = [Buffer.alloc(16), Buffer.alloc(16)];
      little.writeDoubleLE(first, 0);
      little.writeDoubleLE(second, 8);
      big.writeDoubleBE(first, 0);
      big.writeDoubleBE(second, 8);
      return [little, big].map((bytes) => ({ kind: `${kind} as doubles`, bytes }));
    }),
    ...texts.flatMap(([one, other]) =>
      [`${one} ${other}`, `${one},${other}`, `${one}, ${other}`, `${other},${one}`].map((text) => ({
        kind: `${kind} as text`,
        bytes: Buffer.from(text),
      })),
    ),
  ];
}

/** A text in the encodings that PDF, Word and databases have for it. */
function words(kind: string, text: string): Needle[] {
  const little = Buffer.from(text, 'utf16le');
  return [
    { kind, bytes: Buffer.from(text) },
    { kind, bytes: little },
    { kind, bytes: Buffer.from(little).swap16() },
  ];
}

/**
 * Everything of the sample force that must be in nothing that leaves: references of crimes, victims, suspects and
 * addresses, pseudonyms, exact positions in both systems, and pieces of every free text.
 *
 * @param degreesOf Longitude and latitude of a grid position.
 */
export function sampleSecrets(
  directory: string,
  engine: Engine,
  degreesOf: (easting: number, northing: number) => readonly [number, number],
): Needle[] {
  const read = (name: string): Row[] =>
    Papa.parse<Record<string, string>>(
      readFileSync(join(directory, 'files', `northmoor-${name}.csv`), 'utf8'),
      { header: true, skipEmptyLines: true },
    ).data;
  const needles: Needle[] = [];
  const seen = new Set<string>();
  const once = (key: string, make: () => Needle[]): void => {
    if (seen.has(key)) return;
    seen.add(key);
    needles.push(...make());
  };
  // A public venue stands where it stands, whether or not something happened within a metre of it.
  const venues = new Set(
    read('venues').flatMap(({ easting = '', northing = '' }) =>
      [1, 10, 100].flatMap((metres) => {
        const [x = 0, y = 0] = [easting, northing].map(
          (text) => Math.round(Number(text) / metres) * metres,
        );
        return [-1, 0, 1].flatMap((east) => [-1, 0, 1].map((north) => `${x + east} ${y + north}`));
      }),
    ),
  );
  for (const row of [...read('incidents'), ...read('perceptions'), ...read('voices')]) {
    for (const [column, text] of Object.entries(row)) {
      if (/^reference$|(victim|suspect)Reference$|^uprn$/.test(column) && text.length >= 5)
        once(text, () => words(column, text));
      if (/^(summary|otherReason|quote|address|text|words)$/.test(column) && text.length > 30)
        for (const start of [0, 26, 52].filter((from) => text.length >= from + 26))
          once(text.slice(start, start + 26), () =>
            words('free text', text.slice(start, start + 26)),
          );
    }
    const [easting, northing] = [Number(row['easting'] ?? ''), Number(row['northing'] ?? '')];
    if (easting > 0 && !venues.has(`${easting} ${northing}`))
      once(`${easting} ${northing}`, () => {
        const [longitude, latitude] = degreesOf(easting, northing);
        const fixed = (digits: number) =>
          [longitude.toFixed(digits), latitude.toFixed(digits)] as const;
        return [
          ...pairs('position', easting, northing, [[String(easting), String(northing)]]),
          ...pairs('position in degrees', longitude, latitude, [5, 6, 7].map(fixed)),
        ];
      });
    const [longitude, latitude] = [row['longitude'] ?? '', row['latitude'] ?? ''];
    if (longitude !== '')
      once(`${longitude} ${latitude}`, () =>
        pairs('position of a report', Number(longitude), Number(latitude), [[longitude, latitude]]),
      );
  }
  for (const table of ['victim', 'suspect']) {
    const people = engine.session?.reader.database
      .prepare<[], string>(`SELECT DISTINCT person FROM ${table} WHERE person IS NOT NULL`)
      .pluck()
      .all();
    for (const person of people ?? []) once(person, () => words('pseudonym', person));
  }
  return needles;
}
