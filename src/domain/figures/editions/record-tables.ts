import { fillingLines } from '../filling-months.ts';
import { columnsOf } from '../people-blocks.ts';
import type { DrawPart, EditionBasis } from './basis.ts';

/** Section 3: what the edition rests on, and what it cannot say. */
export function declareRecords({ inputs, counts, unit, counted }: EditionBasis): DrawPart {
  const { incidents } = inputs.evidence;
  const isCounted = new Uint8Array(incidents.length);
  for (const index of counted) isCounted[index] = 1;
  const others = Array.from({ length: incidents.length }, (_, index) => index).filter(
    (index) => isCounted[index] !== 1,
  );
  const facts = { fromOne: null, printing: 'shown' } as const;
  const all = counts.declareCount('all-incidents', incidents.length, facts);
  const rest = counts.declareCount('all-incidents|vawg=no', others.length, {
    ...facts,
    printing: 'implied',
  });
  counts.tie(all, [unit.name, rest]);
  const hasPlace = (index: number): boolean =>
    !Number.isNaN(incidents.easting[index] ?? Number.NaN);
  const [placed = ''] = counts.split(unit, unit.name, 'position', [
    { label: 'yes', records: counted.filter(hasPlace), printing: 'shown' },
    { label: 'no', records: counted.filter((index) => !hasPlace(index)), printing: 'implied' },
  ]);
  return (published) => [
    published.table(
      'What this edition rests on: records of the force that were kept after checks.',
      columnsOf('Records', 'Number', 'Share'),
      [
        ['Incidents of every kind', { id: all }, ''],
        ['of these VAWG by the rules', { id: unit.name }, published.share(unit.name, all)],
        ['of these with a position', { id: placed }, published.share(placed, unit.name)],
      ],
    ),
    {
      kind: 'list',
      items: [
        'Police records hold only what was reported and recorded. Women and girls who are Black and minoritised, migrant, disabled or dependent on the offender report less often.',
        ...fillingLines(inputs.evidence),
        'Positions may be those of a default of the records system, of a police station or of a hospital; those known to be are on no map.',
        'What became of each row of each file, rejected rows and the quality of each field are in the force edition: they are about the records, not about women and girls.',
        'Everything left out for the protection of people is counted on the certificate.',
      ],
    },
  ];
}
