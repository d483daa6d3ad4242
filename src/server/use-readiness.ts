import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { DiplographError } from '../errors.js';
import type { GraphStore } from '../store/graph-store.js';

/**
 * `/readyz`: whether the store answers. `/healthz`, which only says that the process does, is Yoga's own.
 *
 * The store's message isn't given away here: it may name the address of an inner network.
 */
export function useReadiness(store: GraphStore, logger: Logger): Plugin {
  return {
    async onRequest({ url, endResponse, fetchAPI }) {
      if (url.pathname !== '/readyz') return;
      const headers = { 'cache-control': 'no-store' };
      try {
        await store.ping();
        endResponse(fetchAPI.Response.json({ ready: true }, { headers }));
      } catch (error) {
        logger.warn({ err: error }, 'the store does not answer');
        const code = error instanceof DiplographError ? error.code : 'STORE_UNAVAILABLE';
        endResponse(fetchAPI.Response.json({ ready: false, code }, { status: 503, headers }));
      }
    },
  };
}
