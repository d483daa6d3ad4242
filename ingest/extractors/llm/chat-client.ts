import OpenAI from 'openai';
import { z } from 'zod';
import { type LlmSettings, limits } from './llm-settings.js';
import { ModelFailure } from './model-failure.js';
import { answerJsonSchema } from './proposals.js';

const completion = z.object({
  choices: z
    .array(z.object({ finish_reason: z.string().nullish(), message: z.object({ content: z.string().nullish() }) }))
    .min(1),
  usage: z.object({ total_tokens: z.number().int().nonnegative() }).nullish(),
});

const structured = {
  response_format: {
    type: 'json_schema',
    json_schema: { name: 'findings', strict: true, schema: answerJsonSchema },
  },
} as const;

/** Servers of one protocol differ in what they take; the first that isn't refused is used from then on. */
const dialects = [
  { ...structured, temperature: 0, max_tokens: limits.answerTokens },
  { ...structured, max_completion_tokens: limits.answerTokens },
  { temperature: 0, max_tokens: limits.answerTokens },
  {},
] as const;

/** Which dialect the server has taken, over all documents of a run. */
export interface DialectMemory {
  index: number;
}

/** A conversation with the server about one document. */
export interface ChatClient {
  /** Requests sent so far, repetitions included. */
  readonly requests: number;
  readonly tokens: number;
  /** @throws {ModelFailure} */
  ask(system: string, user: string): Promise<string>;
}

/** @param deadline - When it fires, every request ends, whatever the server does. */
export function chatClient(settings: LlmSettings, dialect: DialectMemory, deadline: AbortSignal): ChatClient {
  let requests = 0;
  let tokens = 0;
  const client = new OpenAI({
    baseURL: settings.url,
    apiKey: settings.key ?? 'none',
    // Whatever the environment holds for other programs is none of ours.
    organization: null,
    project: null,
    ...(settings.key === undefined ? { defaultHeaders: { Authorization: null } } : {}),
    logLevel: 'off',
    maxRetries: limits.repetitions,
    timeout: limits.requestSeconds * 1000,
    async fetch(url, init) {
      if (requests >= limits.requestsPerDocument) {
        throw new ModelFailure(`${limits.requestsPerDocument} requests were not enough`, 'document');
      }
      requests += 1;
      // A redirection could carry the document to a server that nobody has named.
      return bounded(await fetch(url, { ...init, redirect: 'error' }));
    },
  });

  const send = async (system: string, user: string): Promise<unknown> => {
    for (let index = dialect.index; ; index += 1) {
      try {
        const answer: unknown = await client.chat.completions.create(
          {
            model: settings.model,
            messages: [
              { role: 'system', content: system },
              { role: 'user', content: user },
            ],
            ...dialects[index],
          },
          { signal: deadline },
        );
        dialect.index = index;
        return answer;
      } catch (error) {
        const misunderstood = error instanceof OpenAI.APIError && (error.status === 400 || error.status === 422);
        if (!misunderstood || index + 1 === dialects.length) throw error;
      }
    }
  };

  return {
    get requests() {
      return requests;
    },
    get tokens() {
      return tokens;
    },
    async ask(system, user) {
      const answer = await untilDeadline(() => send(system, user), deadline).catch((error: unknown) => {
        throw failureOf(error, deadline);
      });
      const read = completion.safeParse(answer);
      const choice = read.data?.choices[0];
      const content = choice?.message.content ?? '';
      const reported = Math.min(read.data?.usage?.total_tokens ?? 0, limits.tokensBelieved);
      tokens += Math.max(reported, Math.ceil((user.length + content.length) / 4));
      if (choice === undefined) throw new ModelFailure('the answer is none of the protocol', 'part');
      if (choice.finish_reason === 'length') throw new ModelFailure('the answer was cut off', 'part');
      if (content === '') throw new ModelFailure('the answer was empty', 'part');
      return content;
    },
  };
}

/** The client waits between repetitions without looking at the signal. */
async function untilDeadline<T>(begin: () => Promise<T>, deadline: AbortSignal): Promise<T> {
  deadline.throwIfAborted();
  let onAbort = (): void => undefined;
  const ended = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(new OpenAI.APIUserAbortError());
    deadline.addEventListener('abort', onAbort, { once: true });
  });
  const work = begin();
  work.catch(() => undefined);
  try {
    return await Promise.race([work, ended]);
  } finally {
    deadline.removeEventListener('abort', onAbort);
  }
}

/** The response, which ends in an error where it is larger than any honest answer. */
function bounded(response: Response): Response {
  let received = 0;
  const counted = response.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(bytes, controller) {
        received += bytes.length;
        if (received > limits.answerBytes) controller.error(new ModelFailure('the answer was too large', 'part'));
        else controller.enqueue(bytes);
      },
    }),
  );
  return new Response(counted ?? null, response);
}

const refusals: Readonly<Record<number, string>> = {
  401: 'the server refused the key (401)',
  403: 'the server refused the key (403)',
  404: 'the server has no such address or model (404)',
  405: 'the server has no such address or model (405)',
};

function failureOf(error: unknown, deadline: AbortSignal): ModelFailure {
  if (deadline.aborted) return deadlineFailure(deadline);
  if (error instanceof ModelFailure) return error;
  if (error instanceof OpenAI.APIConnectionTimeoutError) {
    return new ModelFailure(`no answer came within ${limits.requestSeconds} s`, 'document');
  }
  if (error instanceof OpenAI.APIConnectionError) {
    if (error.cause instanceof ModelFailure) return error.cause;
    return new ModelFailure('the server could not be reached', 'document');
  }
  const status = error instanceof OpenAI.APIError ? (error.status as number | undefined) : undefined;
  if (status === undefined) return new ModelFailure('the answer is none of the protocol', 'part');
  const refusal = refusals[status];
  if (refusal !== undefined) return new ModelFailure(refusal, 'run');
  if (status === 400 || status === 422) return new ModelFailure(`the server refused the request (${status})`, 'part');
  const what = status === 429 ? 'the server takes no more requests' : 'the server failed';
  return new ModelFailure(`${what} (${status})`, 'document');
}

/** The signal's reason says why it fired. */
function deadlineFailure(deadline: AbortSignal): ModelFailure {
  const reason: unknown = deadline.reason;
  return reason instanceof ModelFailure ? reason : new ModelFailure('it was interrupted', 'document');
}
