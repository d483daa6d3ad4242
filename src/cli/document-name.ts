import { basename, extname } from 'node:path';
import { documentKey } from '../model/entity-id.js';
import type { ReadDocument } from './run.js';

/** The input's base name without extension; a volume's documents add their own keys. */
export function documentName({ document, place, ofVolume }: ReadDocument): string {
  const path = /^https?:/i.test(place) ? new URL(place).pathname : place;
  const base = basename(path, extname(path)) || 'document';
  const name = ofVolume ? `${base}-${documentKey(document.id)}` : base;
  return name.replace(/[^\p{L}\p{M}\p{N}._~#-]+/gu, '-');
}
