import type { PatternName } from './calendar.ts';
import type { OffenceKind } from './offence-kind.ts';
import type { PersonKey } from './people.ts';
import type { Choices } from './random.ts';
import type { Setting } from './settings.ts';
import type { Position } from './world.ts';

/** One incident as decided: what, where, when and who. Its row adds only details that follow from these. */
export interface PlannedIncident {
  /** Its own number in the plan: the details' stream. */
  readonly number: number;
  readonly kind: OffenceKind;
  readonly recordType: 'crime' | 'non-crime';
  readonly crimeStatus: string;
  readonly title: string;
  readonly code: string;
  readonly setting: Setting;
  readonly place: Position | undefined;
  /** A venue's name, where the incident is at one. */
  readonly venueName: string;
  /** Whose home it is; undefined when it is nobody's. */
  readonly home: PersonKey | undefined;
  readonly atHomeAddressOf: 'victim' | 'suspect' | 'both' | 'none' | '';
  /** Minutes since 1970 on the wall clock. */
  readonly occurredFrom: number;
  readonly occurredTo: number | undefined;
  readonly reportedAt: number;
  readonly recordedAt: number;
  readonly victims: readonly PersonKey[];
  readonly suspects: readonly PersonKey[];
  readonly isDomestic: boolean;
  readonly isHonourBased: boolean;
  readonly isExploitation: boolean;
  /** The planted truth it belongs to; '' for the background. */
  readonly truth: string;
}

/** What a planted truth decides about an incident instead of chance. */
export interface Planting {
  readonly truth: string;
  readonly setting?: Setting;
  readonly place?: Position;
  readonly days?: Choices<number>;
  readonly pattern?: PatternName;
  readonly victims?: readonly PersonKey[];
  readonly suspects?: readonly PersonKey[];
}

/** How many incidents the plan has: sizes the pools from which people come back. */
export interface PlanSize {
  readonly incidents: number;
}
