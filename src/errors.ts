/**
 * Every error thrown on purpose: a code for programs, a message that says what is wrong and where, and a
 * cure that says what to do. No message holds user data beyond the name of what was asked for.
 */
export const errorCodes = {
  UNREADABLE_INPUT: { httpStatus: 400, exitCode: 3 },
  UNSUPPORTED_INPUT: { httpStatus: 400, exitCode: 3 },
  NOTHING_TO_READ: { httpStatus: 400, exitCode: 3 },
  TOO_LARGE: { httpStatus: 413, exitCode: 3 },
  BAD_CONFIGURATION: { httpStatus: 500, exitCode: 2 },
  BAD_ARGUMENT: { httpStatus: 400, exitCode: 2 },
  UNKNOWN_ENTITY: { httpStatus: 404, exitCode: 2 },
  UNAUTHENTICATED: { httpStatus: 401, exitCode: 2 },
  FORBIDDEN: { httpStatus: 403, exitCode: 2 },
  UNKNOWN_DOCUMENT: { httpStatus: 404, exitCode: 2 },
  ONLY_PERSISTED: { httpStatus: 403, exitCode: 2 },
  CONFLICT: { httpStatus: 409, exitCode: 2 },
  STORE_UNAVAILABLE: { httpStatus: 503, exitCode: 4 },
  STORE_REFUSED: { httpStatus: 503, exitCode: 4 },
  STORE_INCOMPATIBLE: { httpStatus: 500, exitCode: 4 },
  ADDRESS_IN_USE: { httpStatus: 500, exitCode: 5 },
  BUSY: { httpStatus: 503, exitCode: 70 },
  TIMED_OUT: { httpStatus: 504, exitCode: 70 },
  STOPPED: { httpStatus: 503, exitCode: 70 },
  MODEL_FAILED: { httpStatus: 503, exitCode: 3 },
  INVALID_GRAPH: { httpStatus: 500, exitCode: 70 },
} as const satisfies Record<string, { httpStatus: number; exitCode: number }>;

export type ErrorCode = keyof typeof errorCodes;

export class DiplographError extends Error {
  override readonly name: string = 'DiplographError';
  /** What the user can do about it, as a sentence. */
  readonly cure: string;
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, cure: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
    this.cure = cure;
  }
}

/** An error thrown on purpose, as it goes from one thread to another. */
export interface ErrorMessage {
  readonly code: ErrorCode;
  readonly message: string;
  readonly cure: string;
}

export function toErrorMessage({ code, message, cure }: DiplographError): ErrorMessage {
  return { code, message, cure };
}

export function fromErrorMessage({ code, message, cure }: ErrorMessage): DiplographError {
  return new DiplographError(code, message, cure);
}

/** A file, folder or stream that can't be read, or is no text. */
export class UnreadableInputError extends DiplographError {
  override readonly name = 'UnreadableInputError';
  constructor(message: string, cure: string, options?: { cause?: unknown }) {
    super('UNREADABLE_INPUT', message, cure, options);
  }
}

/** An argument of the command line or of a query that can't be right. */
export class BadArgumentError extends DiplographError {
  override readonly name = 'BadArgumentError';
  constructor(message: string, cure: string) {
    super('BAD_ARGUMENT', message, cure);
  }
}

export class ConfigurationError extends DiplographError {
  override readonly name = 'ConfigurationError';
  constructor(message: string, cure: string, options?: { cause?: unknown }) {
    super('BAD_CONFIGURATION', message, cure, options);
  }
}

export class UnknownEntityError extends DiplographError {
  override readonly name = 'UnknownEntityError';
  constructor(id: string) {
    super(
      'UNKNOWN_ENTITY',
      `There is no entity ${JSON.stringify(id)} in the store.`,
      'Look its identifier up with the query search.',
    );
  }
}

/** No token was sent where one is needed, or one that doesn't hold. */
export class UnauthenticatedError extends DiplographError {
  override readonly name = 'UnauthenticatedError';
  constructor(message: string, cure: string) {
    super('UNAUTHENTICATED', message, cure);
  }
}

/** A token that holds, of a role that doesn't suffice. */
export class ForbiddenError extends DiplographError {
  override readonly name = 'ForbiddenError';
  constructor(message: string, cure: string) {
    super('FORBIDDEN', message, cure);
  }
}

/** The store can't be reached; trying again may help. */
export class StoreUnavailableError extends DiplographError {
  override readonly name = 'StoreUnavailableError';
  constructor(message: string, cure: string, options?: { cause?: unknown }) {
    super('STORE_UNAVAILABLE', message, cure, options);
  }
}

/** The store is there and refuses: wrong password, no rights, a file that is no database. */
export class StoreRefusedError extends DiplographError {
  override readonly name = 'StoreRefusedError';
  constructor(message: string, cure: string, options?: { cause?: unknown }) {
    super('STORE_REFUSED', message, cure, options);
  }
}

/** The store was made by another version, and this one can't read it. */
export class StoreIncompatibleError extends DiplographError {
  override readonly name = 'StoreIncompatibleError';
  constructor(message: string, cure: string) {
    super('STORE_INCOMPATIBLE', message, cure);
  }
}

/** So much is asked for at once that it can't be answered soon. */
export class BusyError extends DiplographError {
  override readonly name = 'BusyError';
  /** When it is worth to ask again. */
  readonly retryAfterSeconds: number;
  constructor(message: string, retryAfterSeconds = 60) {
    super('BUSY', message, `Ask again in ${retryAfterSeconds === 60 ? 'a minute' : `${retryAfterSeconds} seconds`}.`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** A question took longer than the server lets it, and was stopped. */
export class TimedOutError extends DiplographError {
  override readonly name = 'TimedOutError';
  constructor(seconds: number) {
    super(
      'TIMED_OUT',
      `This took more than ${seconds} seconds and was stopped.`,
      'Ask for smaller pages, fewer hops or a shorter period, or name rarer entities.',
    );
  }
}

/** Whoever asked went away, or the server stops: the answer has nobody to go to. */
export class StoppedError extends DiplographError {
  override readonly name = 'StoppedError';
  constructor() {
    super('STOPPED', 'This was stopped before it was answered.', 'Ask again.');
  }
}

/** A language model didn't read all of a document; what the rules found there is kept. */
export class ModelFailedError extends DiplographError {
  override readonly name = 'ModelFailedError';
  constructor(message: string, cure: string) {
    super('MODEL_FAILED', message, cure);
  }
}

/** An extractor or a resolver made a graph that breaks the model: a defect of ours. */
export class InvalidGraphError extends DiplographError {
  override readonly name = 'InvalidGraphError';
  constructor(message: string) {
    super('INVALID_GRAPH', message, 'This is a defect of Diplograph; please report it with the document.');
  }
}
