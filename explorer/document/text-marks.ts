import type { Mention } from '../api/load-document-mentions.js';
import type { TextRange } from './text-segments.js';

/**
 * What can lie over a stretch of the text: a mention, a passage that was not read, or a passage marked for its claim.
 * `chosen` is the one that the address names, `alike` rests under the same claim, `pointed` is under the pointer.
 */
export type TextMark = TextRange &
  (
    | { readonly layer: 'mention'; readonly mention: Mention }
    | { readonly layer: 'skipped'; readonly reason: string }
    | { readonly layer: 'chosen' | 'alike' | 'pointed' }
  );
