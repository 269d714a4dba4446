import type { EthnicPopulation } from '../equality/ethnic-population.ts';
import type { EvidenceColumns } from '../evidence/columns.ts';
import type {
  Area,
  Engagement,
  EvidenceQuality,
  PartnerColumns,
  PerceptionColumns,
  SourceQuality,
  Venue,
} from '../evidence/other-evidence.ts';
import type { CellGrid } from '../geography/cells.ts';
import type { HarmWeightList } from '../harm/weight-list.ts';
import type { OutcomeCodeList } from '../justice/outcome-codes.ts';
import type { RiskIndicatorList } from '../people/risk-indicators.ts';
import type { auditResult } from '../vawg/audit-result.ts';
import type { RuleSet } from '../vawg/rule-set.ts';
import type { WithdrawnCrimes } from '../vawg/withdrawn.ts';
import type { ProfileContext } from './context.ts';

/** A cell of a hot spot run that holds records or is significant. */
export interface HotSpotCell {
  readonly ring: readonly (readonly [number, number])[];
  readonly centre: readonly [number, number];
  readonly index: number;
  readonly count: number;
  readonly z: number;
  /** -3..3, see significanceBins. */
  readonly bin: number;
  /** Indexes of the study cells that touch it. */
  readonly neighbours: readonly number[];
  /** Indexes of its incidents in the incident columns. */
  readonly incidents: readonly number[];
}

export interface HotSpots {
  readonly run: string;
  readonly cellMetres: number;
  readonly shape: 'square' | 'hexagon';
  /** Where the run departs from the recipe, in words. */
  readonly departures: readonly string[];
  readonly areaRule: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly countIn: number;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly studyAreaCells: number;
  /** Cells that hold half of the records, beside what random placement of as many would need. */
  readonly concentration: { readonly cells: number; readonly expectedCells: number } | null;
  readonly cells: readonly HotSpotCell[];
}

/** A place of the register of locations of concern. */
export interface RegisteredPlace {
  readonly name: string;
  readonly status: 'proposed' | 'confirmed' | 'set-aside';
  readonly patrollable: 'yes' | 'no' | 'unknown';
  /** Why it is no place to send anybody to; null where nothing speaks against it. */
  readonly flaggedOut: string | null;
  readonly grid: CellGrid;
  /** Indexes in `grid`. */
  readonly cells: readonly number[];
}

/** How often each public-space hot spot stays hot when the same question is asked in other ways. */
export interface SpotStability {
  readonly run: string;
  readonly spots: readonly {
    /** Indexes of its cells with records, in the grid of the hot spot run. */
    readonly cells: readonly number[];
    readonly stays: number;
    readonly checks: number;
    /** "Stays hot in 11 of 12 checks; not with cells of 125 m." */
    readonly words: string;
  }[];
}

/** The recipe of the terms of reference, and the kept runs that depart from it. */
export interface RecipeInForce {
  readonly sentence: string;
  readonly setOn: string;
  readonly note: string;
  /** Runs that were kept when it was set. */
  readonly runsBefore: number;
  readonly departed: readonly {
    readonly run: string;
    readonly method: string;
    readonly madeOn: string;
    readonly departures: readonly string[];
  }[];
}

type ListName = Pick<HarmWeightList, 'name' | 'edition' | 'unit'>;

/** The lists that the weights in the incident columns came from; null where none is loaded. */
export interface HarmListsInForce {
  readonly severity: ListName | null;
  readonly cambridge: ListName | null;
}

/** What a random audit of the force's own records said of the rules. */
export interface ProfileAudit {
  readonly drawnOn: string;
  readonly records: number;
  readonly coded: number;
  /** Of those coded, the records coded twice under one account. */
  readonly oneAccount: number;
  readonly result: ReturnType<typeof auditResult>;
}

/** Everything a profile is made from: plain data, the time of making included. */
export interface ProfileInputs {
  readonly force: string;
  readonly marking: string;
  readonly isSample: boolean;
  readonly madeOn: string;
  readonly appVersion: string;
  readonly evidence: EvidenceColumns;
  readonly partner: PartnerColumns;
  readonly perceptions: PerceptionColumns;
  readonly engagements: readonly Engagement[];
  readonly venues: readonly Venue[];
  readonly areas: readonly Area[];
  readonly areaOfIncident: Int32Array;
  /** Residents by census group of one type of area; null where no such population was imported. */
  readonly ethnicPopulation: EthnicPopulation | null;
  readonly sources: readonly SourceQuality[];
  readonly quality: EvidenceQuality;
  readonly codeListVersion: string;
  /** The definition in force: its name, choices and rules, printed with what it counts. */
  readonly definition: RuleSet;
  readonly codeListName: string;
  readonly harmLists: HarmListsInForce;
  /** Random audits of the rules; empty where none was coded twice. */
  readonly audits: readonly ProfileAudit[];
  /** The list of high-risk indicators in force; left out when none is loaded. */
  readonly riskIndicators?: RiskIndicatorList;
  /** The list of outcome codes in force; left out when none is loaded. */
  readonly outcomeCodes?: OutcomeCodeList;
  readonly tiers: Readonly<Record<string, number>>;
  /** Crimes cancelled or transferred that would be VAWG if they stood: in no count, but told. */
  readonly withdrawn: WithdrawnCrimes;
  readonly unmatchedOffences: readonly {
    readonly text: string;
    readonly code: string;
    readonly count: number;
  }[];
  /** True when every incident is open data: the profile is then context only and never a VAWG measure. */
  readonly isContextOnly: boolean;
  /** Public-space hot spots (open data: all records) of the latest twelve months and of the whole period. */
  readonly latest: HotSpots | null;
  readonly whole: HotSpots | null;
  /** Of the hot spots of the whole period; null where it was not checked on these data. */
  readonly stability: SpotStability | null;
  /** Null where none was set. */
  readonly recipe: RecipeInForce | null;
  readonly register: readonly RegisteredPlace[];
  /** Published tables, activities, calendar and small tables: beside the figures and in none of them. */
  readonly context: ProfileContext;
}
