/**
 * Puts a text on the clipboard; false when the system refused. Through the copy event: the page is given no permission,
 * and this way needs none while a button is being pressed.
 */
export function copyText(text: string): boolean {
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', put, { once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', put);
  return done;
}
