import { expect, it } from 'vitest';
import { ask, csv, emptyWorkspace, fileOf, importOne } from '../support.ts';

const header = [
  'reference',
  'offenceTitle',
  'recordedOn',
  'occurredFrom',
  'easting',
  'northing',
  'postcode',
  'locationText',
  'victimReference',
  'victimSex',
  'crimeStatus',
];
const crime = (reference: string, place: readonly [string, string, string, string]): string[] => [
  reference,
  'Stalking',
  '14/02/2026 10:15',
  '13/02/2026 00:00',
  ...place,
  `V${reference}`,
  'Female',
  'recorded',
];

async function placedWorkspace() {
  const made = await emptyWorkspace();
  const { engine, folder } = made;
  const rows = [
    crime('A1', ['358000', '173000', '', 'On or near Quillmoor Road']),
    crime('A2', ['', '', 'zz11zz', '']),
    crime('A3', ['', '', '', 'outside the Crooked Heron']),
    crime('A4', ['', '', '', 'near the Crooked Heron']),
    crime('A5', ['', '', '', 'somewhere']),
    crime('A6', ['', '', '', '']),
  ];
  await importOne(engine, fileOf(folder, 'i.csv', csv(header, ...rows)));
  await importOne(
    engine,
    fileOf(
      folder,
      'v.csv',
      csv(
        ['reference', 'name', 'category', 'easting', 'northing'],
        ['1', 'The Crooked Heron', 'pub', '359000', '174000'],
      ),
    ),
  );
  await importOne(
    engine,
    fileOf(
      folder,
      'p.csv',
      csv(['postcode', 'easting', 'northing'], ['ZZ1 1ZZ', '358500', '173500']),
    ),
  );
  return made;
}

it('finds positions by postcode and by name, and takes only what is sure or accepted', async () => {
  const { engine } = await placedWorkspace();
  const located = async () =>
    (await ask(engine, 'analyse', { method: 'counts', filter: { evidence: 'all-incidents' } }))
      .countIn;
  expect(await located()).toBe(1);
  expect(await ask(engine, 'locateRecords', {})).toEqual({
    evidence: { incident: { exact: 2, likely: 1, 'area-only': 0, none: 1 } },
  });
  expect(await located()).toBe(3);
  const { places, total } = await ask(engine, 'listMatchedPlaces', { confidence: 'likely' });
  expect(total).toBe(1);
  const crooked = { confidence: 'likely', words: 'CROOKED' } as const;
  expect((await ask(engine, 'listMatchedPlaces', crooked)).total).toBe(1);
  expect((await ask(engine, 'listMatchedPlaces', { ...crooked, skip: 1 })).places).toEqual([]);
  expect((await ask(engine, 'listMatchedPlaces', { words: 'no such' })).total).toBe(0);
  expect(places[0]).toMatchObject({
    evidence: 'incident',
    text: 'near the Crooked Heron',
    matched: 'The Crooked Heron',
    records: 1,
    decision: null,
  });
  const decision = { evidence: 'incident', text: 'near the Crooked Heron' } as const;
  expect(await ask(engine, 'decideMatchedPlace', { ...decision, decision: 'accepted' })).toEqual({
    records: 1,
  });
  expect(await located()).toBe(4);
  // Looked for again, the decision still stands; refused, the record stays in totals and off the map.
  await ask(engine, 'locateRecords', {});
  expect(await located()).toBe(4);
  await ask(engine, 'decideMatchedPlace', { ...decision, decision: 'refused' });
  expect(await located()).toBe(3);
  expect((await ask(engine, 'workspaceSummary', {})).counts.incidents).toBe(6);
  expect((await ask(engine, 'checkWorkspace', {})).problems).toEqual([]);
});

it('tells of each source what was read, where it is and what is known', async () => {
  const { engine, folder } = await placedWorkspace();
  await ask(engine, 'locateRecords', {});
  await importOne(
    engine,
    fileOf(
      folder,
      'b.csv',
      csv(
        ['BTP Crime Ref', 'Offence', 'Committed From', 'Station'],
        ['A1', 'Stalking', '13/02/2026 17:30', 'Quillmoor'],
      ),
    ),
  );
  await ask(engine, 'changeRecordingNote', { changedOn: '2026-02-01', what: 'New system' });
  const quality = await ask(engine, 'dataQuality', {});
  const force = quality.sources.find(({ preset }) => preset === 'force-extract');
  expect(force).toMatchObject({
    rows: 6,
    kept: 6,
    rejected: 0,
    records: 6,
    warnings: { 'time-at-midnight': 6 },
    period: { from: '2026-02-14', to: '2026-02-14' },
    located: {
      coordinates: 1,
      'grid-reference': 0,
      postcode: 1,
      place: 1,
      'area-only': 0,
      none: 3,
    },
  });
  expect(force?.shares).toContainEqual({ what: 'victim sex', known: 6, of: 6 });
  expect(force?.shares).toContainEqual({ what: 'victim age', known: 0, of: 6 });
  expect(force?.shares).toContainEqual({ what: 'suspect', known: 0, of: 6 });
  expect(quality.crimeStatus).toEqual({ recorded: 6 });
  expect(quality.heldByTwoForces).toBe(1);
  expect(quality.times).toMatchObject({ timed: 6, atMidnight: 6 });
  const noted = quality.recordingChanges.find(({ source }) => source === 'analyst');
  expect(noted).toMatchObject({ changedOn: '2026-02-01', what: 'New system' });
  await ask(engine, 'changeRecordingNote', {
    id: noted?.id ?? 0,
    changedOn: '2026-02-01',
    what: '',
  });
  const after = await ask(engine, 'dataQuality', {});
  expect(after.recordingChanges).toHaveLength(quality.recordingChanges.length - 1);
});

it('takes the positions back with the batch they were found for', async () => {
  const { engine } = await placedWorkspace();
  await ask(engine, 'locateRecords', {});
  await ask(engine, 'undoBatch', { batch: 1 });
  expect((await ask(engine, 'listMatchedPlaces', {})).total).toBe(0);
});

it('takes a street from located records, but no other words of theirs', async () => {
  const { engine, folder } = await emptyWorkspace();
  const at = ['358000', '173000', ''] as const;
  const rows = [
    crime('A1', [...at, 'On or near Quillmoor Road']),
    crime('A2', [...at, 'at home']),
    crime('A3', ['', '', '', 'Quillmoor Road']),
    crime('A4', ['', '', '', 'at home']),
  ];
  await importOne(engine, fileOf(folder, 'i.csv', csv(header, ...rows)));
  expect(await ask(engine, 'locateRecords', {})).toEqual({
    evidence: { incident: { exact: 1, likely: 0, 'area-only': 0, none: 1 } },
  });
});
