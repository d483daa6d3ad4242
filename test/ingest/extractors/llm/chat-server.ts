import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server was asked, as it came over the wire. */
export interface ChatRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format?: { readonly json_schema: { readonly strict: boolean; readonly schema: object } };
  };
}

export interface ChatServer {
  /** What DIPLOGRAPH_LLM_URL is set to. */
  readonly url: string;
  readonly requests: readonly ChatRequest[];
  close(): Promise<void>;
}

/** Answers one request; a handler that never ends the response is a server that hangs. */
export type ChatHandler = (response: ServerResponse, request: ChatRequest, index: number) => void;

/** A local server that speaks the chat protocol of OpenAI, as well or as badly as the handler does. */
export async function startChatServer(handler: ChatHandler): Promise<ChatServer> {
  const requests: ChatRequest[] = [];
  const server = createServer((incoming, response) => {
    let body = '';
    incoming.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    incoming.on('end', () => {
      const { url = '', headers } = incoming;
      const request: ChatRequest = { path: url, headers, body: JSON.parse(body || '{}') };
      requests.push(request);
      handler(response, request, requests.length - 1);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A message of the model, in the envelope of the protocol. */
export function says(content: unknown, { finish = 'stop', tokens = 100 } = {}): ChatHandler {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return replies(
    200,
    JSON.stringify({
      id: 'chatcmpl-1',
      object: 'chat.completion',
      choices: [{ index: 0, finish_reason: finish, message: { role: 'assistant', content: text } }],
      usage: { prompt_tokens: tokens - 1, completion_tokens: 1, total_tokens: tokens },
    }),
  );
}

export function replies(status: number, body: string, headers: Record<string, string> = {}): ChatHandler {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'retry-after-ms': '1', ...headers });
    response.end(body);
  };
}

/** One handler after another; the last one stays. */
export function inTurn(...handlers: readonly ChatHandler[]): ChatHandler {
  return (response, request, index) => handlers[Math.min(index, handlers.length - 1)]?.(response, request, index);
}
