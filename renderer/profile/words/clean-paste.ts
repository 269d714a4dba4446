/** HTML from the clipboard without what the profile cannot hold, and how many pictures were left out. */
export interface CleanedPaste {
  readonly html: string;
  readonly pictures: number;
}

/** Stands for a file inside the text until it has been counted. */
const inlineFile = 'data:image/-';

type Parse = (html: string) => Document;

/**
 * Makes HTML from Word or a web page ready for the editor, which then keeps only the forms it knows. Done here: what
 * must not even be parsed (a picture can be 50 MB of text), Word's lists, which are paragraphs that look like lists,
 * lists within lists, and headings of other levels.
 */
export function cleanPaste(pasted: string, parse: Parse): CleanedPaste {
  let pictures = 0;
  const light = pasted
    // First and by itself: a pattern with choices, such as the next, cannot go over 50 MB of one value.
    .replaceAll(/data:(?:image|video|audio|application)\/[^"'()<>\s]*/gi, inlineFile)
    .replaceAll(/<(?:img|v:imagedata)\b(?:"[^"]*"|'[^']*'|[^'">])*>/gi, () => {
      pictures += 1;
      return '';
    })
    // Word's conditional parts say for other programs what the rest says too.
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<(style|script|xml|title|head)\b[\s\S]*?<\/\1>/gi, '');
  const document = parse(light);
  for (const picture of document.querySelectorAll('svg, picture, object, embed, video, iframe')) {
    picture.remove();
    pictures += 1;
  }
  for (const heading of document.querySelectorAll('h1, h2, h5, h6')) {
    rename(document, heading, /H[12]/.test(heading.tagName) ? 'h3' : 'h4');
  }
  makeLists(document);
  for (const inner of document.querySelectorAll('li ul, li ol')) {
    inner.parentElement?.closest('li')?.after(...inner.children);
    inner.remove();
  }
  // What is left stood in a background, a link or a form's button.
  const html = document.body.innerHTML.replaceAll(inlineFile, () => {
    pictures += 1;
    return '';
  });
  return { html, pictures };
}

function rename(document: Document, element: Element, name: string): Element {
  const renamed = document.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}

/** Paragraphs that Word shows as list items become the items of one list, without the bullets typed before them. */
function makeLists(document: Document): void {
  let list: Element | null = null;
  for (const item of document.querySelectorAll('p')) {
    if (!/mso-list:(?!\s*none)/i.test(item.getAttribute('style') ?? '')) continue;
    const bullet = [...item.querySelectorAll('span')].find((span) =>
      /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''),
    );
    const mark = bullet?.textContent ?? item.textContent ?? '';
    bullet?.remove();
    const name = /^\s*\(?(?:\d+|[a-z]{1,3})[.)]/i.test(mark) ? 'ol' : 'ul';
    const before: Element | null = item.previousElementSibling;
    if (list === null || before !== list || list.tagName.toLowerCase() !== name) {
      list = document.createElement(name);
      item.before(list);
    }
    list.append(rename(document, item, 'li'));
  }
}
