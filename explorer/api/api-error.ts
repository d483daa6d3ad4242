/** A request that gave no answer, with what its reader can do about it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly cure: string;

  constructor(message: string, cure: string, options?: { cause?: unknown }) {
    super(message, options);
    this.cure = cure;
  }
}
