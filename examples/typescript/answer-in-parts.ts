import type { TadaDocumentNode } from 'gql.tada';
import { print } from 'graphql';
import { meros } from 'meros/browser';
import { ApiError } from './client.js';

type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

interface Part {
  readonly data?: Json;
  /** What a fragment with `@defer` brings, and where in the answer it belongs. */
  readonly incremental?: readonly { readonly path: readonly (string | number)[]; readonly data?: Json }[];
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** The two laid over each other, field by field and place by place in lists: a later part repeats no field that it doesn't add to. */
function merged(known: Json | undefined, added: Json): Json {
  if (known === undefined || known === null || added === null || typeof added !== 'object') return added;
  if (Array.isArray(added)) return added.map((each: Json, index) => merged((known as readonly Json[])[index], each));
  const fields = Object.entries(added).map(([key, value]) => [
    key,
    merged((known as { readonly [key: string]: Json })[key], value),
  ]);
  return { ...(known as object), ...Object.fromEntries(fields) };
}

function mergedAt(known: Json, path: readonly (string | number)[], added: Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return merged(known, added);
  if (Array.isArray(known))
    return known.map((each: Json, index) => (index === step ? mergedAt(each, rest, added) : each));
  const fields = known as { readonly [key: string]: Json };
  return { ...fields, [step]: mergedAt(fields[step] ?? null, rest, added) };
}

/**
 * The answer to a query with `@defer` as it grows: first without the fragments that come later, then with each of them.
 * What a fragment brings has the type `T | undefined` until it is there.
 *
 * @param url - Where the server is: `http://127.0.0.1:4000`.
 * @throws {ApiError} for any error of the answer, or of a part of it.
 */
export async function* answerInParts<Data, Variables>(
  url: string,
  query: TadaDocumentNode<Data, Variables>,
  variables: Variables,
): AsyncGenerator<Data> {
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'multipart/mixed, application/json' },
    body: JSON.stringify({ query: print(query), variables }),
  });
  const parts = await meros<Part>(response);
  let answer: Json = null;
  const add = ({ data, incremental = [], errors }: Part): void => {
    const [first] = errors ?? [];
    if (first !== undefined) throw new ApiError(first.message, first.extensions?.code ?? 'UNKNOWN');
    if (data !== undefined) answer = data;
    for (const part of incremental) answer = mergedAt(answer, part.path, part.data ?? null);
  };
  // What is refused, and what has nothing that could come later, is one answer as ever.
  if (parts instanceof Response) {
    add((await parts.json()) as Part);
    yield answer as Data;
    return;
  }
  for await (const part of parts) {
    if (!part.json) continue;
    add(part.body);
    yield answer as Data;
  }
}
