import { ApiError } from './api-error.js';
import { readAnswer } from './read-answer.js';
import { tokenHeader } from './token.js';

/**
 * Sends a file as it is, whatever its format. `fetch` doesn't tell how much of a body has gone.
 *
 * @param onSent - Told the part that has been sent, 0 to 1.
 * @returns the identifier of the job that reads it.
 * @throws {ApiError} when the server doesn't take it.
 */
export function uploadFile(file: File, onSent: (part: number) => void, signal: AbortSignal): Promise<string> {
  const request = new XMLHttpRequest();
  request.open('POST', `/ingest?name=${encodeURIComponent(file.name)}`);
  request.setRequestHeader('content-type', 'application/octet-stream');
  for (const [name, value] of Object.entries(tokenHeader())) request.setRequestHeader(name, value);
  return new Promise((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total);
    request.onload = () => {
      try {
        type Data = { readonly ingestDocument: { readonly id: string } };
        resolve(readAnswer<Data>(request.status, request.responseText).ingestDocument.id);
      } catch (cause) {
        reject(cause);
      }
    };
    request.onerror = () =>
      reject(
        new ApiError(
          `The connection broke while ${file.name} was sent.`,
          'See that it is a file, of at most 64 MB, and that the server is still running; then try again.',
        ),
      );
    request.onabort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
