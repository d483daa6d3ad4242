import type { TextRange } from './text-segments.js';

/** The place in the text of the first character of an element that ends below a height; its length where none does. */
function firstPlaceBelow(element: Element, height: number): number {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let passed = 0;
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    range.selectNodeContents(node);
    if (range.getBoundingClientRect().bottom > height) {
      let [low, high] = [0, node.length - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        range.setStart(node, low);
        range.setEnd(node, middle + 1);
        if (range.getBoundingClientRect().bottom > height) high = middle;
        else low = middle + 1;
      }
      return passed + low;
    }
    passed += node.length;
  }
  return passed;
}

/** Index of the first block that ends below a height; of the last one where none does. */
function firstBlockBelow(elements: readonly Element[], height: number): number {
  let [low, high] = [0, elements.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle]?.getBoundingClientRect().bottom ?? 0) > height) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * What of the text can be seen now.
 *
 * @param scroller - The element that the text scrolls in, or that stands in a page that scrolls.
 * @param elements - One for each block.
 */
export function visibleRange(
  scroller: Element,
  elements: readonly Element[],
  blocks: readonly TextRange[],
): TextRange | null {
  if (blocks.length === 0) return null;
  const box = scroller.getBoundingClientRect();
  const place = (height: number): number => {
    const index = firstBlockBelow(elements, height);
    const [element, block] = [elements[index], blocks[index]];
    return element && block ? block.start + firstPlaceBelow(element, height) : 0;
  };
  return { start: place(Math.max(box.top, 0)), end: place(Math.min(box.bottom, innerHeight)) };
}
