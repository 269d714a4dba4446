import type { ParsedInput } from '../../contract/calls.ts';
import { FailureError } from '../../contract/outcome.ts';
import type { DisclosureRule } from '../../domain/disclosure/rule.ts';
import type { Section } from '../../domain/figures/blocks.ts';
import { type LeftOutPart, leaveOut } from '../../domain/figures/leave-out.ts';
import type { AuditDetail } from '../workspace/audit.ts';

type Choices = Pick<ParsedInput<'buildProfile'>, 'threshold' | 'decision' | 'leaveOut'>;

/**
 * The level's rule, or the threshold that the force chose. A higher one tells less and needs nothing.
 *
 * @throws FailureError `not-permitted` for a lower one without somebody who decided it.
 */
export function chosenRule(
  standard: DisclosureRule,
  { threshold, decision }: Choices,
): DisclosureRule {
  if (threshold === null) return standard;
  if (threshold < standard.threshold && decision === null) {
    throw new FailureError(
      'not-permitted',
      `A threshold below ${standard.threshold} tells more than the rule of this edition allows.`,
      'Name who decided it and why; both are kept in the log and printed on the certificate.',
    );
  }
  return { ...standard, threshold };
}

/** The document without the parts that the force leaves out. @throws FailureError for a part that is not there. */
export function withoutLeftOut(
  sections: readonly Section[],
  leftOut: readonly LeftOutPart[],
): readonly Section[] {
  try {
    return leaveOut(sections, leftOut);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new FailureError(
      'not-found',
      'A part that was to be left out is not in this edition. Nothing was made.',
      'Look at the preview again and choose from it.',
    );
  }
}

/** The choices for the log: sections by number, and who decided what. */
export function choicesForLog(
  { threshold, decision, leaveOut: parts }: Choices,
  wordsOfSections: readonly number[],
): AuditDetail {
  return {
    ...(wordsOfSections.length === 0 ? {} : { wordsOfSections: wordsOfSections.join(', ') }),
    ...(parts.length === 0 ? {} : { leftOut: parts.map(inWords).join('; ') }),
    ...(threshold === null ? {} : { threshold }),
    ...(decision === null ? {} : { decidedBy: decision.by, why: decision.why }),
  };
}

/** The certificate with what the force chose beyond the rule. */
export function withChoices(
  certificate: Section,
  { threshold, decision, leaveOut: parts }: Choices,
  wordsOfSections: readonly number[],
): Section {
  const said = [
    ...(wordsOfSections.length === 0
      ? []
      : [
          `Words of the analyst that were read and marked for partners stand in sections ${wordsOfSections.join(', ')}, without the numbers of the force edition. They did not pass the gate.`,
        ]),
    ...(parts.length === 0
      ? []
      : [`Left out by the force, beyond what the rule removes: ${parts.map(inWords).join('; ')}.`]),
    ...(threshold !== null && decision !== null
      ? [`The threshold of ${threshold} was decided by ${decision.by}: ${decision.why}.`]
      : []),
  ];
  const blocks = said.map((text) => ({ kind: 'paragraph', text }) as const);
  return { ...certificate, blocks: [...certificate.blocks, ...blocks] };
}

function inWords({ section, caption }: LeftOutPart): string {
  return caption === null ? `section ${section}` : `section ${section}, ${caption}`;
}
