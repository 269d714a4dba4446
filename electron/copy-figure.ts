import { ClipboardItem, clipboard, type NativeImage, nativeImage } from 'electron';
import { failure, type Outcome, success } from '../src/contract/outcome.ts';

const mostCharacters = 5_000_000;
const mostPngBytes = 20_000_000;
const pngMark = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * Puts a figure on the clipboard as table (HTML and text) and picture (PNG), for Word to take what it likes. The page
 * has no permission for the clipboard: this is its one way to write HTML and pictures to it, and there is none to read.
 * What is copied leaves the workspace, so it is logged first, by the number of the figure; where that cannot be done
 * nothing is copied.
 */
export async function copyFigure(
  given: unknown,
  record: (which: unknown) => Promise<Outcome<unknown>>,
): Promise<Outcome<null>> {
  const { html, text, png, which } = Object(given) as Readonly<Record<string, unknown>>;
  if (!isText(html) || !isText(text) || !(png === null || isPng(png))) return refused();
  const image = png === null ? null : nativeImage.createFromBuffer(Buffer.from(png));
  if (image?.isEmpty() === true) return refused();
  const recorded = await record(which);
  if (!recorded.ok) return recorded;
  if (ClipboardItem) {
    const words = { 'text/html': html, 'text/plain': text };
    const blob = png === null ? null : new Blob([Uint8Array.from(png)], { type: 'image/png' });
    await clipboard.write([
      new ClipboardItem(blob === null ? words : { ...words, 'image/png': blob }),
    ]);
  } else {
    const older = clipboard as unknown as OlderClipboard;
    older.write({ html, text, ...(image === null ? {} : { image }) });
  }
  return success(null);
}

/** The clipboard of Electron before it took items, as in the fallback runtime. */
interface OlderClipboard {
  write(data: { html: string; text: string; image?: NativeImage }): void;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= mostCharacters;
}

function isPng(value: unknown): value is Uint8Array {
  return (
    value instanceof Uint8Array &&
    value.byteLength <= mostPngBytes &&
    pngMark.every((byte, at) => value[at] === byte)
  );
}

function refused(): Outcome<never> {
  return failure(
    'bad-request',
    'The figure could not be copied: it is too large, or no picture. The clipboard is as it was.',
    'Export the section to Word and take the figure from there.',
  );
}
