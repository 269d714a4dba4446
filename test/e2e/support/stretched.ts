import type { ElectronApplication, Page } from 'playwright-core';
import { methodTitles } from '../../../src/contract/hotspots.ts';
import type { LaunchedApp } from './launch.ts';

/** Text that stands on the screen, and where. */
interface Shown {
  readonly text: string;
  /** Whether it is a cell, a fact, a row or an option: where data stands. */
  readonly isCell: boolean;
}

/** Has the shell keep every text that it gives to the page from now on: data, and what the engine says. */
async function keepWhatIsGiven(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ ipcMain }) => {
    const kept: string[] = [];
    Object.assign(globalThis, { textsGiven: kept });
    const { _invokeHandlers: handlers } = ipcMain as unknown as {
      readonly _invokeHandlers: Map<string, (...given: readonly unknown[]) => unknown>;
    };
    for (const [channel, handle] of handlers) {
      handlers.set(channel, async (...given) => {
        const answer = await handle(...given);
        kept.push(JSON.stringify(answer) ?? '');
        return answer;
      });
    }
  });
}

/** Every text in what the shell has given to the page, keys of its answers included. */
async function textsGiven(app: ElectronApplication): Promise<Set<string>> {
  const answers = await app.evaluate(
    () => (globalThis as unknown as { readonly textsGiven: readonly string[] }).textsGiven,
  );
  const texts = new Set<string>();
  const take = (value: unknown): void => {
    if (typeof value === 'boolean') texts.add(String(value));
    else if (typeof value === 'string') {
      texts.add(plain(value));
      for (const part of parts(value)) texts.add(part);
    } else if (Array.isArray(value)) {
      texts.add(plain(textWithin(value)));
      for (const one of value) take(one);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) {
        texts.add(key);
        take(one);
      }
    }
  };
  for (const answer of answers) if (answer !== '') take(JSON.parse(answer));
  return texts;
}

/** The words of rich text, whose pieces the page puts together again. */
function textWithin(value: unknown): string {
  if (Array.isArray(value)) return value.map(textWithin).join('');
  if (typeof value !== 'object' || value === null) return '';
  const { text, accepted, content } = value as Readonly<Record<string, unknown>>;
  const own = accepted ?? text;
  return (typeof own === 'string' ? own : textWithin(own)) + textWithin(content);
}

