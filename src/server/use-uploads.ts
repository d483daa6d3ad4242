import type { IncomingMessage } from 'node:http';
import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { hasRole, refusal } from '../../schema/needed-role.js';
import { BadArgumentError } from '../errors.js';
import type { IngestJobs } from '../jobs/ingest-jobs.js';
import { checkedInputName } from '../jobs/input-name.js';
import { maxInputBytes, tooLarge } from '../jobs/spool.js';
import type { Callers } from './use-access.js';
import { httpStatusOf } from './use-error-status.js';

const path = '/ingest';

/** What a page of another site can make a browser send without asking; and curl, when nobody tells it a type. */
const formTypes = /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

function checkType(headers: Headers): void {
  const type = headers.get('content-type') ?? '';
  if (type === '' || formTypes.test(type) || headers.has('content-encoding')) {
    throw new BadArgumentError(
      'The file was not sent as it is.',
      'Send its bytes with the header "content-type: application/octet-stream", whatever its format, and no content-encoding.',
    );
  }
}

function checkLength(headers: Headers, name: string): void {
  if (Number(headers.get('content-length') ?? 0) > maxInputBytes) throw tooLarge(name);
}

/**
 * Files at `POST /ingest?name=NAME`, as they are. Everything that can refuse one is asked before its first byte is read, and
 * it goes to the disk as it comes: GraphQL's multipart requests would be taken in whole first, from anybody.
 */
export function useUploads(
  jobs: IngestJobs,
  callers: Callers,
  translateError: (error: unknown) => GraphQLError,
): Plugin {
  return {
    async onRequest({ request, url, endResponse, fetchAPI, serverContext }) {
      if (url.pathname !== path) return;
      const headers = { 'cache-control': 'no-store' };
      if (request.method !== 'POST') {
        endResponse(new fetchAPI.Response(null, { status: 405, headers: { ...headers, allow: 'POST' } }));
        return;
      }
      try {
        const caller = callers.of(request);
        if (caller === null || !hasRole(caller, 'EDITOR')) throw refusal(caller, 'EDITOR');
        checkType(request.headers);
        const name = checkedInputName(url.searchParams.get('name') ?? '');
        checkLength(request.headers, name);
        const { req } = serverContext as unknown as { readonly req: IncomingMessage };
        const { id, state } = await jobs.begin({ name, by: caller.name, content: { bytes: req } });
        endResponse(
          fetchAPI.Response.json({ data: { ingestDocument: { id, name, state } } }, { status: 202, headers }),
        );
      } catch (error) {
        const translated = translateError(error);
        endResponse(
          fetchAPI.Response.json(
            { errors: [translated] },
            // What is left of a body that was refused unread would hold up the connection's next request.
            { status: httpStatusOf(translated) ?? 500, headers: { ...headers, connection: 'close' } },
          ),
        );
      }
    },
  };
}
