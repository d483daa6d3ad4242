import { setTimeout as sleep } from 'node:timers/promises';
import type { TadaDocumentNode } from 'gql.tada';
import { print } from 'graphql';

/** What the server refuses, with a code for programs and a sentence on what to do. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: string;
  readonly cure: string | undefined;

  constructor(message: string, code: string, cure?: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.cure = cure;
  }
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly cure?: string };
  }[];
}

/** These go by themselves: asking again in a moment may help. */
const passing: ReadonlySet<string> = new Set(['STORE_UNAVAILABLE', 'BUSY']);
const waitsMs = [200, 1_000, 5_000];
const timeoutMs = 30_000;

export interface Client {
  /** @throws {ApiError} for any error of the answer, or where what answers isn't the API. */
  ask<Data, Variables>(query: TadaDocumentNode<Data, Variables>, variables: Variables): Promise<Data>;
}

/** @param url - Where the server is: `http://127.0.0.1:4000`. */
export function createClient(url: string): Client {
  async function once<Data, Variables>(
    query: TadaDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Answer<Data>> {
    const response = await fetch(new URL('/graphql', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query: print(query), variables }),
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((cause: unknown) => {
      throw new ApiError(`Nothing answers at ${url}.`, 'UNREACHABLE', 'Is the server running? npm start', { cause });
    });
    // Refusals are GraphQL too, with a status of their own; whatever else answers there is a proxy, or no Diplograph.
    if (!/^application\/(?:graphql-response\+)?json/.test(response.headers.get('content-type') ?? '')) {
      throw new ApiError(`${url} answered ${response.status}, and not in JSON.`, 'NO_API', 'Is it a Diplograph?');
    }
    return (await response.json()) as Answer<Data>;
  }

  return {
    async ask(query, variables) {
      for (let attempt = 0; ; attempt += 1) {
        const { data, errors = [] } = await once(query, variables);
        const [first] = errors;
        if (first === undefined) {
          if (data == null) throw new ApiError(`${url} answered nothing.`, 'NO_API');
          return data;
        }
        const code = first.extensions?.code ?? 'UNKNOWN';
        const waitMs = waitsMs[attempt];
        if (waitMs === undefined || !passing.has(code)) {
          throw new ApiError(first.message, code, first.extensions?.cure);
        }
        await sleep(waitMs);
      }
    },
  };
}
