import type { TestServer } from './start-test-server.js';

export interface EventStream {
  readonly status: number;
  /** What came since the last time, as soon as there is something; `done` at the end of the stream. */
  next(): Promise<{ readonly value: Record<string, unknown> | null; readonly done: boolean }>;
  /** Goes away, as a client does whose page is closed. */
  leave(): void;
}

/** Subscribes as GraphQL over SSE says, and gives the events as they come. */
export async function eventStream(
  server: TestServer,
  query: string,
  headers: Record<string, string>,
): Promise<EventStream> {
  const away = new AbortController();
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify({ query }),
    signal: away.signal,
  });
  const chunks = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    status: response.status,
    async next() {
      for (;;) {
        const event = /^([\s\S]*?)\n\n/.exec(text);
        if (event === null) {
          const chunk = await chunks?.read();
          if (chunk === undefined || chunk.done) return { value: null, done: true };
          text += chunk.value;
          continue;
        }
        text = text.slice(event[0].length);
        if (/^event: complete$/m.test(event[0])) return { value: null, done: true };
        const [, data] = /^data: (.+)$/m.exec(event[0]) ?? [];
        if (data !== undefined) return { value: JSON.parse(data) as Record<string, unknown>, done: false };
      }
    },
    leave: () => away.abort(),
  };
}
