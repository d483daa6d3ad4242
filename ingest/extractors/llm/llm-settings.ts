/** Where the language model is asked, and how much of it. */
export interface LlmSettings {
  /** Base of an OpenAI-compatible interface, such as http://127.0.0.1:11434/v1. */
  readonly url: string;
  readonly model: string;
  /** Absent for servers that ask for none. */
  readonly key?: string | undefined;
  /** Tokens, read and written, that all documents of a run may cost together. */
  readonly maxTokens: number;
  /** Time that one document may take. */
  readonly maxSeconds: number;
  /** Ends the asking, whatever is under way. */
  readonly stop?: AbortSignal | undefined;
}

/** Sizes that no user has asked to set. Characters are UTF-16 code units. */
export const limits = {
  /** About 1,500 tokens: small models lose what stands in the middle of more. */
  chunkCharacters: 6_000,
  /** What two neighbouring chunks share, so that no claim is cut in two. */
  overlapCharacters: 600,
  /** Repetitions included. */
  requestsPerDocument: 200,
  repetitions: 2,
  requestSeconds: 180,
  /** Of one answer: some hundred items. */
  answerTokens: 8_000,
  answerBytes: 2_000_000,
  /** What a server may say that one request cost. */
  tokensBelieved: 10_000_000,
  itemsPerList: 120,
  nameCharacters: 160,
  quoteCharacters: 1_200,
} as const;
