import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { EntityHead } from '../api/entity-head.js';
import { TextBlock } from './text-block.js';
import { rangesByBlock, textBlocks } from './text-blocks.js';
import type { TextMark } from './text-marks.js';
import type { TextRange } from './text-segments.js';
import { visibleRange } from './visible-range.js';

/** Blocks with nothing marked in them share it, so that they aren't drawn anew. */
const nothing: readonly TextMark[] = [];
/** Frames until the blocks around a passage have their true heights. */
const settlingFrames = 8;

/** The same arrays as before for the blocks in which nothing has changed. */
function useMarksByBlock(blocks: readonly TextRange[], marks: readonly TextMark[]): readonly (readonly TextMark[])[] {
  const before = useRef<readonly (readonly TextMark[])[]>([]);
  return useMemo(() => {
    const byBlock = rangesByBlock(blocks, marks).map((now, index) => {
      const last = before.current[index];
      if (last?.length === now.length && last.every((mark, at) => mark === now[at])) return last;
      return now.length === 0 ? nothing : now;
    });
    before.current = byBlock;
    return byBlock;
  }, [blocks, marks]);
}

/** Brings the mark into the middle, and keeps it there while the blocks around it get their true heights. */
function useScrollTo(container: { readonly current: HTMLElement | null }, key: string, isShown: boolean): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for what is scrolled to.
  useLayoutEffect(() => {
    if (!isShown) return;
    let frame = 0;
    let left = settlingFrames;
    const stop = () => cancelAnimationFrame(frame);
    const scroll = () => {
      container.current?.querySelector('mark:not(.alike)')?.scrollIntoView({ block: 'center' });
      left -= 1;
      if (left > 0) frame = requestAnimationFrame(scroll);
    };
    scroll();
    container.current?.addEventListener('wheel', stop, { passive: true, once: true });
    return stop;
  }, [key, isShown]);
}

interface DocumentTextProps {
  readonly text: string;
  /** Mentions and what was not read. */
  readonly marks: readonly TextMark[];
  /** What is marked for now. */
  readonly passages: readonly TextMark[];
  readonly chosen: TextRange | null;
  readonly hrefOf: (entity: EntityHead) => string;
  readonly choose: (id: string) => void;
  /** Told what of the text is in view, whenever that changes. */
  readonly onView: (view: TextRange) => void;
}

/** The text as received, block by block: a megabyte scrolls like a page. */
export function DocumentText({ text, marks, passages, chosen, hrefOf, choose, onView }: DocumentTextProps) {
  const container = useRef<HTMLElement>(null);
  const blocks = useMemo(() => textBlocks(text), [text]);
  const marksByBlock = useMarksByBlock(blocks, marks);
  const passagesByBlock = useMarksByBlock(blocks, passages);
  useScrollTo(container, `${text.length} ${chosen?.start} ${chosen?.end}`, chosen !== null);

  const frame = useRef(0);
  const look = useCallback(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      if (container.current === null) return;
      const elements = [...container.current.querySelectorAll('.text-block')];
      const view = visibleRange(container.current, elements, blocks);
      if (view !== null) onView(view);
    });
  }, [blocks, onView]);
  useEffect(() => {
    look();
    // A page that scrolls as a whole, on a narrow screen, tells it in the capturing phase too.
    addEventListener('scroll', look, { passive: true, capture: true });
    addEventListener('resize', look);
    return () => {
      cancelAnimationFrame(frame.current);
      removeEventListener('scroll', look, { capture: true });
      removeEventListener('resize', look);
    };
  }, [look]);

  return (
    // Focusable, so that the arrow keys scroll it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section ref={container} class="document-text" tabIndex={0} aria-label="Text of the document">
      {blocks.map((block, index) => (
        <TextBlock
          key={block.start}
          text={text}
          block={block}
          index={index}
          marks={marksByBlock[index] ?? nothing}
          passages={passagesByBlock[index] ?? nothing}
          hrefOf={hrefOf}
          choose={choose}
        />
      ))}
    </section>
  );
}
