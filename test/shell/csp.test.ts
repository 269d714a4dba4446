import { expect, test } from 'vitest';
import { pagePolicy, reportPolicy } from '../../electron/csp.ts';

function directives(policy: string): Map<string, string> {
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')];
    }),
  );
}

test('the page may load nothing but its own parts', () => {
  const policy = directives(pagePolicy('bm9uY2U='));
  expect(policy.get('default-src')).toBe("'none'");
  expect(policy.get('script-src')).toBe("'self'");
  expect(policy.get('style-src')).toBe("'self' 'nonce-bm9uY2U='");
  expect(policy.get('connect-src')).toBe("'self'");
  for (const name of ['object-src', 'base-uri', 'form-action', 'frame-ancestors']) {
    expect(policy.get(name)).toBe("'none'");
  }
});

test('no policy names a scheme of the network, a wildcard or eval', () => {
  for (const policy of [pagePolicy('bm9uY2U='), reportPolicy]) {
    expect(policy).not.toMatch(/https?:|wss?:|\*|unsafe-eval/);
  }
});

test('a report is sandboxed and runs no script', () => {
  const policy = directives(reportPolicy);
  expect(policy.get('sandbox')).toBe('');
  expect(policy.get('default-src')).toBe("'none'");
  expect(policy.has('script-src')).toBe(false);
});
