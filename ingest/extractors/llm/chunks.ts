import type { TextRange } from '../../sources/source.js';
import type { DocumentText } from '../../text/document-text.js';

/**
 * Cuts a text into overlapping stretches of whole sentences, in positions of the repaired text.
 *
 * @param size - Longest stretch, in characters; only a sentence that is longer is cut inside.
 * @param overlap - What a stretch repeats of the one before, at most.
 */
export function cutIntoChunks(text: DocumentText, size: number, overlap: number): readonly TextRange[] {
  const pieces = text.paragraphs.flatMap(({ sentences }) => sentences.flatMap((sentence) => cutLong(sentence, size)));
  const chunks: TextRange[] = [];
  let first = 0;
  while (first < pieces.length) {
    const start = pieces[first]?.start ?? 0;
    let next = first + 1;
    while (next < pieces.length && endOf(pieces[next]) - start <= size) next += 1;
    const end = endOf(pieces[next - 1]);
    chunks.push({ start, end });
    if (next === pieces.length) break;
    // What is repeated must leave room for the next sentence, or the same chunk would come again.
    const room = Math.min(overlap, size - (endOf(pieces[next]) - end));
    first = next;
    while (first - 1 > 0 && (pieces[first - 1]?.start ?? 0) > start && end - (pieces[first - 1]?.start ?? 0) <= room) {
      first -= 1;
    }
  }
  return chunks;
}

function endOf(range: TextRange | undefined): number {
  return range?.end ?? 0;
}

function cutLong({ start, end }: TextRange, size: number): TextRange[] {
  const pieces: TextRange[] = [];
  for (let at = start; at < end; at += size) pieces.push({ start: at, end: Math.min(at + size, end) });
  return pieces;
}
