import {
  crimeStatusNames,
  flagCodes,
  type IncidentFacts,
  threatNames,
} from '../evidence/columns.ts';
import type { Threat } from './code-list.ts';
import type { RuleInputs } from './field-columns.ts';

const threatBit = Object.fromEntries(
  threatNames.map((name, index) => [name, 1 << index]),
) as Readonly<Record<Threat, number>>;

/** What the national threats of a record are made from. */
type ThreatInputs = Pick<RuleInputs, 'facts' | 'pairs' | 'matches'> & {
  /** 1 where the record has an online element, whatever found it: flag, place, offence or analyst. */
  readonly online: Uint8Array;
};

/** Gives the threats of a record that counts, as bits by threatNames: of its offence, its flags and its element. */
export function threatsOf({
  facts,
  pairs,
  matches,
  online,
}: ThreatInputs): (index: number) => number {
  const pairBits = matches.map((match) =>
    (match?.entry.threats ?? []).reduce((bits, threat) => bits | threatBit[threat], 0),
  );
  const n100 = crimeStatusNames.indexOf('N100');
  return (index) => {
    let bits = pairBits[pairs.pairOf[index] ?? 0] ?? 0;
    if (facts.crimeStatus[index] === n100) bits |= threatBit['rape-serious-sexual'];
    if (online[index] === 1) bits |= threatBit['tech-enabled'];
    return bits | flagBits(facts, index, bits);
  };
}

/**
 * The threats that flags name. A rape or sexual assault with a victim under 18 is child sexual abuse as well,
 * whatever age band its code has.
 */
function flagBits(facts: IncidentFacts, index: number, bits: number): number {
  let own = 0;
  if (facts.domesticAbuse[index] === flagCodes.yes) own |= threatBit['domestic-abuse'];
  if (facts.honourBased[index] === flagCodes.yes) own |= threatBit['honour-based'];
  if (facts.childExploitation[index] === flagCodes.yes) own |= threatBit['child-sexual'];
  if ((bits & threatBit['rape-serious-sexual']) !== 0 && facts.hasChildVictim[index] === 1) {
    own |= threatBit['child-sexual'];
  }
  return own;
}
