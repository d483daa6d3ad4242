import { readAnswer } from './read-answer.js';
import { serverIsAway } from './request.js';
import { tokenHeader } from './token.js';

export interface ServedFile {
  /** As the server names it. */
  readonly name: string;
  readonly content: Blob;
}

/**
 * A file of the server's for whoever the kept token stands for.
 *
 * @throws {ApiError} when it is refused.
 */
export async function download(address: string): Promise<ServedFile> {
  const response = await fetch(address, { headers: tokenHeader() }).catch((cause: unknown) => {
    throw serverIsAway(cause);
  });
  if (!response.ok) return readAnswer<never>(response.status, await response.text());
  const [, name = 'diplograph'] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return { name, content: await response.blob() };
}
