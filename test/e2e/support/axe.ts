import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds wrong with the page as it stands, by WCAG 2.2 A and AA: one line a rule with the first elements.
 * `isOtherTheme`: only what a theme decides, for a page that was looked at whole in the first one.
 */
export async function accessibilityProblems(page: Page, isOtherTheme = false): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
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
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 4)
        .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`)
        .join(' | ')}`,
  );
}
