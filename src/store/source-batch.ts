import { deflateSync, inflateSync } from 'node:zlib';
import type { GraphBatch } from '../model/records.js';

/** A batch as one column or property: without its text, which is stored anyway; deflated, in base64. */
export function packSource(batch: GraphBatch): string {
  return deflateSync(JSON.stringify({ ...batch, text: '' }), { level: 1 }).toString('base64');
}

export function unpackSource(packed: string, text: string): GraphBatch {
  const batch = JSON.parse(inflateSync(Buffer.from(packed, 'base64')).toString()) as GraphBatch;
  return { ...batch, text };
}
