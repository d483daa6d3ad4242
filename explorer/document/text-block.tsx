import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { entityKinds } from '../../src/model/ontology.js';
import type { EntityHead } from '../api/entity-head.js';
import type { TextMark } from './text-marks.js';
import { type Segment, segmentText, type TextRange } from './text-segments.js';

/** How far outside the view a block is made ready. */
const margin = '800px';

/** Whether the element has come near the view; once it has, it stays so. */
function useNear(element: { readonly current: HTMLElement | null }): boolean {
  const [near, setNear] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the element of a block never changes.
  useEffect(() => {
    if (element.current === null) return;
    // `scrollMargin` is for the text, which scrolls inside the page; a browser without it makes blocks ready as they appear.
    const options = { rootMargin: margin, scrollMargin: margin };
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      setNear(true);
      observer.disconnect();
    }, options);
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return near;
}

interface MarkedProps {
  readonly text: string;
  readonly segment: Segment<TextMark>;
  readonly hrefOf: (entity: EntityHead) => string;
  readonly choose: (id: string) => void;
}

/** One stretch with what lies over it: the innermost mention is the link, the marks are its background. */
function Marked({ text, segment: { start, end, within }, hrefOf, choose }: MarkedProps) {
  const words = text.slice(start, end);
  const layers = new Set(within.map(({ layer }) => layer));
  const skipped = within.find((mark) => mark.layer === 'skipped');
  const inner = within.findLast((mark) => mark.layer === 'mention');
  let content = <>{words}</>;
  if (inner?.layer === 'mention') {
    const { entity } = inner.mention;
    content = (
      <a
        class="mention"
        href={hrefOf(entity)}
        title={`${entity.name}, ${entityKinds[entity.kind].typeName}`}
        style={{ '--kind': entityKinds[entity.kind].colour }}
        // One stop of the tab key for a mention that another one cuts in two.
        tabIndex={inner.start === start || within.length === 1 ? undefined : -1}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          choose(entity.id);
        }}
      >
        {words}
      </a>
    );
  }
  if (skipped?.layer === 'skipped') {
    content = (
      <span class="skipped" title={`Not read: ${skipped.reason}`}>
        {content}
      </span>
    );
  }
  if (layers.has('chosen')) return <mark>{content}</mark>;
  if (layers.has('alike')) return <mark class="alike">{content}</mark>;
  if (layers.has('pointed')) return <span class="pointed">{content}</span>;
  return content;
}

interface TextBlockProps extends Pick<MarkedProps, 'text' | 'hrefOf' | 'choose'> {
  readonly block: TextRange;
  readonly index: number;
  /** What lies in it for good; another array only where something has changed. */
  readonly marks: readonly TextMark[];
  /** What is marked in it for now. */
  readonly passages: readonly TextMark[];
}

/**
 * One block of the text. Far from the view it is plain words, which the browser neither lays out nor draws but
 * finds; near it, they carry their marks. Neither changes their width, so nothing moves.
 */
export function TextBlock({ text, block, index, marks, passages, hrefOf, choose }: TextBlockProps) {
  const element = useRef<HTMLDivElement>(null);
  // What is scrolled to has to be there. The passages of the same claim may lie in every block.
  const ready = useNear(element) || passages.some(({ layer }) => layer === 'chosen');
  const { start, end } = block;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `hrefOf` and `choose` do the same at every render.
  return useMemo(() => {
    const lines = Math.ceil((end - start) / 75);
    return (
      <div ref={element} class="text-block" data-block={index} style={{ containIntrinsicBlockSize: `auto ${lines}lh` }}>
        {ready
          ? segmentText(start, end, [...marks, ...passages]).map((segment) => (
              <Marked key={segment.start} text={text} segment={segment} hrefOf={hrefOf} choose={choose} />
            ))
          : text.slice(start, end)}
      </div>
    );
  }, [text, start, end, index, ready, marks, passages]);
}
