/** A request that gave no answer, with what its reader can do about it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly cure: string;
  /** The API's own code for it: "CONFLICT"; `null` where none came. */
  readonly code: string | null;

  constructor(message: string, cure: string, options: { cause?: unknown; code?: string | null } = {}) {
    super(message, options);
    this.cure = cure;
    this.code = options.code ?? null;
  }
}
