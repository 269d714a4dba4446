import { useEffect } from 'react';

const focusable = [
  'button:not(:disabled)',
  'a[href]',
  'input:not(:disabled)',
  'select:not(:disabled)',
  'textarea:not(:disabled)',
  '[tabindex]:not([tabindex="-1"])',
  '[contenteditable="true"]',
].join();

/** Longer than a dialog takes to give the focus back to what opened it. */
const settleMilliseconds = 120;

/** A button that is off for so long is off for good, and not only while its work is done. */
const busyMilliseconds = 1_000;

/** Where the focus was: the parts of the page around it, the nearest first, and at which of its places each led to it. */
interface Trail {
  readonly element: Element;
  readonly around: readonly { readonly part: Element; readonly place: number }[];
}

/**
 * Keeps the focus in the page when what had it goes away (its row was removed, its dialog closed, its button switched
 * off): it goes to what stands in its place now, so that the keyboard goes on from there and not from the top.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let trail: Trail | null = null;
    /** Under what lies over the screen, such as a dialog, which takes its parts away with it. */
    let under: Trail | null = null;
    /** Whether what had the focus was off, with the focus lost by it. */
    let wasOff = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = (event: FocusEvent) => {
      if (!(event.target instanceof Element)) return;
      wasOff = false;
      trail = trailOf(event.target);
      if (trail.around.at(-1)?.part.matches('main')) under = trail;
    };
    const restore = () => {
      if (trail === null || document.activeElement !== document.body) return;
      // A click beside everything leaves what had the focus where it was: that is no loss.
      if (trail.element.isConnected && !isOff(trail.element)) return;
      const next = successorOf(trail) ?? (under === null ? null : successorOf(under));
      (next ?? document.querySelector('main'))?.focus();
    };
    const watcher = new MutationObserver(() => {
      if (trail === null || document.activeElement !== document.body) return;
      const { element } = trail;
      const isOffNow = element.isConnected && isOff(element);
      // Its work is done, and it is on again: it has the focus as before.
      if (wasOff && element.isConnected && !isOffNow) (element as HTMLElement).focus();
      wasOff = isOffNow;
      clearTimeout(timer);
      timer = setTimeout(restore, isOffNow ? busyMilliseconds : settleMilliseconds);
    });
    document.addEventListener('focusin', remember);
    watcher.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['disabled'],
    });
    return () => {
      clearTimeout(timer);
      watcher.disconnect();
      document.removeEventListener('focusin', remember);
    };
  }, []);
}

function isOff(element: Element): boolean {
  return element.matches(':disabled');
}

function trailOf(element: Element): Trail {
  const around: Trail['around'][number][] = [];
  let child = element;
  for (;;) {
    const part = child.parentElement;
    if (part === null || part === document.body) break;
    around.push({ part, place: Array.prototype.indexOf.call(part.children, child) });
    if (part.matches('main')) break;
    child = part;
  }
  return { element, around };
}

/** What stands where the focus was, in the nearest part of the screen that is still there and has a control. */
function successorOf({ element, around }: Trail): HTMLElement | null {
  for (const [depth, { part }] of around.entries()) {
    if (!part.isConnected) continue;
    if (part.matches('main, .frame')) break;
    // Another panel stands here: from the panel itself Tab goes to its first control, and a key pressed at once does
    // nothing that was not meant.
    if (part instanceof HTMLElement && part.matches('[role="tabpanel"]')) {
      if (!part.hasAttribute('tabindex')) part.tabIndex = -1;
      return part;
    }
    // From a button to a button: in a field of text the next key would be typed, and Ctrl+Z would undo the typing.
    const isButton = element.matches('button');
    const controls = controlsIn(part).filter(
      (control) => control !== element && (!isButton || control.matches('button, a')),
    );
    if (controls.length === 0) continue;
    const places = around.slice(0, depth + 1).map(({ place }) => place);
    const spot = spotIn(part, places.reverse());
    return (
      controls.find((control) => spot.contains(control)) ??
      controls.find((control) => follows(control, spot)) ??
      controls.at(-1) ??
      null
    );
  }
  return null;
}

/** Goes down from a part by the places that led to the focus, as far as they lead now. */
function spotIn(part: Element, places: readonly number[]): Element {
  let spot = part;
  for (const place of places) {
    const next = spot.children[Math.min(place, spot.children.length - 1)];
    if (next === undefined) break;
    spot = next;
  }
  return spot;
}

function follows(control: Element, spot: Element): boolean {
  return (spot.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function controlsIn(part: Element): HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>(focusable)].filter(
    (control) => control.offsetParent !== null,
  );
}
