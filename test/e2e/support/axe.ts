import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface AxeResult {
  readonly passes: readonly unknown[];
  readonly incomplete: readonly unknown[];
  readonly inapplicable: readonly unknown[];
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe found, and how much it looked at. */
export interface AxeLook {
  /** One line a rule that is broken, with the first elements. */
  readonly problems: readonly string[];
  /** Rules that were run, and of them those that found something on the page to look at. */
  readonly rules: number;
  readonly applied: number;
  /** Rules that axe could not decide by itself, on one element or more. */
  readonly undecided: number;
}

/** What axe finds wrong with the page as it stands: one line a rule with the first elements. */
export async function accessibilityProblems(
  page: Page,
  isOtherTheme = false,
): Promise<readonly string[]> {
  return (await lookAt(page, isOtherTheme)).problems;
}

/**
 * Looks at the page as it stands by WCAG 2.2 A and AA. `isOtherTheme`: only at what a theme decides, for a page that was
 * looked at whole in the first one.
 */
export async function lookAt(page: Page, isOtherTheme: boolean): Promise<AxeLook> {
  await page.evaluate(axe.source);
  const { violations, passes, incomplete, inapplicable } = await page.evaluate(
    async (runOnly) => {
      const { axe: inPage } = window as unknown as {
        axe: { run: (context: Document, options: unknown) => Promise<AxeResult> };
      };
      return inPage.run(document, {
        // A report in a frame runs no script: axe cannot look into it and would complain.
        iframes: false,
        // Long lists of what is in order take longer to write down than to find.
        resultTypes: ['violations'],
        runOnly,
      });
    },
    isOtherTheme ? ['color-contrast'] : standards,
  );
  const problems = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 4)
        .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`)
        .join(' | ')}`,
  );
  const applied = passes.length + violations.length + incomplete.length;
  return {
    problems,
    rules: applied + inapplicable.length,
    applied,
    undecided: incomplete.length,
  };
}
