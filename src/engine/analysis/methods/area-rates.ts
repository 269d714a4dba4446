import { FailureError } from '../../../contract/outcome.ts';
import type { Area } from '../../../domain/evidence/other-evidence.ts';
import { number } from '../../../domain/figures/words.ts';
import { assignAreas } from '../../../domain/geography/area-membership.ts';
import { buildAreaIndex } from '../../../domain/geography/areas.ts';
import { empiricalBayesRates } from '../../../domain/hotspots/empirical-bayes.ts';
import { areasOfOneType } from './area-types.ts';
import { numberColumn, sequentialShade } from './cell-columns.ts';
import type { MethodContext, MethodResult } from './method-runner.ts';
import { peopleOf } from './people-on-cells.ts';

const perPeople = 1_000;

/** Records in each area of one type and, where people are known, their rate, raw and smoothed by empirical Bayes. */
export function areaRates(context: MethodContext): MethodResult {
  const { session, settings, points, question } = context;
  const { list } = session.areas();
  if (list.length === 0) {
    throw new FailureError(
      'nothing-to-show',
      'Counts by area need boundaries, and this workspace has none.',
      'Import a boundary file, or count by cell.',
    );
  }
  const areas = areasOfOneType(list, settings.text('areaType'));
  const areaOfPoint = assignAreas(buildAreaIndex(areas), points.eastings, points.northings);
  const counts = new Float64Array(areas.length);
  const harm = new Float64Array(areas.length);
  let outside = 0;
  for (const [point, area] of areaOfPoint.entries()) {
    if (area < 0) {
      outside++;
      continue;
    }
    counts[area] = (counts[area] ?? 0) + 1;
    harm[area] = (harm[area] ?? 0) + (points.weights[point] ?? 0);
  }
  const rates = ratesOf(areas, counts);
  const isHarm = question.weight === 'harm';
  const shaded = rates?.smoothed ?? (isHarm ? harm : counts);
  return {
    main: {
      name: 'areas',
      title: 'Areas',
      columns: [
        { name: 'code', title: 'Code', unit: null, values: areas.map(({ code }) => code) },
        { name: 'name', title: 'Area', unit: null, values: areas.map(({ name }) => name) },
        numberColumn('count', 'Records', 'records', counts),
        ...(isHarm ? [numberColumn('harm', 'Harm', 'sum of weights', harm)] : []),
        ...(rates?.columns ?? []),
      ],
    },
    geometry: { kind: 'areas', codes: areas.map(({ code }) => code) },
    shade: sequentialShade(
      rates === null ? (isHarm ? 'harm' : 'count') : 'rate_smoothed',
      shaded,
      rates === null ? (isHarm ? 'harm' : 'records') : `for 1,000 ${rates.name}`,
    ),
    summary: {
      areas: areas.length,
      areaType: areas[0]?.type ?? '',
      areasWithRecords: counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0),
      highestCount: counts.reduce((most, count) => Math.max(most, count), 0),
      ...rates?.summary,
    },
    words: [
      `${number(areas.length)} areas of the type ${areas[0]?.type ?? ''}; the fullest holds ${number(counts.reduce((most, count) => Math.max(most, count), 0))} records. Every area counts, those without records too.`,
      ...(rates?.words ?? [
        'No rates: no population table has the codes of these areas. A count says most about how many people there are.',
      ]),
    ],
    parameters: { areaType: areas[0]?.type ?? '' },
    leftOut: { outsideStudyArea: outside },
    usesArea: false,
    ground: null,
  };
}

function ratesOf(areas: readonly Area[], counts: Float64Array) {
  const { of, name } = peopleOf(areas);
  const people = Float64Array.from(areas, (area) => of(area) ?? 0);
  const withPeople = people.reduce((sum, living) => sum + (living > 0 ? 1 : 0), 0);
  if (withPeople === 0) return null;
  const found = empiricalBayesRates(counts, people);
  const per = (values: Float64Array): Float64Array => values.map((value) => value * perPeople);
  const unit = `for 1,000 ${name}`;
  const smoothed = per(found.smoothed);
  const unknown = people.map((living) => (living > 0 ? living : Number.NaN));
  const highest = smoothed.reduce(
    (best, value, area) => (value > (smoothed[best] ?? 0) ? area : best),
    smoothed.findIndex((value) => value >= 0),
  );
  const mean = found.mean * perPeople;
  return {
    name,
    smoothed,
    columns: [
      numberColumn('people', name === 'people' ? 'People' : 'Women and girls', name, unknown),
      numberColumn('rate', 'Rate', unit, per(found.raw)),
      numberColumn('rate_smoothed', 'Rate, smoothed', unit, smoothed),
      numberColumn('rate_lower', 'Smoothed rate, 95 % from', unit, per(found.lower)),
      numberColumn('rate_upper', 'Smoothed rate, 95 % to', unit, per(found.upper)),
    ],
    summary: {
      areasWithPeople: withPeople,
      rateOfAll: mean,
      varianceBetweenAreas: found.variance * perPeople ** 2,
    },
    words: [
      found.variance === 0
        ? `The rates differ no more between areas than chance would make them: every area is given the rate of all, ${mean.toPrecision(3)} ${unit}.`
        : `All areas together have ${mean.toPrecision(3)} ${unit}; the highest smoothed rate is ${(smoothed[highest] ?? 0).toPrecision(3)}, in ${areas[highest]?.name ?? ''}.`,
      'Smoothed: a rate is drawn towards that of all areas, the more the fewer people live there, because a rate of few people jumps about (empirical Bayes, Marshall 1991). The intervals take the spread between areas as known, so they are a little too narrow.',
      'Rates are of those who live there. Where many go out, shop or study the true risk for each person present is lower.',
      ...(withPeople < areas.length
        ? [`${number(areas.length - withPeople)} areas have no number of people, and no rate.`]
        : []),
    ],
  };
}
