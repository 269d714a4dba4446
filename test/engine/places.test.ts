import { describe, expect, it } from 'vitest';
import { ask, csv, emptyWorkspace, fileOf, importOne } from './support.ts';

const header = [
  'reference',
  'offenceTitle',
  'offenceCode',
  'recordedOn',
  'occurredFrom',
  'locationType',
  'locationText',
  'easting',
  'northing',
];
const row = (reference: string, east: number, north: number, text = '', type = 'Street') => [
  reference,
  'Exposure',
  '088/09',
  '02/02/2026',
  '02/02/2026 22:30',
  type,
  text,
  String(east),
  String(north),
];

/**
 * Thirty records spread over a square of 10 km; twelve in two cells that touch, on Plover Walk; fifteen at one
 * coordinate by a police station, in a cell of their own.
 */
async function workspace() {
  const made = await emptyWorkspace();
  const rows: string[][] = [];
  for (let index = 0; index < 30; index++)
    rows.push(
      row(`S${index}`, 430_010 + (index % 6) * 1_900, 330_010 + Math.floor(index / 6) * 2_100),
    );
  for (let index = 0; index < 12; index++)
    rows.push(row(`P${index}`, 434_100 + index * 25, 334_100 + index, 'Near Plover Walk'));
  for (let index = 0; index < 15; index++)
    rows.push(row(`D${index}`, 439_125, 339_125, 'Saltgate', 'Street'));
  await importOne(made.engine, fileOf(made.folder, 'x.csv', csv(header, ...rows)));
  const venues = csv(
    ['name', 'category', 'capacity', 'closingTime', 'easting', 'northing'],
    ['The Anchor', 'Bar', '400', '02:00', '434150', '334120'],
    ['Corner Inn', 'Bar', '', '', '434300', '334125'],
    ['Saltgate Police station', 'Police station', '', '', '439130', '339120'],
  );
  await importOne(made.engine, fileOf(made.folder, 'v.csv', venues), { kind: 'venues' });
  const partner = csv(
    ['reference', 'source', 'category', 'occurredFrom', 'easting', 'northing'],
    ['H1', 'Health', 'Assault', '01/02/2026', '434120', '334110'],
    ['H2', 'Health', 'Assault', '01/02/2026', '430000', '330000'],
  );
  await importOne(made.engine, fileOf(made.folder, 'p.csv', partner), { kind: 'partner' });
  const more = fileOf(
    made.folder,
    'more.csv',
    csv(header, ...Array.from({ length: 8 }, (_, at) => row(`M${at}`, 434_600, 334_100 + at))),
  );
  return { ...made, more };
}

/** A few dozen records cannot make a cell hot under the careful inference of the product; here the plain one will do. */
const plain = { inference: 'normal' };

const find = async (engine: Awaited<ReturnType<typeof workspace>>['engine']) => {
  const { run } = await ask(engine, 'analyse', { method: 'gi-star', settings: plain });
  return { run, ...(await ask(engine, 'findPlaces', { run })) };
};

