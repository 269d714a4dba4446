import type { z } from 'zod';
import { failure, type Outcome } from '../contract/outcome.ts';

/**
 * An input that its schema refused, as a failure in plain words. A message of ours that goes on over a second line
 * says what was kept and what to do by itself; of the library's own words the commonest are put into ours.
 */
export function refusedInput({ issues: [issue] }: z.ZodError): Outcome<never> {
  const [said = '', remedy] = (issue?.message ?? '').split('\n');
  if (remedy !== undefined) return failure('bad-request', said, remedy);
  const where = issue?.path.join('.') ?? '';
  const limit = issue === undefined ? null : limitInWords(issue);
  if (limit !== null) {
    return failure(
      'bad-request',
      `The request cannot be understood: ${where} ${limit}. Nothing was changed.`,
      'Shorten it and try again.',
    );
  }
  const isEmpty = issue?.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1;
  const words = isEmpty && said.startsWith('Too small') ? 'is empty' : said;
  return failure(
    'bad-request',
    `The request cannot be understood: ${where} ${words}`.trim(),
    'Correct that value and try again.',
  );
}

/** "is longer than 5,000 characters"; null for what is not about length. */
function limitInWords(issue: z.core.$ZodIssue): string | null {
  if (issue.code !== 'too_big' || !issue.message.startsWith('Too big')) return null;
  const most = issue.maximum.toLocaleString('en-GB');
  if (issue.origin === 'string') return `is longer than ${most} characters`;
  return issue.origin === 'array' ? `has more than ${most} entries` : null;
}
