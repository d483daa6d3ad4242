import type { TextRange } from './text-segments.js';

/** Some screens of text: few enough blocks for a megabyte, small enough that one is drawn at once. */
const blockLength = 3_000;
/** A line longer than this is broken at a space. */
const longestLine = 2 * blockLength;

function endOfBlock(text: string, start: number): number {
  const wanted = start + blockLength;
  if (wanted >= text.length) return text.length;
  const lineEnd = text.indexOf('\n', wanted);
  if (lineEnd >= 0 && lineEnd < start + longestLine) return lineEnd + 1;
  if (lineEnd < 0 && text.length <= start + longestLine) return text.length;
  const space = text.lastIndexOf(' ', start + longestLine);
  if (space >= wanted) return space + 1;
  const end = start + longestLine;
  // Never between the two halves of a character.
  return /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end;
}

/** Cuts a text into blocks that are drawn one by one: after a line where it can be. Together they are the text. */
export function textBlocks(text: string): TextRange[] {
  const blocks: TextRange[] = [];
  for (let start = 0; start < text.length; ) {
    const end = endOfBlock(text, start);
    blocks.push({ start, end });
    start = end;
  }
  return blocks;
}

/** Index of the block that holds the place; of the last one for a place at the end of the text. */
export function blockAt(blocks: readonly TextRange[], place: number): number {
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle]?.start ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** For each block the ranges that lie in it, with a part at least; in the order given. Ranges without a character lie nowhere. */
export function rangesByBlock<R extends TextRange>(blocks: readonly TextRange[], ranges: readonly R[]): R[][] {
  const byBlock: R[][] = blocks.map(() => []);
  for (const range of ranges) {
    if (range.start >= range.end) continue;
    for (let index = blockAt(blocks, range.start); (blocks[index]?.start ?? Infinity) < range.end; index++) {
      byBlock[index]?.push(range);
    }
  }
  return byBlock;
}
