import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

function tooLarge(): GraphQLError {
  return new GraphQLError('Request body too large', {
    extensions: { http: { status: 413 }, code: 'REQUEST_ENTITY_TOO_LARGE' },
  });
}

/** Leaves what is too large unread: to give up the stream would cut the connection before the client is answered. */
async function bodyWithin(maxBytes: number, body: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    length += value?.byteLength ?? 0;
    if (length > maxBytes) throw tooLarge();
    if (value) chunks.push(value);
  }
  return Buffer.concat(chunks);
}

/**
 * Refuses larger bodies. Where a request says how long its body is, Node takes no byte more for it, and what it says is
 * enough; Yoga's own limit puts every body through a stream that counts, which takes a fifth of the time of a small answer.
 */
export function useBodyLimit(maxBytes: number): Plugin {
  return {
    onRequestParse({ request, requestParser, setRequestParser, fetchAPI }) {
      const length = request.headers.get('content-length');
      if (Number(length ?? 0) > maxBytes) throw tooLarge();
      if (length !== null || requestParser === undefined || request.body === null) return;
      const { url, method, headers, body: unread } = request;
      setRequestParser(async () => {
        const body = await bodyWithin(maxBytes, unread);
        return requestParser(new fetchAPI.Request(url, { method, headers, body }));
      });
    },
  };
}
