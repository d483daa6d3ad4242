import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { currentRequestId } from './request-scope.js';

/** One line a request, at the level `debug`; neither the query nor its variables, which are the user's. */
export function useRequestLog(logger: Logger): Plugin {
  return {
    onResponse({ request, response }) {
      if (!logger.isLevelEnabled('debug')) return;
      const { pathname } = new URL(request.url, 'http://localhost');
      logger.debug(
        { requestId: currentRequestId(), method: request.method, path: pathname, status: response.status },
        'answered',
      );
    },
  };
}
