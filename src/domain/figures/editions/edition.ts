import type { PublishedSet } from '../../disclosure/release.ts';
import type { DisclosureRule } from '../../disclosure/rule.ts';
import type { Block, Section } from '../blocks.ts';
import type { ProfileInputs } from '../inputs.ts';
import { contextSentence } from '../opening.ts';
import { number } from '../words.ts';
import { type DrawPart, type EditionBasis, editionBasis } from './basis.ts';
import {
  type CertificateFacts,
  certificateOf,
  coverOf,
  type EditionDestination,
  exemptions,
  termsOf,
} from './frame.ts';
import { type EarlierReleases, type GatedRelease, passGate } from './gate.ts';
import { type BesideLayers, type LayersBeside, toldByEdition } from './layers-beside.ts';
import { declareOutcomes, declarePartnerEvents, declareVoices } from './other-tables.ts';
import { declareSuspects, declareVictims } from './people-tables.ts';
import { declarePlaces, type PlaceTables } from './place-tables.ts';
import { declareKinds, declareTimes, drawMapOf } from './public-tables.ts';
import { Published } from './published.ts';
import { declareRecords } from './record-tables.ts';
import {
  declareMonths,
  declareOffences,
  declareSpaces,
  declareThreats,
  declareYears,
  drawSpaces,
  type SpaceSeries,
} from './scale-tables.ts';

/** An edition that passed the gate. */
export interface BuiltEdition {
  /** The eighteen sections. */
  readonly sections: readonly Section[];
  readonly gated: GatedRelease;
  /** What it tells of records by ground, for the layers after it: one list for each of `layers`, in that order. */
  readonly told: readonly (readonly PublishedSet[])[];
  /** The certificate's page, once the hash and the log's head are known. */
  certificate(facts: CertificateFacts): Section;
}

const leftToAnalyst: readonly (readonly [number, string])[] = [
  [13, 'Drivers and hypotheses'],
  [14, 'Current response and what works'],
  [15, 'Recommendations'],
  [16, 'Assessment plan'],
];

/**
 * Builds a partner or public edition: every number is declared, all of them pass the gate as one system, and only then
 * is anything drawn, from what passed.
 *
 * @param layers What layers told before, by kind of records.
 * @param analystItems Texts, findings and recommendations of the draft: none of them goes out, and it is said.
 * @throws RangeError when the inputs are open data only: there is no VAWG edition of them.
 */
export function buildEdition(
  inputs: ProfileInputs,
  to: EditionDestination,
  rule: DisclosureRule,
  earlier: EarlierReleases,
  layers: readonly LayersBeside[],
  analystItems: number,
): BuiltEdition {
  if (inputs.isContextOnly) throw new RangeError(contextSentence);
  const basis = editionBasis(inputs, to.level, rule);
  const parts = declareParts(basis, to);
  const beside = layers.map(({ keys, ...layer }): BesideLayers => {
    const ground = basis.counts.groundOf(layer.unit);
    const sets = Array.from(ground, ([id, records]) => ({
      id,
      records: Float64Array.from(records, (record) => keys[record] ?? -1),
    }));
    return { ...layer, sets };
  });
  const gated = passGate(basis.counts.release(), rule, earlier, beside);
  const published = new Published(gated.values, to.level === 'public' ? exemptions.small : '');
  const draw = (list: readonly DrawPart[]): Block[] => list.flatMap((part) => part(published));
  const made = parts.map(
    ([at, title, list]): Section => ({
      number: at,
      title,
      state: 'figures',
      blocks: draw(list),
    }),
  );
  const findings = made.flatMap((section) =>
    section.blocks.flatMap((block) => (block.kind === 'finding' ? [block.text] : [])),
  );
  const sections = [
    coverOf(basis, to),
    ...made,
    summaryOf(published, basis, findings),
    ...leftToAnalyst.map((one) => analystSection(one, analystItems)),
  ].sort((a, b) => a.number - b.number);
  return {
    sections,
    gated,
    told: beside.map(({ sets }) => toldByEdition(sets, gated.values, rule)),
    certificate: (facts) => certificateOf(basis, gated, to, facts),
  };
}

type Part = readonly [number: number, title: string, draw: readonly DrawPart[]];