describe('the register of places', () => {
  it('joins hot cells that touch, names them from street and venue, and flags a default geocode out', async () => {
    const { engine } = await workspace();
    const { summary } = await ask(engine, 'analyse', { method: 'gi-star', settings: plain });
    expect(summary['places']).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'Plover Walk', records: 12 })]),
    );
    const { places, corners } = await find(engine);
    const named = places.find(({ name }) => name.startsWith('Plover Walk'));
    expect(named).toMatchObject({
      name: 'Plover Walk, near The Anchor',
      status: 'proposed',
      patrollable: 'yes',
      isPatrollableOwn: false,
      isOfLatestRun: true,
      records: 12,
      flaggedOut: null,
    });
    expect(named?.cells).toBeGreaterThanOrEqual(2);
    expect(corners).toHaveLength(places.reduce((sum, { cells }) => sum + cells, 0) * 8);
    expect(named?.centre[0]).toBeCloseTo(-1.49, 1);
    const station = places.find(({ flaggedOut }) => flaggedOut !== null);
    expect(station).toMatchObject({ records: 15, doubt: null });
    expect(station?.flaggedOut).toContain('15 of 15 records');
    expect(station?.flaggedOut).toContain('Saltgate Police station');
  });

  it('tells every kind of evidence of a place in its own count', async () => {
    const { engine } = await workspace();
    const { places } = await find(engine);
    const id = places.find(({ name }) => name.startsWith('Plover Walk'))?.place ?? 0;
    const told = await ask(engine, 'readPlace', { place: id });
    expect(told).toMatchObject({
      offences: [{ title: 'Exposure', count: 12 }],
      untimed: 0,
      partner: { records: 1, categories: [{ title: 'Assault', count: 1 }] },
      perceptions: { reports: 0 },
      capacity: { people: 400, venuesWithout: 1, recordsPerThousand: 30 },
    });
    expect(told.hours.reduce((sum, weight) => sum + weight, 0)).toBe(12);
    expect(told.venues.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['The Anchor', 'Corner Inn']),
    );
    const [ons] = told.harm;
    expect(ons?.sum).toBeGreaterThan(0);
    expect(ons?.unweighted).toBe(0);
    expect(told.words.join(' ')).toContain('not added to them: 1 partner events');
  });

  it('keeps name, note and number when places are found again, and takes changes back', async () => {
    const { engine, more } = await workspace();
    const first = await find(engine);
    const place = first.places.find(({ name }) => name.startsWith('Plover Walk'))?.place ?? 0;
    await ask(engine, 'changePlace', { place, name: 'Anchor corner', status: 'confirmed' });
    await ask(engine, 'changePlace', { place, patrollable: 'no', note: 'Lights are out.' });
    await importOne(engine, more);
    expect(await engine.call('findPlaces', { run: first.run })).toMatchObject({
      code: 'bad-request',
    });
    const again = await find(engine);
    const known = again.places.find((one) => one.place === place);
    expect(known).toMatchObject({
      name: 'Anchor corner',
      status: 'confirmed',
      patrollable: 'no',
      isPatrollableOwn: true,
      note: 'Lights are out.',
      run: again.run,
    });
    expect(known?.records).toBeGreaterThan(12);
    const nameNow = async () =>
      (await ask(engine, 'listPlaces', {})).places.find((one) => one.place === place);
    for (let change = 0; change < 4; change++) await ask(engine, 'undoPlaceChange', { place });
    expect(await nameNow()).toMatchObject({
      name: 'Plover Walk, near The Anchor',
      status: 'proposed',
      patrollable: 'yes',
      note: '',
    });
    expect(await engine.call('undoPlaceChange', { place })).toMatchObject({ code: 'bad-request' });
    const { latest } = await ask(engine, 'readAudit', { verify: true });
    expect(JSON.stringify(latest)).not.toContain('Anchor');
  });

  it('takes the last finding back, unless words of the analyst would be lost with it', async () => {
    const { engine, more } = await workspace();
    const first = await find(engine);
    await importOne(engine, more);
    await find(engine);
    const { places } = await ask(engine, 'undoFindPlaces', {});
    // By number: records have come since, so their order by records may be another.
    const lay = (found: typeof places) =>
      found
        .map(({ place, run, cells }) => ({ place, run, cells }))
        .toSorted((one, other) => one.place - other.place);
    expect(lay(places)).toEqual(lay(first.places));
    expect(await engine.call('undoFindPlaces', {})).toMatchObject({ code: 'not-found' });

    const fresh = await workspace();
    const [found] = (await find(fresh.engine)).places;
    const place = found?.place ?? 0;
    await ask(fresh.engine, 'changePlace', { place, name: 'Anchor corner' });
    expect(await fresh.engine.call('undoFindPlaces', {})).toMatchObject({ code: 'needed-later' });
    await ask(fresh.engine, 'undoPlaceChange', { place });
    expect((await ask(fresh.engine, 'undoFindPlaces', {})).places).toEqual([]);
    expect(await ask(fresh.engine, 'checkWorkspace', {})).toEqual({ intact: true, problems: [] });
  });

  it('refuses to remove a run that a place rests on, and places of a run without hot cells', async () => {
    const { engine } = await workspace();
    const { run } = await find(engine);
    expect(await engine.call('removeRun', { run })).toMatchObject({ code: 'needed-later' });
    const counts = await ask(engine, 'analyse', { method: 'counts' });
    expect(await engine.call('findPlaces', { run: counts.run })).toMatchObject({
      code: 'bad-request',
    });
    expect(await engine.call('readPlace', { place: 999 })).toMatchObject({ code: 'not-found' });
    expect(await ask(engine, 'checkWorkspace', {})).toEqual({ intact: true, problems: [] });
  });
});

describe('the profile', () => {
  it('ranks the register: its names, without what is set aside or flagged out', async () => {
    const { engine, folder } = await workspace();
    const rows = Array.from({ length: 14 }, (_, index) =>
      row(`Q${index}`, 432_600 + index, 338_600 + index, 'Larch Croft'),
    );
    for (let index = 0; index < 10; index++)
      rows.push(row(`R${index}`, 434_110 + index, 334_110, 'Plover Walk'));
    await importOne(engine, fileOf(folder, 'q.csv', csv(header, ...rows)));
    const { run } = await ask(engine, 'analyse', {
      method: 'gi-star',
      filter: { space: 'public' },
      settings: plain,
    });
    const { places } = await ask(engine, 'findPlaces', { run });
    const idOf = (name: string) => places.find((one) => one.name.startsWith(name))?.place ?? 0;
    await ask(engine, 'changePlace', { place: idOf('Plover Walk'), name: 'Anchor corner' });
    await ask(engine, 'saveRecipe', { method: 'gi-star', settings: plain });
    const kept = await ask(engine, 'buildProfile', {});
    const has = (html: string, words: string): boolean => html.includes(words);
    expect(has(kept.html, 'Anchor corner')).toBe(true);
    expect(has(kept.html, 'beside Saltgate Police station: they were probably')).toBe(true);
    await ask(engine, 'changePlace', { place: idOf('Larch Croft'), status: 'set-aside' });
    const { html } = await ask(engine, 'buildProfile', {});
    expect(has(kept.html, 'Larch Croft: set aside')).toBe(false);
    expect(has(html, 'Larch Croft: set aside by the analyst.')).toBe(true);
  });
});
