import { deflateSync, inflateSync } from 'node:zlib';
import type { GraphBatch } from '../model/records.js';

/** A batch as one column: without its text, which is stored anyway; deflated. */
export function packSource(batch: GraphBatch): Buffer {
  return deflateSync(JSON.stringify({ ...batch, text: '' }), { level: 1 });
}

/** The same as a text, for a store whose properties hold no bytes. */
export function packSourceAsText(batch: GraphBatch): string {
  return packSource(batch).toString('base64');
}

/** @param packed - What either gave. */
export function unpackSource(packed: Buffer | string, text: string): GraphBatch {
  const bytes = typeof packed === 'string' ? Buffer.from(packed, 'base64') : packed;
  return { ...(JSON.parse(inflateSync(bytes).toString()) as GraphBatch), text };
}
