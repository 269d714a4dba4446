import type { DisclosureRule } from '../../disclosure/rule.ts';
import type { Block } from '../blocks.ts';
import { countedIncidents } from '../counting.ts';
import type { ProfileInputs } from '../inputs.ts';
import { periodInWords } from '../opening.ts';
import { incidentContributors } from './contributors.ts';
import { EditionCounts, type Unit } from './edition-counts.ts';
import type { Published } from './published.ts';

/** To whom an edition goes: a partner under a live agreement, or anybody. */
export type EditionLevel = 'partner' | 'public';

/** What every table of an edition is declared from. */
export interface EditionBasis {
  readonly inputs: ProfileInputs;
  readonly level: EditionLevel;
  readonly rule: DisclosureRule;
  readonly counts: EditionCounts;
  /** VAWG incidents; the id of their number is the unit's name. */
  readonly unit: Unit;
  readonly counted: readonly number[];
  /** "November 2023 to October 2026". */
  readonly period: string;
}

/**
 * Draws a part of the edition. Made when its numbers are declared, it keeps their ids and labels and never a number
 * of records: what it prints comes from what passed the gate.
 */
export type DrawPart = (published: Published) => Block[];

export function editionBasis(
  inputs: ProfileInputs,
  level: EditionLevel,
  rule: DisclosureRule,
): EditionBasis {
  const counted = countedIncidents(inputs.evidence, false);
  const unit = { name: 'incidents', mostFromOne: incidentContributors(inputs.evidence) };
  const counts = new EditionCounts();
  counts.declare(unit, unit.name, counted);
  return { inputs, level, rule, counts, unit, counted, period: periodInWords(inputs) };
}
