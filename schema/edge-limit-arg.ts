import type { Args } from './builder.js';
import { checkedSize } from './connection.js';
import { limits } from './limits.js';

export const edgeLimitArg = (t: Args) =>
  t.int({
    required: true,
    defaultValue: limits.defaultEdges,
    description: `Most edges: 1 to ${limits.maxEdges}. Where there are more, those of the most strongly tied pairs come, all edges of a pair or none, and \`edgesTruncated\` says so.`,
  });

/** @throws {BadArgumentError} where it is out of bounds. */
export function checkedEdgeLimit(edgeLimit: number): number {
  return checkedSize('edgeLimit', edgeLimit, limits.maxEdges);
}
