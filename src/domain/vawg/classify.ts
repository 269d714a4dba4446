import { threatNames, type tierNames } from '../evidence/columns.ts';
import type { CodeListEntry, Threat } from './code-list.ts';
import type { MatchedBy, OffenceMatch } from './offence-lookup.ts';
import { titleMeaning } from './offence-title.ts';
import type { VawgRule } from './rules.ts';

export type Tier = (typeof tierNames)[number];

/** What the VAWG rules read of a record. Null = not recorded. */
export interface OffenceRecord {
  readonly source: 'force' | 'open-data';
  readonly recordType: 'crime' | 'non-crime';
  readonly crimeStatus: 'recorded' | 'cancelled' | 'transferred' | 'N100' | null;
  readonly offenceTitle: string | null;
  readonly offenceCode: string | null;
  readonly domesticAbuse: boolean | null;
  readonly honourBased: boolean | null;
  readonly childExploitation: boolean | null;
  readonly online: boolean | null;
  readonly victims: readonly {
    readonly sex: 'female' | 'male' | 'other' | null;
    readonly ageYears: number | null;
  }[];
}

export interface VawgOptions {
  /** Counts the female-victim tier in VAWG. It is printed on its own line either way. */
  readonly includeFemaleVictimTier: boolean;
}

export interface VawgClassification {
  readonly tier: Tier;
  readonly inVawg: boolean;
  /** In the order of threatNames; empty for a record that is in no VAWG tier. */
  readonly threats: readonly Threat[];
  readonly rule: VawgRule;
  /** How the offence was found in the list; null = it matches nothing, so it belongs on the unmatched list. */
  readonly matchedBy: MatchedBy | null;
}

/** Age from which a victim is an adult. */
const adultAgeYears = 18;

/**
 * Says whether a record is VAWG, and by which rule. The first rule that applies decides:
 * open data; cancelled or transferred; N100; core by code; a domestic abuse, honour-based or child exploitation
 * flag, whatever the offence (an excluded one too); an online flag on an offence so marked; the female-victim
 * tier; outside; unmatched. The wording of each is in rules.ts.
 *
 * `match` is what offenceLookup answers for the record's own code and title.
 */
export function classifyVawg(
  record: OffenceRecord,
  match: OffenceMatch | undefined,
  options: VawgOptions = { includeFemaleVictimTier: false },
): VawgClassification {
  const { tier, rule } = decide(record, match);
  const isVawgTier = tier === 'core' || tier === 'flagged' || tier === 'female-victim';
  return {
    tier,
    inVawg:
      tier === 'core' ||
      tier === 'flagged' ||
      (tier === 'female-victim' && options.includeFemaleVictimTier),
    threats: isVawgTier ? threatsOf(record, match?.entry, rule) : [],
    rule,
    matchedBy: match?.matchedBy ?? null,
  };
}

interface Decision {
  readonly tier: Tier;
  readonly rule: VawgRule;
}

function decide(record: OffenceRecord, match: OffenceMatch | undefined): Decision {
  if (record.source === 'open-data') return { tier: 'context', rule: 'open-data-context' };
  if (record.crimeStatus === 'cancelled') {
    return { tier: 'outside', rule: 'crime-status-cancelled' };
  }
  if (record.crimeStatus === 'transferred') {
    return { tier: 'outside', rule: 'crime-status-transferred' };
  }
  if (record.crimeStatus === 'N100') return { tier: 'core', rule: 'rape-report-n100' };

  const entry = match?.entry;
  if (entry?.tier === 'core') return { tier: 'core', rule: 'core-code' };
  if (record.domesticAbuse === true && entry?.conditions.has('core-if-domestic-abuse')) {
    return { tier: 'core', rule: 'core-code-with-domestic-abuse' };
  }
  if (record.domesticAbuse === true) return { tier: 'flagged', rule: 'domestic-abuse-flag' };
  if (record.honourBased === true) return { tier: 'flagged', rule: 'honour-based-flag' };
  if (record.childExploitation === true) {
    return { tier: 'flagged', rule: 'child-exploitation-flag' };
  }
  return entry ? decideByEntry(record, entry) : decideUnmatched(record);
}

function decideByEntry(record: OffenceRecord, entry: CodeListEntry): Decision {
  if (entry.tier === 'exclude') return { tier: 'outside', rule: 'excluded-code' };
  if (entry.tier === 'outside') return { tier: 'outside', rule: 'outside-code' };
  if (record.online === true && entry.conditions.has('online')) {
    return { tier: 'flagged', rule: 'online-flag' };
  }
  if (
    entry.conditions.has('female-victim') &&
    record.victims.some((victim) => victim.sex === 'female')
  ) {
    return { tier: 'female-victim', rule: 'female-victim-flag-tier' };
  }
  return { tier: 'outside', rule: 'flag-tier-without-flag' };
}

function decideUnmatched(record: OffenceRecord): Decision {
  const title = record.offenceTitle?.trim() ?? '';
  const meaning = titleMeaning(title);
  const hasCode = (record.offenceCode?.trim() ?? '') !== '';
  // "Non Crime" says what the record is. A non-crime record with nothing written has nothing to match either.
  const saysNoOffence = meaning === 'non-crime' || title === '';
  if (record.recordType === 'non-crime' && saysNoOffence && !hasCode) {
    return { tier: 'outside', rule: 'non-crime-without-flag' };
  }
  if (meaning === 'offence' || hasCode) return { tier: 'unmatched', rule: 'unmatched-offence' };
  return { tier: 'unmatched', rule: 'no-offence-recorded' };
}

/**
 * The offence's own threats, and those the flags name. An offence of rape or sexual assault with a victim under
 * 18 is child sexual abuse as well, whatever age band its code has.
 */
function threatsOf(
  record: OffenceRecord,
  entry: CodeListEntry | undefined,
  rule: VawgRule,
): readonly Threat[] {
  const threats = new Set<Threat>(entry?.threats);
  if (rule === 'rape-report-n100') threats.add('rape-serious-sexual');
  if (record.domesticAbuse === true) threats.add('domestic-abuse');
  if (record.honourBased === true) threats.add('honour-based');
  if (record.childExploitation === true) threats.add('child-sexual');
  if (record.online === true) threats.add('tech-enabled');
  if (
    threats.has('rape-serious-sexual') &&
    record.victims.some((victim) => victim.ageYears !== null && victim.ageYears < adultAgeYears)
  ) {
    threats.add('child-sexual');
  }
  return threatNames.filter((threat) => threats.has(threat));
}
