import type { TestServer } from './start-test-server.js';

// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query, which each test knows.
type Json = any;

/** Somebody and a network, with fragments that may come later. */
export const person = (defer: string) => `{ entity(id: "person:nam-il") { id name
  ... ${defer} { relations(first: 5) { nodes { id label evidence(first: 2) { nodes { quote } } } } }
  ...Said ${defer} } network(limit: 20) { nodes { id } ... ${defer} { nodes { x y community } edges { id } } } }
  fragment Said on Entity { statements(first: 5) { nodes { quote speaker { name } } } }`;

export interface AnswerInParts {
  readonly status: number;
  readonly contentType: string;
  /** The next part; `null` at the end. */
  next(): Promise<Json | null>;
  rest(): Promise<Json[]>;
  leave(): void;
}

/** Asks as a client does that reads an answer in parts, and gives them as they come. */
export async function askInParts(
  server: TestServer,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<AnswerInParts> {
  const away = new AbortController();
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'multipart/mixed;deferSpec=20220824, application/json',
      ...headers,
    },
    body: JSON.stringify(body),
    signal: away.signal,
  });
  const contentType = response.headers.get('content-type') ?? '';
  const chunks = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (): Promise<Json | null> => {
    for (;;) {
      const part = /^[\s\S]*?\r\n\r\n(\{[\s\S]*?)\r\n---/.exec(text);
      if (part?.[1] !== undefined) {
        text = text.slice(part[0].length);
        return JSON.parse(part[1]);
      }
      const chunk = await chunks?.read();
      if (chunk === undefined || chunk.done) return null;
      text += chunk.value;
    }
  };
  return {
    status: response.status,
    contentType,
    next,
    async rest() {
      const parts: Json[] = [];
      for (let part = await next(); part !== null; part = await next()) parts.push(part);
      return parts;
    },
    leave: () => away.abort(),
  };
}

function mergeInto(target: Json, source: Json): void {
  for (const [key, value] of Object.entries(source)) {
    if (typeof value === 'object' && value !== null && typeof target[key] === 'object' && target[key] !== null) {
      mergeInto(target[key], value);
    } else target[key] = value;
  }
}

/** The whole answer of its parts. */
export function merged(parts: readonly Json[]): Json {
  const [first, ...later] = parts;
  const data = structuredClone(first.data);
  for (const { path, data: own } of later.flatMap(({ incremental = [] }) => incremental)) {
    mergeInto(
      path.reduce((place: Json, key: string | number) => place[key], data),
      own,
    );
  }
  return data;
}