function declareParts(basis: EditionBasis, to: EditionDestination): Part[] {
  const spaces = declareSpaces(basis);
  const months = declareMonths(basis, spaces);
  const monthsOf = (...facts: Parameters<NonNullable<typeof months>>): DrawPart =>
    months === null ? () => [] : months(...facts);
  const years = declareYears(basis);
  const threats = declareThreats(basis, spaces);
  const offences = declareOffences(basis, spaces);
  const places = declarePlaces(basis, spaces);
  const words = (...texts: string[]): DrawPart => {
    return () => texts.map((text) => ({ kind: 'paragraph', text }));
  };
  return [
    [1, 'Terms of reference', [() => termsOf(basis)]],
    [3, 'Data and limitations', [declareRecords(basis)]],
    [
      4,
      'Scale, harm and trend',
      [
        years,
        monthsOf('all', 'Recorded VAWG incidents, all victims,', 'all'),
        drawSpaces(basis, spaces),
        threats,
        offences('all'),
        words(
          'Left out of this edition: harm scores by offence and place, since an exact score of a few incidents gives their number and kind away.',
        ),
      ],
    ],
    [
      5,
      'Online spaces',
      [
        monthsOf('online', 'VAWG with an online element', 'online'),
        offences('online'),
        words(
          'The online flag is known to be underused. Online offences have no place and are on no map. Left out of this edition: platforms and means, which are texts of records, and ages of victims online.',
        ),
      ],
    ],
    [
      6,
      'Private spaces',
      [
        monthsOf('private', 'VAWG in private spaces', 'private'),
        offences('private'),
        places.privateAreas,
        words(
          'Private spaces are shown by area only: never as a point, a cell, an address or a map. Left out of this edition: repeat addresses, risk grading, orders and their breaches, referrals.',
        ),
      ],
    ],
    [7, 'Public spaces', publicParts(basis, spaces, places, monthsOf, offences, to)],
    [8, 'Voices of women and girls', [declareVoices(basis)]],
    [9, 'Victims', [declareVictims(basis)]],
    [10, 'Perpetrators', [declareSuspects(basis)]],
    [11, 'Justice outcomes', [declareOutcomes(basis)]],
    [12, 'Priority locations', [places.ranking]],
    [17, 'Method annex', [() => annexOf(basis)]],
  ];
}

function publicParts(
  basis: EditionBasis,
  spaces: SpaceSeries,
  places: PlaceTables,
  monthsOf: (of: 'public', what: string, colour: 'public') => DrawPart,
  offences: (of: 'public') => DrawPart,
  to: EditionDestination,
): DrawPart[] {
  return [
    drawMapOf(basis, places, to.marking),
    monthsOf('public', 'VAWG in public spaces', 'public'),
    declareTimes(basis, spaces),
    declareKinds(basis, spaces),
    offences('public'),
    places.publicAreas,
    declarePartnerEvents(basis),
  ];
}

/** Section 2: what a reader with two minutes takes away, in published numbers. */
function summaryOf(
  published: Published,
  { unit, period, level }: EditionBasis,
  findings: readonly string[],
): Section {
  const space = (name: string): string => published.text(`${unit.name}|space=${name}`);
  return {
    number: 2,
    title: 'Executive summary',
    state: 'figures',
    blocks: [
      {
        kind: 'list',
        items: [
          `About ${published.text(unit.name)} VAWG incidents were recorded ${period}: about ${space('private')} in private spaces, ${space('public')} in public spaces, and ${space('online')} with an online element (which may have a place too).`,
          ...findings,
          'Where to look first is in section 12 (priority locations) and in the area tables of sections 6 and 7; when, in section 7.',
          'Where women and girls say they feel unsafe is in section 8: places that are in no crime record may matter as much.',
        ],
      },
      {
        kind: 'paragraph',
        text: `This is the ${level} edition: numbers are rounded, and small ones suppressed and marked [c]. The certificate at the end says by what rule and how many. Recorded crime is not prevalence.`,
      },
    ],
  };
}

function analystSection([at, title]: readonly [number, string], items: number): Section {
  const kept =
    items === 0
      ? 'The draft of the profile has no text of the analyst yet.'
      : `The draft holds ${number(items)} texts, findings and recommendations of the analyst; none was marked for readers outside the force.`;
  return {
    number: at,
    title,
    state: 'figures',
    blocks: [
      {
        kind: 'paragraph',
        text: `Agreed between the force and its partners, not in this edition. ${kept} The analyst's words are not checked by the disclosure gate and are left out.`,
      },
    ],
  };
}

function annexOf({ inputs, rule }: EditionBasis): Block[] {
  const cell = inputs.whole === null ? 'none' : `${number(inputs.whole.cellMetres)} m`;
  return [
    {
      kind: 'list',
      items: [
        `Hot spots: Gi* over all cells of the study area, ${cell}, tested with the correction of Benjamini and Hochberg at 1 and 5 in 100. Test values stay in the force edition.`,
        `Disclosure: threshold ${rule.threshold}, rounding to ${rule.roundTo}. A number is suppressed when it is below the threshold, when all but ${rule.threshold - 1} of its records or fewer go back to one victim, suspect or address, or when it would give such a number away. Numbers that nobody prints but anybody could subtract are protected as well.`,
        'Numbers that went out in an earlier edition are held against this one: what is unchanged is printed as it was, and the difference of what has changed is protected as a number of its own. A number printed unchanged tells that fewer records than the rounding hides came or went.',
        'Counting: one incident once in each table; a victim or suspect entry once for each incident. An area or offence is named only if enough incidents stand behind it; the others are one line.',
        '[c] means confidential (suppressed). A dash means that the number it would be made from is too small for a share or rate.',
      ],
    },
  ];
}
