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
  const words = issue === undefined ? null : inPlainWords(issue);
  return failure(
    'bad-request',
    words === null
      ? `This could not be done: ${said}. Nothing was changed.`
      : `The request cannot be understood: ${where} ${words}. Nothing was changed.`,
    'Correct that value and try again.',
  );
}

/** What is wrong with a value, in place of the library's words; null where the schema says it in ours. */
function inPlainWords(issue: z.core.$ZodIssue): string | null {
  const { code, message } = issue;
  if (code === 'too_small' && message.startsWith('Too small')) {
    if (issue.origin === 'string') return issue.minimum === 1 ? 'is empty' : 'is too short';
    if (issue.origin === 'array') return 'is empty';
    return `is less than ${issue.minimum.toLocaleString('en-GB')}`;
  }
  if (code === 'too_big' && message.startsWith('Too big')) {
    return `is more than ${issue.maximum.toLocaleString('en-GB')}`;
  }
  if (code === 'invalid_format' && message.startsWith('Invalid')) {
    return issue.format === 'date'
      ? 'is no day of the calendar, written as YYYY-MM-DD'
      : 'is not written as it has to be';
  }
  if (code === 'invalid_type' && message.startsWith('Invalid')) {
    return 'is missing, or not of the kind that is asked for';
  }
  if (code === 'invalid_value' && message.startsWith('Invalid')) {
    return `is none of ${issue.values.map(String).join(', ')}`;
  }
  return null;
}

/** "is longer than 5,000 characters"; null for what is not about length. */
function limitInWords(issue: z.core.$ZodIssue): string | null {
  if (issue.code !== 'too_big' || !issue.message.startsWith('Too big')) return null;
  const most = issue.maximum.toLocaleString('en-GB');
  if (issue.origin === 'string') return `is longer than ${most} characters`;
  return issue.origin === 'array' ? `has more than ${most} entries` : null;
}
