import type { Plugin } from 'graphql-yoga';
import { openPageFiles, type PageContent, type PageFiles } from './page-files.js';

const missing = 'The pages are not built. Run "npm run build:pages", then start the server again.\n';

interface Answer {
  readonly status?: number;
  readonly body: Uint8Array<ArrayBuffer> | string | null;
  readonly headers: Record<string, string>;
}

function answer(content: PageContent, request: Request): Answer {
  const acceptsGzip = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  const gzipped = acceptsGzip ? content.gzipped : null;
  const body = gzipped ?? content.bytes;
  return {
    body: request.method === 'HEAD' ? null : body,
    headers: {
      'content-type': content.mediaType,
      'content-length': String(body.length),
      'cache-control': content.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(content.gzipped === null ? {} : { vary: 'accept-encoding' }),
      ...(gzipped !== null ? { 'content-encoding': 'gzip' } : {}),
    },
  };
}

/** A page asked for in a browser; a client of the API accepts JSON. */
function wantsPage(request: Request): boolean {
  return request.headers.get('accept')?.includes('text/html') ?? false;
}

/**
 * The explorer at `/`, GraphiQL at `/graphql` for browsers, and their assets. Paths are looked up among the files
 * that were there at the start, so that no path leads out of the folders.
 */
export function usePages(folder: string, shown: { readonly graphiql: boolean }): Plugin {
  const explorer = openPageFiles(`${folder}/explorer`);
  const graphiql = shown.graphiql ? openPageFiles(`${folder}/graphiql`) : null;
  const lookUp = (pathname: string, request: Request): Promise<PageContent> | 'missing' | undefined => {
    const page = (files: PageFiles) => files.read('index.html') ?? 'missing';
    if (pathname === '/') return page(explorer);
    if (pathname === '/graphql') return graphiql && wantsPage(request) ? page(graphiql) : undefined;
    const path = pathname.slice(1);
    return explorer.read(path) ?? (path === 'index.html' ? undefined : graphiql?.read(path));
  };
  return {
    async onRequest({ request, url, endResponse, fetchAPI }) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return;
      const found = lookUp(url.pathname, request);
      if (found === undefined) return;
      const { body, ...init }: Answer =
        found === 'missing'
          ? { status: 503, body: missing, headers: { 'content-type': 'text/plain; charset=utf-8' } }
          : answer(await found, request);
      endResponse(new fetchAPI.Response(body, init));
    },
  };
}
