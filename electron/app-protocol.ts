import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol, type Session } from 'electron';
import type { BaseMapTile } from '../src/contract/base-map.ts';
import type { Outcome } from '../src/contract/outcome.ts';
import { pagePolicy, reportPolicy } from './csp.ts';
import { appScheme, locate } from './page-files.ts';
import type { ReportStore } from './report-store.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

const nonceMark = '<meta name="csp-nonce" content="" />';

/** Makes app:// a scheme like https. To be called before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Asks for a tile of the base map. */
type TileAsker = (z: number, x: number, y: number) => Promise<Outcome<BaseMapTile | null>>;

/** Answers app://ui/… in `session` from the built page in `folder`, the kept reports and, where there is one to ask, the base map. */
export function serveApp(
  session: Session,
  folder: string,
  reports: ReportStore,
  askTile: TileAsker | null,
): void {
  session.protocol.handle(appScheme, async (request) => {
    if (request.method !== 'GET') return answer(405, 'text/plain', '');
    const place = locate(request.url, folder);
    if (!place) return answer(404, 'text/plain', '');
    if (place.kind === 'tile') {
      if (askTile === null) return answer(404, 'text/plain', '');
      return tileAnswer(await askTile(place.z, place.x, place.y));
    }
    if (place.kind === 'report') {
      const html = reports.get(place.id);
      return html === null
        ? answer(404, 'text/plain', '')
        : answer(200, 'text/html; charset=utf-8', html, reportPolicy);
    }
    return fileAnswer(place.path);
  });
}

/** A tile whole; "no content" where the base map has none, which is no fault. */
function tileAnswer(outcome: Outcome<BaseMapTile | null>): Response {
  if (!outcome.ok) return answer(404, 'text/plain', '');
  const tile = outcome.value;
  if (tile === null) return new Response(null, { status: 204 });
  return answer(200, tile.mediaType, tile.bytes);
}

async function fileAnswer(path: string): Promise<Response> {
  const contentType = contentTypes[extname(path).toLowerCase()];
  if (!contentType) return answer(404, 'text/plain', '');
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch {
    // Whatever is in the way of reading it, the page has no such file.
    return answer(404, 'text/plain', '');
  }
  const nonce = randomBytes(16).toString('base64');
  if (extname(path) !== '.html') return answer(200, contentType, bytes, pagePolicy(nonce));
  const html = bytes
    .toString('utf8')
    .replace(/<meta\s+name="csp-nonce"[^>]*>/, nonceMark.replace('""', `"${nonce}"`));
  return answer(200, contentType, html, pagePolicy(nonce));
}

function answer(
  status: number,
  contentType: string,
  body: string | Uint8Array,
  policy = "default-src 'none'",
): Response {
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    status,
    headers: {
      'content-type': contentType,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  });
}
