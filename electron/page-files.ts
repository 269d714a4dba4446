import { join, normalize, relative, sep } from 'node:path';

/** The one origin of the app. Compared by parsed parts: a URL's `origin` is "null" for a scheme of one's own. */
export const appScheme = 'app';
export const appHost = 'ui';

/** True when `address` is a well-formed address of the app's own origin. */
export function isAppAddress(address: string): boolean {
  const url = parse(address);
  return url !== null && isAppUrl(url);
}

/** Where an address of the app leads. */
type Place =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'report'; readonly id: string }
  | { readonly kind: 'tile'; readonly z: number; readonly x: number; readonly y: number };

/** Where an address of the app leads: a file below `folder`, a report, a tile of the base map, or nowhere (null). */
export function locate(address: string, folder: string): Place | null {
  const url = parse(address);
  if (!url || !isAppUrl(url)) return null;
  const path = decode(url.pathname);
  if (path === null || path.includes('\0') || path.includes('\\')) return null;
  const report = /^\/report\/([0-9a-f-]{36})$/.exec(path);
  if (report?.[1]) return { kind: 'report', id: report[1] };
  const [, z, x, y] = /^\/tiles\/(\d{1,2})\/(\d{1,8})\/(\d{1,8})$/.exec(path) ?? [];
  if (z !== undefined) return { kind: 'tile', z: Number(z), x: Number(x), y: Number(y) };
  const file = normalize(join(folder, path === '/' ? 'index.html' : path));
  const inside = relative(folder, file);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`)) return null;
  return { kind: 'file', path: file };
}

function isAppUrl(url: URL): boolean {
  return (
    url.protocol === `${appScheme}:` &&
    url.host === appHost &&
    url.username === '' &&
    url.password === ''
  );
}

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
