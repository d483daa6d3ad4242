import { useCSRFPrevention } from '@graphql-yoga/plugin-csrf-prevention';
import type { Plugin } from 'graphql-yoga';

const formTypes = /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

/**
 * A page of another site can make a browser send a simple request with no question asked: the plugin refuses those,
 * unless a header says that the browser did ask. GET is left out, because it can only read, and CORS keeps
 * the answer from the other site. Forms are refused even with the header: Yoga would run them.
 */
export function usePostPolicy(): Plugin {
  const prevention = useCSRFPrevention();
  return {
    onRequestParse(payload) {
      const { request, endResponse, fetchAPI } = payload;
      if (request.method === 'GET') return undefined;
      if (formTypes.test(request.headers.get('content-type') ?? '')) {
        endResponse(
          fetchAPI.Response.json(
            {
              errors: [
                { message: 'Forms are not accepted. Send application/json.', extensions: { code: 'BAD_REQUEST' } },
              ],
            },
            { status: 415 },
          ),
        );
        return undefined;
      }
      return prevention.onRequestParse?.(payload);
    },
    onResponse({ response }) {
      // What is left of a body that was refused unread would hold up the connection's next request.
      if (response.status === 413) response.headers.set('connection', 'close');
    },
  };
}
