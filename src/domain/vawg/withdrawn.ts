import { crimeStatusNames, type IncidentColumns, sourceNames } from '../evidence/columns.ts';
import { applyRules, noRule } from './apply-rules.ts';
import { countsAsVawg } from './classify.ts';
import type { FieldColumn, RuleInputs } from './field-columns.ts';
import { type FieldName, type RuleSet, rulesOf } from './rule-set.ts';
import { threatsOf } from './threats.ts';

/** Crimes that were cancelled or transferred and would be VAWG if they stood. They are in no count of VAWG. */
export interface WithdrawnCrimes {
  /** Indexes of the incidents, ascending. */
  readonly indexes: Int32Array;
  /** Threats that each would be under, as bits by threatNames. */
  readonly threats: Uint8Array;
}

interface Inputs extends Pick<RuleInputs, 'facts' | 'pairs' | 'matches'> {
  readonly column: (field: FieldName) => FieldColumn;
  readonly rules: RuleSet;
  readonly incidents: Pick<IncidentColumns, 'length' | 'inVawg' | 'vawgRule' | 'online'>;
}

/**
 * Finds them by the rules in force, asked as if the crime stood: a status takes a crime out of VAWG, and with it every
 * trace of how many rapes were cancelled. What an analyst decided is left as decided.
 */
export function withdrawnCrimes(inputs: Inputs): WithdrawnCrimes {
  const { facts, incidents, rules, column } = inputs;
  const gone = [crimeStatusNames.indexOf('cancelled'), crimeStatusNames.indexOf('transferred')];
  const force = sourceNames.indexOf('force');
  const analyst = incidents.vawgRule.values.indexOf('analyst');
  const asked = Int32Array.from(facts.id.keys()).filter(
    (index) =>
      gone.includes(facts.crimeStatus[index] ?? 0) &&
      facts.recordType[index] === 0 &&
      facts.source[index] === force &&
      incidents.inVawg[index] !== 1 &&
      (analyst < 0 || incidents.vawgRule.codes[index] !== analyst),
  );
  const standing = crimeStatusNames.indexOf('recorded');
  const columnOfAsked = (field: FieldName): FieldColumn => {
    const { codes, values } = column(field);
    const own = (index: number): number =>
      field === 'crimeStatus' ? standing : (codes[index] ?? 0);
    return { codes: Uint32Array.from(asked, own), values };
  };
  const own = rulesOf(rules, 'vawg');
  const decidedBy = applyRules(own, columnOfAsked, asked.length);
  const indexes = asked.filter((_, at) => {
    const by = decidedBy[at] ?? noRule;
    const answer = by === noRule ? undefined : own[by]?.answer;
    return answer?.question === 'vawg' && countsAsVawg(answer.tier, rules);
  });
  const threats = threatsOf({ ...inputs, online: incidents.online });
  return { indexes, threats: Uint8Array.from(indexes, threats) };
}
