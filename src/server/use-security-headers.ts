import type { Plugin } from 'graphql-yoga';
import { currentRequestId } from './request-scope.js';

/**
 * GraphiQL's editor and the explorer set styles at run time, and start their workers from blobs; scripts come from
 * this server alone.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function useSecurityHeaders(): Plugin {
  return {
    onResponse({ response }) {
      response.headers.set('content-security-policy', contentSecurityPolicy);
      response.headers.set('x-content-type-options', 'nosniff');
      response.headers.set('referrer-policy', 'no-referrer');
      response.headers.set('cross-origin-resource-policy', 'same-origin');
      response.headers.set('x-request-id', currentRequestId());
    },
  };
}