/** A text cut at its signs. */
function parts(text: string): string[] {
  return plain(text)
    .split(/[|·;,:()"“”]+/)
    .map((part) => part.trim());
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Looks at the screen as it stands: what is read on it or aloud, and what does not fit its box. */
async function lookAtWords(page: Page) {
  return page.evaluate(() => {
    const isSeen = (element: Element) =>
      element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
    const isCell = (element: Element) =>
      element.closest('td, dd, li, option, [role=option], .data') !== null;
    // Charts are drawn by the same hand for page and report, papers are documents of their own, and a job that began
    // since says its stage in the engine's words.
    const isOther = (element: Element) =>
      element.closest('svg, .help-body, iframe, textarea, .leaflet-control, .jobs-said') !== null;
    const shown: Shown[] = [];
    const blocks = new Map<Element, string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      let block = node.parentElement;
      if (block === null || !isSeen(block) || isOther(block)) continue;
      while (block.parentElement !== null && getComputedStyle(block).display === 'inline') {
        block = block.parentElement;
      }
      blocks.set(block, (blocks.get(block) ?? '') + (node.textContent ?? ''));
    }
    for (const [block, text] of blocks) shown.push({ text, isCell: isCell(block) });
    for (const element of document.querySelectorAll(
      '[aria-label], [title], [placeholder], [alt]',
    )) {
      if (!isSeen(element) || isOther(element)) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const text = element.getAttribute(name) ?? '';
        if (text !== '') shown.push({ text, isCell: isCell(element) });
      }
    }
    const cut = new Set<string>();
    const name = (element: Element) => `${element.tagName.toLowerCase()} “${element.textContent}”`;
    for (const element of document.querySelectorAll<HTMLElement>('#root *, [role=dialog] *')) {
      if (isOther(element) || element.children.length > 0 || !isSeen(element)) continue;
      const { overflowX, textOverflow, webkitLineClamp } = getComputedStyle(element);
      // Long names of data are cut on purpose, with dots that say so.
      if (textOverflow === 'ellipsis' || webkitLineClamp !== 'none') continue;
      const isHidden = overflowX === 'hidden' || overflowX === 'clip';
      if (isHidden && element.scrollWidth > element.clientWidth + 1) cut.add(name(element));
    }
    for (const box of document.querySelectorAll<HTMLElement>(
      'button, [role=tab], label, .mantine-Badge-root',
    )) {
      if (isOther(box) || !isSeen(box) || box.clientWidth === 0) continue;
      if (box.scrollWidth > box.clientWidth + 1) cut.add(name(box));
      const next = box.nextElementSibling;
      if (next === null || !isSeen(next) || getComputedStyle(next).position === 'absolute')
        continue;
      const [one, other] = [box.getBoundingClientRect(), next.getBoundingClientRect()];
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (across > 2 && down > 2) cut.add(`${name(box)} lies on ${name(next)}`);
    }
    const pen = document.createElement('canvas').getContext('2d');
    for (const field of document.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
      if (pen === null || !isSeen(field) || field.value !== '') continue;
      const { font, paddingLeft, paddingRight } = getComputedStyle(field);
      pen.font = font;
      const room =
        field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      if (pen.measureText(field.placeholder).width > room + 1)
        cut.add(`field “${field.placeholder}”`);
    }
    const tooWide = document.documentElement.scrollWidth - window.innerWidth;
    if (tooWide > 0) cut.add(`the page, by ${tooWide} points`);
    return { shown, cut: [...cut] };
  });
}

/**
 * What on the screen was neither said by the catalogue nor given by the shell. What stands in brackets was said. The
 * rest, cut at its signs, has to have been given: as a whole text, or in a longer one where it is several words. A
 * single small word is only data in a cell: elsewhere it would be a code that is shown as it stands.
 */
function notSaid(shown: readonly Shown[], given: ReadonlySet<string>, whole: string): string[] {
  const isGiven = (part: string) => given.has(part) || (part.includes(' ') && whole.includes(part));
  return shown.flatMap(({ text, isCell }) => {
    let rest = plain(text);
    for (let before = ''; before !== rest; ) {
      before = rest;
      rest = rest.replaceAll(/⟦[^⟦⟧]*⟧/g, '|');
    }
    return rest
      .split('|')
      .map((segment) => segment.replaceAll(/^[\s·;,:()"“”.]+|[\s·;,:()"“”.]+$/g, ''))
      .flatMap((segment) => {
        if (!isCell && /^[a-z][a-z-]*$/.test(segment)) return [segment];
        // Sections are numbered.
        const words = segment.replace(/^\d+\. /, '');
        return isGiven(words) ? [] : parts(words).filter((part) => !isGiven(part));
      })
      .filter((part) => /\p{L}{2}/u.test(part))
      .map((part) => `${part}${part === plain(text) ? '' : ` (in: ${plain(text).slice(0, 90)})`}`);
  });
}

/**
 * Texts that the page has from elsewhere than the shell: names of methods, which are those of the document and of the
 * chapters of the help, and what a version waits for, which the domain says in the page as it does in the engine.
 */
const saidElsewhere = [
  ...Object.values(methodTitles),
  'No peer reviewer has signed the draft. Record the sign-off of the peer reviewer.',
  'No commissioner has signed the draft. Record the sign-off of the commissioner.',
  '1 comment is not settled. Settle it.',
];

/** Waits until no job runs and nothing says that it is being read, counted or worked out. */
async function waitUntilStill(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('.jobs-said')?.textContent === '' &&
      !/⟦\S*ííng…⟧/.test(document.body.innerText),
  );
  await page.waitForTimeout(100);
}

/**
 * Opens the sample, each screen and each of its tabs in the stretched language (renderer/words/stretched.ts) and gives
 * what was not said through the catalogue and what has no room. The first screen is to be shown; it is again after.
 */
export async function problemsOfWords(
  { app, page }: LaunchedApp,
  picture: (name: string) => Promise<void>,
): Promise<string[]> {
  const looks: (Awaited<ReturnType<typeof lookAtWords>> & { readonly where: string })[] = [];
  const look = async (where: string) => {
    looks.push({ where, ...(await lookAtWords(page)) });
    await picture(`stretched ${where}`);
  };
  await keepWhatIsGiven(app);
  await page.evaluate(() => localStorage.setItem('words', 'stretched'));
  await page.reload();
  const sample = page.getByRole('button', { name: /\.actionten/ });
  await sample.waitFor();
  await look('first run');
  await sample.click();
  await page.locator('.next-steps li').first().waitFor();
  await waitUntilStill(page);
  await look('Home');
  for (const [index, room] of ['Data', 'Rules', 'Map', 'Profile', 'Sharing'].entries()) {
    await page.keyboard.press(`Alt+${index + 2}`);
    const tabs = page.getByRole('tablist').first().getByRole('tab');
    await tabs.first().waitFor();
    const count = await tabs.count();
    for (let tab = 0; tab < count; tab += 1) {
      await tabs.nth(tab).click();
      await waitUntilStill(page);
      await look(`${room}, tab ${tab + 1}`);
    }
  }
  await page.evaluate(() => localStorage.removeItem('words'));
  await page.reload();
  const given = await textsGiven(app);
  for (const text of saidElsewhere) given.add(text);
  const whole = [...given].join('\n');
  const problems = looks.flatMap(({ where, shown, cut }) => [
    ...notSaid(shown, given, whole).map((text) => `${where}: ${text}`),
    ...cut.map((text) => `${where}: no room for ${text}`),
  ]);
  return [...new Set(problems)];
}
