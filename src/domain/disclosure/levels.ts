import { type DisclosureRule, standardRule } from './rule.ts';

/** Who a layer is made for. The force's own edition never leaves through a share. */
export const sharingLevels = ['partner', 'public'] as const;
export type SharingLevel = (typeof sharingLevels)[number];

/** How fine a level may be. */
export interface LevelLimits {
  /** Smallest side of a cell of public-space incidents. */
  readonly cellMetres: number;
  /** Smallest side of a cell of reports of feeling unsafe: a pin is one person's. */
  readonly perceptionCellMetres: number;
  /** A venue's position is rounded to so many metres. */
  readonly pointMetres: number;
  /** Decimals of a degree in files. Corners of cells and borders tell nothing of records. */
  readonly degreeDecimals: number;
  /** Fewest people of an area whose records, at home too, may be told of: those of the smallest LSOA. */
  readonly fewestPeople: number;
}

export const levelLimits: Readonly<Record<SharingLevel, LevelLimits>> = {
  partner: {
    cellMetres: 250,
    perceptionCellMetres: 500,
    pointMetres: 10,
    degreeDecimals: 6,
    fewestPeople: 1_000,
  },
  public: {
    cellMetres: 500,
    perceptionCellMetres: 1_000,
    pointMetres: 100,
    degreeDecimals: 5,
    fewestPeople: 1_000,
  },
};

/**
 * The rule of a level. Partners: below 5 suppressed unless a force chose another threshold. The public: at least
 * the Office for National Statistics' 10-5 rule (below 10 suppressed), since nobody is bound by an agreement.
 * Everything else is rounded to 5.
 */
export function ruleOfLevel(
  level: SharingLevel,
  asked: DisclosureRule['threshold'] | null,
): DisclosureRule {
  if (level === 'public') return { threshold: 10, roundTo: 5 };
  return asked === null ? standardRule : { threshold: asked, roundTo: 5 };
}

/**
 * Why a feature has no number, as far as it may be told. Whether a number is small or hides another is not: who
 * knew which is which could work some of them out.
 */
export type FeatureRemoval = 'counts' | 'too-few-people';

/** The reason in words, as the layer says it. */
export const removalWords: Readonly<Record<FeatureRemoval, string>> = {
  counts: 'too few records, made by one person or address, or it would give such a number away',
  'too-few-people': 'too few people live here',
};

const personalInformation = 'Freedom of Information Act 2000, section 40(2) (personal information)';

/**
 * The exemption under which the public is not told. Sexual offences are among the records, whose victims must not
 * become identifiable to the public in any way (Sexual Offences (Amendment) Act 1992, section 1).
 */
export const exemptions: Readonly<Record<FeatureRemoval, string>> = {
  counts: `${personalInformation}; section 44 with the Sexual Offences (Amendment) Act 1992, section 1`,
  'too-few-people': personalInformation,
};
