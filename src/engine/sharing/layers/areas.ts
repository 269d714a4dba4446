import { FailureError } from '../../../contract/outcome.ts';
import type { LevelLimits } from '../../../domain/disclosure/levels.ts';
import type { Area } from '../../../domain/evidence/other-evidence.ts';
import type { LayerField } from '../safe-layer.ts';
import {
  areaId,
  type DraftContext,
  type DraftFeature,
  incidentLimits,
  incidentPeople,
  incidentPoints,
  type LayerDraft,
  type LayerMaker,
  numberFields,
  quarters,
  totalsOf,
} from './draft.ts';

const areaFields: readonly LayerField[] = [
  { name: 'code', title: 'Code of the area', type: 'text' },
  { name: 'name', title: 'Area', type: 'text' },
  ...numberFields,
];

/** Public-space incidents by area. */
export const areas: LayerMaker = async (context) =>
  byArea(context, 'public', {
    title: 'Public-space incidents by area',
    fields: areaFields,
    method: 'Count of public-space records in each area.',
    limits: ['A count says most about how many people are there: it is no rate.'],
    withNumber: () => () => ({}),
    withheld: () => null,
  });

/** Incidents of every space by area for each 1,000 women and girls who live there: the one layer with private space. */
export const areaRates: LayerMaker = async (context) =>
  byArea(context, 'all', {
    title: 'Incidents by area for each 1,000 women and girls living there',
    fields: [
      ...areaFields,
      { name: 'women', title: 'Women and girls living there', type: 'integer' },
      { name: 'rate_per_1000_women', title: 'Records for 1,000 women and girls', type: 'real' },
    ],
    method:
      'Records of private, public and online space in each area, rounded, divided by the women and girls living there.',
    limits: [
      'A rate of those who live there: where many go out, shop or study the risk for each person present is lower.',
    ],
    withNumber:
      ({ femalePopulation }) =>
      (printed) => ({
        women: femalePopulation,
        rate_per_1000_women:
          femalePopulation === null || femalePopulation <= 0
            ? null
            : Math.round((10_000 * printed) / femalePopulation) / 10,
      }),
    withheld: (area, { fewestPeople }) => (peopleIn(area) < fewestPeople ? 'too-few-people' : null),
  });

/** Everybody who lives in an area; where only women and girls are counted they are taken as half. */
function peopleIn({ population, femalePopulation }: Area): number {
  return population ?? 2 * (femalePopulation ?? 0);
}

interface AreaPlan extends Pick<LayerDraft, 'title' | 'fields' | 'method' | 'limits'> {
  readonly withNumber: (area: Area) => DraftFeature['withNumber'];
  readonly withheld: (area: Area, limits: LevelLimits) => DraftFeature['withheld'];
}

function byArea(context: DraftContext, space: 'public' | 'all', plan: AreaPlan): LayerDraft {
  const { session, limits } = context;
  const { list } = session.areas().counting;
  if (list.length === 0) {
    throw new FailureError(
      'nothing-to-show',
      'A layer of areas needs boundaries, and this workspace has none.',
      'Import a boundary file.',
    );
  }
  const { keys, contributorsOf } = incidentPeople(context);
  const totals = totalsOf(context, incidentPoints(context, space), keys);
  const recordsOf = new Map(totals.map(({ id, records }) => [id, records]));
  return {
    title: plan.title,
    evidence: 'incident',
    fields: plan.fields,
    features: list.map((area) => ({
      id: areaId(area.code),
      records: recordsOf.get(areaId(area.code)) ?? new Float64Array(),
      geometry: { kind: 'areas', polygons: area.polygons },
      always: { code: area.code, name: area.name },
      withNumber: plan.withNumber(area),
      withheld: plan.withheld(area, limits),
    })),
    totals,
    contributorsOf,
    period: `recorded ${quarters(session.summary().period)}`,
    method: plan.method,
    limits: [...incidentLimits, ...plan.limits],
    run: null,
  };
}
