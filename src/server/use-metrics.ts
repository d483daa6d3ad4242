import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Metrics } from './metrics.js';

/** Routes by name: addresses in a label would let anybody fill the memory. */
function routeOf(pathname: string): string {
  if (pathname === '/graphql') return 'graphql';
  if (pathname.startsWith('/export/')) return 'export';
  if (pathname === '/ingest') return 'ingest';
  if (pathname === '/healthz' || pathname === '/readyz' || pathname === '/metrics') return 'operations';
  return 'pages';
}

export function countErrors(metrics: Metrics, errors: readonly GraphQLError[]): void {
  for (const { extensions } of errors) {
    metrics.countError(typeof extensions.code === 'string' ? extensions.code : 'GRAPHQL_REFUSED');
  }
}

/** Counts and times every request, and serves what it counted at `/metrics`. Stands first, so that it sees all. */
export function useMetrics(metrics: Metrics): Plugin {
  const started = new WeakMap<Request, { readonly at: number; readonly route: string }>();
  return {
    onRequest({ request, url, endResponse, fetchAPI }) {
      started.set(request, { at: performance.now(), route: routeOf(url.pathname) });
      if (url.pathname !== '/metrics') return;
      endResponse(
        new fetchAPI.Response(metrics.render(), {
          headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
        }),
      );
    },
    onResultProcess({ result }) {
      if (!('errors' in result)) return;
      countErrors(metrics, result.errors ?? []);
    },
    onResponse({ request, response }) {
      const start = started.get(request);
      if (start === undefined) return;
      metrics.countRequest(start.route, response.status, (performance.now() - start.at) / 1_000);
    },
  };
}
