import { FailureError } from '../../contract/outcome.ts';
import {
  exemptions,
  type FeatureRemoval,
  levelLimits,
  removalWords,
  type SharingLevel,
} from '../../domain/disclosure/levels.ts';
import { gateLayer, type PublishedSet } from '../../domain/disclosure/release.ts';
import { type DisclosureRule, ruleInWords } from '../../domain/disclosure/rule.ts';
import { number } from '../../domain/figures/words.ts';
import type { Job } from '../jobs.ts';
import type { Session } from '../session.ts';
import { allToldCounts, type CountedEvidence } from '../workspace/shared-counts.ts';
import { areaRates, areas } from './layers/areas.ts';
import type { DraftContext, LayerDraft, LayerMaker } from './layers/draft.ts';
import { hotSpots } from './layers/hot-spots.ts';
import { perceptions } from './layers/perceptions.ts';
import { places } from './layers/places.ts';
import { venues } from './layers/venues.ts';
import type { LayerAbout, LayerField, SafeFeature, SafeLayer } from './safe-layer.ts';

/** Every layer that can be shared, in the order of a pack. */
const makers = {
  hotspots: hotSpots,
  places,
  perceptions,
  'area-rates': areaRates,
  venues,
  areas,
} as const satisfies Readonly<Record<string, LayerMaker>>;

export type LayerName = keyof typeof makers;
export const layerNames = Object.keys(makers) as readonly LayerName[];

/** What is the same for every layer of one share. */
export interface ShareTerms {
  readonly about: Pick<
    LayerAbout,
    'marking' | 'level' | 'recipient' | 'agreement' | 'decision' | 'madeOn' | 'auditHead'
  >;
  readonly rule: DisclosureRule;
  /** Side of the hot spot cells that was asked for; null leaves it to the layer. */
  readonly cellMetres: number | null;
}

/** A layer that may leave, with what has to be kept when it does. */
export interface MadeLayer {
  readonly layer: SafeLayer;
  readonly suppressed: number;
  readonly rule: string;
  readonly run: LayerDraft['run'];
  readonly notes: readonly string[];
  readonly evidence: CountedEvidence | null;
  readonly published: readonly PublishedSet[];
}

/**
 * Makes a layer and sends it through the gate.
 *
 * @param alsoTold What other layers of the same share tell, by kind of records.
 * @throws FailureError `nothing-to-show` where the layer has no feature or none with a number, `not-permitted` where
 * what was shared before would give small numbers away.
 */
export async function makeLayer(
  session: Session,
  name: LayerName,
  terms: ShareTerms,
  alsoTold: ReadonlyMap<CountedEvidence, readonly PublishedSet[]>,
  job: Job,
): Promise<MadeLayer> {
  const { level } = terms.about;
  const limits = levelLimits[level];
  const { columns } = await session.evidence(job);
  const { rule: held, cellMetres } = terms;
  const context: DraftContext = {
    session,
    job,
    columns,
    limits,
    fewest: held.threshold,
    cellMetres,
  };
  const draft = await makers[name](context);
  if (draft.features.length === 0) {
    throw new FailureError(
      'nothing-to-show',
      'The layer has no feature: nothing stands out. Nothing was written.',
      'Import more records, or share another layer.',
    );
  }
  const { evidence } = draft;
  if (evidence === null) {
    const features = draft.features.map(({ geometry, always }) => ({ geometry, values: always }));
    const rule = 'No number of records: public places only.';
    const layer = layerOf(session, name, draft, terms, {
      features,
      fields: draft.fields,
      rule,
      suppressed: 0,
    });
    return { layer, suppressed: 0, rule, run: null, notes: [], evidence, published: [] };
  }
  const withheld = new Map(
    draft.features.flatMap(({ id, withheld: why }) => (why === null ? [] : [[id, why] as const])),
  );
  const gated = gateLayer(
    {
      features: draft.features.filter(({ id }) => !withheld.has(id)),
      totals: draft.totals.filter(({ id }) => !withheld.has(id)),
      earlier: [...allToldCounts(session.reader, evidence), ...(alsoTold.get(evidence) ?? [])],
      contributorsOf: draft.contributorsOf,
    },
    terms.rule,
  );
  if (gated.exposed > 0) {
    throw new FailureError(
      'not-permitted',
      `${gated.exposed === 1 ? 'One number' : `${number(gated.exposed)} numbers`} below the threshold could be worked out by subtracting what was shared before from this layer, whatever is suppressed in it. Nothing was written.`,
      'What went out cannot be called back. Share the layer as it was shared before (the same level, and for hot spots the same cells), hot spots in larger cells, or wait until more records have come, at least a quarter.',
      { exposed: gated.exposed },
    );
  }
  const features = draft.features.map((feature): SafeFeature => {
    const printed = withheld.has(feature.id) ? null : (gated.values.get(feature.id) ?? null);
    return {
      geometry: feature.geometry,
      values: {
        ...feature.always,
        suppressed: printed === null,
        records: printed,
        ...(printed === null
          ? removalValues(withheld.get(feature.id) ?? 'counts', level)
          : feature.withNumber(printed)),
      },
    };
  });
  const suppressed = features.filter(({ values }) => values['suppressed'] === true).length;
  if (suppressed === features.length) {
    throw new FailureError(
      'nothing-to-show',
      `Each of the ${number(features.length)} features has too few records to be told, so the layer would be empty. Nothing was written.`,
      'Share another layer, or wait until there are more records.',
      { features: features.length, suppressed },
    );
  }
  const words = ruleInWords(terms.rule);
  const fields = [...draft.fields, ...removalFields(level)];
  const layer = layerOf(session, name, draft, terms, { features, fields, rule: words, suppressed });
  return {
    layer,
    suppressed,
    rule: words,
    run: draft.run,
    notes: draft.note === undefined ? [] : [draft.note],
    evidence,
    published: gated.published,
  };
}

function layerOf(
  session: Session,
  name: LayerName,
  { title, period, method, limits }: LayerDraft,
  { about }: ShareTerms,
  made: Pick<SafeLayer, 'features' | 'fields'> & { rule: string; suppressed: number },
): SafeLayer {
  return {
    name: name.replaceAll('-', '_'),
    about: {
      title,
      force: session.summary().force,
      period,
      method,
      limits,
      rule: made.rule,
      suppressedFeatures: made.suppressed,
      ...about,
    },
    fields: made.fields,
    features: made.features,
    degreeDecimals: levelLimits[about.level].degreeDecimals,
  };
}

function removalFields(level: SharingLevel): LayerField[] {
  const why: LayerField = { name: 'why_suppressed', title: 'Why no number is told', type: 'text' };
  return level === 'public'
    ? [why, { name: 'exemption', title: 'Exemption', type: 'text' }]
    : [why];
}

function removalValues(why: FeatureRemoval, level: SharingLevel): SafeFeature['values'] {
  const said = { why_suppressed: removalWords[why] };
  return level === 'public' ? { ...said, exemption: exemptions[why] } : said;
}
